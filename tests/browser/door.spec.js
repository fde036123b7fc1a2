// From the invite link to the right token, with a guest and a host side by side.
import { expect, test } from "./support.js";
import { ask, decide, decideInMenu, freshPage, guestAsks, hostAtDesk, pointerAway, readT1, rowOf, tokensOf } from "./people.js";

test("a guest who asks is on the desk at once and, let in, gets a valid publisher token", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const guest = await guestAsks(browser, demo.invite, "Sam Okafor", { note: "I have the papers with me." });
  await expect(rowOf(desk, "Sam Okafor")).toBeVisible({ timeout: 1000 });
  await expect(rowOf(desk, "Sam Okafor")).toContainText("I have the papers with me.");
  await expect(desk).toHaveTitle(/^\(1\) /);
  await expect(guest.getByRole("heading", { name: "You are in the right place." })).toBeVisible();
  await expect(guest.getByText("A host is here")).toBeVisible();

  const tokens = tokensOf(guest);
  await decide(desk, "Sam Okafor", "Admit");
  await expect(guest).toHaveURL(/\/r\/[^/]+\/call$/);
  await expect.poll(() => tokens.length).toBeGreaterThan(0);
  const [{ token, role, generation, session_id, provider }] = tokens;
  expect({ role, provider }).toEqual({ role: "publisher", provider: "local" });
  const said = readT1(token);
  expect(said).toMatchObject({ role: "publisher", session_id });
  expect(said.partner).toBeTruthy();
  const now = Date.now() / 1000;
  expect(Number(said.create_time)).toBeLessThanOrEqual(Math.ceil(now));
  expect(Number(said.expire_time)).toBeGreaterThan(now);
  const data = JSON.parse(said.connection_data);
  expect(data).toEqual({ person: expect.stringMatching(/^[0-9a-zA-Z-]{16,}$/), generation });
  expect(said.connection_data).not.toContain("Sam");
  await expect(desk.locator("#admitted").getByText("Sam Okafor")).toBeVisible();
});

test("a new role is a new token on the page as it is, and an older page gets nothing any more", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const guest = await freshPage(browser);
  const tokens = tokensOf(guest);
  await ask(guest, demo.invite, "Li Wei");
  await decide(desk, "Li Wei", "Admit");
  await expect(guest).toHaveURL(/\/call$/);
  await expect.poll(() => tokens.length).toBeGreaterThan(0);
  const old = tokens.at(-1).generation;

  const copy = await browser.newContext({ storageState: await guest.context().storageState() });
  const elsewhere = await copy.newPage();
  // A page that does nothing by itself: it only asks when it is told to.
  const here = new URL(guest.url()).pathname.replace(/\/call$/, "");
  await elsewhere.goto(new URL("/healthz", guest.url()).href);
  const askedElsewhere = (wanted) => elsewhere.evaluate(async ([path, generation]) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ generation }),
    });
    return { status: answer.status, body: await answer.text() };
  }, [`${here}/token`, wanted]);
  expect((await askedElsewhere(old)).status).toBe(200);

  let navigations = 0;
  guest.on("framenavigated", (frame) => { if (frame === guest.mainFrame()) navigations += 1; });
  await decide(desk, "Li Wei", "Make moderator");
  await expect.poll(() => tokens.at(-1).role).toBe("moderator");
  expect(tokens.at(-1).generation).toBeGreaterThan(old);
  expect(readT1(tokens.at(-1).token).role).toBe("moderator");
  expect(JSON.parse(readT1(tokens.at(-1).token).connection_data).generation).toBe(tokens.at(-1).generation);
  expect(navigations).toBe(0);

  const refused = await askedElsewhere(old);
  expect(refused.status).toBe(409);
  expect(refused.body).not.toContain("T1==");
  expect(refused.body).not.toContain(tokens.at(-1).session_id);
});

test("a denial that is undone in time never reaches the guest", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const guest = await guestAsks(browser, demo.invite, "Mira Lindqvist");
  const seen = [];
  await guest.exposeFunction("heard", (text) => seen.push(text));
  await guest.evaluate(() => new MutationObserver(() => window.heard(document.querySelector(".status h2").textContent))
    .observe(document.body, { subtree: true, childList: true }));
  const status = () => guest.evaluate(() => fetch(`${location.pathname}/status`).then((answer) => answer.json()));
  const before = await status();
  await decide(desk, "Mira Lindqvist", "Deny");
  const undo = desk.getByRole("button", { name: "Undo" });
  await expect(desk.getByText("Denied Mira Lindqvist")).toBeVisible();
  expect(await status()).toEqual(before);
  await undo.click();
  await pointerAway(desk);
  await expect(desk.locator("#waiting").getByText("Mira Lindqvist")).toBeVisible();
  await expect(undo).toHaveCount(0);
  expect(await status()).toEqual(before);
  await expect(guest.getByRole("heading", { name: "You are in the right place." })).toBeVisible();
  expect(seen.filter((text) => text !== "You are in the right place.")).toEqual([]);
});

test("a refusal is calm, says the reason and not who gave it, and offers to ask again in time", async ({ browser, demo }) => {
  test.setTimeout(150_000);
  const desk = await hostAtDesk(browser, demo);
  const guest = await guestAsks(browser, demo.invite, "Tom Reyes");
  await decideInMenu(desk, "Tom Reyes", "Not the right time");
  await expect(guest.getByRole("heading", { name: "You were not let in this time." })).toBeVisible({ timeout: 20_000 });
  await expect(guest.getByText("It is not the right time. Please look at your invitation.")).toBeVisible();
  await expect(guest.getByRole("alert")).toHaveText("You were not let in this time.");
  await expect(guest.getByText("by Ana")).toHaveCount(0);
  const again = guest.getByRole("button", { name: "Ask again" });
  await expect(again).toHaveCount(0);
  await expect(again).toBeVisible({ timeout: 90_000 });
  await again.click();
  await expect(guest.getByRole("heading", { name: "You are in the right place." })).toBeVisible();
  await expect(desk.locator("#waiting").getByText("Tom Reyes")).toBeVisible();
});

test("a reload, a second tab and the link again keep the place in the queue", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const guest = await guestAsks(browser, demo.invite, "Ada Moreau");
  await guestAsks(browser, demo.invite, "Olu Adeyemi");
  await guest.reload();
  const tab = await guest.context().newPage();
  await tab.goto(guest.url());
  await expect(tab.getByRole("heading", { name: "You are in the right place." })).toBeVisible();
  await tab.goto(demo.invite);
  await expect(tab).toHaveURL(guest.url());
  await expect(desk.locator("#waiting .name")).toHaveText(["Ada Moreau", "Olu Adeyemi"]);
});

test("leaving the queue, being held, sent back and removed are said plainly on both sides", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const guest = await guestAsks(browser, demo.invite, "Sam Okafor");
  const heading = (name) => expect(guest.getByRole("heading", { name })).toBeVisible();
  await decideInMenu(desk, "Sam Okafor", "Hold");
  await heading("Please wait a little longer.");
  await expect(desk.locator("#held").getByText("Sam Okafor")).toBeVisible();
  await decideInMenu(desk, "Sam Okafor", "Back to waiting");
  await heading("You are in the right place.");
  await pointerAway(desk);
  await decide(desk, "Sam Okafor", "Admit");
  await expect(guest).toHaveURL(/\/call$/);
  await pointerAway(desk);
  await decide(desk, "Sam Okafor", "Send back to waiting");
  await heading("You are back in the waiting room.");
  await pointerAway(desk);
  await expect(rowOf(desk, "Sam Okafor")).toContainText("sent back");
  await decideInMenu(desk, "Sam Okafor", "Admit as viewer");
  await expect(guest).toHaveURL(/\/call$/);
  await pointerAway(desk);
  await expect(desk.locator("#admitted .who .badge")).toHaveText("Viewer");
  await decide(desk, "Sam Okafor", "Remove");
  await heading("You are no longer in the call.");
  await pointerAway(desk);
  await expect(desk.locator("#ended")).toContainText("Removed");

  const other = await guestAsks(browser, demo.invite, "Mira Lindqvist");
  await expect(desk.locator("#waiting").getByText("Mira Lindqvist")).toBeVisible();
  await other.getByRole("button", { name: "Leave the queue" }).click();
  await expect(other.getByRole("heading", { name: "You left the queue." })).toBeVisible();
  await expect(desk.locator("#waiting").getByText("Mira Lindqvist")).toHaveCount(0);
  await expect(desk.locator("#ended")).toContainText("Left the queue");
});

test("a name is text: markup and right-to-left names stay what they are, everywhere", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const names = ["<img src=x onerror=alert(1)>", "محمد الأحمد", "O'Brien & \"Söhne\"", "{{name}} ${name}"];
  desk.on("dialog", () => { throw new Error("a name ran as a script"); });
  for (const name of names) await guestAsks(browser, demo.invite, name);
  await expect(desk.locator("#waiting .name")).toHaveText(names);
  expect(await desk.locator("#waiting img").count()).toBe(0);
  await expect(desk.locator("#waiting .name").nth(1)).toHaveJSProperty("localName", "bdi");
  await decide(desk, names[0], "Deny");
  await expect(desk.getByText(`Denied ${names[0]}`)).toBeVisible();
  await desk.goto(`${desk.url().split("?")[0]}/audit`);
  for (const name of names) await expect(desk.getByText(name, { exact: true }).first()).toBeVisible();
  expect(await desk.locator("main img").count()).toBe(0);
});
