// What moderators do in the call, and how a place in the call ends.
import { Guest, Host, PATIENCE, expectNoFaults } from "./call_people.js";
import { expect, test } from "./support.js";

test.describe.configure({ timeout: PATIENCE });

test("a moderator mutes one and then everybody but some, and only the muted can lift it", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  const kim = await Guest.isAdmitted(browser, demo, ana, "Kim");
  await ana.opensPeople();
  await ana.row("Sam").getByRole("button", { name: "Mute" }).click();
  await expect(sam.page.getByText("You were muted by a moderator.")).toBeVisible();
  await expect(kim.tile("Sam")).toContainText("muted", { useInnerText: true });
  await sam.button("Unmute").click();
  await expect(kim.tile("Sam")).not.toContainText("muted", { useInnerText: true });
  await ana.row("Kim").getByRole("checkbox").check();
  await ana.button("Mute everybody").click();
  await expect(sam.button("Unmute")).toBeVisible();
  await expect(ana.tile("Sam")).toContainText("muted", { useInnerText: true });
  await expect(kim.button("Mute")).toBeVisible();
  await expect(ana.page.locator("#microphone")).toHaveText("Mute", { useInnerText: true });
  expectNoFaults(ana, sam, kim);
});

test("a moderator stops somebody's camera, then puts them out of the call", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  await ana.sees("Sam");
  await ana.opensPeople();
  await ana.row("Sam").getByRole("button", { name: "Stop camera and microphone" }).click();
  await expect(sam.page.getByText("A moderator stopped your camera and microphone.")).toBeVisible();
  await expect(ana.tile("Sam")).toHaveAttribute("data-video", "off");
  await sam.button("Camera").click();
  await ana.sees("Sam");
  await ana.row("Sam").getByRole("button", { name: "Remove from call" }).click();
  await expect(sam.page.getByRole("heading", { name: "You are no longer in the call." })).toBeVisible();
  await expect(ana.tile("Sam")).toHaveCount(0);
  expectNoFaults(ana, sam);
});

test("a guest moderator puts somebody out of the call", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  const mia = await Guest.isAdmitted(browser, demo, ana, "Mia", "moderator");
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  await mia.sees("Sam");
  await mia.opensPeople();
  await expect(mia.row("Sam").getByRole("button", { name: "Send back to waiting" })).toHaveCount(0);
  await mia.row("Sam").getByRole("button", { name: "Remove from call" }).click();
  await expect(sam.page.getByRole("heading", { name: "You are no longer in the call." })).toBeVisible();
  await expect(mia.tile("Sam")).toHaveCount(0);
});

test("sent back to waiting, a guest reads why", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  await ana.sendsBack("Sam", "Back in five minutes");
  await expect(sam.page.getByRole("heading", { name: "You are back in the waiting room." })).toBeVisible();
  await expect(sam.page.getByText("Back in five minutes")).toBeVisible();
  await expect(ana.tile("Sam")).toHaveCount(0);
  expectNoFaults(ana, sam);
});

test("leaving ends the call for oneself, and coming back is possible", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  await ana.sees("Sam");
  await sam.button("Leave").click();
  await expect(sam.page.getByRole("heading", { name: "You left the call." })).toBeVisible();
  await expect(ana.tile("Sam")).toHaveCount(0);
  await sam.button("Join the call").click();
  await sam.page.waitForURL(/\/r\/[^/]+$/);
  await sam.page.goto(`${sam.page.url()}/call`);
  await ana.sees("Sam"); // with the devices chosen before, without being asked again
  expectNoFaults(ana, sam);
});

test("a second tab takes the place, and the first can take it back", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  const second = await sam.page.context().newPage();
  await second.goto(sam.page.url());
  await second.getByRole("button", { name: "Join", exact: true }).click();
  await expect(sam.page.getByRole("heading", { name: "You joined from another tab or device." })).toBeVisible();
  await expect(ana.tile("Sam")).toHaveCount(1);
  await sam.button("Use here").click();
  await sam.isIn();
  await ana.sees("Sam");
  await expect(second.getByRole("heading", { name: "You joined from another tab or device." })).toBeVisible();
});

test("the host lets somebody in from the door beside the call", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.asks(browser, demo.invite, "Sam");
  await expect(ana.button("Door 1")).toBeVisible();
  await ana.button("Door 1").click();
  await ana.button("Admit").click();
  await sam.page.waitForURL(/\/call$/);
  await sam.joins();
  await ana.sees("Sam");
  await expect(ana.page.getByText("Nobody is waiting.")).toBeVisible();
  expectNoFaults(ana, sam);
});
