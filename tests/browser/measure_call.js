// How long people in Chromium wait in a call: `node measure_call.js`, after `cargo build --release`. Prints a table; not a
// test, and nothing is asserted. docs/benchmarks.md holds what came out.
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import config from "./playwright.config.js";

const release = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../target/release/anteroom");
process.env.ANTEROOM_BINARY ??= release; // before support.js looks for it
const { startServer } = await import("./support.js");
const { Guest, Host, Program } = await import("./call_people.js");

const JOINS = 20;
const ROLE_CHANGES = 10;
const RESTARTS = 5;

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** In a page: notes when it asked for a token, and when each tile showed its first and its last frame. */
function stopwatch() {
  const ask = globalThis.fetch;
  globalThis.fetch = (...wish) => {
    if (String(wish[0]).endsWith("/token")) globalThis.askedAt ??= performance.now();
    return ask(...wish);
  };
  globalThis.shown = new Map(); // by tile, since names may come later: { first, last }
  globalThis.shownOf = (name) => [...shown].find(([tile]) => tile.querySelector("bdi").textContent === name)?.[1];
  const watched = new WeakMap();
  setInterval(() => {
    for (const tile of document.querySelectorAll(".tile:not([data-own])")) {
      const video = tile.querySelector("video");
      if (!video.srcObject || watched.get(video) === video.srcObject) continue;
      const media = video.srcObject;
      watched.set(video, media);
      const note = (now) => {
        if (video.srcObject !== media) return;
        globalThis.shown.set(tile, { first: now, ...globalThis.shown.get(tile), last: now });
        video.requestVideoFrameCallback(note);
      };
      video.requestVideoFrameCallback(note);
    }
  }, 5);
}

/** Kim comes anew, again and again, to a call with two others. */
async function joins(kim) {
  const times = [];
  for (let at = 0; at < JOINS; at += 1) {
    await kim.page.reload();
    const first = await kim.page.waitForFunction(() => {
      const firsts = [...globalThis.shown.values()].map((times) => times.first);
      return firsts.length > 0 && Math.min(...firsts) - globalThis.askedAt;
    });
    times.push(await first.jsonValue());
    await pause(1500);
  }
  return times;
}

/** Ana gives a role; answers when that was, on her page's clock. */
async function gives(ana, name, role) {
  const at = await ana.page.evaluate(() => {
    globalThis.shown.clear();
    return performance.now();
  });
  await ana.makes(name, role);
  return at;
}

/** A viewer who asked to speak is made speaker, and a viewer again: what Ana sees of it. */
async function roleChanges(ana, vera) {
  const [up, down] = [[], []];
  for (let at = 0; at < ROLE_CHANGES; at += 1) {
    await vera.button("Raise hand").click();
    await pause(1000);
    const promoted = await gives(ana, "Vera", "publisher");
    const first = await ana.page.waitForFunction(() => globalThis.shownOf("Vera")?.first);
    up.push((await first.jsonValue()) - promoted);
    await pause(2500);
    const demoted = await gives(ana, "Vera", "subscriber");
    await pause(2000);
    const last = await ana.page.evaluate(() => globalThis.shownOf("Vera")?.last);
    down.push(Math.max(0, (last ?? 0) - demoted));
  }
  return { up, down };
}

/** The server is killed and started again: until everybody sees both of the others. */
async function restarts(browser) {
  const folder = await mkdtemp(path.join(tmpdir(), "anteroom-"));
  const start = (listen) => startServer({ command: "serve", folder, listen });
  let server = await start("127.0.0.1:0");
  const times = [];
  try {
    const people = await threeIn(browser, server);
    const allSee = () => Promise.all(people.map(({ page }) =>
      page.waitForFunction(() => globalThis.shown.size === 2, null, { polling: 20, timeout: 60_000 })));
    for (let at = 0; at < RESTARTS; at += 1) {
      await allSee();
      await pause(3000);
      await server.stop("SIGKILL");
      const killed = performance.now();
      await pause(200); // the last pictures on their way
      for (const { page } of people) await page.evaluate(() => globalThis.shown.clear());
      server = await start(new URL(server.origin).host);
      await allSee();
      times.push(performance.now() - killed);
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return times;
}

/** Three speakers in a call of a server that outlives its process, each with a stopwatch. */
async function threeIn(browser, server) {
  const program = await Program.of(server);
  const people = [];
  for (const name of ["Ana", "Sam", "Kim"]) people.push(await program.letsIn(browser, name, "publisher"));
  for (const { page } of people) {
    await page.addInitScript(stopwatch);
    await page.reload();
  }
  return people;
}

function row(what, times) {
  times.sort((one, other) => one - other);
  const at = (share) => `${Math.round(times[Math.floor((times.length - 1) * share)])} ms`.padStart(8);
  const [load] = loadavg();
  console.log(what.padEnd(48), String(times.length).padStart(3), at(0.5), at(0.95), at(1), ` load ${load.toFixed(1)}`);
}

const browser = await chromium.launch(config.use.launchOptions);
const demo = await startServer();
try {
  console.log("what is waited for".padEnd(48), "times", "p50".padStart(6), "p95".padStart(8), "max".padStart(8));
  const ana = await Host.arrives(browser, demo);
  await ana.page.addInitScript(stopwatch);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  const kim = await Guest.isAdmitted(browser, demo, ana, "Kim");
  await kim.page.addInitScript(stopwatch);
  row("token asked for → first remote frame shown", await joins(kim));
  await kim.page.context().close();
  const vera = await Guest.isAdmitted(browser, demo, ana, "Vera", "subscriber");
  const { up, down } = await roleChanges(ana, vera);
  row("viewer made speaker → first frame at another", up);
  row("speaker made viewer → last frame at another", down);
  for (const { page } of [ana, sam, vera]) await page.context().close();
  row("server killed → all three see one another", await restarts(browser));
} finally {
  await browser.close();
  await demo.stop();
}
