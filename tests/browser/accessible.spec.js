// Every page and state of guests, hosts and admins by the rules of WCAG 2.2 AA, in light and dark.
import { expect, expectAccessible, inEveryLight, test, watchPage } from "./support.js";
import { adminSetsUp, ask, decide, decideInMenu, freshPage, guestAsks, hostAtDesk, makeInvite, makeRoom, pointerAway, rowOf } from "./people.js";

const phone = { viewport: { width: 360, height: 740 } };

test("guest: the form, its errors, waiting, held, refused, sent back, removed, left", async ({ browser, demo }) => {
  test.setTimeout(240_000);
  const desk = await hostAtDesk(browser, demo);
  const guest = await freshPage(browser, phone);
  const complaints = watchPage(guest, demo.origin);
  await guest.goto(demo.origin);
  await inEveryLight(guest);
  await guest.goto(demo.invite);
  await inEveryLight(guest, { mirrored: true });
  await guest.getByText("Check camera and microphone").click();
  await inEveryLight(guest);
  await guest.getByRole("button", { name: "Ask to join" }).click();
  await expect(guest.getByText("Please fill this in.")).toBeVisible();
  await expect(guest.getByLabel("Your name")).toBeFocused();
  await inEveryLight(guest, { mirrored: true });
  await ask(guest, demo.invite, "Sam Okafor", "I have the papers with me.");
  await inEveryLight(guest, { mirrored: true });
  await decideInMenu(desk, "Sam Okafor", "Hold");
  await expect(guest.getByRole("heading", { name: "Please wait a little longer." })).toBeVisible();
  await inEveryLight(guest);
  await decide(desk, "Sam Okafor", "Admit");
  await expect(guest).toHaveURL(/\/call$/);
  await guest.goto(guest.url().replace(/\/call$/, ""));
  await expect(guest.getByRole("heading", { name: "You are in." })).toBeVisible();
  await inEveryLight(guest);
  await pointerAway(desk);
  await decide(desk, "Sam Okafor", "Send back to waiting");
  await expect(guest.getByRole("heading", { name: "You are back in the waiting room." })).toBeVisible();
  await inEveryLight(guest);
  await guest.getByRole("button", { name: "Leave the queue" }).click();
  await expect(guest.getByRole("heading", { name: "You left the queue." })).toBeVisible();
  await inEveryLight(guest);

  await guest.getByRole("button", { name: "Ask again" }).click();
  await pointerAway(desk);
  await decide(desk, "Sam Okafor", "Admit");
  await expect(guest).toHaveURL(/\/call$/);
  await pointerAway(desk);
  await decide(desk, "Sam Okafor", "Remove");
  await expect(guest.getByRole("heading", { name: "You are no longer in the call." })).toBeVisible();
  await inEveryLight(guest);

  const left = await guestAsks(browser, demo.invite, "Mira", { ...phone, javaScriptEnabled: true });
  await pointerAway(desk);
  await decide(desk, "Mira", "Admit");
  await expect(left).toHaveURL(/\/call$/);
  await left.goto(left.url().replace(/\/call$/, ""));
  await left.getByRole("button", { name: "Leave the call" }).click();
  await expect(left.getByRole("heading", { name: "You left the call." })).toBeVisible();
  await inEveryLight(left);

  const refused = await guestAsks(browser, demo.invite, "Tom", phone);
  await pointerAway(desk);
  await decideInMenu(desk, "Tom", "The name is not clear");
  await expect(refused.getByRole("heading", { name: "You were not let in this time." })).toBeVisible({ timeout: 20_000 });
  await inEveryLight(refused, { mirrored: true });
  const nobody = await freshPage(browser, phone);
  await nobody.goto(refused.url());
  await expect(nobody.getByRole("heading", { name: "We no longer know you." })).toBeVisible();
  await inEveryLight(nobody);
  expect(complaints).toEqual([]);
});

test("guest: links that do not open the form, and those that ask for more", async ({ browser, demo }) => {
  test.setTimeout(240_000);
  const desk = await hostAtDesk(browser, demo);
  const room = desk.url().split("?")[0];
  const guest = await freshPage(browser, phone);
  const shows = async (link, heading, page = guest) => {
    await page.goto(link);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    await inEveryLight(page);
  };
  await shows(`${demo.origin}/i/${"a".repeat(32)}`, "We do not know this link.");
  const later = new Date(Date.now() + 2 * 3_600_000).toISOString().slice(0, 16);
  await shows(await makeInvite(desk, room, { "Not before": later }), "It is not time yet.");

  const fixed = await makeInvite(desk, room, { Label: "Evening class", "Name of the guest": "Sam Okafor", Passcode: "4711-b" });
  await guest.goto(fixed);
  await expect(guest.getByText("This invitation is for Sam Okafor")).toBeVisible();
  await guest.getByLabel("Passcode").fill("4712-b");
  await guest.getByRole("button", { name: "Ask to join" }).click();
  await expect(guest.getByText("This passcode is not right.")).toBeVisible();
  await inEveryLight(guest);
  await guest.getByLabel("Passcode").fill("4711-b");
  await guest.getByRole("button", { name: "Ask to join" }).click();
  await expect(guest.getByRole("heading", { name: "You are in the right place." })).toBeVisible();
  const second = await freshPage(browser, phone);
  await shows(fixed, "This invitation has been used already.", second);

  await desk.goto(`${room}/invites`);
  await desk.getByRole("link", { name: "Revoke Evening class" }).click();
  await inEveryLight(desk);
  await desk.getByRole("button", { name: "Revoke" }).click();
  await expect(guest.getByRole("heading", { name: "Your invitation was withdrawn." })).toBeVisible();
  await inEveryLight(guest);
  await shows(fixed, "This invitation was withdrawn.", second);

  await desk.goto(`${room}/settings`);
  await desk.getByRole("radio", { name: "Closed" }).check();
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByText("Saved.")).toBeVisible();
  await inEveryLight(desk);
  await shows(demo.invite, "The room is closed at the moment.", second);
});

/** A desk with somebody waiting, on hold and in the call; the name that waits has a namesake. */
async function fullDesk(browser, demo) {
  const desk = await hostAtDesk(browser, demo);
  for (const name of ["Sam Okafor", "Sam Ōkafor", "محمد الأحمد", "Ada Moreau", "Li Wei"]) await guestAsks(browser, demo.invite, name, { note: "A note." });
  for (const name of ["Ada Moreau", "Li Wei"]) {
    await pointerAway(desk);
    await decide(desk, name, "Admit");
  }
  await decideInMenu(desk, "محمد الأحمد", "Hold");
  await pointerAway(desk);
  await decide(desk, "Li Wei", "Make moderator");
  await pointerAway(desk);
  await decide(desk, "Ada Moreau", "Make viewer");
  await pointerAway(desk);
  await expect(desk.locator("#admitted .who .badge")).toHaveText(["Viewer", "Moderator"]);
  return desk;
}

test("host: the desk, by its link, and empty", async ({ browser, demo }) => {
  const link = await freshPage(browser);
  await link.goto(demo.desk);
  await inEveryLight(link);
  const empty = await hostAtDesk(browser, demo);
  const complaints = watchPage(empty, demo.origin);
  await inEveryLight(empty, { mirrored: true });
  expect(complaints).toEqual([]);
});

test("host: the full desk, wide and on a phone", async ({ browser, demo }) => {
  test.setTimeout(240_000);
  const desk = await fullDesk(browser, demo);
  const complaints = watchPage(desk, demo.origin);
  await inEveryLight(desk, { mirrored: true });
  await desk.setViewportSize(phone.viewport);
  await inEveryLight(desk, { mirrored: true });
  for (const view of ["call", "room"]) {
    await desk.goto(`${desk.url().split("?")[0]}?view=${view}`);
    await inEveryLight(desk);
  }
  expect(complaints).toEqual([]);
});

test("host: the full desk with an open menu and an undo bar", async ({ browser, demo }) => {
  test.setTimeout(240_000);
  const desk = await fullDesk(browser, demo);
  const complaints = watchPage(desk, demo.origin);
  // An open menu lies over buttons of other rows, which nothing can press until it is closed: their size as it shows
  // says nothing.
  const covered = { except: ["target-size"] };
  await rowOf(desk, "Sam Okafor").locator("summary").click();
  await inEveryLight(desk, { ...covered, mirrored: true });
  await desk.keyboard.press("Escape");
  await desk.setViewportSize(phone.viewport);
  await rowOf(desk, "Sam Okafor").locator("summary").click();
  await inEveryLight(desk, covered);
  await desk.keyboard.press("Escape");
  await desk.setViewportSize({ width: 1280, height: 800 });
  await desk.locator("header details > summary").click();
  await inEveryLight(desk, covered);
  await desk.keyboard.press("Escape");
  await decide(desk, "Sam Okafor", "Deny");
  await expect(desk.getByRole("button", { name: "Undo" })).toBeVisible();
  await expectAccessible(desk);
  expect(complaints).toEqual([]);
});

test("host: rooms, invites, settings, hosts, log, sign-ins", async ({ browser, demo }) => {
  test.setTimeout(240_000);
  const desk = await hostAtDesk(browser, demo);
  await guestAsks(browser, demo.invite, "Sam Okafor");
  const room = desk.url().split("?")[0];
  const shows = async (path, heading, options) => {
    await desk.goto(path);
    await expect(desk.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await inEveryLight(desk, options);
  };
  await shows(`${demo.origin}/host/rooms`, "My rooms", { mirrored: true });
  await shows(`${room}/invites`, "Invites", { mirrored: true });
  await makeInvite(desk, room, { Label: "Evening class" });
  await expect(desk.getByRole("img", { name: "QR code of the invite link" })).toBeVisible();
  await inEveryLight(desk, { mirrored: true });
  await desk.getByLabel(/^Passcode/).fill("abc");
  await desk.getByRole("button", { name: "Create the invite" }).click();
  await expect(desk.getByRole("alert")).toContainText("The invite was not made.");
  await inEveryLight(desk);
  await shows(`${room}/invites/rotate`, "Replace all links?");
  await desk.getByRole("button", { name: "Replace all links" }).click();
  await inEveryLight(desk);
  await shows(`${room}/settings`, "Settings", { mirrored: true });
  await desk.getByLabel("Seconds to connect").fill("3");
  await desk.getByRole("button", { name: "Save" }).click();
  await inEveryLight(desk);
  await shows(`${room}/hosts`, "Hosts");
  await desk.getByLabel("Email").fill("nobody@example.org");
  await desk.getByRole("button", { name: "Add" }).click();
  await inEveryLight(desk);
  await shows(`${room}/audit`, "Log", { mirrored: true });
  await desk.locator(".log > li", { hasText: "asked to join" }).getByText("Details").click();
  await inEveryLight(desk);
  await desk.getByRole("link", { name: "This guest’s timeline" }).first().click();
  await inEveryLight(desk);
  await shows(`${demo.origin}/host/sign-ins`, "Your sign-ins");
  await desk.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(desk.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await inEveryLight(desk);
  await desk.getByLabel("Email").fill("nobody@example.org");
  await desk.getByLabel("Password").fill("not the password");
  await desk.getByRole("button", { name: "Sign in" }).click();
  await expect(desk.getByText("Email and password do not fit together.")).toBeVisible();
  await inEveryLight(desk);
  await desk.goto(`${demo.origin}/no/such/page`);
  await inEveryLight(desk);
});

test("admin: setting up, people, a person, API keys, the whole log", async ({ browser, fresh }) => {
  test.setTimeout(240_000);
  const setup = await freshPage(browser, phone);
  await setup.goto(fresh.setup);
  await inEveryLight(setup);
  await setup.getByRole("button", { name: "Create the account" }).click();
  await expect(setup.getByText("Please fill this in.")).toBeVisible();
  await inEveryLight(setup);
  const ida = await adminSetsUp(browser, fresh);
  await inEveryLight(ida);
  await makeRoom(ida, fresh.origin, "Evening clinic");
  await ida.goto(`${fresh.origin}/admin/people`);
  await inEveryLight(ida, { mirrored: true });
  await ida.getByLabel("Name", { exact: true }).fill("Ana Costa");
  await ida.getByLabel("Email", { exact: true }).fill("ana@example.org");
  await ida.getByRole("button", { name: "Create the account" }).click();
  await expect(ida.getByText("Ana Costa has an account now")).toBeVisible();
  await inEveryLight(ida);
  await ida.setViewportSize(phone.viewport);
  await inEveryLight(ida);
  await ida.goto(`${fresh.origin}/admin/people`);
  await ida.getByRole("link", { name: "Ana Costa" }).click();
  await inEveryLight(ida, { mirrored: true });
  await ida.getByRole("button", { name: "Make admin" }).click();
  await expect(ida.getByRole("heading", { name: "Make Ana Costa an admin?" })).toBeVisible();
  await inEveryLight(ida);
  await ida.getByRole("button", { name: "Make admin" }).click();
  await expect(ida.getByText("Ana Costa is an admin now.")).toBeVisible();
  await inEveryLight(ida);
  await ida.getByRole("button", { name: "Undo" }).click();
  await expect(ida.getByRole("button", { name: "Make admin" })).toBeVisible();
  await ida.getByRole("button", { name: "New password" }).click();
  await inEveryLight(ida);
  await ida.goto(`${fresh.origin}/admin/people`);
  await ida.getByRole("link", { name: "Ida Berg" }).click();
  await ida.getByRole("button", { name: "Make host" }).click();
  await expect(ida.getByRole("heading", { level: 1, name: /Ida Berg/ })).toBeVisible();
  await ida.getByRole("main").getByRole("button").click();
  await expect(ida.getByRole("alert")).toContainText("This is the last admin who can sign in.");
  await inEveryLight(ida);
  await ida.goto(`${fresh.origin}/admin/api-keys`);
  await inEveryLight(ida);
  await ida.getByLabel("Name").fill("Booking system");
  await ida.getByRole("button", { name: "Create the key" }).click();
  await expect(ida.getByText("Here is the key Booking system")).toBeVisible();
  await inEveryLight(ida);
  await ida.setViewportSize({ width: 1280, height: 800 });
  await inEveryLight(ida, { mirrored: true });
  await ida.goto(`${fresh.origin}/admin/audit`);
  await inEveryLight(ida);
  await ida.goto(`${fresh.origin}/host/confirm`);
  await inEveryLight(ida);
});
