// `/r/{code}`: keeps the page true. When the status says something else than the page, the page is read again and its
// main part put in place; a reload would show the same.
import { counted, refreshTimes } from "./page.js";
import { follow } from "./truth.js";
import { chime, start as startDevices } from "./devices.js";

startDevices();
offerAgain();
waitForOffer();

follow(async (status) => {
  const shown = document.querySelector("[data-version]")?.dataset.version;
  if (status.version === shown) return keep(status);
  const wanted = document.getElementById("chime")?.checked;
  if (!(await readAgain())) return false;
  if (status.state !== "admitted") return;
  if (wanted) chime();
});

// Small things change without a new page. Somebody admitted whose page has stayed here is called again.
function keep(status) {
  if (status.calls) enterCall();
  const host = document.getElementById("host-here");
  if (host) {
    host.classList.toggle("here", status.host_here);
    const text = status.host_here ? host.dataset.here : host.dataset.not;
    if (host.textContent !== text) host.textContent = text;
  }
  const position = document.getElementById("position");
  if (position && status.position) {
    const text = counted(position.dataset.forms, status.position);
    if (position.textContent !== text) position.textContent = text;
  }
}

async function readAgain() {
  let html;
  try {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    if (answer.redirected) return location.replace(answer.url); // to the room where the guest waits now
    if (answer.status >= 500 || answer.status === 429) return false; // the server is in trouble: the page stays as it is
    html = await answer.text();
  } catch {
    return false; // the next poll tries again
  }
  const next = new DOMParser().parseFromString(html, "text/html");
  const [title, message] = [heading(), said()];
  document.title = next.title;
  document.getElementById("main").replaceWith(document.adoptNode(next.getElementById("main")));
  refreshTimes();
  startDevices();
  offerAgain();
  waitForOffer();
  if (heading() !== title) announce();
  else if (said() !== message) readMessage();
  enterCall();
  return true;
}

const heading = () => document.querySelector(".status h2")?.textContent ?? "";
const said = () => document.getElementById("messages")?.textContent.trim() ?? "";

// Screen readers read what comes into a region that is there already: politely, it is no decision.
function readMessage() {
  const region = document.getElementById("messages");
  const message = [...region.childNodes];
  region.replaceChildren();
  requestAnimationFrame(() => region.replaceChildren(...message));
}

// One's own admission is the one thing that is said at once; see WCAG on status messages.
function announce() {
  const title = heading();
  document.title = `${title} – ${document.title}`;
  requestAnimationFrame(() => { document.getElementById("announce").textContent = title; });
}

const theCall = () => document.querySelector("[data-call]")?.dataset.call;
let entering = false;

// The words are read first. And a page that leaves for a server that is down could not come back by itself.
async function enterCall() {
  if (entering) return;
  entering = true;
  while (theCall()) {
    await new Promise((done) => setTimeout(done, 600));
    const there = await fetch(location.pathname, { cache: "no-store" }).catch(() => null);
    if (there?.ok && theCall()) break;
  }
  entering = false;
  if (theCall()) location.assign(theCall());
}

// The link by which this browser came, for whoever is no longer known.
function offerAgain() {
  const link = document.querySelector("[data-ask-again]");
  const invite = link && localStorage.getItem(`invite-${link.dataset.askAgain}`);
  if (!invite?.startsWith("/i/")) return;
  link.href = invite;
  link.hidden = false;
}

// After a denial, the button appears when its time has come.
function waitForOffer() {
  const from = document.querySelector("[data-from]")?.dataset.from;
  if (!from) return;
  const ticking = setInterval(() => {
    if (Date.now() < Date.parse(from) + 300) return;
    clearInterval(ticking);
    readAgain();
  }, 1000);
}
