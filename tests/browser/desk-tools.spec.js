// Alerts that do not tire, and the keys of the desk.
import { expect, expectAccessible, test } from "./support.js";
import { guestAsks, hostAtDesk, rowOf } from "./people.js";

// Counts the tones that the page starts: a chime has two.
async function listens(page) {
  await page.addInitScript(() => {
    window.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function counting(...rest) {
      window.tones += 1;
      return start.apply(this, rest);
    };
  });
  await page.reload();
  await page.locator("h1").click();
}

const chimes = async (page) => (await page.evaluate(() => window.tones)) / 2;

async function knocks(demo, count) {
  for (let number = 0; number < count; number += 1) {
    const form = new URLSearchParams({ name: `Guest ${number}` });
    const answer = await fetch(demo.invite, {
      method: "POST",
      redirect: "manual",
      headers: { origin: new URL(demo.invite).origin, "content-type": "application/x-www-form-urlencoded" },
      body: form,
    });
    expect(answer.status).toBe(303);
  }
}

test("H9: a burst of knocks makes one sound, and the title says how many wait", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await listens(desk);
  await knocks(demo, 9);
  await expect(desk).toHaveTitle(/^\(9\) /);
  await expect(desk.locator("#waiting > .row")).toHaveCount(9);
  expect(await chimes(desk)).toBe(1);
  await desk.reload();
  await expect(desk.locator("#waiting > .row")).toHaveCount(9);
  expect(await chimes(desk), "a reload is nobody's arrival").toBe(0);
});

test("H9: sound can be tested, switched off and muted, and stays so", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await listens(desk);
  await desk.getByRole("button", { name: "Alerts and keys" }).click();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Test sound" }).click();
  expect(await chimes(desk)).toBe(1);
  await desk.getByRole("button", { name: "Mute for 15 minutes" }).click();
  await expect(desk.getByText("Muted for 15 minutes.")).toBeVisible();
  await desk.getByRole("button", { name: "Close" }).click();
  await guestAsks(browser, demo.invite, "Sam");
  await expect(rowOf(desk, "Sam")).toBeVisible();
  expect(await chimes(desk)).toBe(1);
  await desk.reload();
  await desk.getByRole("button", { name: "Alerts and keys" }).click();
  await expect(desk.getByRole("button", { name: "Mute for 15 minutes" })).toHaveAttribute("aria-pressed", "true");
});

test("H10: a host moves, holds, admits, denies and undoes by keys alone", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  for (const name of ["Sam", "Mira", "Tom"]) await guestAsks(browser, demo.invite, name);
  await expect(desk.locator("#waiting > .row")).toHaveCount(3);
  await desk.keyboard.press("j");
  await expect(rowOf(desk, "Sam")).toBeFocused();
  await desk.keyboard.press("j");
  await desk.keyboard.press("k");
  await desk.keyboard.press("a");
  await expect(desk.locator("#admitted").getByText("Sam")).toBeVisible();
  await expect(rowOf(desk, "Mira")).toBeFocused();
  await desk.keyboard.press("h");
  await expect(desk.locator("#held").getByText("Mira")).toBeVisible();
  await desk.keyboard.press("j");
  await expect(rowOf(desk, "Tom")).toBeFocused();
  await desk.keyboard.press("d");
  await expect(desk.getByText("Denied Tom")).toBeVisible();
  await desk.keyboard.press("u");
  await expect(desk.locator("#waiting").getByText("Tom")).toBeVisible();
});

test("H10: keys are off with Ctrl, in a dialog, and for who turns them off", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await guestAsks(browser, demo.invite, "Sam");
  await expect(rowOf(desk, "Sam")).toBeVisible();
  await desk.keyboard.press("?");
  await expect(desk.getByRole("dialog", { name: "Alerts and keys" })).toBeVisible();
  await desk.keyboard.press("j");
  await desk.getByLabel("Use keys on this page").uncheck();
  await desk.getByRole("button", { name: "Close" }).click();
  await desk.keyboard.press("j");
  await expect(rowOf(desk, "Sam")).not.toBeFocused();
  await desk.reload();
  await desk.locator("#open-desk-tools").click();
  await desk.getByLabel("Use keys on this page").check();
  await desk.getByRole("button", { name: "Close" }).click();
  await desk.keyboard.press("j");
  await desk.keyboard.press("Control+d");
  await expect(rowOf(desk, "Sam")).toBeFocused();
});
