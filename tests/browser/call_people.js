// People in a call, each with a browser of their own: `guest.joins()`, `host.admits("Sam", "subscriber")`.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { binary, expect } from "./support.js";

/** Several browsers with cameras share this machine. */
const PATIENCE = 180_000;

/** For each file of tests: time enough, and nobody's cameras go on running into the next test. */
export function callTests(test) {
  test.describe.configure({ timeout: PATIENCE });
  test.afterEach(async ({ browser }) => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
}

/** What the page of somebody must not do, and how often it asked for devices. */
async function newPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, ...options });
  await context.addInitScript(() => {
    globalThis.askedForDevices = 0;
    const { mediaDevices } = navigator;
    const ask = mediaDevices?.getUserMedia.bind(mediaDevices);
    if (ask) mediaDevices.getUserMedia = (wanted) => {
      globalThis.askedForDevices += 1;
      return ask(wanted);
    };
  });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (/Content Security Policy|violates/i.test(message.text())) faults.push(message.text());
  });
  return { page, faults };
}

class Person {
  constructor({ page, faults }, name) {
    Object.assign(this, { page, faults, name });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Joins from the look before the call. */
  async joins() {
    await this.button("Join").click();
    await this.isIn();
  }

  async isIn() {
    await expect(this.page.getByText("connection is good")).toBeVisible({ timeout: 30_000 });
  }

  tile(name) {
    return this.page.locator(".tile", { has: this.page.locator("bdi", { hasText: name }) });
  }

  /** Frames of somebody's camera arrive, and go on arriving. */
  async sees(name) {
    await expect(this.tile(name)).toHaveAttribute("data-video", "on", { timeout: 30_000 });
    const first = await this.frames(name);
    await expect.poll(() => this.frames(name), { message: `${this.name} sees ${name}`, timeout: 30_000 }).toBeGreaterThan(first + 5);
  }

  frames(name) {
    return this.tile(name).locator("video").evaluate((video) => video.getVideoPlaybackQuality().totalVideoFrames);
  }

  async opensPeople() {
    await this.button("People").click();
  }

  /** Somebody's row in the open panel. */
  row(name) {
    return this.page.locator("#people-list .person", { hasText: name });
  }

  askedForDevices() {
    return this.page.evaluate(() => globalThis.askedForDevices);
  }
}

export class Host extends Person {
  /** The demo's host, at the desk and then in the call. */
  static async arrives(browser, demo, options) {
    const host = new Host(await newPage(browser, options), "Ana");
    await host.page.goto(demo.desk);
    await host.page.getByRole("main").getByRole("button").click();
    await host.page.waitForURL(/\/host\/rooms\/[0-9a-f-]+/);
    host.desk = new URL(host.page.url()).pathname;
    return host;
  }

  async entersTheCall() {
    await this.page.goto(new URL(`${this.desk}/call`, this.page.url()).href);
    await this.joins();
  }

  async admits(name, role = "publisher") {
    const id = await this.#find("door", "waiting", name, "id");
    await this.posts(`${this.desk}/admissions/${id}/admit`, { role });
  }

  async makes(name, role) {
    const id = await this.#find("roster", "people", name, "admission");
    await this.posts(`${this.desk}/admissions/${id}/role`, { role });
  }

  async sendsBack(name, message) {
    const id = await this.#find("roster", "people", name, "admission");
    await this.posts(`${this.desk}/admissions/${id}/send-back`, { message });
  }

  async #find(what, list, name, key) {
    let found;
    await expect.poll(async () => {
      const answer = await this.page.evaluate((path) => fetch(path).then((it) => it.json()), `${this.desk}/call/${what}`);
      found = answer[list].find((one) => one.name === name)?.[key];
      return found;
    }, { message: `${name} in the ${what}` }).toBeTruthy();
    return found;
  }

  async posts(path, fields) {
    const status = await this.page.evaluate(async ([to, form]) => {
      const headers = { accept: "application/json" };
      return (await fetch(to, { method: "POST", headers, body: new URLSearchParams(form) })).status;
    }, [path, fields]);
    expect(status, path).toBe(204);
  }
}

export class Guest extends Person {
  /** Comes by a link and asks to join. */
  static async asks(browser, invite, name, options) {
    const guest = new Guest(await newPage(browser, options), name);
    await guest.page.goto(invite);
    await guest.page.getByLabel("Your name").fill(name);
    await guest.button("Ask to join").click();
    await guest.page.waitForURL(/\/r\/[^/]+$/);
    return guest;
  }

  /** Comes, is admitted by the host, and joins. */
  static async isAdmitted(browser, demo, host, name, role = "publisher", options = {}) {
    const guest = await Guest.asks(browser, demo.invite, name, options);
    await host.admits(name, role);
    await guest.page.waitForURL(/\/call$/);
    if (role === "subscriber") await guest.isIn();
    else await guest.joins();
    return guest;
  }
}

/** A program with an admin's key: makes a room and lets people in. */
export class Program {
  static async of({ origin, folder }) {
    const create = ["api-key", "create", "--name", "test", "--scope", "admin"];
    const { stdout } = await promisify(execFile)(binary, create, { cwd: folder });
    return new Program(origin, stdout.trim());
  }

  constructor(origin, key) {
    Object.assign(this, { origin, key });
  }

  async asks(method, what, body) {
    const headers = { authorization: `Bearer ${this.key}`, "content-type": "application/json" };
    const url = `${this.origin}/api/v1${what}`;
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    expect(answer.ok, `${method} ${what}: ${answer.status}`).toBe(true);
    return answer.json();
  }

  async letsIn(browser, name, role) {
    const room = (this.room ??= await this.asks("POST", "/rooms", { title: "Rounds" }));
    const invite = await this.asks("POST", `/rooms/${room.id}/invites`, { role, entry: "wait" });
    const guest = await Guest.asks(browser, invite.url, name);
    const { items } = await this.asks("GET", `/rooms/${room.id}/admissions?state=waiting`);
    await this.asks("POST", `/admissions/${items[0].id}/admit`, {});
    await guest.page.waitForURL(/\/call$/);
    if (role === "subscriber") await guest.isIn();
    else await guest.joins();
    return guest;
  }
}

/** Nothing on any of the pages went wrong. */
export function expectNoFaults(...people) {
  for (const { name, faults } of people) expect(faults, name).toEqual([]);
}
