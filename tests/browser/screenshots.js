// Makes the pictures of README in docs/screenshots/ from a demo: `node screenshots.js`, after `cargo build`.
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { startServer } from "./support.js";
import { decide, guestAsks, hostAtDesk, makeInvite, pointerAway } from "./people.js";

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../docs/screenshots");
const MOST_BYTES = 150_000;
const phone = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const wide = { viewport: { width: 1280, height: 720 } };

async function picture(page, name) {
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled" });
  const { size } = await stat(file);
  console.log(`${name}.png: ${size} bytes`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes`);
}

const demo = await startServer({ command: "demo" });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  await mkdir(folder, { recursive: true });
  const desk = await hostAtDesk(browser, demo, wide);
  const room = desk.url().split("?")[0];
  for (const [name, role] of [["Ada Moreau", "Make moderator"], ["Li Wei", null]]) {
    const guest = await guestAsks(browser, demo.invite, name);
    await decide(desk, name, "Admit");
    await guest.waitForURL(/\/call$/);
    await pointerAway(desk);
    if (role) await decide(desk, name, role);
    await pointerAway(desk);
  }
  const sam = await guestAsks(browser, demo.invite, "Sam Okafor", phone);
  await guestAsks(browser, demo.invite, "Sam Ōkafor");
  await guestAsks(browser, demo.invite, "Mira Lindqvist", { note: "Ten minutes would be enough." });
  await desk.locator("#waiting > li").nth(2).waitFor();
  await picture(sam, "guest-waiting");
  await picture(desk, "desk");
  await desk.emulateMedia({ colorScheme: "dark" });
  await desk.waitForTimeout(300); // colours fade
  await picture(desk, "desk-dark");
  await desk.emulateMedia({ colorScheme: "light" });
  await makeInvite(desk, room, { Label: "Evening clinic" });
  await desk.evaluate(() => window.scrollTo(0, 0));
  await picture(desk, "invites");
} finally {
  await browser.close();
  await demo.stop();
}
