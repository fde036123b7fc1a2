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
// What the tools of Chromium call "Slow 3G": bytes a second, and milliseconds until the first byte of an answer.
const NETWORK = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 2000 };

/** A phone with an empty cache; `bytes()` is what came over the wire so far, headers included. */
async function slowPhone(browser) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", NETWORK);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { context, page, bytes: () => bytes };
}

/** From the tap on the link: until something can be read, until the form can be filled in, until scripts have run too. */
async function visit(browser, invite) {
  const { context, page, bytes } = await slowPhone(browser);
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
  const result = { read, usable, loaded, waiting, formBytes, bothBytes: bytes() };
  await context.close();
  return result;
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const demo = await startServer({ command: "demo" });
const browser = await chromium.launch(config.use.launchOptions);
try {
  const visits = [];
  for (let number = 0; number < VISITS; number += 1) visits.push(await visit(browser, demo.invite));
  console.log(`${VISITS} visits, processor ${SLOWER} times slower, slow 3G; load ${loadavg()[0].toFixed(1)}`);
  console.log("| what | p50 | worst |\n|---|---|---|");
  for (const [what, key, unit] of [
    ["link opened → first words shown", "read", "ms"],
    ["link opened → name typed into the form", "usable", "ms"],
    ["link opened → everything loaded", "loaded", "ms"],
    ["“Ask to join” pressed → waiting page shown", "waiting", "ms"],
    ["bytes of the form", "formBytes", "bytes"],
    ["bytes of form and waiting page", "bothBytes", "bytes"],
  ]) {
    const values = visits.map((one) => one[key]);
    const say = (value) => `${Math.round(value).toLocaleString("en")} ${unit}`;
    console.log(`| ${what} | ${say(middle(values))} | ${say(Math.max(...values))} |`);
  }
} finally {
  await browser.close();
  await demo.stop();
}
