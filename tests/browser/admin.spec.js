// Admins: changing somebody's role and taking it back, and a second factor, by keyboard alone.
import { createHmac } from "node:crypto";
import { ADMIN, adminSetsUp, freshPage } from "./people.js";
import { expect, expectAccessible, expectContrast, expectNoSidewaysScroll, test } from "./support.js";

/** Tabs until the element with this role and name has the focus. */
async function tabTo(page, role, name) {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${role} ${name} cannot be reached by Tab`);
}

async function press(page, role, name) {
  await tabTo(page, role, name);
  await page.keyboard.press("Enter");
}

async function type(page, label, text) {
  await tabTo(page, "textbox", label);
  await page.keyboard.type(text);
}

/** Rules of accessibility, contrast in both themes, and nothing wider than a phone. */
async function expectGood(page) {
  await expectAccessible(page);
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await expectContrast(page);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(size);
}

/** The six digits that an app shows for this key, a number of steps from now (RFC 6238). */
function codeOf(key, later = 0) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replace(/\s/g, "")].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

test("a change of role is explained, done and taken back by keyboard", async ({ browser, fresh }) => {
  const page = await adminSetsUp(browser, fresh);
  await page.goto(`${fresh.origin}/admin/people`);
  await page.locator("#name").fill("Tom");
  await page.locator("#email").fill("tom@example.org");
  await page.getByRole("button", { name: "Create the account" }).click();
  await page.getByRole("link", { name: "Tom" }).click();
  await press(page, "button", "Make admin");
  await expect(page.getByRole("heading", { level: 1, name: "Make Tom an admin?" })).toBeVisible();
  await expectGood(page);
  await press(page, "button", "Make admin");
  await expect(page.getByRole("status").filter({ hasText: "Tom is an admin now." })).toBeVisible();
  await expectGood(page);
  await press(page, "button", "Undo");
  await expect(page.getByRole("button", { name: "Make admin" })).toBeVisible();
  await expect(page.getByText("Tom is an admin now.")).toHaveCount(0);
});

test("a second factor is set up and used by keyboard, and recovery codes help without the app", async ({ browser, fresh }) => {
  const page = await adminSetsUp(browser, fresh);
  await page.goto(`${fresh.origin}/host/second-factor`);
  await expectGood(page);
  await type(page, "Password", ADMIN.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
  await expectGood(page);
  const key = await page.getByLabel("Key to type").inputValue();
  await type(page, "Code", "000000");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This code is not right")).toBeVisible();
  await type(page, "Code", codeOf(key));
  await page.keyboard.press("Enter");
  const shown = page.getByRole("textbox", { name: "Your recovery codes" });
  await expect(shown).toBeVisible();
  const codes = (await shown.inputValue()).trim().split(/\s+/);
  expect(codes).toHaveLength(10);
  await expectGood(page);

  const other = await freshPage(browser);
  const halfIn = async () => {
    await other.goto(`${fresh.origin}/host/sign-in`);
    await type(other, "Email", ADMIN.email);
    await other.getByLabel("Password").fill(ADMIN.password);
    await press(other, "button", "Sign in");
    await expect(other.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  };
  await halfIn();
  await expectGood(other);
  await type(other, "Code", codeOf(key, 1));
  await other.keyboard.press("Enter");
  await expect(other).toHaveURL(/\/host\/rooms/);
  await other.context().clearCookies();
  await halfIn();
  await type(other, "Code", codes[3]);
  await other.keyboard.press("Enter");
  await expect(other).toHaveURL(/\/host\/rooms/);
});

test("the overview, the calls and the settings can be used by everybody", async ({ browser, fresh }) => {
  const page = await adminSetsUp(browser, fresh);
  for (const [path, heading] of [["/admin", "Overview"], ["/admin/calls", "People in calls"], ["/admin/settings", "Settings"]]) {
    await page.goto(`${fresh.origin}${path}`);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expectGood(page);
  }
});
