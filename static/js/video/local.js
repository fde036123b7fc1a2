// The VideoClient of the embedded session. client.js says what each method and event means.
import { Events } from "./events.js";
import { openLine } from "./local_line.js";
import { Incoming, Outgoing } from "./local_media.js";
import { measure } from "./local_quality.js";

const ANSWER_WITHIN = 10_000;
/** A media path that breaks this often without working in between is a broken network. */
const MOST_BREAKS = 4;

export class LocalClient extends Events {
  #line;
  #outgoing = new Map(); // by name
  #incoming = new Map(); // by stream
  #streams = new Map(); // views of the others' streams
  #people = new Map(); // by connection
  #layers = new Map();
  #waiting = new Map(); // publications without an answer, by ref
  #seen = new Map();
  #refs = 0;

  constructor() {
    super();
    // The old path is of no use in a new network, and the browser would take long to notice.
    addEventListener("online", () => this.#line?.fail());
  }

  connect(pass) {
    return this.reconnect(pass);
  }

  async reconnect({ token }) {
    const { line, welcome } = await openLine(token);
    this.#line?.close();
    this.#dropMedia();
    this.#line = line;
    this.#people = new Map(welcome.connections.map((person) => [person.connection, person]));
    this.#streams = new Map(welcome.streams.map((stream) => [stream.stream, stream]));
    line.ended = (reason) => this.#ended(reason);
    // Messages wait until the page has taken in the answer.
    setTimeout(() => { if (this.#line === line) line.received = (message) => this.#take(message); });
    const { publish, subscribe, moderate } = welcome.capabilities;
    return {
      role: welcome.role,
      can: { publish, subscribe, moderate },
      people: welcome.connections,
      streams: welcome.streams,
    };
  }

  async publish(wish) {
    this.#outgoing.get(wish.name)?.close();
    const outgoing = new Outgoing({ ...wish }, () => this.#republish(wish.name));
    this.#outgoing.set(wish.name, outgoing);
    const ref = `${wish.name}-${++this.#refs}`;
    const sdp = await outgoing.offer();
    const { audio, video } = outgoing.wish;
    const published = await this.#ask(ref, { t: "publish", ref, sdp, name: wish.name, audio, video });
    if (this.#outgoing.get(wish.name) !== outgoing) {
      this.#send({ t: "unpublish", stream: published.stream });
      throw new Error("no longer wanted");
    }
    outgoing.stream = published.stream;
    await outgoing.accept(published.sdp);
    if (outgoing.wish.audio !== audio || outgoing.wish.video !== video) {
      this.#set(outgoing, { audio: outgoing.wish.audio, video: outgoing.wish.video });
    }
    return published.stream;
  }

  unpublish(name) {
    const outgoing = this.#outgoing.get(name);
    if (!outgoing) return;
    if (outgoing.stream) this.#send({ t: "unpublish", stream: outgoing.stream });
    this.#forgetOutgoing(name);
  }

  subscribe(stream) {
    if (this.#incoming.has(stream)) return;
    this.#incoming.set(stream, new Incoming());
    this.#send({ t: "subscribe", stream });
  }

  unsubscribe(stream) {
    if (!this.#incoming.has(stream)) return;
    this.#forgetIncoming(stream);
    this.#send({ t: "unsubscribe", stream });
  }

  layer(stream, size) {
    const rid = size === "small" ? "l" : "h";
    if (!this.#incoming.has(stream) || this.#layers.get(stream) === rid) return;
    this.#layers.set(stream, rid);
    this.#send({ t: "layer", stream, rid });
  }

  setAudio(name, on) {
    this.#set(this.#outgoing.get(name), { audio: on });
  }

  setVideo(name, on) {
    this.#set(this.#outgoing.get(name), { video: on });
  }

  async replaceTrack(name, kind, track) {
    await this.#outgoing.get(name)?.replaceTrack(kind, track);
  }

  disconnectPerson(connection) {
    this.#send({ t: "disconnect", connection });
  }

  mute(stream) {
    this.#send({ t: "mute", stream });
  }

  muteAll(exceptStreams) {
    this.#send({ t: "muteAll", except: exceptStreams });
  }

  stopPublishing(stream) {
    this.#send({ t: "stopPublishing", stream });
  }

  tellRosterChanged() {
    this.#send({ t: "signal", kind: "roster", data: "" });
  }

  async levels() {
    const levels = new Map();
    for (const [stream, incoming] of this.#incoming) levels.set(stream, incoming.level());
    const camera = this.#outgoing.get("camera");
    if (camera?.stream) levels.set(camera.stream, await camera.level());
    return levels;
  }

  quality() {
    const connections = [...this.#incoming, ...this.#outgoing].filter(([, connection]) => connection.stats());
    return measure(connections, this.#seen);
  }

  leave() {
    if (!this.#line) return;
    this.#line.close();
    this.#ended("left");
  }

  #ended(reason) {
    this.#line = undefined;
    this.#dropMedia();
    this.emit("disconnected", { reason });
  }

  #dropMedia() {
    for (const name of [...this.#outgoing.keys()]) this.#forgetOutgoing(name);
    for (const stream of [...this.#incoming.keys()]) this.#forgetIncoming(stream);
    for (const { reject } of this.#waiting.values()) reject(new Error("the connection ended"));
    this.#waiting.clear();
  }

  #forgetOutgoing(name) {
    this.#outgoing.get(name)?.close();
    this.#outgoing.delete(name);
  }

  #forgetIncoming(stream) {
    this.#incoming.get(stream)?.close();
    this.#incoming.delete(stream);
    this.#layers.delete(stream);
  }

  #send(message) {
    this.#line?.send(message);
  }

  // No answer in time means that nobody is at the other end any more.
  #ask(ref, message) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#line?.fail(), ANSWER_WITHIN);
      const settle = (how) => (value) => {
        clearTimeout(timer);
        this.#waiting.delete(ref);
        how(value);
      };
      this.#waiting.set(ref, { resolve: settle(resolve), reject: settle(reject) });
      if (!this.#line) this.#waiting.get(ref).reject(new Error("not connected"));
      this.#send(message);
    });
  }

  #set(outgoing, wish) {
    if (!outgoing) return;
    Object.assign(outgoing.wish, wish);
    if (outgoing.stream) this.#send({ t: "set", stream: outgoing.stream, ...wish });
  }

  #nameOf(stream) {
    return [...this.#outgoing].find(([, outgoing]) => outgoing.stream === stream)?.[0];
  }

  async #republish(name) {
    const outgoing = this.#outgoing.get(name);
    if (!outgoing) return;
    this.emit("reconnecting");
    const { wish } = outgoing;
    this.unpublish(name);
    try {
      await this.publish(wish);
      this.emit("reconnected");
    } catch {
      this.#line?.fail();
    }
  }

  #resubscribe(stream) {
    const incoming = this.#incoming.get(stream);
    if (!incoming) return;
    if (++incoming.breaks > MOST_BREAKS) {
      this.#line?.fail();
      return;
    }
    incoming.close();
    this.#layers.delete(stream);
    setTimeout(() => {
      if (this.#incoming.get(stream) === incoming) this.#send({ t: "subscribe", stream });
    }, 500 * (incoming.breaks - 1));
  }

  async #answer({ conn, stream, sdp }) {
    const incoming = this.#incoming.get(stream);
    if (!incoming) return;
    const arrived = (media) => this.emit("media", { stream, media });
    try {
      const answer = await incoming.answer(conn, sdp, arrived, () => this.#resubscribe(stream));
      if (incoming.conn === conn) this.#send({ t: "answer", conn, sdp: answer });
    } catch {
      // Closed in the meantime, or replaced by a newer offer.
    }
  }

  #take(message) {
    this.#handlers[message.t]?.(message);
  }

  #handlers = {
    joined: ({ t, ...person }) => {
      this.#people.set(person.connection, person);
      this.emit("joined", person);
    },
    left: ({ connection, reason }) => {
      const person = this.#people.get(connection)?.person;
      this.#people.delete(connection);
      this.emit("left", { connection, person, reason });
    },
    published: (message) => this.#waiting.get(message.ref)?.resolve(message),
    streamCreated: ({ t, ...stream }) => {
      this.#streams.set(stream.stream, stream);
      this.emit("streamAdded", stream);
    },
    streamChanged: ({ t, ...stream }) => {
      if (!this.#streams.has(stream.stream)) return; // one's own
      this.#streams.set(stream.stream, stream);
      this.emit("streamChanged", stream);
    },
    streamDestroyed: ({ stream, connection, reason }) => {
      if (this.#streams.delete(stream)) {
        this.#forgetIncoming(stream);
        this.emit("streamRemoved", { stream, connection, reason });
      } else if (reason === "network") this.#republish(this.#nameOf(stream));
    },
    offer: (message) => this.#answer(message),
    closed: ({ conn, stream }) => {
      if (this.#incoming.get(stream)?.conn === conn) this.#resubscribe(stream);
    },
    muteForced: ({ stream }) => {
      const outgoing = this.#outgoing.get(this.#nameOf(stream));
      if (!outgoing) return;
      outgoing.wish.audio = false;
      this.emit("mutedByModerator", { name: outgoing.wish.name });
    },
    unpublishForced: ({ stream }) => {
      const name = this.#nameOf(stream);
      if (!name) return;
      this.#forgetOutgoing(name);
      this.emit("stoppedByModerator", { name });
    },
    signal: ({ kind }) => {
      if (kind === "roster") this.emit("rosterChanged");
    },
    error: ({ op, on, code }) => {
      if (op === "publish") this.#waiting.get(on)?.reject(new Error(code));
      if (op === "subscribe" && code === "too_fast") this.#resubscribe(on);
    },
  };
}
