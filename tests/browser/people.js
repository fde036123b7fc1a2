// The people of the tests, each in a browser of their own: hosts who decide, guests who ask.
import { expect } from "./support.js";

export const ADMIN = { name: "Ida Berg", email: "ida@example.org", password: "a long enough password" };

/** A new page in a browser that nobody has used, with the options of a Playwright context. */
export async function freshPage(browser, options = {}) {
  const context = await browser.newContext(options);
  return context.newPage();
}

/** The host of a demo, at the desk by the one-time link. */
export async function hostAtDesk(browser, demo, options = {}) {
  const page = await freshPage(browser, options);
  await page.goto(demo.desk);
  await page.getByRole("button", { name: "Open the desk" }).click();
  await expect(page).toHaveURL(/\/host\/rooms/);
  if (!/\/host\/rooms\/./.test(page.url())) await page.locator("a.room-link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Demo room" })).toBeVisible();
  return page;
}

/** Somebody with an invite link who asks to join, and waits. */
export async function guestAsks(browser, invite, name, { note, ...options } = {}) {
  const page = await freshPage(browser, options);
  await ask(page, invite, name, note);
  return page;
}

/** The same on a page that is there already. */
export async function ask(page, invite, name, note) {
  await page.goto(invite);
  await page.getByLabel("Your name").fill(name);
  if (note) await page.getByLabel("Note for the host").fill(note);
  await page.getByRole("button", { name: "Ask to join" }).click();
  await expect(page).toHaveURL(/\/r\/[^/]+$/);
}

/** The first admin, made by the setup link, signed in. */
export async function adminSetsUp(browser, server, options = {}) {
  const page = await freshPage(browser, options);
  await page.goto(server.setup);
  await page.getByLabel("Your name").fill(ADMIN.name);
  await page.getByLabel("Email").fill(ADMIN.email);
  await page.getByLabel("Password").fill(ADMIN.password);
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(page).toHaveURL(/\/host\/rooms/);
  return page;
}

/** The signed-in page makes a room and stands at its desk afterwards; gives the desk's address. */
export async function makeRoom(page, origin, title) {
  await page.goto(`${origin}/host/rooms`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Create the room" }).click();
  await page.goto(`${origin}/host/rooms`);
  await page.locator("a.room-link", { hasText: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return page.url().split("?")[0];
}

/** A new invite of the room at that desk; gives its link. */
export async function makeInvite(page, desk, fill = {}) {
  await page.goto(`${desk}/invites`);
  for (const [label, value] of Object.entries(fill)) await page.getByLabel(new RegExp(`^${label}`)).fill(value);
  await page.getByRole("button", { name: "Create the invite" }).click();
  return page.locator(".link-box").inputValue();
}

/** The row of a guest on a desk, at the door, in the call or under "Earlier". */
export function rowOf(desk, name) {
  return desk.locator(".row, .person").filter({ has: desk.locator(".name", { hasText: new RegExp(`^${escaped(name)}$`) }) });
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Presses a button in a row. */
export async function decide(desk, name, button) {
  await rowOf(desk, name).getByRole("button", { name: button, exact: true }).click();
}

/** Opens the menu of a row and presses an entry in it. */
export async function decideInMenu(desk, name, button) {
  await rowOf(desk, name).locator("details.menu > summary").click();
  await decide(desk, name, button);
}

/** The pointer leaves whatever it is over. */
export async function pointerAway(page) {
  await page.mouse.move(1, 1);
}
