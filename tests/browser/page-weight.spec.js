// What a guest's phone has to load before the call: counted, so that it cannot grow unseen.
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "./support.js";
import { freshPage } from "./people.js";

const MOST_BYTES = 60_000;
const MOST_REQUESTS = 8;

/** Requests and bytes on the wire (bodies as they were sent, with headers) until a page is quiet. */
async function loaded(page, load) {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  const paths = new Map();
  let bytes = 0;
  client.on("Network.requestWillBeSent", ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await load();
  await page.waitForLoadState("load");
  // Streams stay open and polls go on; neither is part of the page.
  const files = [...paths.values()].filter((path) => !/\/(events|status)$/.test(path));
  await client.detach();
  return { bytes, requests: files.length, files };
}

test("the pages before the call are light: bytes and requests of an empty cache", async ({ browser, demo }) => {
  const form = await freshPage(browser);
  const join = await loaded(form, () => form.goto(demo.invite));
  await form.getByLabel("Your name").fill("Sam Okafor");
  await form.getByRole("button", { name: "Ask to join" }).click();
  await expect(form.getByRole("heading", { name: "You are in the right place." })).toBeVisible();

  const empty = await freshPage(browser);
  await empty.context().addCookies(await form.context().cookies());
  const waiting = await loaded(empty, () => empty.goto(form.url()));
  for (const [name, page] of Object.entries({ join, waiting })) {
    test.info().annotations.push({ type: name, description: `${page.bytes} bytes, ${page.requests} requests` });
    expect(page.bytes, `${name}: ${page.files}`).toBeGreaterThan(1000);
    expect(page.bytes, `${name}: ${page.files}`).toBeLessThanOrEqual(MOST_BYTES);
    expect(page.requests, `${name}: ${page.files}`).toBeLessThanOrEqual(MOST_REQUESTS);
    console.log(`${name}: ${page.bytes} bytes in ${page.requests} requests`);
  }
});

test("no stylesheet is larger than 25,000 bytes", async () => {
  for (const name of ["app", "host", "call"]) {
    const { size } = await stat(fileURLToPath(new URL(`../../static/css/${name}.css`, import.meta.url)));
    expect(size, name).toBeLessThanOrEqual(25_000);
  }
});
