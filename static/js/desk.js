// The desk, live: rows come through the stream as the page's own markup and are put into their lists; decisions are
// posted without leaving the page. Without this script the same page works by plain forms.

import { badge, somebodyCame } from "./desk_alerts.js";
import "./desk_keys.js";
import { tell } from "./desk_tell.js";
import { counted, locale, refreshTimes } from "./page.js";

const desk = document.getElementById("main");
const lists = new Map(["waiting", "held", "admitted", "ended"].map((name) => [name, document.getElementById(name)]));
const waiting = lists.get("waiting");
const newArrivals = document.getElementById("new-arrivals");
const announce = document.getElementById("announce");
const connection = document.getElementById("connection");
const canHover = matchMedia("(hover: hover)");

// Lists that must stand still, because the pointer or the keyboard's focus is in them, or below them at the door.
const isUsed = (list) => (canHover.matches && list.matches(":hover")) || list.querySelector(":focus-visible") !== null;
const isBusy = (list) => isUsed(list) || (list === waiting && isUsed(lists.get("held")));

// ---- Rows ----

// New rows that would move others, and so wait until the pointer has left the list: by id, in the order of the list.
const held = new Map();

/** What can be done with somebody: at the door, that is what the list says. */
const offer = (row) => row.dataset.offer ?? row.dataset.state;
const order = (row) => [Number(row.dataset.order), row.id];
const before = (a, b) => order(a)[0] - order(b)[0] || (order(a)[1] < order(b)[1] ? -1 : 1);
const rowsOf = (list) => [...list.children].filter((row) => row.id);

// Whether the page has the rows of all who wait, and not only of the first.
let complete = false;

function insert(list, row) {
  const rows = rowsOf(list);
  const next = rows.find((other) => before(row, other) < 0);
  if (!next && list === waiting) {
    complete &&= rows.length < Number(desk.dataset.shown);
    if (!complete) return; // after rows that the page does not have
  }
  list.insertBefore(row, next ?? null);
}

function place(row) {
  const list = lists.get(row.dataset.state);
  const old = document.getElementById(row.id);
  held.delete(row.id);
  if (old?.parentElement === list && old.dataset.order === row.dataset.order) return update(old, row);
  if (old) leave(old);
  if (!isBusy(list) || movesNothing(list, row)) return insert(list, row);
  if (list === waiting) held.set(row.id, row);
  else list.append(row); // out of order until the list settles, but nothing moves
}

// At the end of its list a row moves no other, unless what stands below the list is in use.
function movesNothing(list, row) {
  const last = rowsOf(list).at(-1);
  return (!last || before(last, row) < 0) && !(list === waiting && isUsed(lists.get("held")));
}

// A row that goes keeps its place, greyed, until nobody can press what would move into it.
function leave(row) {
  if (row.contains(document.activeElement)) focusBeside(row);
  if (!isBusy(row.parentElement)) return row.remove();
  row.removeAttribute("id");
  for (const named of row.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const menu of row.querySelectorAll("details[open]")) menu.open = false;
  row.classList.add("leaving");
  row.inert = true;
}

// The focus goes to a neighbour as a whole, where pressing a key by mistake decides nothing.
function focusBeside(row) {
  const rows = rowsOf(row.parentElement);
  const at = rows.indexOf(row);
  const neighbour = rows[at + 1] ?? rows[at - 1] ?? desk;
  neighbour.tabIndex = -1;
  neighbour.focus({ preventScroll: true });
}

// A row that stays. Its buttons are left alone as long as they mean the same, so that a menu stays open, the focus
// where it is, and a press that has begun is not lost.
function update(old, row) {
  const [buttons, newButtons] = [old.querySelector(".actions"), row.querySelector(".actions")];
  const same = offer(old) === offer(row) && old.dataset.revision === row.dataset.revision;
  const focused = buttons?.contains(document.activeElement) ? document.activeElement : null;
  const [box, newBox] = [old, row].map((one) => one.querySelector("input[name=id]"));
  if (box && newBox) newBox.checked = box.checked; // what is selected stays so
  const boxFocused = box !== null && box === document.activeElement;
  old.className = row.className;
  Object.assign(old.dataset, row.dataset);
  for (const part of [...old.children]) if (part !== buttons) part.remove();
  old.prepend(...[...row.children].filter((part) => part !== newButtons));
  if (boxFocused) newBox?.focus({ preventScroll: true });
  if (same || !buttons) return;
  buttons.replaceWith(newButtons);
  if (focused) (find(newButtons, focused) ?? newButtons.querySelector("button")).focus();
}

function find(buttons, button) {
  return [...buttons.querySelectorAll("button")].find((other) => other.textContent === button.textContent);
}

// Rows of the stream carry no buttons; its first event has a pattern of them for each state.
const NOBODY = "00000000-0000-0000-0000-000000000000";
const patterns = new Map();

function addButtons(row) {
  if (!patterns.has(offer(row))) return;
  const html = patterns.get(offer(row)).replaceAll(NOBODY, row.id.replace("admission-", ""));
  row.insertAdjacentHTML("beforeend", html.replaceAll("revision=0", `revision=${row.dataset.revision}`));
}

// Lists settle when nothing in them can be pressed by mistake any more.
function settle() {
  for (const list of lists.values()) {
    if (isBusy(list)) continue;
    for (const row of list.querySelectorAll(":scope > .leaving")) row.remove();
    const rows = rowsOf(list);
    const sorted = rows.toSorted(before);
    if (rows.some((row, at) => row !== sorted[at])) list.append(...sorted);
  }
  if (!isBusy(waiting) || rowsOf(waiting).length === 0) showHeld();
  tidy();
}

function showHeld() {
  const rows = [...held.values()];
  held.clear();
  for (const row of rows.sort(before)) insert(waiting, row);
}

newArrivals.addEventListener("click", () => {
  const first = [...held.keys()][0];
  showHeld();
  tidy();
  document.getElementById(first)?.scrollIntoView({ block: "nearest" });
});
for (const list of lists.values()) {
  list.addEventListener("pointerleave", settle);
  list.addEventListener("focusout", () => setTimeout(settle));
}
document.addEventListener("visibilitychange", settle);

// ---- What stands beside the rows ----

const counts = { waiting: 0, held: 0, admitted: 0 };
for (const name of Object.keys(counts)) counts[name] = Number(document.querySelector(`[data-count=${name}]`).textContent);

function readCounts(data) {
  for (const name of Object.keys(counts)) {
    counts[name] = Number(data.dataset[name]);
    for (const count of document.querySelectorAll(`[data-count=${name}]`)) {
      count.textContent = counts[name];
      if (name === "waiting") count.closest(".count").classList.toggle("some", counts.waiting > 0);
    }
  }
  counts.found = data.dataset.found && Number(data.dataset.found);
  document.title = (counts.waiting ? `(${counts.waiting}) ` : "") + desk.dataset.title;
  badge(counts.waiting);
  say(data.textContent);
}

// Read aloud at most once a second.
let saying;

function say(sentence) {
  const idle = saying === undefined;
  saying = sentence;
  if (!idle) return;
  setTimeout(() => {
    if (announce.textContent !== saying) announce.textContent = saying;
    saying = undefined;
  }, 1000);
}

counts.found = desk.dataset.found && Number(desk.dataset.found);
const seekForm = document.getElementById("seek");
const isSeeking = () => counts.found !== undefined;

function tidy() {
  for (const [name, list] of lists) {
    list.hidden = list.childElementCount === 0;
    const empty = document.querySelector(`[data-empty=${name}]`);
    if (empty) empty.hidden = !list.hidden;
  }
  document.getElementById("held-region").hidden = lists.get("held").hidden;
  for (const words of document.querySelectorAll("[data-none]")) words.hidden = (words.dataset.none === "found") !== isSeeking();
  if (!seekForm.contains(document.activeElement)) seekForm.hidden = counts.waiting <= 20 && !isSeeking();
  newArrivals.hidden = held.size === 0;
  newArrivals.firstElementChild.textContent = counted(desk.dataset.new, held.size);
  document.getElementById("more-waiting").hidden = complete;
  const ended = rowsOf(lists.get("ended"));
  for (const row of ended.slice(50)) row.remove();
}

// Bars that are there stay, so that nothing is read aloud twice; each goes when its time is over.
function readUndo(incoming) {
  const bars = document.getElementById("undo");
  for (const bar of [...bars.children]) if (!incoming.querySelector(`#${bar.id}`)) bar.remove();
  for (const bar of [...incoming.children].reverse()) {
    if (document.getElementById(bar.id)) continue;
    bars.prepend(bar);
    passes(bar);
  }
}

function passes(bar) {
  setTimeout(() => bar.remove(), Number(bar.dataset.left));
}

// ---- Times ----

const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });

function refreshWaits(root = document) {
  for (const chip of root.querySelectorAll("[data-wait]")) {
    const waited = Math.max(0, Math.floor((Date.now() - Date.parse(chip.dateTime)) / 60_000));
    const text = waited ? counted(desk.dataset.minutes, waited) : desk.dataset.now;
    const words = chip.lastElementChild;
    if (words.textContent !== text) words.textContent = text;
    chip.classList.toggle("amber", waited >= 5 && waited < 10);
    chip.classList.toggle("red", waited >= 10);
  }
  for (const time of root.querySelectorAll("time[data-clock]")) {
    time.textContent = clock.format(new Date(time.dateTime));
    time.removeAttribute("data-clock");
  }
}

// ---- The stream ----

let source;
let current = false; // whether the lists are known to be what the server last said
let late;

// Who stands behind the latest place that the page knows of has just asked. A row may also be new to the page because it
// stood behind those that are shown.
let latest = Number(desk.dataset.at);

function noticeArrivals(rows, whole, waitedBefore) {
  const unknown = rows.filter((row) => row.dataset.state === "waiting" && !held.has(row.id) && !document.getElementById(row.id));
  const came = unknown.some((row) => Number(row.dataset.order) > latest) || (complete && !whole && unknown.length > 0);
  // Where somebody is looked for, others who ask do not appear.
  if (came || (isSeeking() && counts.waiting > waitedBefore)) somebodyCame();
  latest = Math.max(latest, ...rows.map((row) => (row.dataset.state === "waiting" ? Number(row.dataset.order) : 0)));
}

function take(html, whole) {
  const incoming = document.createElement("template");
  incoming.innerHTML = html;
  const rows = [...incoming.content.querySelectorAll("li[data-state]")];
  const waited = counts.waiting;
  readCounts(incoming.content.querySelector("#counts"));
  noticeArrivals(rows, whole, waited);
  refreshWaits(incoming.content);
  refreshTimes(incoming.content);
  if (whole) {
    const known = new Set(rows.map((row) => row.id));
    for (const list of lists.values()) for (const row of rowsOf(list)) if (!known.has(row.id)) leave(row);
    for (const id of held.keys()) if (!known.has(id)) held.delete(id);
    complete = true;
  }
  for (const pattern of incoming.content.querySelectorAll("template")) {
    patterns.set(pattern.dataset.offer, pattern.innerHTML);
  }
  for (const row of rows) {
    addButtons(row);
    place(row);
  }
  if (whole) complete = rowsOf(waiting).length + held.size >= (counts.found ?? counts.waiting);
  readUndo(incoming.content.querySelector("#undo"));
  tidy();
  // The page holds only the first rows; when most of them have gone, the next ones are asked for.
  if (!whole && !complete && rowsOf(waiting).length < 50) reconnect();
}

function connect() {
  source = new EventSource(desk.dataset.events);
  source.addEventListener("lists", (event) => take(event.data, true));
  source.addEventListener("rows", (event) => take(event.data, false));
  source.addEventListener("rooms", (event) => {
    const rooms = document.getElementById("rooms");
    if (!rooms.contains(document.activeElement)) rooms.innerHTML = event.data;
  });
  // The right to look is gone: the page as it is now says what is left.
  source.addEventListener("bye", () => {
    source.close();
    location.replace(desk.dataset.path);
  });
  source.addEventListener("open", () => {
    current = true;
    clearTimeout(late);
    late = undefined;
    connection.hidden = true;
  });
  source.addEventListener("error", () => {
    current = false;
    late ??= setTimeout(() => (connection.hidden = false), 1500);
    if (source.readyState === EventSource.CLOSED) setTimeout(comeBack, 5000);
  });
}

// The browser has given up the stream. Either there is no desk for this host any more, or the server is in trouble.
async function comeBack() {
  const answer = await fetch(desk.dataset.path).catch(() => null);
  if (answer?.redirected || answer?.status === 404) location.reload();
  else reconnect();
}

function reconnect() {
  source.close();
  connect();
}

/** Shows whom the host looks for; the query is the rest of an address after its first parameter, or empty. */
export function seek(query) {
  const [path, shown] = desk.dataset.events.split("?");
  desk.dataset.events = `${path}?${shown.split("&")[0]}${query}`;
  reconnect();
}

// ---- Decisions ----

document.getElementById("act").addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.submitter;
  const row = button.closest(".row, .person, .undo-bar");
  if (row?.ariaBusy === "true") return;
  button.closest("details.menu")?.removeAttribute("open");
  if (row) row.ariaBusy = "true";
  try {
    await post(button);
  } catch {
    tell(desk.dataset.failed);
  }
  if (row) row.ariaBusy = null;
});

async function post(button) {
  const body = new URLSearchParams(button.name ? [[button.name, button.value]] : []);
  const answer = await fetch(button.formAction, { method: "POST", body, headers: { accept: "application/json" } });
  if (answer.redirected) return location.reload(); // to the sign-in
  if (answer.status === 409) {
    const lost = await answer.json();
    return tell(lost.name ? `\u2068${lost.name}\u2069: ${lost.detail}` : lost.detail);
  }
  if (!answer.ok) return tell(desk.dataset.failed);
  // A stream that is about to open will say what came of it; where none opens, the page itself has to.
  if (!current) setTimeout(() => current || location.reload(), 2000);
}

for (const bar of document.querySelectorAll(".undo-bar")) passes(bar);
refreshWaits();
setInterval(refreshWaits, 10_000);
connect();
