// What can go wrong on the way: no devices, no secure page, a server that restarts.
import { Guest, Host, PATIENCE, expectNoFaults } from "./call_people.js";
import { expect, test } from "./support.js";

test.describe.configure({ timeout: PATIENCE });

/** What a browser does that may not, or cannot, give devices. */
async function refuseDevices(guest, name) {
  await guest.page.context().addInitScript((error) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("refused", error));
  }, name);
}

test("without permission a guest enters watching, is told how to add a camera, and can", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.asks(browser, demo.invite, "Sam");
  await sam.page.context().addInitScript(() => {
    const give = navigator.mediaDevices.getUserMedia;
    navigator.mediaDevices.getUserMedia = (wanted) =>
      globalThis.allowed ? give(wanted) : Promise.reject(new DOMException("refused", "NotAllowedError"));
  });
  await ana.admits("Sam");
  await sam.page.waitForURL(/\/call$/);
  await sam.joins();
  await sam.sees("Ana");
  await expect(sam.page.locator(".toast", { hasText: "You are watching." })).toBeVisible();
  await expect(ana.tile("Sam")).toHaveAttribute("data-video", "off");
  await sam.page.evaluate(() => { globalThis.allowed = true; });
  await sam.button("Camera").click();
  await ana.sees("Sam");
  await expect(sam.page.locator(".toast", { hasText: "You are watching." })).toHaveCount(0);
  expectNoFaults(ana, sam);
});

test("without any device a guest watches", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.asks(browser, demo.invite, "Sam");
  await refuseDevices(sam, "NotFoundError");
  await ana.admits("Sam");
  await sam.page.waitForURL(/\/call$/);
  await expect(sam.page.getByRole("dialog").getByText("No camera or microphone was found.")).toBeVisible();
  await sam.joins();
  await sam.sees("Ana");
});

test("a page without https says what is missing and lets people watch", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.asks(browser, demo.invite, "Sam");
  await sam.page.context().addInitScript(() => Object.defineProperty(navigator, "mediaDevices", { value: undefined }));
  await ana.admits("Sam");
  await sam.page.waitForURL(/\/call$/);
  await sam.joins();
  await expect(sam.page.locator(".toast", { hasText: "without https" })).toBeVisible();
  await sam.sees("Ana");
  expectNoFaults(sam);
});
