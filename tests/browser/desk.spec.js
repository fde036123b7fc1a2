// The desk under hosts' hands: several hosts, the keyboard, rows that never move beneath the pointer.
import { expect, expectNoSidewaysScroll, test } from "./support.js";
import { adminSetsUp, coHost, decide, guestAsks, hostAtDesk, makeInvite, makeRoom, pointerAway, rowOf } from "./people.js";

const waiting = (desk) => desk.locator("#waiting > li:not(.leaving) .name");

test("two hosts see each other's decisions without a reload", async ({ browser, fresh }) => {
  const ida = await adminSetsUp(browser, fresh);
  const room = await makeRoom(ida, fresh.origin, "Evening clinic");
  const ana = await coHost(browser, ida, fresh.origin, room, { name: "Ana Costa", email: "ana@example.org" });
  const invite = await makeInvite(ida, room);
  await ida.goto(room);
  await ana.goto(room);
  for (const name of ["Sam", "Mira", "Tom"]) await guestAsks(browser, invite, name);
  await expect(waiting(ana)).toHaveText(["Sam", "Mira", "Tom"]);

  await decide(ana, "Sam", "Admit");
  await expect(ida.locator("#admitted").getByText("Sam")).toBeVisible();
  await expect(waiting(ida)).toHaveText(["Mira", "Tom"]);
  await decide(ida, "Mira", "Deny");
  await expect(ana.getByText("Denied Mira")).toBeVisible();
  await ana.getByRole("button", { name: "Undo" }).click();
  await pointerAway(ana);
  await pointerAway(ida);
  await expect(waiting(ida)).toHaveText(["Mira", "Tom"]);
  await expect(waiting(ana)).toHaveText(["Mira", "Tom"]);
  await decide(ida, "Sam", "Make viewer");
  await expect(ana.locator("#admitted .who .badge")).toHaveText("Viewer");

  await ida.goto(`${room}/audit`);
  await expect(ida.getByText("Ana Costa admitted Sam as Speaker.")).toBeVisible();
});

test("who decides too late is told who was first", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await guestAsks(browser, demo.invite, "Sam Okafor");
  const copy = await browser.newContext({ storageState: await desk.context().storageState() });
  await copy.route("**/events?*", (route) => route.abort()); // a desk that hears nothing of the other
  const late = await copy.newPage();
  await late.goto(desk.url());
  await decide(desk, "Sam Okafor", "Admit");
  await expect(desk.locator("#admitted").getByText("Sam Okafor")).toBeVisible();
  await decide(late, "Sam Okafor", "Deny");
  await expect(late.locator(".toast")).toHaveText(/^Sam Okafor: Already admitted by Ana, /);
  await expect(desk.locator("#admitted").getByText("Sam Okafor")).toBeVisible();
});

test("a decided row stays in its place, greyed, and closes when the pointer leaves", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  for (const name of ["Sam", "Mira"]) await guestAsks(browser, demo.invite, name);
  await expect(waiting(desk)).toHaveText(["Sam", "Mira"]);
  const top = async () => (await rowOf(desk, "Mira").boundingBox()).y;
  const before = await top();
  await decide(desk, "Sam", "Admit");
  await expect(desk.locator("#admitted").getByText("Sam")).toBeVisible();
  await expect(desk.locator("#waiting > .leaving")).toHaveCount(1);
  await expect(desk.locator("#waiting > .leaving").getByRole("button")).toHaveCount(0);
  expect(await top()).toBe(before);
  await pointerAway(desk);
  await expect(desk.locator(".leaving")).toHaveCount(0);
  expect(await top()).toBeLessThan(before);
});

test("a new guest appears at the end at once, though the pointer rests on the list", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await guestAsks(browser, demo.invite, "Sam");
  await guestAsks(browser, demo.invite, "Mira");
  await decide(desk, "Sam", "Admit"); // the pointer stays where it was
  await expect(desk.locator("#waiting > .leaving")).toHaveCount(1);
  const top = (await rowOf(desk, "Mira").boundingBox()).y;
  await guestAsks(browser, demo.invite, "Tom");
  await expect(waiting(desk)).toHaveText(["Mira", "Tom"]);
  expect((await rowOf(desk, "Mira").boundingBox()).y).toBe(top);
  await expect(desk.locator("#new-arrivals")).toBeHidden();

  // When the only row is decided, the next guest stands below it, not beneath the pointer.
  await decide(desk, "Mira", "Admit");
  await decide(desk, "Tom", "Admit");
  await guestAsks(browser, demo.invite, "Olu");
  await expect(waiting(desk)).toHaveText(["Olu"]);
});

test("what would move other rows waits, and is announced, while the pointer is on the list", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await guestAsks(browser, demo.invite, "Sam");
  await decide(desk, "Sam", "Admit");
  await guestAsks(browser, demo.invite, "Mira");
  await expect(waiting(desk)).toHaveText(["Mira"]);
  await rowOf(desk, "Mira").hover();
  const top = (await rowOf(desk, "Mira").boundingBox()).y;
  // Sent back, Sam is first in line; the keyboard presses it, so that the pointer stays on Mira's row.
  await rowOf(desk, "Sam").getByRole("button", { name: "Send back to waiting" }).press("Enter");
  const arrivals = desk.getByRole("button", { name: "1 new" });
  await expect(arrivals).toBeVisible();
  expect((await rowOf(desk, "Mira").boundingBox()).y).toBe(top);
  await pointerAway(desk);
  await expect(waiting(desk)).toHaveText(["Sam", "Mira"]);
  await expect(arrivals).toBeHidden();
});

test("the keyboard alone admits a guest", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  const guest = await guestAsks(browser, demo.invite, "Sam Okafor");
  await guestAsks(browser, demo.invite, "Mira Lindqvist");
  await expect(waiting(desk)).toHaveText(["Sam Okafor", "Mira Lindqvist"]);
  const admit = rowOf(desk, "Sam Okafor").getByRole("button", { name: "Admit", exact: true });
  await expect(admit).toHaveAccessibleDescription("Sam Okafor");
  await desk.locator("body").press("Tab");
  await expect(desk.getByRole("link", { name: "Skip to content" })).toBeFocused();
  const focused = () => admit.evaluate((button) => button === document.activeElement);
  for (let presses = 0; presses < 60 && !(await focused()); presses += 1) await desk.keyboard.press("Tab");
  await expect(admit).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(guest).toHaveURL(/\/call$/);
  // The focus is beside the row that went, on nothing that a second press would decide.
  await expect(rowOf(desk, "Mira Lindqvist")).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(rowOf(desk, "Mira Lindqvist").getByRole("button", { name: "Admit", exact: true })).toBeVisible();
});

test("menus open and close by keyboard, and Escape gives the focus back", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await guestAsks(browser, demo.invite, "Sam Okafor");
  const more = rowOf(desk, "Sam Okafor").locator("summary");
  await more.press("Enter");
  await expect(desk.getByRole("button", { name: "Admit as viewer" })).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(desk.getByRole("button", { name: "Admit as viewer" })).toBeHidden();
  await expect(more).toBeFocused();
});

test("desk and guest pages fit 320 pixels, and long names and notes with them", async ({ browser, demo }) => {
  const narrow = { viewport: { width: 320, height: 640 } };
  const desk = await hostAtDesk(browser, demo, narrow);
  const long = "Wolfeschlegelsteinhausenbergerdorffvoralternwaren";
  const guest = await guestAsks(browser, demo.invite, long, { ...narrow, note: "n".repeat(140) });
  await expect(rowOf(desk, long)).toBeVisible();
  await expectNoSidewaysScroll(guest);
  for (const view of ["door", "call", "room"]) {
    await desk.goto(`${desk.url().split("?")[0]}?view=${view}`);
    await expectNoSidewaysScroll(desk);
  }
  for (const part of ["invites", "settings", "hosts", "audit"]) {
    await desk.goto(`${desk.url().split("?")[0].replace(/\/(invites|settings|hosts)$/, "")}/${part}`);
    await expectNoSidewaysScroll(desk);
  }
  for (const path of ["/host/rooms", "/host/sign-ins", "/admin/people", "/admin/audit", "/admin/api-keys"]) {
    await desk.goto(demo.origin + path);
    await expectNoSidewaysScroll(desk);
  }
});
