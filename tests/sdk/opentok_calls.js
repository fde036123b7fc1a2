// Does every call that Anteroom does, with the official SDK of the classic environment.
// node opentok_calls.js URL KEY SECRET CONNECTION STREAM SESSION…   prints a token for each session, as JSON.
import { promisify } from "node:util";
import OpenTok from "opentok";

const [url, key, secret, connection, stream, ...sessions] = process.argv.slice(2);
const platform = new OpenTok(key, secret, url);
const call = (name, ...given) => promisify(platform[name].bind(platform))(...given);

const made = await call("createSession", { mediaMode: "relayed" });
const session = made.sessionId;
await call("forceDisconnect", session, connection);
await call("forceMuteStream", session, stream);
await call("forceMuteAll", session, { excludedStreamIds: [stream] });
await call("signal", session, null, { type: "note", data: "a & b" });
await call("signal", session, connection, { type: "note", data: "a & b" });
await call("listStreams", session);
const tokens = sessions.map((id) => platform.generateToken(id, { role: "publisher" }, true));
console.log(JSON.stringify(tokens));
