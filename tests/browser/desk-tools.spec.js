// Alerts that do not tire, and the keys of the desk.
import { expect, expectAccessible, test } from "./support.js";
import { hostAtDesk, pointerAway, rowOf } from "./people.js";

/** Counts what reaches a host who looks elsewhere: tones (a chime has two), notifications, numbers on the app's badge. */
async function listens(page) {
  await page.addInitScript(() => {
    window.heard = { tones: 0, notes: [], badges: [], asked: 0 };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function counting(...rest) {
      window.heard.tones += 1;
      return start.apply(this, rest);
    };
    window.Notification = class {
      static permission = "default";
      static async requestPermission() {
        window.heard.asked += 1;
        return (this.permission = "granted");
      }
      constructor(title, options) {
        window.heard.notes.push({ title, ...options });
      }
    };
    navigator.setAppBadge = async (count) => window.heard.badges.push(count);
    navigator.clearAppBadge = async () => window.heard.badges.push(0);
  });
  await page.clock.install();
  await page.reload();
  await page.locator("h1").click();
}

const heard = (page) => page.evaluate(() => window.heard);
const chimes = async (page) => (await heard(page)).tones / 2;
const tools = (page) => page.getByRole("dialog", { name: "Alerts and keys" });
const openTools = (page) => page.getByRole("button", { name: "Alerts and keys" }).click();
const closeTools = (page) => tools(page).getByRole("button", { name: "Close" }).click();
const waiting = (page) => page.locator("#waiting > .row:not(.leaving) .name");

/** Guests who ask and whose pages nobody looks at. */
async function knocks(demo, ...names) {
  for (const name of names) {
    const answer = await fetch(demo.invite, {
      method: "POST",
      redirect: "manual",
      headers: { origin: new URL(demo.invite).origin, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ name }),
    });
    expect(answer.status).toBe(303);
  }
}

/** They ask, and the desk has heard of it. */
async function asks(demo, desk, name) {
  await knocks(demo, name);
  await expect(rowOf(desk, name)).toBeVisible();
}

test("H9: fifty knocks make one sound, and title and badge say how many wait", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await listens(desk);
  await knocks(demo, ...Array.from({ length: 50 }, (_, number) => `Guest ${number}`));
  await expect(desk).toHaveTitle(/^\(50\) /);
  await expect(waiting(desk)).toHaveCount(50);
  expect(await chimes(desk)).toBe(1);
  expect((await heard(desk)).badges.at(-1)).toBe(50);
  await desk.reload();
  await expect(desk).toHaveTitle(/^\(50\) /);
  await expect(waiting(desk)).toHaveCount(50);
  expect(await chimes(desk), "a reload is nobody's arrival").toBe(0);
  await pointerAway(desk);
  await desk.getByRole("button", { name: "Admit 50" }).click();
  await expect(desk).toHaveTitle(/^[^(]/);
  await expect.poll(async () => (await heard(desk)).badges.at(-1)).toBe(0);
});

test("H9: there is at most one chime in ten seconds, also with the desk open twice", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await listens(desk);
  await asks(demo, desk, "Sam");
  expect(await chimes(desk)).toBe(1);
  await desk.clock.fastForward(5_000);
  await asks(demo, desk, "Mira");
  expect(await chimes(desk)).toBe(1);
  const second = await desk.context().newPage();
  await second.goto(desk.url());
  await listens(second);
  await expect(waiting(second)).toHaveCount(2);
  await asks(demo, second, "Tom");
  await asks(demo, desk, "Olu");
  expect((await chimes(desk)) + (await chimes(second))).toBe(1);
  await second.close();
  await desk.clock.fastForward(11_000);
  await asks(demo, desk, "Ada");
  expect(await chimes(desk)).toBe(2);
});

test("H9: sound can be tested, switched off, and muted for fifteen minutes", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await listens(desk);
  await openTools(desk);
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Test sound" }).click();
  expect(await chimes(desk)).toBe(1);
  const mute = desk.getByRole("button", { name: "Mute for 15 minutes" });
  await mute.click();
  await expect(desk.getByText("Muted for 15 minutes.")).toBeVisible();
  await closeTools(desk);
  await asks(demo, desk, "Sam");
  expect(await chimes(desk), "muted").toBe(1);

  await desk.reload();
  await openTools(desk);
  await expect(mute).toHaveAttribute("aria-pressed", "true");
  await desk.clock.fastForward(15 * 60_000);
  await expect(mute).toHaveAttribute("aria-pressed", "false");
  await closeTools(desk);
  await asks(demo, desk, "Mira");
  expect(await chimes(desk), "not muted any more").toBe(1);

  await openTools(desk);
  await desk.getByLabel("Play a sound").uncheck();
  await closeTools(desk);
  await desk.clock.fastForward(11_000);
  await asks(demo, desk, "Tom");
  expect(await chimes(desk), "switched off").toBe(1);
});

test("H9: a notification is shown only when it was asked for and nobody looks at the desk", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await listens(desk);
  await asks(demo, desk, "Sam");
  expect(await heard(desk)).toMatchObject({ asked: 0, notes: [] });
  await openTools(desk);
  const notify = desk.locator("#notify-on-arrival");
  await notify.click();
  await expect(notify).toBeHidden();
  expect((await heard(desk)).asked).toBe(1);
  await closeTools(desk);
  await desk.clock.fastForward(11_000);
  await asks(demo, desk, "Mira");
  expect((await heard(desk)).notes, "the host sees the desk").toEqual([]);
  await desk.evaluate(() => Object.defineProperty(document, "hidden", { value: true }));
  await desk.clock.fastForward(11_000);
  await asks(demo, desk, "Tom");
  const { notes } = await heard(desk);
  expect(notes).toHaveLength(1);
  expect(JSON.stringify(notes), "a lock screen tells nobody's name").not.toMatch(/Sam|Mira|Tom/);
});

test("H10: a host moves, holds, admits, denies and undoes by keys alone", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await knocks(demo, "Sam", "Mira", "Tom");
  await expect(waiting(desk)).toHaveText(["Sam", "Mira", "Tom"]);
  await desk.keyboard.press("j");
  await expect(rowOf(desk, "Sam")).toBeFocused();
  await desk.keyboard.press("j");
  await expect(rowOf(desk, "Mira")).toBeFocused();
  await desk.keyboard.press("k");
  await desk.keyboard.press("k");
  await expect(rowOf(desk, "Sam"), "there is nobody above").toBeFocused();
  await desk.keyboard.press("a");
  await expect(desk.locator("#admitted").getByText("Sam")).toBeVisible();
  // Whoever goes leaves the focus to who stood behind.
  await expect(rowOf(desk, "Mira")).toBeFocused();
  await desk.keyboard.press("h");
  await expect(desk.locator("#held").getByText("Mira")).toBeVisible();
  await expect(rowOf(desk, "Tom")).toBeFocused();
  await desk.keyboard.press("j");
  await expect(rowOf(desk, "Mira"), "those on hold come after").toBeFocused();
  await desk.keyboard.press("h");
  await expect(waiting(desk)).toHaveText(["Mira", "Tom"]);
  await desk.keyboard.press("j");
  await desk.keyboard.press("d");
  await expect(desk.getByText("Denied Mira")).toBeVisible();
  await expect(rowOf(desk, "Tom")).toBeFocused();
  await desk.keyboard.press("u");
  await expect(desk.getByText("Denied Mira")).toHaveCount(0);
  // Back above the row with the focus, which does not move until the host goes there.
  await expect(desk.getByRole("button", { name: "1 new" })).toBeVisible();
  await expect(waiting(desk)).toHaveText(["Tom"]);
  await desk.keyboard.press("k");
  await expect(rowOf(desk, "Mira")).toBeFocused();
  await expect(waiting(desk)).toHaveText(["Mira", "Tom"]);
});

test("H10: a host selects, writes and reads the list of keys by keys alone", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await knocks(demo, "Sam", "Mira", "Tom");
  await expect(waiting(desk)).toHaveText(["Sam", "Mira", "Tom"]);
  for (const key of "jxjx") await desk.keyboard.press(key);
  await expect(desk.getByRole("button", { name: "Admit 2 selected" })).toBeVisible();
  await desk.keyboard.press("x");
  await expect(desk.getByRole("button", { name: "Admit 1 selected" })).toBeVisible();
  await desk.keyboard.press("m");
  const dialog = desk.getByRole("dialog", { name: /Mira/ });
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await desk.keyboard.type("had made jam");
  await expect(dialog.getByRole("textbox")).toHaveValue("had made jam");
  const send = dialog.getByRole("button", { name: "Send", exact: true });
  for (let presses = 0; presses < 10 && !(await send.evaluate((button) => button === document.activeElement)); presses += 1) {
    await desk.keyboard.press("Tab");
  }
  await desk.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(rowOf(desk, "Mira").getByText("had made jam")).toBeVisible();
  await expect(waiting(desk)).toHaveText(["Sam", "Mira", "Tom"]);
  await desk.keyboard.press("?");
  await expect(tools(desk)).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(tools(desk)).toBeHidden();
  await desk.keyboard.press("j");
  await expect(rowOf(desk, "Tom"), "the place is kept").toBeFocused();
});

test("H10: keys are off with Ctrl, in dialogs, while something is typed, and for who turns them off", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await asks(demo, desk, "Sam");
  await desk.keyboard.press("?");
  await expect(tools(desk)).toBeVisible();
  await desk.keyboard.press("j");
  await desk.keyboard.press("a");
  await tools(desk).getByLabel("Use keys on this page").uncheck();
  await closeTools(desk);
  for (const key of "ja") await desk.keyboard.press(key);
  await expect(rowOf(desk, "Sam")).not.toBeFocused();
  await desk.reload();
  for (const key of "ja?") await desk.keyboard.press(key);
  await expect(rowOf(desk, "Sam")).not.toBeFocused();
  await expect(tools(desk)).toBeHidden();

  await openTools(desk);
  await tools(desk).getByLabel("Use keys on this page").check();
  await closeTools(desk);
  await desk.keyboard.press("j");
  await expect(rowOf(desk, "Sam")).toBeFocused();
  for (const held of ["Control", "Alt", "Meta"]) await desk.keyboard.press(`${held}+a`);
  await desk.goto(`${desk.url().split("?")[0]}?q=S`);
  await desk.getByRole("searchbox").fill("");
  await desk.getByRole("searchbox").pressSequentially("Sadj?");
  await expect(desk.getByRole("searchbox")).toHaveValue("Sadj?");
  await expect(desk.getByText("Nobody at the door matches.")).toBeVisible();
  await desk.getByRole("searchbox").fill("Sam");
  await expect(waiting(desk), "no key decided anything").toHaveText(["Sam"]);
});

/** Goes there with Tab alone. */
async function reach(desk, target) {
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 150 && !(await focused()); presses += 1) await desk.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

async function presses(desk, target) {
  await reach(desk, target);
  await desk.keyboard.press("Enter");
}

test("F1: every task of the desk is done with Tab and Enter alone, without the keys of the desk", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo);
  await knocks(demo, "Sam", "Mira", "Tom");
  await expect(waiting(desk)).toHaveText(["Sam", "Mira", "Tom"]);
  const button = (name, label) => rowOf(desk, name).getByRole("button", { name: label, exact: true });
  const inMenu = async (name, label) => {
    await presses(desk, rowOf(desk, name).locator("details.menu > summary"));
    await presses(desk, button(name, label));
  };
  await inMenu("Sam", "Admit as viewer");
  await expect(desk.locator("#admitted .who .badge")).toHaveText("Viewer");
  await presses(desk, button("Sam", "Make speaker"));
  await expect(desk.locator("#admitted .who .badge")).toHaveText("Speaker");
  await presses(desk, button("Sam", "Send back to waiting"));
  await expect(desk.locator("#admitted .name")).toHaveCount(0);
  await inMenu("Mira", "Hold");
  await expect(desk.locator("#held .name")).toHaveText("Mira");
  await inMenu("Mira", "Back to waiting");
  await expect(desk.locator("#held")).toBeHidden();
  await presses(desk, button("Tom", "Deny"));
  await expect(desk.getByText("Denied Tom")).toBeVisible();
  await presses(desk, desk.getByRole("button", { name: "Undo" }));
  await expect(desk.getByText("Denied Tom")).toHaveCount(0);
  await presses(desk, desk.locator("#many-bar a[data-words]"));
  await expect(desk.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await desk.keyboard.type("Ten minutes");
  await presses(desk, desk.getByRole("dialog").getByRole("button", { name: "Send to all" }));
  await expect(desk.getByRole("dialog")).toHaveCount(0);
  await expect(desk.locator("#waiting").getByText("Ten minutes").first()).toBeVisible();
  await presses(desk, desk.getByRole("button", { name: "Close the door" }));
  await expect(desk.getByRole("button", { name: "Open the door" })).toBeVisible();
  await presses(desk, desk.getByRole("button", { name: "Open the door" }));
  await expect(desk.getByRole("button", { name: "Close the door" })).toBeVisible();
  await presses(desk, desk.getByRole("button", { name: /^Admit \d$/ }));
  await expect(desk.locator("#admitted .name")).toHaveCount(3);
  await presses(desk, button("Tom", "Remove"));
  await expect(desk.locator("#admitted > li:not(.leaving) .name")).toHaveCount(2);
});
