// Keeps the list of rooms true: asks for the page again and changes only what is different, so that neither pointer nor
// focus loses its place.

import { refreshTimes } from "./page.js";

const EVERY_MS = 1000; // a page of at most some hundred rows, and nothing while it is hidden

// Nothing moves under the pointer or the focus.
const isUsed = (part) => part.querySelector("button") && (part.matches(":hover") || part.contains(document.activeElement));

function copyIfDifferent(from, to) {
  if (from && to && from.outerHTML !== to.outerHTML && !isUsed(to)) {
    to.hidden = from.hidden;
    to.className = from.className;
    to.innerHTML = from.innerHTML;
  }
}

function bring(fresh) {
  const list = document.getElementById("rooms");
  const freshList = fresh.getElementById("rooms");
  if (!list || !freshList) return;
  const known = [...list.children].map((row) => row.dataset.room).join();
  const now = [...freshList.children].map((row) => row.dataset.room).join();
  if (known !== now && !list.contains(document.activeElement)) {
    list.replaceChildren(...freshList.children);
  } else {
    for (const row of freshList.children) {
      const own = list.querySelector(`[data-room="${row.dataset.room}"]`);
      for (const part of row.querySelectorAll("[data-part]")) {
        copyIfDifferent(part, own?.querySelector(`[data-part="${part.dataset.part}"]`));
      }
    }
  }
  copyIfDifferent(fresh.getElementById("rooms-waiting"), document.getElementById("rooms-waiting"));
  document.title = fresh.title;
  refreshTimes();
}

async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (answer.ok && !answer.redirected) bring(new DOMParser().parseFromString(await answer.text(), "text/html"));
    else if (answer.redirected) location.reload();
  } catch {
    // The network is away; the next round tries again.
  }
}

setInterval(refresh, EVERY_MS);
document.addEventListener("visibilitychange", refresh);
