// The call with fake cameras: who sees whom, and what the roles allow.
import { Guest, Host, callTests, expectNoFaults } from "./call_people.js";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.js";

callTests(test);

test("everybody sees everybody who may be seen, and a viewer publishes nothing", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  const kim = await Guest.isAdmitted(browser, demo, ana, "Kim");
  const vera = await Guest.isAdmitted(browser, demo, ana, "Vera", "subscriber");
  await Promise.all([
    ana.sees("Sam"), ana.sees("Kim"), sam.sees("Ana"), sam.sees("Kim"), kim.sees("Ana"), kim.sees("Sam"),
    vera.sees("Ana"), vera.sees("Sam"), vera.sees("Kim"),
  ]);
  for (const name of ["Mute", "Camera", "Share screen", "Step down"]) await expect(vera.button(name)).toBeHidden();
  expect(await vera.askedForDevices()).toBe(0);
  await expect(ana.tile("Vera")).toHaveCount(0);
  await ana.opensPeople();
  await expect(ana.row("Vera")).toContainText("Viewer");
  await expect(ana.row("Vera").getByRole("button", { name: "Stop camera and microphone" })).toBeHidden();
  await expectAccessible(ana.page);
  await expectAccessible(vera.page);
  expectNoFaults(ana, sam, kim, vera);
});

test("the call fits a phone, and is in order in the dark", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo, { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await ana.entersTheCall();
  await Guest.isAdmitted(browser, demo, ana, "Sam");
  await ana.sees("Sam");
  await expectNoSidewaysScroll(ana.page);
  await ana.opensPeople();
  await expectNoSidewaysScroll(ana.page);
  await expectAccessible(ana.page);
});

test("a viewer with a raised hand is made speaker, is seen at once, and steps down", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const vera = await Guest.isAdmitted(browser, demo, ana, "Vera", "subscriber");
  await vera.button("Raise hand").click();
  await ana.opensPeople();
  await expect(ana.row("Vera")).toContainText("wants to speak", { useInnerText: true });
  await ana.row("Vera").getByRole("button", { name: "Make speaker" }).click();
  await expect(vera.page.getByText("You can now speak.")).toBeVisible();
  await ana.sees("Vera");
  await expect(ana.row("Vera")).not.toContainText("wants to speak", { useInnerText: true });
  await vera.button("Step down").click();
  await expect(vera.page.getByText("You are now a viewer.")).toBeVisible();
  await expect(ana.tile("Vera")).toHaveCount(0);
  await expect(vera.button("Raise hand")).toBeVisible();
  await vera.sees("Ana");
  expectNoFaults(ana, vera);
});

test("whoever did not ask to speak is asked before camera and microphone go on", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const vera = await Guest.isAdmitted(browser, demo, ana, "Vera", "subscriber");
  await ana.makes("Vera", "publisher");
  await expect(vera.page.getByRole("dialog", { name: "The host invites you to speak." })).toBeVisible();
  expect(await vera.askedForDevices()).toBe(0);
  await expectAccessible(vera.page);
  await vera.button("Stay as viewer").click();
  await expect(vera.page.getByText("You are now a viewer.")).toBeVisible();
  await ana.makes("Vera", "publisher");
  await vera.button("Turn on camera and microphone").click();
  await ana.sees("Vera");
  expectNoFaults(ana, vera);
});

test("a new role keeps the camera, and a lower one ends the pictures at the others", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  const kim = await Guest.isAdmitted(browser, demo, ana, "Kim");
  await kim.sees("Sam");
  const asked = await sam.askedForDevices();
  await ana.makes("Sam", "moderator");
  await expect(sam.page.getByText("You are now a moderator.")).toBeVisible();
  await kim.sees("Sam");
  await sam.opensPeople();
  await expect(sam.row("Kim").getByRole("button", { name: "Remove from call" })).toBeVisible();
  expect(await sam.askedForDevices()).toBe(asked);
  await ana.makes("Sam", "subscriber");
  await expect(kim.tile("Sam")).toHaveCount(0);
  await expect(sam.page.getByText("You are now a viewer.")).toBeVisible();
  await expect(sam.button("Camera")).toBeHidden();
  await sam.sees("Kim");
  expectNoFaults(ana, sam, kim);
});

test("a shared screen is a picture of its own, beside the camera", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  await sam.button("Share screen").click();
  await expect(sam.button("Share screen")).toHaveAttribute("aria-pressed", "true");
  const screen = ana.page.locator(".tile[data-kind=screen]");
  await expect(screen).toContainText("Sam");
  const frames = () => screen.locator("video").evaluate((video) => video.getVideoPlaybackQuality().totalVideoFrames);
  await expect.poll(frames).toBeGreaterThan(3);
  await sam.button("Share screen").click();
  await expect(screen).toHaveCount(0);
  await ana.sees("Sam");
  expectNoFaults(ana, sam);
});

test("a screen that is shared while the camera is still on its way is shared once, and stays", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.asks(browser, demo.invite, "Sam");
  // The server's answers to what is published are late: they come when the screen was asked for, too.
  const asked = [];
  await sam.page.routeWebSocket(/\/session\/ws$/, (page) => {
    const server = page.connectToServer();
    const late = [];
    server.onMessage((text) => {
      if (JSON.parse(text).t !== "published" || asked.includes("screen")) page.send(text);
      else late.push(text);
    });
    page.onMessage((text) => {
      const { t, name } = JSON.parse(text);
      server.send(text);
      if (t !== "publish") return;
      asked.push(name);
      if (name === "screen") for (const each of late.splice(0)) page.send(each);
    });
  });
  await ana.admits("Sam");
  await sam.page.waitForURL(/\/call$/);
  await sam.joins();
  await expect.poll(() => asked).toEqual(["camera"]);
  await sam.button("Share screen").click();
  await expect(sam.button("Share screen")).toHaveAttribute("aria-pressed", "true");
  await expect(ana.page.locator(".tile[data-kind=screen]")).toHaveAttribute("data-video", "on");
  await expect(ana.page.locator(".tile:not([data-kind=screen])", { hasText: "Sam" })).toHaveAttribute("data-video", "on");
  await expect(sam.button("Share screen")).toHaveAttribute("aria-pressed", "true");
  expect(asked).toEqual(["camera", "screen"]);
  expectNoFaults(ana, sam);
});

test("switching the camera off lets it go and shows initials to the others", async ({ browser, demo }) => {
  const ana = await Host.arrives(browser, demo);
  await ana.entersTheCall();
  const sam = await Guest.isAdmitted(browser, demo, ana, "Sam");
  await ana.sees("Sam");
  await sam.button("Camera").click();
  await expect(ana.tile("Sam")).toHaveAttribute("data-video", "off");
  await expect(ana.tile("Sam").locator(".avatar")).toBeVisible();
  await sam.button("Camera").click();
  await ana.sees("Sam");
  await sam.button("Mute").click();
  await expect(ana.tile("Sam")).toContainText("muted", { useInnerText: true });
  expectNoFaults(ana, sam);
});
