// Faults that waiting rooms are known for and that only show in a browser; the others are in tests/it/host/known_faults.rs.
import { expect, test } from "./support.js";
import { decide, freshPage, ask, guestAsks, hostAtDesk, pointerAway, rowOf, tokensOf } from "./people.js";

const waiting = (desk) => desk.locator("#waiting > li:not(.leaving) .name");

/** Keeps hold of a page's streams, so that they can be cut. */
async function withStreams(browser, options) {
  const page = await freshPage(browser, options);
  await page.addInitScript(() => {
    const Stream = window.EventSource;
    window.streams = [];
    window.EventSource = class extends Stream {
      constructor(...rest) {
        super(...rest);
        window.streams.push(this);
      }
    };
  });
  return page;
}

test("approved but never enters: the stream dies at the instant of Admit, and the poll gets the guest in", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const guest = await withStreams(browser);
  await ask(guest, demo.invite, "Sam");
  await expect.poll(() => guest.evaluate(() => window.streams.filter((stream) => stream.readyState === 1).length)).toBe(1);
  await guest.route(/\/r\/[^/]+\/events$/, (route) => route.abort());
  await guest.evaluate(() => window.streams.forEach((stream) => stream.close()));
  await decide(desk, "Sam", "Admit");
  await expect(guest).toHaveURL(/\/call$/, { timeout: 20_000 });
});

test("approved but never enters: the server is in trouble just when the page reads itself again, and the page tries on", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const guest = await withStreams(browser);
  await ask(guest, demo.invite, "Sam");
  const troubles = [(route) => route.abort(), (route) => route.fulfill({ status: 503, body: "<main id=main>later</main>" })];
  await guest.route(/\/r\/[^/]+$/, (route) => (troubles.shift() ?? ((it) => it.continue()))(route));
  await decide(desk, "Sam", "Admit");
  await expect(guest).toHaveURL(/\/call$/, { timeout: 30_000 });
  expect(troubles).toHaveLength(0);
});

test("approved but never enters: without any poll the stream alone gets the guest in, and a reload leads there", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const [streams, reloads] = [await withStreams(browser), await withStreams(browser)];
  for (const [page, name] of [[streams, "Sam"], [reloads, "Mira"]]) {
    await page.route(/\/r\/[^/]+\/status$/, (route) => route.abort());
    if (page === reloads) await page.route(/\/r\/[^/]+\/events$/, (route) => route.abort());
    await ask(page, demo.invite, name);
  }
  await expect.poll(() => streams.evaluate(() => window.streams.some((stream) => stream.readyState === 1))).toBe(true);
  await decide(desk, "Sam", "Admit");
  await expect(streams).toHaveURL(/\/call$/, { timeout: 30_000 });
  await pointerAway(desk);
  await decide(desk, "Mira", "Admit");
  await expect(desk.locator("#admitted").getByText("Mira")).toBeVisible();
  await expect(reloads).not.toHaveURL(/\/call$/);
  // A page read anew does not drag anybody into the call who may just have come back from it: it says so and leads there.
  await reloads.reload();
  await expect(reloads.getByRole("heading", { name: "You are in." })).toBeVisible();
  await reloads.getByRole("link", { name: "Join the call" }).click();
  await expect(reloads).toHaveURL(/\/call$/, { timeout: 30_000 });
});

test("a phone that was locked keeps its place, shows as away, and enters when it is back", async ({ browser, demo }) => {
  test.setTimeout(180_000);
  const desk = await hostAtDesk(browser, demo);
  const phone = await withStreams(browser, { viewport: { width: 360, height: 740 } });
  await ask(phone, demo.invite, "Sam");
  await guestAsks(browser, demo.invite, "Mira");
  await expect(waiting(desk)).toHaveText(["Sam", "Mira"]);
  const client = await phone.context().newCDPSession(phone);
  // A locked phone loses its connections, and its page stands still.
  await phone.context().setOffline(true);
  await phone.evaluate(() => window.streams.forEach((stream) => stream.close()));
  await client.send("Page.setWebLifecycleState", { state: "frozen" });
  await expect(rowOf(desk, "Sam").getByText(/^away since/)).toBeVisible({ timeout: 90_000 });
  await expect(waiting(desk)).toHaveText(["Sam", "Mira"]);
  await decide(desk, "Sam", "Admit");
  await expect(desk.locator("#admitted").getByText("Sam")).toBeVisible();
  await phone.context().setOffline(false);
  await client.send("Page.setWebLifecycleState", { state: "active" });
  await expect(phone).toHaveURL(/\/call$/, { timeout: 30_000 });
});

test("bulk sweeps along a newcomer: who comes while the host is about to press is not admitted with the others", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  for (const name of ["Sam", "Mira"]) await guestAsks(browser, demo.invite, name);
  const both = desk.getByRole("button", { name: /^Admit \d+$/ });
  await expect(both).toHaveText("Admit 2");
  await both.hover();
  await guestAsks(browser, demo.invite, "Tom");
  await expect(rowOf(desk, "Tom")).toBeVisible();
  await expect(both).toHaveText("Admit 2");
  await both.click();
  await expect(desk.locator("#admitted .name")).toHaveText(["Sam", "Mira"]);
  await expect(waiting(desk)).toHaveText(["Tom"]);
  await pointerAway(desk);
  await expect(both).toHaveText("Admit 1");
  // The same with the keyboard.
  await desk.keyboard.press("Tab");
  await both.focus();
  await guestAsks(browser, demo.invite, "Olu");
  await expect(rowOf(desk, "Olu")).toBeVisible();
  await desk.keyboard.press("Enter");
  await expect(desk.locator("#admitted .name")).toHaveText(["Sam", "Mira", "Tom"]);
  await expect(waiting(desk)).toHaveText(["Olu"]);
});

test("a host's reload loses nothing: the same rows in the same order, the search, and the time to undo", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  for (const name of ["Sam", "Mira", "Tom", "Olu"]) await guestAsks(browser, demo.invite, name);
  await decide(desk, "Mira", "Admit");
  await pointerAway(desk);
  await decide(desk, "Olu", "Deny");
  await expect(desk.getByText("Denied Olu")).toBeVisible();
  await pointerAway(desk);
  await desk.reload();
  await expect(desk.getByText("Denied Olu")).toBeVisible();
  await desk.getByRole("button", { name: "Undo" }).click();
  await pointerAway(desk);
  await expect(waiting(desk)).toHaveText(["Sam", "Tom", "Olu"]);
  await expect(desk.locator("#admitted .name")).toHaveText(["Mira"]);
  await desk.goto(`${desk.url().split("?")[0]}?q=o`);
  await desk.getByRole("searchbox").fill("olu");
  await expect(waiting(desk)).toHaveText(["Olu"]);
  await desk.reload();
  await expect(desk.getByRole("searchbox")).toHaveValue("olu");
  await expect(waiting(desk)).toHaveText(["Olu"]);
});

test("a promotion survives the guest's reload, without any account", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const guest = await guestAsks(browser, demo.invite, "Li Wei");
  await decide(desk, "Li Wei", "Admit");
  await expect(guest).toHaveURL(/\/call$/);
  await pointerAway(desk);
  await decide(desk, "Li Wei", "Make moderator");
  await expect(desk.locator("#admitted .who .badge")).toHaveText("Moderator");
  const tokens = tokensOf(guest);
  await guest.reload();
  await expect.poll(() => tokens.at(-1)?.role).toBe("moderator");
});
