// The room of room.js by Express.
//
// node express.js PORT DATABASE   says "ready" once it listens, and runs until it is ended
import { once } from "node:events";
import { STATUS_CODES } from "node:http";
import { Ajv } from "ajv";
import express from "express";
import * as room from "./room.js";

// Express checks nothing itself. These are the library and the options that Fastify checks with.
const ajv = new Ajv({ coerceTypes: "array", removeAdditional: true, useDefaults: true });

function checked(part, schema) {
  const fits = ajv.compile(schema);
  return (request, _response, next) => {
    if (fits(request[part])) next();
    else next(Object.assign(new Error(ajv.errorsText(fits.errors, { dataVar: part })), { status: 400 }));
  };
}

const server = express();
// Fastify adds neither, and a hash of each answer would be paid for by CPU.
server.disable("etag");
server.disable("x-powered-by");

// Fastify reads bodies up to this size.
server.post("/guests", express.json({ limit: "1mb" }), checked("body", room.asking), (request, response) => {
  response.status(201).json(room.join(request.body.name));
});

server.get("/desk", (_request, response) => {
  response.type("html").send(room.desk());
});

server.post("/guests/:id/admit", checked("params", room.ofGuest), (request, response) => {
  if (room.admit(request.params.id)) response.redirect(303, "/desk");
  else response.status(409).type("text").send(room.NOT_WAITING);
});

server.get("/guests/:id/events", checked("params", room.ofGuest), (request, response) => {
  const { id } = request.params;
  const state = room.stateOf(id);
  if (state === undefined) {
    response.status(404).type("text").send(room.UNKNOWN);
    return;
  }
  room.follow(id, state, response);
});

// Express knows an error's answer by its four arguments.
server.use((error, _request, response, _next) => {
  const { status: statusCode = 500, message } = error;
  response.status(statusCode).json({ statusCode, error: STATUS_CODES[statusCode], message });
});

await once(server.listen(room.address.port, room.address.host), "listening");
await room.untilEnded();
