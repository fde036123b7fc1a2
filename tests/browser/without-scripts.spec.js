// Everything but the call itself works as plain forms.
import { expect, test } from "./support.js";
import { decide, decideInMenu, guestAsks, hostAtDesk, rowOf } from "./people.js";

const off = { javaScriptEnabled: false };
// The page reads itself again every 10 s.
const isShown = (page, name) => expect(page.getByRole("heading", { name })).toBeVisible({ timeout: 30_000 });

test("without scripts a guest asks and waits, and a host admits, changes the role, sends back and removes", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo, off);
  const guest = await guestAsks(browser, demo.invite, "Sam Okafor", off);
  await isShown(guest, "You are in the right place.");
  await expect(guest.getByText("This page looks for news every 10 seconds.")).toBeVisible();

  await desk.reload();
  await decide(desk, "Sam Okafor", "Admit");
  await expect(desk.locator("#admitted").getByText("Sam Okafor")).toBeVisible();
  await isShown(guest, "You are in."); // it reads itself again
  await expect(guest.getByRole("link", { name: "Join the call" })).toBeVisible();

  await decide(desk, "Sam Okafor", "Make viewer");
  await expect(desk.locator("#admitted .who .badge")).toHaveText("Viewer");
  await guest.reload();
  await expect(guest.getByText("You join as Viewer.")).toBeVisible();
  await decide(desk, "Sam Okafor", "Send back to waiting");
  await guest.reload();
  await isShown(guest, "You are back in the waiting room.");
  await decideInMenu(desk, "Sam Okafor", "Admit as moderator");
  await expect(desk.locator("#admitted .who .badge")).toHaveText("Moderator");
  await decide(desk, "Sam Okafor", "Remove");
  await guest.reload();
  await isShown(guest, "You are no longer in the call.");
});

test("without scripts a denial can be undone, and a decision that comes too late is explained", async ({ browser, demo }) => {
  const desk = await hostAtDesk(browser, demo, off);
  const guest = await guestAsks(browser, demo.invite, "Mira Lindqvist", off);
  await desk.reload();
  await decideInMenu(desk, "Mira Lindqvist", "Not on the list");
  await expect(desk.getByText("Denied Mira Lindqvist")).toBeVisible();
  await desk.getByRole("button", { name: "Undo" }).click();
  await expect(desk.locator("#waiting").getByText("Mira Lindqvist")).toBeVisible();

  const copy = await browser.newContext({ ...off, storageState: await desk.context().storageState() });
  const late = await copy.newPage();
  await late.goto(desk.url());
  await decide(desk, "Mira Lindqvist", "Admit");
  await decide(late, "Mira Lindqvist", "Deny");
  await expect(late.getByText(/Mira Lindqvist: Already admitted by Ana, .*Your decision changed nothing\./)).toBeVisible();
  await guest.reload();
  await isShown(guest, "You are in.");
  await guest.getByRole("button", { name: "Leave the call" }).click();
  await isShown(guest, "You left the call.");
});

test("without scripts a guest leaves the queue and asks again", async ({ browser, demo }) => {
  const guest = await guestAsks(browser, demo.invite, "Tom Reyes", off);
  await guest.getByRole("button", { name: "Leave the queue" }).click();
  await isShown(guest, "You left the queue.");
  await guest.getByRole("button", { name: "Ask again" }).click();
  await isShown(guest, "You are in the right place.");
  const desk = await hostAtDesk(browser, demo, off);
  await expect(rowOf(desk.locator("#waiting"), "Tom Reyes")).toHaveCount(1);
});
