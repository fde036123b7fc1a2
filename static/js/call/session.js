// Being in the call: a token for the role of this moment, a connection with it, and both again after every fault.
import { Unsupported, create, prepare } from "../video/client.js";

const LONGEST_PAUSE = 4000;

export class Session {
  client;
  /** The generation of the token in use. */
  generation = 0;
  isIn = false;

  #base;
  #page;
  #wanted = 0;
  /** The generation with which the page was put out, and as what, until a newer one says that it was a role change. */
  #putOut;
  #running = false;
  #over = false;
  #wake = () => {};
  #script;
  /** The connection, its token's generation and what it publishes, where the server must be told. */
  #place;

  /**
   * `video` has the provider and the address of the vendor's script, if there is one. `page` has what is called: started(client) once, entered(snapshot), lost(), notAdmitted(), over(kind) with kind one
   * of replaced, removed, full, failed, unsupported.
   */
  constructor(base, { provider, script }, page) {
    this.#base = base;
    this.#page = page;
    this.#script = script;
    addEventListener("online", () => this.#wake());
    prepare(provider, script);
  }

  /** Enters, or enters anew, and does not rest before it is in or it is over. */
  async enter() {
    this.#over = false;
    if (this.#running) return;
    this.#running = true;
    for (let tries = 0; !this.#over; tries += 1) {
      const wait = await this.#try();
      if (wait === 0 && this.generation >= this.#wanted) break;
      if (wait === 0) tries = 0;
      else await this.#pause(wait ?? Math.min(LONGEST_PAUSE, 250 * 2 ** Math.min(tries, 5)));
    }
    this.#running = false;
  }

  /** The role has changed: tokens below this generation no longer count. */
  wants(generation) {
    if (generation <= this.#wanted) return;
    this.#wanted = generation;
    if (this.isIn && generation > this.generation) this.enter();
  }

  leave() {
    this.#over = true;
    this.isIn = false;
    this.client?.leave();
  }

  // 0: in (or over). Otherwise how long to wait, undefined for longer each time.
  async #try() {
    const pass = await this.#fetchPass();
    if (!pass?.token) return pass?.wait;
    if (pass.generation === this.#putOut?.generation) return this.#end(this.#putOut.kind);
    try {
      const known = this.client !== undefined;
      if (!known) this.#start(await create(pass, this.#script));
      const snapshot = await (known ? this.client.reconnect(pass) : this.client.connect(pass));
      this.generation = pass.generation;
      this.#wanted = Math.max(this.#wanted, pass.generation);
      this.isIn = true;
      this.#putOut = undefined;
      this.#place = snapshot.connection && { connection: snapshot.connection, generation: pass.generation, streams: [] };
      this.#tellPlace(this.#place);
      this.#page.entered(snapshot);
      return 0;
    } catch (error) {
      if (error instanceof Unsupported) return this.#end("unsupported");
      if (error.reason === "full" || error.reason === "failed") return this.#end(error.reason);
      if (error.reason === undefined) reportError(error);
      return undefined;
    }
  }

  /** What this page publishes now, by the streams' ids. */
  publishes(streams) {
    if (!this.isIn || !this.#place || streams.join() === this.#place.streams.join()) return;
    this.#place = { ...this.#place, streams };
    this.#tellPlace(this.#place);
  }

  // The platform knows connections, the server people: whoever is to be put out or muted must be known to both.
  async #tellPlace(place) {
    for (let tries = 0; place && this.isIn && this.#place === place && tries < 5; tries += 1) {
      try {
        const headers = { "content-type": "application/json", accept: "application/json" };
        const body = JSON.stringify(place);
        const answer = await fetch(`${this.#base}/connected`, { method: "POST", headers, body, redirect: "manual" });
        if (answer.status < 500 && answer.status !== 429) return;
      } catch {
        // No network for the moment.
      }
      const wait = 1000 * 2 ** tries;
      await new Promise((resolve) => { setTimeout(resolve, wait); });
    }
  }

  async #fetchPass() {
    try {
      const answer = await fetch(`${this.#base}/token`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: "{}",
        redirect: "manual",
      });
      if (answer.ok) return await answer.json();
      if (answer.status === 429) return { wait: 1000 * (Number(answer.headers.get("retry-after")) || 1) };
      if (answer.status >= 500) return undefined;
      this.#over = true;
      this.#page.notAdmitted();
    } catch {
      // No network, or no server: tried again.
    }
    return undefined;
  }

  #start(client) {
    this.client = client;
    client.on("disconnected", ({ reason }) => {
      this.isIn = false;
      if (reason === "left") return;
      if (reason === "failed") {
        this.#end(reason);
        return;
      }
      // By a moderator or another tab, or because the role has less now: the generation of the next token tells which.
      if (reason === "removed" || reason === "replaced") {
        this.#putOut = { generation: this.generation, kind: reason };
      }
      this.#page.lost();
      this.enter();
    });
    this.#page.started(client);
  }

  #end(kind) {
    this.#over = true;
    this.isIn = false;
    this.#putOut = undefined;
    this.#page.over(kind);
    return 0;
  }

  #pause(time) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, time * (0.75 + Math.random() / 2));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
