// Makes the pictures in docs/screenshots/ from a demo: `node screenshots.js`, after `cargo build`. Every page and state once, as
// small as a reader can still judge it; README shows the first four.
import { mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import config from "./playwright.config.js";
import { startServer } from "./support.js";
import { ask, decide, decideInMenu, freshPage, guestAsks, hostAtDesk, makeInvite, pointerAway, rowOf } from "./people.js";

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../docs/screenshots");
const MOST_BYTES = 150_000;
const MOST_BYTES_OF_ALL = 2_000_000;
const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" };
const wide = { viewport: { width: 1280, height: 720 }, reducedMotion: "reduce" };

async function picture(page, name) {
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled" });
  const { size } = await stat(file);
  console.log(`${name}.png: ${size} bytes`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes`);
}

async function inTheDark(page, name) {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForTimeout(300); // colours fade
  await picture(page, name);
  await page.emulateMedia({ colorScheme: "light" });
  await page.waitForTimeout(300);
}

async function admits(desk, name, role) {
  const guest = await guestAsks(browser, demo.invite, name);
  await decide(desk, name, "Admit");
  await guest.waitForURL(/\/call$/);
  await pointerAway(desk);
  if (role) await decide(desk, name, role);
  await pointerAway(desk);
}

/** What guests see, from the link to each end. */
async function guests(desk) {
  const guest = await freshPage(browser, phone);
  await guest.goto(demo.invite);
  await picture(guest, "guest-form");
  await inTheDark(guest, "guest-form-dark");
  await guest.getByRole("button", { name: "Ask to join" }).click();
  await guest.getByText("Please fill this in.").waitFor();
  await picture(guest, "guest-form-error");
  await ask(guest, demo.invite, "Tom Reyes");
  await decideInMenu(desk, "Tom Reyes", "Hold");
  await guest.getByRole("heading", { name: "Please wait a little longer." }).waitFor();
  await picture(guest, "guest-held");
  await decideInMenu(desk, "Tom Reyes", "The name is not clear");
  await guest.getByRole("heading", { name: "You were not let in this time." }).waitFor({ timeout: 60_000 });
  await picture(guest, "guest-denied");
  const arab = await freshPage(browser, { ...phone, locale: "ar" });
  await arab.goto(demo.invite);
  await picture(arab, "guest-form-arabic");
  await guest.goto(`${demo.origin}/i/${"a".repeat(32)}`);
  await picture(guest, "guest-unknown-link");
}

/** The desk in its states. */
async function door(desk, room) {
  await desk.goto(room);
  await rowOf(desk, "Sam Okafor").getByRole("checkbox").check();
  await rowOf(desk, "Mira Lindqvist").locator("details.menu > summary").click();
  await picture(desk, "desk-menu");
  await desk.keyboard.press("Escape");
  await desk.getByRole("button", { name: "Alerts and keys" }).click();
  await picture(desk, "desk-alerts-and-keys");
  await desk.keyboard.press("Escape");
  await desk.locator("#many-bar a[data-words]").click();
  await desk.getByRole("dialog").waitFor();
  await picture(desk, "desk-message");
  await desk.keyboard.press("Escape");
  const small = await desk.context().newPage();
  await small.setViewportSize(phone.viewport);
  for (const view of ["door", "call", "room"]) {
    await small.goto(`${room}?view=${view}`);
    await picture(small, `desk-phone-${view}`);
  }
  await small.close();
}

/** The pages around it. */
async function pages(desk, room) {
  for (const [name, address] of [
    ["settings", `${room}/settings`], ["questions", `${room}/questions`], ["hosts", `${room}/hosts`], ["log", `${room}/audit`],
    ["rehearsal", `${room}/rehearsal?page=waiting`], ["rooms", `${demo.origin}/host/rooms`], ["sign-ins", `${demo.origin}/host/sign-ins`],
    ["people", `${demo.origin}/admin/people`], ["api-keys", `${demo.origin}/admin/api-keys`], ["webhooks", `${demo.origin}/admin/webhooks`],
    ["guests-data", `${demo.origin}/admin/guests`],
  ]) {
    await desk.goto(address);
    await picture(desk, name);
  }
}

const demo = await startServer({ command: "demo" });
const browser = await chromium.launch({ executablePath: config.use.launchOptions.executablePath, args: ["--no-sandbox"] });
try {
  await mkdir(folder, { recursive: true });
  const desk = await hostAtDesk(browser, demo, wide);
  const room = desk.url().split("?")[0];
  await picture(desk, "desk-empty");
  await admits(desk, "Ada Moreau", "Make moderator");
  await admits(desk, "Li Wei");
  const sam = await guestAsks(browser, demo.invite, "Sam Okafor", { ...phone, deviceScaleFactor: 2 });
  await guestAsks(browser, demo.invite, "Sam Ōkafor");
  await guestAsks(browser, demo.invite, "Mira Lindqvist", { note: "Ten minutes would be enough." });
  await desk.locator("#waiting > li").nth(2).waitFor();
  await picture(sam, "guest-waiting");
  await picture(desk, "desk");
  await inTheDark(desk, "desk-dark");
  await makeInvite(desk, room, { Label: "Evening clinic" });
  await desk.evaluate(() => window.scrollTo(0, 0));
  await picture(desk, "invites");
  await desk.goto(room);
  await guests(desk);
  await door(desk, room);
  await pages(desk, room);
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(path.join(folder, name))).size));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`together: ${all} bytes`);
  if (all > MOST_BYTES_OF_ALL) throw new Error(`the pictures are larger than ${MOST_BYTES_OF_ALL} bytes together`);
} finally {
  await browser.close();
  await demo.stop();
}
