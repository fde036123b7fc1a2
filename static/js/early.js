// A link that is not open yet: shows the time in the reader's own zone, and the form when it has come.
import { locale } from "./page.js";

const time = document.querySelector("time[data-opens]");
const opensAt = Date.parse(time.dateTime);
time.textContent = new Date(opensAt).toLocaleString(locale, {
  dateStyle: new Date(opensAt).toDateString() === new Date().toDateString() ? undefined : "medium",
  timeStyle: "short",
});

// Timers are cut short by sleeping phones: look at the clock once a second instead.
const ticking = setInterval(() => {
  if (Date.now() < opensAt + 300) return;
  clearInterval(ticking);
  location.reload();
}, 1000);
