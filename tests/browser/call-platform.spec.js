// The call on the video platform: the vendor's real script, with the platform's hosts imitated.
import { callTests } from "./call_people.js";
import { tokensOf } from "./people.js";
import { Platform, KEY, fieldsOf } from "./platform.js";
import { expect, test as base } from "./support.js";

const test = base.extend({
  platform: async ({}, use) => {
    const platform = await Platform.start();
    await use(platform);
    platform.stop();
  },
  demo: async ({ platform }, use) => {
    const server = await platform.serves();
    await use(server);
    await server.stop();
  },
});
callTests(test);

async function page(browser, platform) {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  await platform.behind(context);
  const opened = await context.newPage();
  opened.faults = [];
  opened.passes = tokensOf(opened);
  opened.texts = [];
  opened.on("pageerror", (error) => opened.faults.push(String(error)));
  opened.on("console", (message) => opened.texts.push(message.text()));
  await context.addInitScript(() => {
    globalThis.askedForDevices = 0;
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (wanted) => {
      globalThis.askedForDevices += 1;
      return ask(wanted);
    };
  });
  return opened;
}

/** The demo's host at the desk, and what decides there. */
async function hostOf(browser, demo, platform) {
  const host = await page(browser, platform);
  await host.goto(demo.desk);
  await host.getByRole("main").getByRole("button").click();
  await host.waitForURL(/\/host\/rooms\/[0-9a-f-]+/);
  const desk = new URL(host.url()).pathname;
  host.decides = async (admission, act, form = {}) => {
    const status = await host.evaluate(async ([to, fields]) => {
      const headers = { accept: "application/json" };
      return (await fetch(to, { method: "POST", headers, body: new URLSearchParams(fields) })).status;
    }, [`${desk}/admissions/${admission}/${act}`, form]);
    expect(status).toBe(204);
  };
  host.entersTheCall = async () => {
    await host.goto(new URL(`${desk}/call`, host.url()).href);
    await host.getByRole("button", { name: "Join", exact: true }).click();
    await expect(host.getByText("connection is good")).toBeVisible({ timeout: 30_000 });
  };
  host.waiting = () => host.evaluate((path) => fetch(path).then((it) => it.json()), `${desk}/call/door`);
  return host;
}

async function guestIn(browser, demo, platform, host, role) {
  const guest = await page(browser, platform);
  await guest.goto(demo.invite);
  await guest.getByLabel("Your name").fill("Sam");
  await guest.getByRole("button", { name: "Ask to join" }).click();
  await guest.waitForURL(/\/r\/[^/]+$/);
  await expect.poll(async () => (await host.waiting()).count).toBe(1);
  guest.admission = (await host.waiting()).waiting[0].id;
  await host.decides(guest.admission, "admit", { role });
  await guest.waitForURL(/\/call$/);
  if (role !== "subscriber") await guest.getByRole("button", { name: "Join", exact: true }).click();
  await expect(guest.getByText("connection is good")).toBeVisible({ timeout: 30_000 });
  return guest;
}

test("key, session and token arrive unchanged wherever the script says them, and nowhere else", async ({ browser, demo, platform }) => {
  const host = await hostOf(browser, demo, platform);
  const guest = await guestIn(browser, demo, platform, host, "subscriber");
  const [pass] = guest.passes;
  expect(pass).toMatchObject({ provider: "opentok", api_key: KEY, role: "subscriber" });
  const config = platform.requests.find(({ host: name }) => name === "config.opentok.com");
  expect(config.path).toContain(`/project/${KEY}/`);
  expect(config.headers["x-tb-token-auth"]).toBe(pass.token);
  const anvil = platform.requests.find(({ host: name }) => name === "anvil.opentok.com");
  expect(anvil.path).toBe(`/session/${pass.session_id}`);
  expect(anvil.headers["x-opentok-auth"]).toBe(pass.token);
  const [connection] = platform.connections;
  expect(connection.token).toBe(pass.token);
  expect(connection.sent[0].uri).toContain(`/partner/${KEY}/session/${pass.session_id}/connection/`);
  expect(JSON.parse(connection.data)).toEqual({ person: expect.any(String), generation: pass.generation });
  expect(guest.url()).not.toContain(pass.token);
  const telemetry = platform.requests.filter(({ host: name }) => name === "hlg.tokbox.com");
  expect(telemetry.length).toBeGreaterThan(0);
  const secret = demo.invite.split("/").pop();
  for (const said of [...telemetry.map(({ body }) => decodeURIComponent(body)), ...guest.texts]) {
    for (const hidden of [pass.token, secret, "Sam"]) expect(said).not.toContain(hidden);
  }
  expect(guest.faults).toEqual([]);
});

test("the page tells the server which connection is its own, and a removal ends that one", async ({ browser, demo, platform }) => {
  const host = await hostOf(browser, demo, platform);
  const guest = await guestIn(browser, demo, platform, host, "subscriber");
  const { id } = platform.newest("subscriber");
  await expect(host.getByText("in the call since")).toBeVisible();
  await host.decides(guest.admission, "remove");
  await expect.poll(() => platform.asked.some((asked) => asked.startsWith("DELETE") && asked.endsWith(`/connection/${id}`))).toBe(true);
  await expect(guest.getByRole("heading", { name: "You are no longer in the call." })).toBeVisible();
  expect(platform.connections.filter(({ isOpen }) => isOpen)).toHaveLength(0);
});

test("a new role ends the connection and makes one with the new token, and the camera goes on", async ({ browser, demo, platform }) => {
  const host = await hostOf(browser, demo, platform);
  const guest = await guestIn(browser, demo, platform, host, "publisher");
  await expect.poll(() => platform.newest("publisher")?.streams.length).toBe(1);
  const asked = await guest.evaluate(() => globalThis.askedForDevices);
  await guest.evaluate(() => { globalThis.firstSession = [...OT.sessions.where({})][0]; });
  const before = platform.newest("publisher");
  await host.decides(guest.admission, "role", { role: "moderator" });
  await expect(guest.getByText("You are now a moderator.")).toBeVisible();
  await expect.poll(() => platform.newest("moderator")?.streams.length).toBe(1);
  const after = platform.newest("moderator");
  expect(before.isOpen).toBe(false);
  expect(after.token).toBe(guest.passes.at(-1).token);
  expect(after.token).not.toBe(before.token);
  expect(fieldsOf(after.token).role).toBe("moderator");
  expect(await guest.evaluate(() => [...OT.sessions.where({})].every((it) => it === globalThis.firstSession))).toBe(true);
  expect(await guest.evaluate(() => globalThis.askedForDevices)).toBe(asked);
  const own = guest.locator(".tile[data-own] video");
  const frames = () => own.evaluate((video) => video.getVideoPlaybackQuality().totalVideoFrames);
  const first = await frames();
  await expect.poll(frames).toBeGreaterThan(first + 3);
  expect(guest.faults).toEqual([]);
});

test("put out by the platform without a new role, the page says so and stays out", async ({ browser, demo, platform }) => {
  const host = await hostOf(browser, demo, platform);
  const guest = await guestIn(browser, demo, platform, host, "subscriber");
  platform.puts(platform.newest("subscriber").id, "forceDisconnected");
  await expect(guest.getByRole("heading", { name: "You are no longer in the call." })).toBeVisible();
  expect(platform.connections).toHaveLength(1);
});

test("muted by a moderator, the page shows it and the guest can lift it", async ({ browser, demo, platform }) => {
  const host = await hostOf(browser, demo, platform);
  const guest = await guestIn(browser, demo, platform, host, "publisher");
  await expect.poll(() => platform.newest("publisher")?.streams.length).toBe(1);
  platform.mutes(platform.newest("publisher"));
  await expect(guest.getByText("You were muted by a moderator.")).toBeVisible();
  await guest.getByRole("button", { name: "Unmute", exact: true }).click();
  await expect(guest.getByRole("button", { name: "Mute", exact: true })).toBeVisible();
  expect(guest.faults).toEqual([]);
});

test("a host in the call mutes one and everybody else, and stops a camera", async ({ browser, demo, platform }) => {
  const host = await hostOf(browser, demo, platform);
  await host.entersTheCall();
  const guest = await guestIn(browser, demo, platform, host, "publisher");
  const tile = host.locator(".tile", { has: host.locator("bdi", { hasText: "Sam" }) });
  await expect(tile).toHaveCount(1);
  await expect.poll(() => platform.newest("publisher")?.streams.length).toBe(1);
  await host.getByRole("button", { name: "People" }).click();
  const row = host.locator("#people-list .person", { hasText: "Sam" });
  await row.getByRole("button", { name: "Mute" }).click();
  await expect(guest.getByText("You were muted by a moderator.")).toBeVisible();
  await expect(tile).toContainText("muted", { useInnerText: true });
  await guest.getByRole("button", { name: "Unmute", exact: true }).click();
  await expect(tile).not.toContainText("muted", { useInnerText: true });
  await host.getByRole("button", { name: "Mute everybody" }).click();
  await expect(guest.getByRole("button", { name: "Unmute", exact: true })).toBeVisible();
  await expect(host.locator("#microphone")).toHaveText("Mute", { useInnerText: true });
  await row.getByRole("button", { name: "Stop camera and microphone" }).click();
  await expect(guest.getByText("A moderator stopped your camera and microphone.")).toBeVisible();
  await expect.poll(() => platform.newest("publisher").streams.length).toBe(0);
  expect([host.faults, guest.faults]).toEqual([[], []]);
});

test("a second tab takes the place, for the platform would show the person twice", async ({ browser, demo, platform }) => {
  const host = await hostOf(browser, demo, platform);
  const guest = await guestIn(browser, demo, platform, host, "subscriber");
  const second = await guest.context().newPage();
  await second.goto(guest.url());
  await expect(second.getByText("connection is good")).toBeVisible({ timeout: 30_000 });
  await expect(guest.getByRole("heading", { name: "You joined from another tab or device." })).toBeVisible();
  await expect.poll(() => platform.connections.filter(({ isOpen }) => isOpen).length).toBe(1);
});
