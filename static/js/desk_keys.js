// Keys for hosts: j k move from row to row, a admits, d denies, h holds, m writes a message, u undoes, x selects, ? shows this list.
// They are off while something is typed, with Ctrl, Alt or the like, in dialogs, and for who turns them off.

const OFF = "desk-keys-off";
const help = document.getElementById("desk-tools");
const arrivals = document.getElementById("new-arrivals");
const choice = document.getElementById("keys-on");

const rows = () => [...document.querySelectorAll("#waiting > .row[id], #held > .row[id]")];
const own = () => document.activeElement?.closest?.(".row[id]");

// A button that decides at once, not one of a menu that also says how.
const press = (row, act) => row.querySelector(`button[formaction*="/${act}"]:not([name])`)?.click();

function move(by) {
  const all = rows();
  const at = all.indexOf(own());
  const next = at < 0 ? all.at(by > 0 ? 0 : -1) : all[at + by];
  if (!next) return showNew(by);
  next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

// Who came meanwhile stands behind a button, so that no row moves beneath the focus: the end of the list shows them as well.
function showNew(by) {
  if (arrivals.hidden) return;
  arrivals.click();
  move(by);
}

const onRow = (act) => () => {
  const row = own();
  if (row && row.ariaBusy !== "true") act(row);
};

const keys = {
  j: () => move(1),
  k: () => move(-1),
  a: onRow((row) => press(row, "admit")),
  d: onRow((row) => press(row, "deny")),
  h: onRow((row) => press(row, "hold") ?? press(row, "resume")),
  m: onRow((row) => row.querySelector('a[href$="/message"]')?.click()),
  x: onRow((row) => row.querySelector("input[type=checkbox]")?.click()),
  u: () => document.querySelector(".undo-bar button")?.click(),
  "?": () => help.showModal(),
};

const types = (element) => element?.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  const act = keys[event.key];
  if (!act || event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (localStorage.getItem(OFF) || types(event.target) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  act();
});

choice.checked = !localStorage.getItem(OFF);
choice.addEventListener("change", () => {
  if (choice.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
});
document.getElementById("open-desk-tools").addEventListener("click", () => help.showModal());
