// Alerts that do not tire, and the keys of the desk.
import { expect, test } from "./support.js";
import { hostAtDesk } from "./people.js";

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
