// The waiting room that benches/suite measures the product against, without a framework: better-sqlite3, a row and a
// line of the log for each change, on the disk before the answer. It asks nobody who they are and knows one room.
// server.js and express.js answer with it, so that between them nothing differs but Fastify and Express.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import Database from "better-sqlite3";
import { deskPage } from "./desk.js";

const HEARTBEAT_MS = 15_000;
const SHOWN = 100;

// What comes in, checked before the room sees it.
export const asking = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: { name: { type: "string", minLength: 1, maxLength: 100 } },
};
export const ofGuest = { type: "object", required: ["id"], properties: { id: { type: "integer", minimum: 1 } } };

export const NOT_WAITING = "This guest does not wait any more.";
export const UNKNOWN = "There is no such guest.";

function open(file) {
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec(`
    CREATE TABLE guest (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, ticket TEXT NOT NULL, state TEXT NOT NULL, asked_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX guest_by_state ON guest (state, id);
    CREATE TABLE log (
      id INTEGER PRIMARY KEY, guest INTEGER NOT NULL REFERENCES guest, what TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT;
  `);
  return database;
}

// Both twins are started as: node SCRIPT PORT DATABASE
const [port, file] = process.argv.slice(2);
export const address = { host: "127.0.0.1", port: Number(port) };
const database = open(file);

const insertGuest = database.prepare("INSERT INTO guest (name, ticket, state, asked_at) VALUES (?, ?, 'waiting', ?)");
const admitGuest = database.prepare("UPDATE guest SET state = 'admitted' WHERE id = ? AND state = 'waiting'");
const selectState = database.prepare("SELECT state FROM guest WHERE id = ?").pluck();
const countWaiting = database.prepare("SELECT count(*) FROM guest WHERE state = 'waiting'").pluck();
const listWaiting = database.prepare(
  "SELECT id, name, asked_at AS askedAt FROM guest WHERE state = 'waiting' ORDER BY id LIMIT ?",
);
const insertLog = database.prepare("INSERT INTO log (guest, what, at) VALUES (?, ?, ?)");

export const join = database.transaction((name) => {
  const now = Date.now();
  const ticket = randomBytes(16).toString("base64url");
  const id = Number(insertGuest.run(name, ticket, now).lastInsertRowid);
  insertLog.run(id, "asked", now);
  return { id, ticket, state: "waiting" };
});

const decide = database.transaction((id) => {
  const { changes } = admitGuest.run(id);
  if (changes === 1) insertLog.run(id, "admitted", Date.now());
  return changes === 1;
});

// Whether it was this call that let the guest in; then the guest's pages know.
export function admit(id) {
  const admitted = decide(id);
  if (admitted) tell(id, "admitted");
  return admitted;
}

export const desk = () => deskPage(listWaiting.all(SHOWN), countWaiting.get(), Date.now());

// undefined: there is no such guest.
export const stateOf = (id) => selectState.get(id);

// The open streams of each guest.
const streams = new Map();
const status = (state) => `event: status\ndata: ${JSON.stringify({ state })}\n\n`;

function tell(id, state) {
  for (const stream of streams.get(id) ?? []) stream.write(status(state));
}

// Makes Node's bare response a stream that begins with this state. Frameworks have nothing of their own for streams.
export function follow(id, state, stream) {
  stream.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  stream.write(status(state));
  const own = streams.get(id) ?? new Set();
  streams.set(id, own.add(stream));
  stream.on("close", () => {
    own.delete(stream);
    if (own.size === 0) streams.delete(id);
  });
}

setInterval(() => {
  for (const own of streams.values()) for (const stream of own) stream.write(": here\n\n");
}, HEARTBEAT_MS).unref();

// Says that the twin listens. The suite ends it by a signal; nobody has to wait for streams then.
export async function untilEnded() {
  console.log("ready");
  await once(process, "SIGTERM");
  process.exit(0);
}
