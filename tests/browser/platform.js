// An imitation of the video platform: its API for the server under test, and for pages the hosts that the vendor's script
// talks to. The script is the real one, from npm; no byte leaves this machine.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { startServer } from "./support.js";

export const KEY = "99900001";
const SECRET = "0123456789abcdef0123456789abcdef01234567";
const SCRIPT = createRequire(import.meta.url).resolve("@opentok/client/dist/js/opentok.min.js");
/** Kinds of frames on the script's socket. */
const FRAME = { subscribe: 0, message: 2, connect: 3, disconnect: 4, ping: 7, pong: 8, status: 9 };
const PERMISSIONS = {
  subscriber: ["subscribe"],
  publisher: ["subscribe", "publish"],
  publisheronly: ["publish"],
  moderator: ["subscribe", "publish", "signal", "forceunpublish", "forcedisconnect", "forcemute"],
};
const OPEN = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };

export class Platform {
  /** What the server asked of the API, as "METHOD /path". */
  asked = [];
  /** What pages sent where: { host, path, headers, body }. */
  requests = [];
  /** Whoever connected, oldest first: { id, token, role, data, socket, isOpen, frames, streams }. */
  connections = [];

  static async start() {
    const platform = new Platform();
    platform.api = createServer((request, response) => platform.#answer(request, response));
    await new Promise((resolve) => { platform.api.listen(0, "127.0.0.1", resolve); });
    return platform;
  }

  /** The server under test, with this platform behind it: a demo. */
  async serves() {
    const api = `http://127.0.0.1:${this.api.address().port}`;
    const args = ["--provider", "opentok", "--video-api-url", api];
    return startServer({ args, env: { OPENTOK_API_KEY: KEY, OPENTOK_API_SECRET: SECRET } });
  }

  stop() {
    this.api.closeAllConnections();
    this.api.close();
  }

  #answer(request, response) {
    const asked = `${request.method} ${request.url}`;
    this.asked.push(asked);
    request.resume();
    if (request.method === "DELETE") this.puts(request.url.split("/").pop(), "forceDisconnected");
    if (request.method === "DELETE") return response.writeHead(204).end();
    const open = this.connections.filter(({ isOpen }) => isOpen);
    const items = open.map(({ id }) => ({ connectionId: id, connectionState: "Connected" }));
    const answer = asked === "POST /session/create" ? [{ session_id: newSession() }] : { count: items.length, items };
    return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }

  /** Answers a browser's requests to the platform, and refuses all others that leave this machine. */
  async behind(context) {
    await context.route((url) => url.hostname !== "127.0.0.1", async (route) => {
      const request = route.request();
      const { hostname: host, pathname: path } = new URL(request.url());
      if (request.method() === "OPTIONS") return route.fulfill({ status: 204, headers: OPEN });
      this.requests.push({ host, path, headers: await request.allHeaders(), body: request.postData() ?? "" });
      if (host === "static.opentok.com") return route.fulfill({ path: SCRIPT, contentType: "text/javascript; charset=utf-8" });
      if (host === "config.opentok.com") return route.fulfill({ headers: OPEN, json: {} });
      if (host === "anvil.opentok.com") return route.fulfill({ headers: OPEN, json: [this.#session(path)] });
      if (host === "hlg.tokbox.com") return route.fulfill({ status: 200, headers: OPEN, body: "" });
      return route.abort();
    });
    await context.routeWebSocket(/^wss:/, (socket) => this.#connected(socket));
  }

  #session(path) {
    return {
      session_id: path.split("/").pop(),
      partner_id: KEY,
      messaging_url: "wss://messages.opentok.com/rumorwebsocketsv2",
      messaging_server_url: "messages.opentok.com",
      media_server_hostname: "media.opentok.com",
      symphony_address: "symphony.imitated",
      ice_servers: [],
      ice_server: "",
      properties: { p2p: { preference: { value: "disabled" } }, simulcast: false, priorityVP8: {}, h264: {} },
    };
  }

  #connected(socket) {
    const one = { socket, isOpen: true, frames: [], streams: [], sent: [] };
    socket.onMessage((bytes) => this.#take(one, readFrame(Buffer.from(bytes))));
    socket.onClose(() => this.#closed(one));
  }

  #closed(one) {
    if (!one.isOpen) return;
    one.isOpen = false;
    if (one.id) this.#tellOthers(one, `connection/${one.id}`, "deleted", {}, "clientDisconnected");
  }

  #take(one, frame) {
    one.frames.push(frame);
    if (frame.kind === FRAME.ping) this.#send(one, { kind: FRAME.pong, headers: {}, data: "" });
    if (frame.kind === FRAME.connect) one.id = frame.headers.uniqueId;
    if (frame.kind !== FRAME.message) return;
    const { method, uri, content } = JSON.parse(frame.data);
    one.sent.push({ method, uri, content });
    const [, kind, id] = /\/(connection|stream)\/([^/]+)$/.exec(uri) ?? [];
    if (method === "create" && kind === "connection") this.#join(one, frame, uri);
    else if (method === "create" && kind === "stream") this.#publish(one, frame, uri, { ...content, id });
    else {
      this.#acknowledge(one, frame);
      this.#relay(one, method, uri, content, kind, id);
    }
  }

  // What one page asks for concerns the others.
  #relay(one, method, uri, content, kind, id) {
    const path = uri.slice(one.base.length - 1).replace(/^\//, "");
    if (method === "signal") this.#tellOthers(one, path, "signal", content);
    if (method === "update" && /\/channel\//.test(uri)) this.#tellOthers(one, path, "updated", content);
    else if (method === "update" && content.reason === "mute") this.#mute(kind === "stream" ? [id] : undefined, content);
    if (method === "delete" && kind === "connection") this.puts(id, "forceDisconnected");
    if (method === "delete" && kind === "stream") this.#endStream(one, id);
  }

  #mute(streams, { exclusion = [], ...content }) {
    for (const owner of this.connections.filter(({ isOpen }) => isOpen)) {
      for (const { id } of owner.streams) {
        const meant = streams ? streams.includes(id) : !exclusion.includes(id);
        if (meant) this.#message(owner, `stream/${id}`, "update", content);
      }
    }
  }

  #endStream(by, id) {
    const owner = this.connections.find(({ streams }) => streams.some((stream) => stream.id === id));
    if (!owner) return;
    owner.streams = owner.streams.filter((stream) => stream.id !== id);
    const reason = by === owner ? "clientDisconnected" : "forceUnpublished";
    if (by !== owner) this.#message(owner, `stream/${id}`, "deleted", {}, reason);
    this.#tellOthers(owner, `stream/${id}`, "deleted", {}, reason);
  }

  #join(one, frame, uri) {
    one.base = uri.replace(/connection\/.*/, "");
    one.token = frame.headers["X-TB-TOKEN-AUTH"];
    const fields = fieldsOf(one.token);
    Object.assign(one, { role: fields.role, data: fields.connection_data, creationTime: Date.now() });
    const others = this.connections.filter(({ isOpen }) => isOpen);
    this.connections.push(one);
    const state = {
      connection: [one, ...others].map(viewOf),
      stream: others.flatMap(({ streams }) => streams),
      archive: [],
    };
    this.#acknowledge(one, frame, state);
    this.#message(one, `connection/${one.id}`, "created", viewOf(one));
    this.#tellOthers(one, `connection/${one.id}`, "created", viewOf(one));
  }

  // As if its media had arrived: there is no media server here.
  #publish(one, frame, uri, content) {
    this.#acknowledge(one, frame, { id: content.id, iceServers: [] });
    const stream = { ...content, connectionId: one.id, connection: viewOf(one), creationTime: Date.now() };
    one.streams.push(stream);
    this.#message(one, `stream/${stream.id}`, "created", stream, undefined, frame.headers["TRANSACTION-ID"]);
    this.#tellOthers(one, `stream/${stream.id}`, "created", stream);
  }

  #acknowledge(one, frame, data) {
    const headers = { STATUS: "200", "TRANSACTION-ID": frame.headers["TRANSACTION-ID"] };
    this.#send(one, { kind: FRAME.status, headers, data: data ? JSON.stringify(data) : "" });
  }

  #tellOthers(one, path, method, content, reason) {
    for (const other of this.connections) {
      if (other !== one && other.isOpen) this.#message(other, path, method, content, reason);
    }
  }

  #message(one, path, method, content, reason, transaction = randomUUID()) {
    const headers = { "TRANSACTION-ID": transaction, "X-TB-FROM-ADDRESS": "symphony.imitated" };
    const data = JSON.stringify({ method, uri: `${one.base}${path}`, content, reason });
    this.#send(one, { kind: FRAME.message, headers, data });
  }

  #send(one, frame) {
    if (one.isOpen) one.socket.send(writeFrame(frame));
  }

  /** Puts a connection out, as the API's call does. */
  puts(id, reason) {
    const one = this.connections.find((connection) => connection.id === id && connection.isOpen);
    if (!one) return;
    this.#message(one, `connection/${id}`, "deleted", {}, reason);
    this.#closed(one);
  }

  /** Mutes everything that a connection publishes, as a moderator does. */
  mutes(one) {
    for (const { id } of one.streams) this.#message(one, `stream/${id}`, "update", { reason: "mute", active: true, channels: ["audio"] });
  }

  /** The newest connection of somebody with this role. */
  newest(role) {
    return this.connections.findLast((one) => one.role === role && one.isOpen);
  }
}

function viewOf({ id, data, role, creationTime }) {
  return { id, data, creationTime, permissions: PERMISSIONS[role], capabilities: [] };
}

export function fieldsOf(token) {
  const text = Buffer.from(token.slice("T1==".length), "base64").toString();
  return Object.fromEntries(new URLSearchParams(text.slice(text.indexOf(":") + 1)));
}

function newSession() {
  const text = `1~${KEY}~~${Date.now()}~${randomUUID()}~~`;
  return `2_${Buffer.from(text).toString("base64url")}`;
}

function readFrame(bytes) {
  let at = 8;
  const text = () => {
    const length = bytes.readUInt16BE(at);
    at += 2 + length;
    return bytes.toString("utf8", at - length, at);
  };
  const to = Array.from({ length: bytes[7] }, text);
  const count = bytes[at++];
  const headers = {};
  for (let n = 0; n < count; n += 1) {
    const name = text();
    headers[name] = text();
  }
  return { kind: bytes[6], to, headers, data: bytes.toString("utf8", at) };
}

function writeFrame({ kind, headers, data }) {
  const text = (value) => {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const pairs = Object.entries(headers).flatMap(([name, value]) => [text(name), text(value)]);
  const rest = Buffer.concat([Buffer.from([0, 0, kind, 0, Object.keys(headers).length]), ...pairs, Buffer.from(data)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(rest.length);
  return Buffer.concat([length, rest]);
}
