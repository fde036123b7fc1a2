// The WebSocket to the embedded session: opened with a token, closed with a reason. docs/local-session.md has the messages.
import { Refused } from "./refused.js";

const OPEN_WITHIN = 8000;

// Why a connection ended, and why none came about, as the page needs to know it.
const ENDS = { removed: "removed", replaced: "replaced", misbehaved: "failed", restarting: "network", stopping: "network" };
const REFUSALS = {
  token_expired: "expired", token_invalid: "expired", token_voided: "voided",
  session_full: "full", server_full: "full", unsupported_version: "failed",
};

/** Opens a line; answers { line, welcome }. Until `line.received` is set, messages wait. */
export function openLine(token) {
  const socket = new WebSocket(new URL("/session/ws", location.href.replace(/^http/, "ws")));
  return new Promise((resolve, reject) => {
    let reason = "network";
    const giveUp = setTimeout(() => socket.close(), OPEN_WITHIN);
    socket.onopen = () => socket.send(JSON.stringify({ t: "connect", token, v: 1 }));
    socket.onclose = () => {
      clearTimeout(giveUp);
      reject(new Refused(reason));
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.t === "welcome") {
        clearTimeout(giveUp);
        resolve({ line: new Line(socket), welcome: message });
      } else if (message.t === "error") reason = REFUSALS[message.code] ?? "network";
      else if (message.t === "disconnected") reason = ENDS[message.reason] ?? "network";
    };
  });
}

class Line {
  #socket;
  #reason = "network";
  #early = [];
  #received;
  /** Called with the reason when the line ends by itself. */
  ended;

  constructor(socket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    socket.onclose = () => this.ended?.(this.#reason);
  }

  set received(handler) {
    this.#received = handler;
    for (const message of this.#early.splice(0)) handler(message);
  }

  #take(message) {
    if (message.t === "disconnected") this.#reason = ENDS[message.reason] ?? "network";
    else if (this.#received) this.#received(message);
    else this.#early.push(message);
  }

  send(message) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Ends it without `ended` being called. */
  close() {
    this.ended = undefined;
    this.#received = () => {};
    this.#socket.close(1000);
  }

  /** Ends it as a fault would. */
  fail() {
    const { ended } = this;
    this.close();
    ended?.("network");
  }
}
