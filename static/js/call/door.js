// The door beside the call: who waits, Admit and Deny. The desk has everything else.
import { relative } from "../page.js";
import { count, paintAvatar, paintName, piece, setText } from "./pieces.js";
import { tell } from "./news.js";

const LOOK_EVERY = 3000;

const list = document.getElementById("door-list");
const rows = new Map();

/** Keeps the door true; `desk` is `/host/rooms/{room}`. */
export function start(base, desk) {
  const look = async () => {
    try {
      const answer = await fetch(`${base}/door`, { headers: { accept: "application/json" } });
      if (answer.ok) render(await answer.json());
    } catch {
      // Looked at again below.
    }
  };
  list.addEventListener("click", async ({ target }) => {
    const button = target.closest("button[data-act]");
    if (!button) return;
    const { id } = button.closest("li").dataset;
    if (!(await decide(`${desk}/admissions/${id}/${button.dataset.act}`))) tell("act-failed");
    look();
  });
  look();
  setInterval(look, LOOK_EVERY);
}

/** Posts a decision; answers whether it was taken, by this host or before by another in the same way. */
export async function decide(path, fields = {}) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
    return answer.ok || answer.type === "opaqueredirect";
  } catch {
    return false;
  }
}

function render({ count: total, waiting }) {
  const here = new Set(waiting.map((guest) => guest.id));
  for (const [id, row] of rows) {
    if (here.has(id)) continue;
    row.remove();
    rows.delete(id);
  }
  for (const guest of waiting) {
    if (!rows.has(guest.id)) rows.set(guest.id, newRow(guest));
    list.append(...(rows.get(guest.id).isConnected ? [] : [rows.get(guest.id)]));
    setText(rows.get(guest.id).querySelector("time"), relative(Date.parse(guest.since)));
  }
  for (const id of ["door-count", "door-badge"]) {
    const place = document.getElementById(id);
    setText(place, count(total));
    place.classList.toggle("some", total > 0);
  }
  document.getElementById("door-badge").hidden = total === 0;
  document.getElementById("door-empty").hidden = total > 0;
  document.getElementById("door-more").hidden = total <= waiting.length;
}

function newRow({ id, name, since }) {
  const row = piece("door");
  row.dataset.id = id;
  paintAvatar(row.querySelector(".avatar"), name, id);
  paintName(row.querySelector(".name"), name);
  row.querySelector(".name").id = `waits-${id}`;
  row.querySelector("time").dateTime = since;
  for (const button of row.querySelectorAll("button")) button.setAttribute("aria-describedby", `waits-${id}`);
  return row;
}
