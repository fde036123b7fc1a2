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
  return desk.locator(".row:not(.leaving), .person:not(.leaving)").filter({ has: page(desk).locator(".name", { hasText: new RegExp(`^${escaped(name)}$`) }) });
}

/** `has` wants a locator from the page itself. */
const page = (place) => (place.page ? place.page() : place);

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

/** A second account, made by the signed-in admin and added to the room of that desk; gives its page, signed in. */
export async function coHost(browser, admin, origin, desk, { name, email }) {
  await admin.goto(`${origin}/admin/people`);
  await admin.getByLabel("Name", { exact: true }).fill(name);
  await admin.getByLabel("Email", { exact: true }).fill(email);
  await admin.getByRole("button", { name: "Create the account" }).click();
  const password = await admin.locator(".link-box").inputValue();
  await admin.goto(`${desk}/hosts`);
  await admin.getByLabel("Email").fill(email);
  await admin.getByRole("button", { name: "Add" }).click();
  await expect(admin.getByText(name)).toBeVisible();
  const page = await freshPage(browser);
  await signIn(page, origin, email, password);
  return page;
}

export async function signIn(page, origin, email, password) {
  await page.goto(`${origin}/host/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/host\/rooms/);
}

/** Collects the tokens that a guest's or a host's page receives, oldest first. Call it before there are any. */
export function tokensOf(page) {
  const tokens = [];
  page.on("response", async (answer) => {
    if (!/\/token$/.test(new URL(answer.url()).pathname) || !answer.ok()) return;
    // Of a page that has gone on meanwhile nothing can be read.
    const token = await answer.json().catch(() => null);
    if (token) tokens.push(token);
  });
  return tokens;
}

/** What a T1 token says: `T1==` and, in base64, `partner_id=…&sig=…:` and the fields. */
export function readT1(token) {
  if (!token.startsWith("T1==")) throw new Error("not a T1 token");
  const text = Buffer.from(token.slice(4), "base64").toString();
  const fields = Object.fromEntries(new URLSearchParams(text.slice(text.indexOf(":") + 1)));
  return { partner: /^partner_id=([^&]+)&sig=[0-9a-f]{40}:/.exec(text)?.[1], ...fields };
}
