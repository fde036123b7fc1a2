// The room of room.js by Fastify.
//
// node server.js PORT DATABASE   says "ready" once it listens, and runs until it is ended
import Fastify from "fastify";
import * as room from "./room.js";

// By a schema of the answer Fastify writes JSON faster.
const joined = {
  type: "object",
  required: ["id", "ticket", "state"],
  properties: { id: { type: "integer" }, ticket: { type: "string" }, state: { type: "string" } },
};

const server = Fastify();

server.post("/guests", { schema: { body: room.asking, response: { 201: joined } } }, (request, reply) => {
  reply.code(201).send(room.join(request.body.name));
});

server.get("/desk", (_, reply) => {
  reply.type("text/html; charset=utf-8").send(room.desk());
});

server.post("/guests/:id/admit", { schema: { params: room.ofGuest } }, (request, reply) => {
  if (room.admit(request.params.id)) reply.redirect("/desk", 303);
  else reply.code(409).send(room.NOT_WAITING);
});

server.get("/guests/:id/events", { schema: { params: room.ofGuest } }, (request, reply) => {
  const { id } = request.params;
  const state = room.stateOf(id);
  if (state === undefined) {
    reply.code(404).send(room.UNKNOWN);
    return;
  }
  reply.hijack();
  room.follow(id, state, reply.raw);
});

await server.listen(room.address);
await room.untilEnded();
