// How long a guest with a slow phone waits for the form and for the waiting page: `node measure_form.js`, after
// `cargo build --release`. Prints a table; not a test, and nothing is asserted. docs/benchmarks.md holds what came out.
import { loadavg } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import config from "./playwright.config.js";

const release = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../target/release/anteroom");
process.env.ANTEROOM_BINARY ??= release; // before support.js looks for it
const { startServer } = await import("./support.js");

const VISITS = 5;
const SLOWER = 4; // times, of the processor
// Bytes a second, and milliseconds until the first byte of an answer. The first is what Lighthouse takes for a phone on a slow
// line, the second what the tools of Chromium call "Slow 3G".
const NETWORKS = [
  { name: "slow 4G (150 ms, 1.6 Mbit/s)", throughput: 200_000, latency: 150 },
  { name: "slow 3G (2 s, 400 kbit/s)", throughput: 50_000, latency: 2000 },
];

/** A phone with an empty cache; `bytes()` is what came over the wire so far, headers included. */
async function slowPhone(browser, { throughput, latency }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await client.send("Network.enable");
  const network = { offline: false, downloadThroughput: throughput, uploadThroughput: throughput, latency };
  await client.send("Network.emulateNetworkConditions", network);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { context, page, bytes: () => bytes };
}

/** From the tap on the link: until something can be read, until the form can be filled in, until scripts have run too. */
async function visit(browser, network, invite) {
  const { context, page, bytes } = await slowPhone(browser, network);
  const start = performance.now();
  const since = () => performance.now() - start;
  await page.goto(invite, { waitUntil: "commit", timeout: 120_000 });
  await page.getByLabel("Your name").fill("Sam Okafor", { timeout: 120_000 });
  const usable = since();
  await page.waitForLoadState("load", { timeout: 120_000 });
  const loaded = since();
  const read = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  const formBytes = bytes();
  const asked = performance.now();
  await page.getByRole("button", { name: "Ask to join" }).click({ timeout: 120_000 });
  await page.getByRole("heading", { name: "You are in the right place." }).waitFor({ timeout: 120_000 });
  const waiting = performance.now() - asked;
  await page.waitForLoadState("load", { timeout: 120_000 });
  const waitingShift = await shifted(page);
  const result = { read, usable, loaded, waiting, formBytes, bothBytes: bytes(), waitingShift };
  await context.close();
  return result;
}

/** How far things moved on the page by themselves, as browsers count it: 0 is not at all. */
const shifted = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += entry.hadRecentInput ? 0 : entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );

/** A visit of somebody who only looks: a form that is typed into before it is painted is never seen to move. */
async function shiftOfForm(browser, network, invite) {
  const { context, page } = await slowPhone(browser, network);
  await page.goto(invite, { timeout: 120_000 });
  const shift = await shifted(page);
  await context.close();
  return shift;
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const demo = await startServer({ command: "demo" });
const browser = await chromium.launch(config.use.launchOptions);
try {
  for (const network of NETWORKS) {
    const visits = [];
    for (let number = 0; number < VISITS; number += 1) {
      visits.push({ ...(await visit(browser, network, demo.invite)), formShift: await shiftOfForm(browser, network, demo.invite) });
    }
    console.log(`\n${VISITS} visits, processor ${SLOWER} times slower, ${network.name}; load ${loadavg()[0].toFixed(1)}`);
    console.log("| what | p50 | worst |\n|---|---|---|");
    for (const [what, key, unit] of [
      ["link opened → name typed into the form", "usable", " ms"],
      ["link opened → first words shown", "read", " ms"],
      ["link opened → everything loaded", "loaded", " ms"],
      ["“Ask to join” pressed → waiting page shown", "waiting", " ms"],
      ["bytes of the form", "formBytes", ""],
      ["bytes of form and waiting page", "bothBytes", ""],
      ["layout shift of the form", "formShift", ""],
      ["layout shift of the waiting page", "waitingShift", ""],
    ]) {
      const values = visits.map((one) => one[key]);
      const say = (value) => `${(unit ? Math.round(value) : value).toLocaleString("en")}${unit}`;
      console.log(`| ${what} | ${say(middle(values))} | ${say(Math.max(...values))} |`);
    }
  }
} finally {
  await browser.close();
  await demo.stop();
}
