// How it stands with this guest: a stream for speed, a poll every 5 s (15 s when hidden) in case it is cut off. Any one
// of them alone is enough. Both carry the same status; `changed` is called with each that is new, and again with one that it
// could not follow, which it says by answering false.

const VISIBLE = 5000;
const HIDDEN = 15000;

export function follow(changed, base = location.pathname.replace(/\/call$/, "")) {
  const line = document.getElementById("connection");
  let last = "";
  let streaming = false;
  let timer;
  let stopped = false;

  async function tell(text) {
    if (text === last || stopped) return;
    last = text;
    if ((await changed(JSON.parse(text))) === false && last === text) last = "";
  }

  function show(connected) {
    if (line) line.hidden = connected;
    for (const ring of document.querySelectorAll(".ring[data-alive]")) ring.dataset.alive = connected;
  }

  async function poll() {
    clearTimeout(timer);
    if (stopped) return;
    try {
      const answer = await fetch(`${base}/status`, { headers: { accept: "application/json" }, cache: "no-store" });
      if (answer.ok) tell(await answer.text());
      else if (answer.status === 404 || answer.status === 410) tell('{"version":"unknown","state":"unknown"}');
      show(true);
    } catch {
      show(streaming);
    }
    timer = setTimeout(poll, document.hidden ? HIDDEN : VISIBLE);
  }

  let stream;
  function listen() {
    if (stopped) return;
    stream = new EventSource(`${base}/events`);
    stream.addEventListener("open", () => { streaming = true; show(true); });
    stream.addEventListener("status", (event) => tell(event.data));
    stream.addEventListener("error", () => {
      streaming = false;
      // A refused stream is not tried again by the browser: the poll goes on, and so do we, later.
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000 + Math.random() * 3000);
      poll();
    });
  }

  document.addEventListener("visibilitychange", () => { if (!document.hidden) poll(); });
  addEventListener("online", poll);
  addEventListener("pageshow", (event) => { if (event.persisted) poll(); });
  listen();
  poll();
  return () => { stopped = true; clearTimeout(timer); stream?.close(); };
}
