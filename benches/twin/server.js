// The waiting room that benches/suite measures the product against: Fastify and better-sqlite3, a row and a line of the
// log for each change, on the disk before the answer. It asks nobody who they are and knows one room.
//
// node server.js PORT DATABASE   says "ready" once it listens, and runs until it is ended
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import Database from "better-sqlite3";
import Fastify from "fastify";
import { deskPage } from "./desk.js";

const HEARTBEAT_MS = 15_000;
const SHOWN = 100;

const [port, file] = process.argv.slice(2);
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

const insertGuest = database.prepare("INSERT INTO guest (name, ticket, state, asked_at) VALUES (?, ?, 'waiting', ?)");
const admitGuest = database.prepare("UPDATE guest SET state = 'admitted' WHERE id = ? AND state = 'waiting'");
const stateOf = database.prepare("SELECT state FROM guest WHERE id = ?").pluck();
const countWaiting = database.prepare("SELECT count(*) FROM guest WHERE state = 'waiting'").pluck();
const listWaiting = database.prepare(
  "SELECT id, name, asked_at AS askedAt FROM guest WHERE state = 'waiting' ORDER BY id LIMIT ?",
);
const insertLog = database.prepare("INSERT INTO log (guest, what, at) VALUES (?, ?, ?)");

const join = database.transaction((name) => {
  const now = Date.now();
  const ticket = randomBytes(16).toString("base64url");
  const id = Number(insertGuest.run(name, ticket, now).lastInsertRowid);
  insertLog.run(id, "asked", now);
  return { id, ticket, state: "waiting" };
});

// Whether it was this call that let the guest in.
const admit = database.transaction((id) => {
  const { changes } = admitGuest.run(id);
  if (changes === 1) insertLog.run(id, "admitted", Date.now());
  return changes === 1;
});

// The open streams of each guest.
const streams = new Map();
const status = (state) => `event: status\ndata: ${JSON.stringify({ state })}\n\n`;

function tell(id, state) {
  for (const stream of streams.get(id) ?? []) stream.write(status(state));
}

function follow(id, stream) {
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

const joined = {
  type: "object",
  required: ["id", "ticket", "state"],
  properties: { id: { type: "integer" }, ticket: { type: "string" }, state: { type: "string" } },
};
const asking = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: { name: { type: "string", minLength: 1, maxLength: 100 } },
};
const ofGuest = { type: "object", required: ["id"], properties: { id: { type: "integer", minimum: 1 } } };

const server = Fastify();

server.post("/guests", { schema: { body: asking, response: { 201: joined } } }, (request, reply) => {
  reply.code(201).send(join(request.body.name));
});

server.get("/desk", (_, reply) => {
  const page = deskPage(listWaiting.all(SHOWN), countWaiting.get(), Date.now());
  reply.type("text/html; charset=utf-8").send(page);
});

server.post("/guests/:id/admit", { schema: { params: ofGuest } }, (request, reply) => {
  const { id } = request.params;
  if (!admit(id)) {
    reply.code(409).send("This guest does not wait any more.");
    return;
  }
  tell(id, "admitted");
  reply.redirect("/desk", 303);
});

server.get("/guests/:id/events", { schema: { params: ofGuest } }, (request, reply) => {
  const { id } = request.params;
  const state = stateOf.get(id);
  if (state === undefined) {
    reply.code(404).send("There is no such guest.");
    return;
  }
  reply.hijack();
  reply.raw.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  reply.raw.write(status(state));
  follow(id, reply.raw);
});

await server.listen({ host: "127.0.0.1", port: Number(port) });
// The suite ends it by a signal; nobody has to wait for streams then.
console.log("ready");
await once(process, "SIGTERM");
process.exit(0);
