// Short news at the foot of the page, read out politely. What says how to mend something stays until it is closed.
import { part } from "./pieces.js";

const SHOWN_FOR = 6000;

const place = document.getElementById("toasts");
const pieces = document.getElementById("news").content;

export function tell(key) {
  place.querySelector(`[data-news="${key}"]`)?.remove();
  const toast = pieces.querySelector(`[data-news="${key}"]`).cloneNode(true);
  if (key.startsWith("media-")) {
    const close = part(pieces, "close").cloneNode(true);
    close.addEventListener("click", () => toast.remove());
    toast.append(close);
  } else {
    setTimeout(() => toast.remove(), SHOWN_FOR);
  }
  place.append(toast);
}

export function takeBack(prefix) {
  for (const toast of place.querySelectorAll(`[data-news^="${prefix}"]`)) toast.remove();
}
