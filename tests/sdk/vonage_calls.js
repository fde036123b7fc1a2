// The same with the official SDK of the unified environment.
// node vonage_calls.js URL APPLICATION KEY-FILE CONNECTION STREAM SESSION…
import { readFileSync } from "node:fs";
import { Auth } from "@vonage/auth";
import { MediaMode, Video } from "@vonage/video";

const [url, applicationId, keyFile, connection, stream, ...sessions] = process.argv.slice(2);
const auth = new Auth({ applicationId, privateKey: readFileSync(keyFile, "utf8") });
const platform = new Video(auth, { videoHost: url });

const { sessionId: session } = await platform.createSession({ mediaMode: MediaMode.RELAYED });
await platform.disconnectClient(session, connection);
await platform.muteStream(session, stream);
await platform.forceMuteAll(session, [stream]);
await platform.sendSignal({ type: "note", data: "a & b" }, session);
await platform.sendSignal({ type: "note", data: "a & b" }, session, connection);
await platform.getStreamInfo(session);
console.log(JSON.stringify(sessions.map((id) => platform.generateClientToken(id, { role: "publisher" }))));
