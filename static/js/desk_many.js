// Decisions about many at once. The buttons count what is on the page, and only that is sent: whoever comes while the
// host presses is not swept along, nor whoever comes while the pointer or the focus is on its way to press. Without this
// script the same forms send the rows that the server put on the page.

import { tell } from "./desk_tell.js";
import { counted } from "./page.js";

const waiting = document.getElementById("waiting");
const bar = document.getElementById("many-bar");
const shown = document.getElementById("admit-shown");
const many = document.getElementById("many");

const boxes = (list = document) => [...list.querySelectorAll(".row:not(.leaving) input[name=id][form=many]")];
const picked = () => boxes().filter((box) => box.checked);

function label(button, count) {
  const text = counted(button.dataset.pattern, count);
  if (button.textContent !== text) button.textContent = text;
}

// Whom "Admit 7" means. It stays as the host read it as long as the button may be pressed in the next moment.
let meant = [];
const canHover = matchMedia("(hover: hover)");
const isAimedAt = () => (canHover.matches && shown.matches(":hover")) || shown.querySelector(":focus-visible") !== null;

function count() {
  const there = boxes(waiting).map((box) => box.value);
  const still = meant.filter((value) => there.includes(value));
  meant = isAimedAt() && still.length > 0 ? still : there;
}

function refresh() {
  count();
  bar.hidden = meant.length === 0 && picked().length === 0;
  label(shown.querySelector("button"), meant.length);
  for (const button of bar.querySelectorAll(".picked")) {
    button.hidden = picked().length === 0;
    label(button, picked().length);
  }
}

async function send(path, ids, button) {
  button.disabled = true;
  try {
    const body = new URLSearchParams(ids.map((id) => ["id", id]));
    const answer = await fetch(path, { method: "POST", body, headers: { accept: "application/json" } });
    if (answer.redirected) return location.reload(); // to the sign-in
    const told = answer.ok || answer.status === 409 ? await answer.json() : null;
    if (!told) return tell(document.getElementById("main").dataset.failed);
    if (told.left > 0 || told.done === 0) tell(told.detail);
    for (const box of picked()) if (ids.includes(box.value)) box.checked = false;
  } catch {
    tell(document.getElementById("main").dataset.failed);
  } finally {
    button.disabled = false;
    refresh();
  }
}

shown.addEventListener("submit", (event) => {
  event.preventDefault();
  send(shown.action, meant, event.submitter);
});
shown.addEventListener("pointerleave", refresh);
shown.addEventListener("focusout", () => setTimeout(refresh));
many.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.submitter.formAction, picked().map((box) => box.value), event.submitter);
});
document.addEventListener("change", (event) => {
  if (event.target.matches("input[name=id][form=many]")) refresh();
});
for (const list of [waiting, document.getElementById("held")]) {
  new MutationObserver(refresh).observe(list, { childList: true, subtree: true });
}
refresh();
