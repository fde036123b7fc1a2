// Firefox and Chromium in one call. Playwright drives only a Firefox of its own making, so this one is driven by Puppeteer.
import { existsSync } from "node:fs";
import { networkInterfaces } from "node:os";
import puppeteer from "puppeteer-core";
import { Host, callTests, expectNoFaults } from "./call_people.js";
import { expect, test } from "./support.js";

callTests(test);

const firefox = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const FAKE_DEVICES = { "media.navigator.permission.disabled": true, "media.navigator.streams.fake": true };

/** Why it cannot be tested here, if so. Firefox takes no media from loopback addresses, however near the server is. */
function obstacle() {
  if (!existsSync(firefox)) return `there is no Firefox at ${firefox}`;
  const addresses = Object.values(networkInterfaces()).flat();
  const outward = addresses.some(({ family, internal }) => family === "IPv4" && !internal);
  return outward ? undefined : "this machine has no address but loopback ones, which Firefox does not use";
}

/** A guest in Firefox; `sees` means the same as for people in Chromium. */
class FirefoxGuest {
  faults = [];

  constructor(page, name) {
    Object.assign(this, { page, name });
    page.on("pageerror", (error) => this.faults.push(String(error)));
  }

  static async asks(browser, invite, name) {
    const guest = new FirefoxGuest(await browser.newPage(), name);
    await guest.page.goto(invite);
    await guest.page.type("input[name=name]", name);
    await guest.presses("Ask to join");
    await expect.poll(() => guest.page.url()).toMatch(/\/r\/[^/]+$/);
    return guest;
  }

  async presses(button) {
    const found = await this.page.waitForFunction((text) => {
      const buttons = [...document.querySelectorAll("button")].filter((it) => it.checkVisibility());
      return buttons.find((it) => it.textContent.trim() === text);
    }, { polling: 100 }, button);
    await found.click();
  }

  async joins() {
    await expect.poll(() => this.page.url(), { timeout: 30_000 }).toMatch(/\/call$/);
    await this.presses("Join");
  }

  /** Frames of somebody's camera are decoded and shown; Firefox counts those of a call nowhere else. */
  async sees(name) {
    const shows = this.page.waitForFunction((whose, enough) => {
      const tiles = [...document.querySelectorAll(".tile[data-video=on]")];
      const video = tiles.find((it) => it.querySelector("bdi").textContent.includes(whose))?.querySelector("video");
      if (!video) return false;
      video.counted ??= count(video);
      return video.shown > enough;

      function count(element) {
        element.shown = 0;
        const one = () => {
          element.shown += 1;
          element.requestVideoFrameCallback(one);
        };
        element.requestVideoFrameCallback(one);
        return true;
      }
    }, { polling: 200, timeout: 60_000 }, name, 5);
    await expect(shows, `${this.name} sees ${name}`).resolves.toBeTruthy();
  }
}

test("Firefox and Chromium see each other", async ({ browser, demo }) => {
  const reason = obstacle();
  if (reason) console.log(`Firefox is not tested: ${reason}`);
  test.skip(Boolean(reason), reason);
  const other = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefox,
    extraPrefsFirefox: FAKE_DEVICES,
    timeout: 90_000,
  });
  try {
    const ana = await Host.arrives(browser, demo);
    await ana.entersTheCall();
    const fay = await FirefoxGuest.asks(other, demo.invite, "Fay");
    await ana.admits("Fay");
    await fay.joins();
    await Promise.all([ana.sees("Fay"), fay.sees("Ana")]);
    expectNoFaults(ana, fay);
  } finally {
    await other.close();
  }
});
