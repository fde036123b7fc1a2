// The bar of buttons, and the panels that two of them open.
import { count, showOnly } from "./pieces.js";

const bar = document.getElementById("controls");
const byId = (id) => document.getElementById(id);

/** `pressed` has what each button does, by its id. */
export function start(pressed) {
  for (const [id, act] of Object.entries(pressed)) byId(id)?.addEventListener("click", act);
  for (const panel of ["people", "door"]) {
    byId(`${panel}-button`)?.addEventListener("click", () => toggle(panel));
    byId(panel)?.querySelector("[data-close-panel]").addEventListener("click", () => toggle(panel));
    byId(panel)?.addEventListener("keydown", (event) => { if (event.key === "Escape") toggle(panel); });
  }
  bar.addEventListener("keydown", move);
}

// One panel at a time.
function toggle(panel) {
  for (const each of ["people", "door"]) {
    if (!byId(each)) continue;
    const open = each === panel && byId(each).hidden;
    const hadFocus = byId(each).contains(document.activeElement);
    byId(each).hidden = !open;
    byId(`${each}-button`).setAttribute("aria-expanded", open);
    if (hadFocus && !open) byId(`${each}-button`).focus();
  }
}

// Arrow keys go along the bar, as in every toolbar.
function move(event) {
  const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
  if (!(event.key in steps)) return;
  const buttons = [...bar.querySelectorAll("button, a")].filter((button) => button.offsetParent);
  const mirrored = document.documentElement.dir === "rtl" && Number.isFinite(steps[event.key]) ? -1 : 1;
  const at = buttons.indexOf(document.activeElement) + steps[event.key] * mirrored;
  buttons[Math.max(0, Math.min(buttons.length - 1, at))]?.focus();
  event.preventDefault();
}

/** Shows the buttons for what one may do, and how things are. */
export function render({ can, role, promoted, hand, hands, audio, video, screen }) {
  const needs = {
    publish: can.publish,
    moderate: can.moderate,
    ask: role === "subscriber",
    "step-down": promoted && can.publish && can.subscribe,
  };
  for (const element of document.querySelectorAll("[data-needs]")) {
    const hide = !needs[element.dataset.needs];
    if (hide && element.contains(document.activeElement)) byId("people-button").focus();
    element.hidden = hide;
  }
  showOnly(byId("microphone"), "word", audio ? "mute" : "unmute");
  byId("microphone").classList.toggle("off", !audio);
  showOnly(byId("camera"), "word", video ? "on" : "off");
  byId("camera").setAttribute("aria-pressed", video);
  byId("camera").classList.toggle("off", !video);
  byId("screen").setAttribute("aria-pressed", screen);
  if (byId("hand")) showOnly(byId("hand"), "word", hand ? "lower" : "raise");
  byId("hands-count").hidden = hands === 0;
  byId("hands-count").textContent = count(hands);
}
