// States and pages beside those of accessible.spec.js, by the same rules: what opens over the desk, what is seldom seen, and the
// Arabic pages. And every page at 320 pixels and at 200 % zoom.
import { expect, expectAccessible, expectNoSidewaysScroll, inEveryLight, test } from "./support.js";
import { ask, decide, freshPage, guestAsks, hostAtDesk, makeInvite, pointerAway, rowOf } from "./people.js";

const phone = { viewport: { width: 360, height: 740 } };
// What lies under a dialog or an open menu cannot be pressed: its size as it shows says nothing.
const covered = { except: ["target-size"] };

const room = (desk) => desk.url().split("?")[0];
const dialog = (desk) => desk.getByRole("dialog");

test("the desk: search, selection, messages, alerts and keys", async ({ browser, demo }) => {
  test.setTimeout(300_000);
  const desk = await hostAtDesk(browser, demo);
  for (const name of ["Sam Okafor", "Mira Lindqvist"]) await guestAsks(browser, demo.invite, name, { note: "A note." });
  await expect(rowOf(desk, "Mira Lindqvist")).toBeVisible();
  await rowOf(desk, "Sam Okafor").getByRole("checkbox").check();
  await expect(desk.getByRole("button", { name: "Admit 1 selected" })).toBeVisible();
  await inEveryLight(desk, { mirrored: true });
  await desk.setViewportSize(phone.viewport);
  await inEveryLight(desk);
  await desk.setViewportSize({ width: 1280, height: 800 });
  for (const open of [
    () => desk.getByRole("button", { name: "Alerts and keys" }).click(),
    () => desk.locator("#many-bar a[data-words]").click(),
  ]) {
    await open();
    await expect(dialog(desk)).toBeVisible();
    await inEveryLight(desk, covered);
    await desk.keyboard.press("Escape");
    await expect(dialog(desk)).toBeHidden();
  }
  const base = room(desk);
  await desk.goto(`${base}?q=Sam`);
  await expect(desk.getByRole("searchbox")).toHaveValue("Sam");
  await inEveryLight(desk, { mirrored: true });
  await desk.getByRole("searchbox").fill("nobody");
  await expect(desk.getByText("Nobody at the door matches.")).toBeVisible();
  await inEveryLight(desk);
});

test("pages that are seldom seen: words for a guest, rehearsal, questions, limits, phrases, guests' data, webhooks", async ({ browser, demo }) => {
  test.setTimeout(300_000);
  const desk = await hostAtDesk(browser, demo);
  await guestAsks(browser, demo.invite, "Sam Okafor");
  const base = room(desk);
  const sam = (await rowOf(desk, "Sam Okafor").getAttribute("id")).replace("admission-", "");
  for (const act of ["message", "hold", "deny", "transfer"]) {
    await desk.goto(`${base}/admissions/${sam}/${act}`);
    await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
    await inEveryLight(desk);
  }
  for (const path of ["/message", "/phrases", "/questions"]) {
    await desk.goto(base + path);
    await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
    await inEveryLight(desk, { mirrored: path === "/questions" });
  }
  await desk.getByLabel("Question", { exact: true }).first().fill("Which plan?");
  await desk.getByLabel("Answer").first().selectOption({ label: "One of these" });
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByText("Please give 2 to 10 choices, separated by commas.")).toBeVisible();
  await inEveryLight(desk);
  await desk.getByLabel("Choices").first().fill("Basic, Plus");
  await desk.getByLabel("Must be answered").first().check();
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByText("Saved.")).toBeVisible();
  for (const page of ["join", "waiting", "held", "admitted", "denied"]) {
    await desk.goto(`${base}/rehearsal?page=${page}`);
    await expect(desk.getByText(/^Rehearsal: this is what guests/)).toBeVisible();
    await inEveryLight(desk);
  }
  for (const path of ["/admin/guests", "/admin/webhooks", "/admin/rooms"]) {
    expect((await desk.goto(demo.origin + path)).status(), path).toBe(200);
    await inEveryLight(desk);
  }

  // A guest reads the question, and, once the waiting room is full, that it is.
  const guest = await freshPage(browser, phone);
  await guest.goto(demo.invite);
  await expect(guest.getByText("Which plan?")).toBeVisible();
  await inEveryLight(guest, { mirrored: true });
  await desk.goto(`${base}/settings`);
  await desk.getByLabel("Most people waiting").fill("0");
  await desk.getByRole("button", { name: "Save" }).click();
  await inEveryLight(desk);
  await desk.getByLabel("Most people waiting").fill("1");
  await desk.getByLabel("Everyone enters").check();
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByRole("button", { name: "Keep them waiting" })).toBeVisible();
  await inEveryLight(desk);
  await desk.getByRole("button", { name: "Change nothing" }).or(desk.getByRole("link", { name: "Change nothing" })).click();
  await desk.goto(`${base}/settings`);
  await desk.getByLabel("Most people waiting").fill("1");
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByText("Saved.")).toBeVisible();
  await guest.getByLabel("Your name").fill("Mira Lindqvist");
  await guest.getByLabel("Plus").or(guest.getByRole("radio").last()).first().check();
  await guest.getByRole("button", { name: "Ask to join" }).click();
  await expect(guest.getByText(/The waiting room is full/)).toBeVisible();
  await inEveryLight(guest);
});

test("Arabic: desk and guest, in light and dark", async ({ browser, demo }) => {
  test.setTimeout(240_000);
  const desk = await hostAtDesk(browser, demo);
  await guestAsks(browser, demo.invite, "Sam Okafor", { note: "A note." });
  await guestAsks(browser, demo.invite, "محمد الأحمد");
  await expect(rowOf(desk, "محمد الأحمد")).toBeVisible();
  await decide(desk, "Sam Okafor", "Admit");
  await pointerAway(desk);
  await desk.getByRole("button", { name: "العربية" }).click();
  await expect(desk.locator("html")).toHaveAttribute("dir", "rtl");
  await inEveryLight(desk);
  await desk.setViewportSize(phone.viewport);
  await inEveryLight(desk);
  await expectNoSidewaysScroll(desk);
  await rowOf(desk, "محمد الأحمد").locator("details.menu > summary").click();
  await inEveryLight(desk, covered);

  const guest = await freshPage(browser, { ...phone, locale: "ar" });
  await guest.goto(demo.invite);
  await inEveryLight(guest);
  await guest.locator("#name").fill("Mira");
  await guest.locator("form button[type=submit], form button:not([type])").first().click();
  await expect(guest).toHaveURL(/\/r\//);
  await inEveryLight(guest);
  await expectNoSidewaysScroll(guest);
});

test("every page fits 320 pixels, and with them a window of 640 at 200 % zoom", async ({ browser, demo }) => {
  test.setTimeout(240_000);
  const narrow = { viewport: { width: 320, height: 640 } };
  const long = "Wolfeschlegelsteinhausenbergerdorffvoralternwaren";
  const desk = await hostAtDesk(browser, demo, narrow);
  const base = room(desk);
  const guest = await guestAsks(browser, demo.invite, long, { ...narrow, note: "n".repeat(140) });
  await expect(rowOf(desk, long)).toBeVisible();
  const id = (await rowOf(desk, long).getAttribute("id")).replace("admission-", "");
  await makeInvite(desk, base, { Label: "L".repeat(60) });
  const ofRoom = ["", "?view=call", "?view=room", "?q=Wolf", "/invites", "/invites/rotate", "/settings", "/questions", "/hosts", "/phrases", "/message",
    "/audit", "/call", `/admissions/${id}`, `/admissions/${id}/message`, `/admissions/${id}/hold`, `/admissions/${id}/deny`, `/admissions/${id}/transfer`,
    ...["join", "waiting", "held", "admitted", "denied"].map((page) => `/rehearsal?page=${page}`)];
  const ofAll = ["/", "/host/rooms", "/host/sign-ins", "/host/confirm", "/host/sign-in", "/admin/people", "/admin/rooms", "/admin/audit", "/admin/guests",
    "/admin/api-keys", "/admin/webhooks", "/no/such/page"];
  const addresses = [...ofRoom.map((path) => base + path), ...ofAll.map((path) => demo.origin + path)];
  const tooWide = [];
  for (const address of addresses) {
    const answer = await desk.goto(address);
    expect(answer.status(), address).toBe(address.endsWith("/no/such/page") ? 404 : 200);
    const [content, visible] = await desk.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    if (content > visible) tooWide.push(`${address}: ${content} of ${visible}`);
  }
  await expectNoSidewaysScroll(guest);
  for (const link of [demo.invite, `${demo.origin}/i/${"a".repeat(32)}`]) {
    const stranger = await freshPage(browser, narrow);
    await stranger.goto(link);
    await expectNoSidewaysScroll(stranger);
  }
  expect(tooWide).toEqual([]);
});
