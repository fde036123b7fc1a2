// The VideoClient of the video platform, on top of the vendor's OT.js. client.js says what each method and event means.
// One session object serves all connections of the page: OT.js gives the same one for the same session.
import { Events } from "./events.js";
import { measure } from "./local_quality.js";
import { Publication, Subscription, settled } from "./opentok_media.js";
import { Refused } from "./refused.js";

const ENDS = { forceDisconnected: "removed", forceDisconnect: "removed" };
const REFUSALS = {
  OT_AUTHENTICATION_ERROR: "expired",
  OT_CONNECTION_LIMIT_EXCEEDED: "full",
  OT_INVALID_SESSION_ID: "failed",
  OT_BADLY_FORMED_RESPONSE: "failed",
  OT_API_KEY_DISABLED: "failed",
};
const SIGNAL = "roster";
const DISCONNECT_WITHIN = 3000;

export class OpenTokClient extends Events {
  #session;
  #heard = new WeakSet();
  #own;
  #people = new Map(); // views by connection
  #streams = new Map(); // OT.js's own by stream
  #publications = new Map(); // by name
  #subscriptions = new Map(); // by stream
  #sizes = new Map();
  #seen = new Map();
  /** Whether a connection of this page is in use: its end is then news. */
  #isIn = false;

  connect(pass) {
    return this.reconnect(pass);
  }

  async reconnect(pass) {
    await this.#end();
    const session = OT.initSession(pass.api_key ?? pass.application_id, pass.session_id);
    this.#session = session;
    if (!this.#heard.has(session)) session.on(this.#handlersOf(session));
    this.#heard.add(session);
    await settled((done) => { session.connect(pass.token, done); }).catch((error) => {
      throw new Refused(REFUSALS[error.message] ?? "network");
    });
    const { connection, capabilities } = session;
    this.#own = { connection: connection.connectionId, since: connection.creationTime, ...knownIn(connection) };
    this.#people.delete(this.#own.connection);
    this.#isIn = true;
    return {
      role: pass.role,
      connection: this.#own.connection,
      can: {
        publish: Boolean(capabilities.publish) && pass.role !== "subscriber",
        subscribe: Boolean(capabilities.subscribe) && pass.role !== "publisheronly",
        moderate: Boolean(capabilities.forceDisconnect) && pass.role === "moderator",
      },
      people: [...this.#people.values()],
      streams: [...this.#streams.values()].map(viewOf),
    };
  }

  async publish(wish) {
    this.#publications.get(wish.name)?.end();
    const { name } = wish;
    const publication = new Publication(this.#session, { ...wish }, {
      muted: () => this.emit("mutedByModerator", { name }),
      stopped: () => {
        if (this.#publications.get(name) === publication) this.#publications.delete(name);
        this.emit("stoppedByModerator", { name });
      },
    });
    this.#publications.set(name, publication);
    return publication.start();
  }

  unpublish(name) {
    this.#publications.get(name)?.end();
    this.#publications.delete(name);
  }

  subscribe(stream) {
    if (this.#subscriptions.has(stream) || !this.#streams.has(stream)) return;
    const arrived = (media) => this.emit("media", { stream, media });
    this.#subscriptions.set(stream, new Subscription(this.#session, this.#streams.get(stream), arrived));
  }

  unsubscribe(stream) {
    this.#subscriptions.get(stream)?.end();
    this.#subscriptions.delete(stream);
    this.#sizes.delete(stream);
  }

  layer(stream, size) {
    if (!this.#subscriptions.has(stream) || this.#sizes.get(stream) === size) return;
    this.#sizes.set(stream, size);
    this.#subscriptions.get(stream).prefer(size);
  }

  setAudio(name, on) {
    this.#publications.get(name)?.set({ audio: on });
  }

  setVideo(name, on) {
    this.#publications.get(name)?.set({ video: on });
  }

  async replaceTrack(name, kind, track) {
    const publication = this.#publications.get(name);
    if (!publication) return undefined;
    const replaced = await publication.replaceTrack(kind, track).catch(() => false);
    return replaced ? publication.stream : this.publish(publication.wish);
  }

  disconnectPerson(connection) {
    return settled((done) => { this.#session.forceDisconnect(connection, done); });
  }

  mute(stream) {
    return this.#streams.has(stream) && this.#session.forceMuteStream(this.#streams.get(stream)).catch(nameOnly);
  }

  // OT.js would not spare one's own streams unless they are named, and takes them as objects.
  muteAll(exceptStreams) {
    const own = [...this.#publications.values()].map((publication) => publication.object);
    const known = [...this.#streams.values(), ...own].filter(Boolean);
    const spared = known.filter(({ streamId }) => exceptStreams.includes(streamId));
    return this.#session.forceMuteAll(spared).catch(nameOnly);
  }

  stopPublishing(stream) {
    return settled((done) => { this.#session.forceUnpublish(stream, done); });
  }

  // Some roles may not signal: the others then read the roster with the next change.
  tellRosterChanged() {
    if (this.#isIn) this.#session.signal({ type: SIGNAL, data: "" }, () => {});
  }

  async levels() {
    const levels = new Map();
    for (const [stream, subscription] of this.#subscriptions) levels.set(stream, subscription.level);
    const camera = this.#publications.get("camera");
    if (camera?.stream) levels.set(camera.stream, camera.level);
    return levels;
  }

  quality() {
    return measure([...this.#subscriptions, ...this.#publications], this.#seen);
  }

  leave() {
    if (!this.#isIn) return;
    this.#end();
    this.emit("disconnected", { reason: "left" });
  }

  // Ends the present connection without its end being news.
  async #end() {
    this.#isIn = false;
    this.#drop();
    if (!this.#session) return;
    const patience = new Promise((resolve) => { setTimeout(resolve, DISCONNECT_WITHIN); });
    await Promise.race([this.#session.disconnect(), patience]);
  }

  #drop() {
    for (const name of [...this.#publications.keys()]) this.unpublish(name);
    for (const stream of [...this.#subscriptions.keys()]) this.unsubscribe(stream);
    this.#people.clear();
    this.#streams.clear();
  }

  #handlersOf(session) {
    const handlers = {
      connectionCreated: ({ connection }) => this.#joined(connection),
      connectionDestroyed: ({ connection, reason }) => this.#left(connection.connectionId, reason),
      streamCreated: ({ stream }) => {
        // Streams of connections that no token of ours opened are nobody's.
        if (!knownIn(stream.connection)) return;
        this.#streams.set(stream.streamId, stream);
        this.emit("streamAdded", viewOf(stream));
      },
      streamPropertyChanged: ({ stream }) => {
        if (this.#streams.has(stream.streamId)) this.emit("streamChanged", viewOf(stream));
      },
      streamDestroyed: ({ stream, reason }) => {
        if (!this.#streams.delete(stream.streamId)) return;
        this.unsubscribe(stream.streamId);
        const { connectionId: connection } = stream.connection;
        this.emit("streamRemoved", { stream: stream.streamId, connection, reason });
      },
      [`signal:${SIGNAL}`]: () => this.emit("rosterChanged"),
      sessionReconnecting: () => this.emit("reconnecting"),
      sessionReconnected: () => this.emit("reconnected"),
      sessionDisconnected: ({ reason }) => {
        if (!this.#isIn) return;
        this.#isIn = false;
        this.#drop();
        this.emit("disconnected", { reason: ENDS[reason] ?? "network" });
      },
    };
    const ofThis = (handler) => (event) => { if (session === this.#session) handler(event); };
    return Object.fromEntries(Object.entries(handlers).map(([event, handler]) => [event, ofThis(handler)]));
  }

  #joined(connection) {
    const known = knownIn(connection);
    const { connectionId, creationTime } = connection;
    if (!known || connectionId === this.#session.connection?.connectionId) return;
    if (this.#isIn && known.person === this.#own.person && isNewer(connection, this.#own)) {
      // The platform lets one person connect twice; here, as everywhere, the newer place counts.
      this.#end();
      this.emit("disconnected", { reason: "replaced" });
      return;
    }
    const person = { connection: connectionId, person: known.person, since: creationTime };
    this.#people.set(connectionId, person);
    this.emit("joined", person);
  }

  #left(connection, reason) {
    const person = this.#people.get(connection)?.person;
    if (this.#people.delete(connection)) this.emit("left", { connection, person, reason: ENDS[reason] ?? "left" });
  }
}

/** Who a connection is, by the data that its token carried: { person, generation }; nothing if no token of ours did. */
function knownIn(connection) {
  try {
    const { person, generation } = JSON.parse(connection.data);
    return typeof person === "string" && Number.isInteger(generation) ? { person, generation } : undefined;
  } catch {
    return undefined;
  }
}

function isNewer({ connectionId, creationTime }, own) {
  return creationTime > own.since || (creationTime === own.since && connectionId > own.connection);
}

/** As client.js describes it. The platform tells only what is on, and not who switched it off. */
function viewOf({ streamId, connection, name, hasAudio, hasVideo }) {
  return {
    stream: streamId,
    connection: connection.connectionId,
    person: knownIn(connection)?.person,
    name: name === "screen" ? "screen" : "camera",
    hasAudio: true,
    hasVideo: true,
    audio: Boolean(hasAudio),
    video: Boolean(hasVideo),
    muted: false,
  };
}

function nameOnly(error) {
  throw new Error(error.name ?? "OT_ERROR");
}
