// The server dies without warning and comes back: pages find it again by themselves, and what was acknowledged is there.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, startServer, test } from "./support.js";
import { adminSetsUp, decide, guestAsks, makeInvite, makeRoom, pointerAway, rowOf, tokensOf } from "./people.js";

test("kill -9 in between: guest, queue and desk come back by themselves, and an acknowledged Admit is still there", async ({ browser }) => {
  const folder = await mkdtemp(path.join(tmpdir(), "anteroom-"));
  const first = await startServer({ command: "serve", folder, wants: ["origin", "setup"] });
  const ida = await adminSetsUp(browser, first);
  const room = await makeRoom(ida, first.origin, "Evening clinic");
  const invite = await makeInvite(ida, room);
  await ida.goto(room);
  const sam = await guestAsks(browser, invite, "Sam");
  const mira = await guestAsks(browser, invite, "Mira");
  const tom = await guestAsks(browser, invite, "Tom");
  const waiting = ida.locator("#waiting .name");
  await expect(waiting).toHaveText(["Sam", "Mira", "Tom"]);
  const answered = ida.waitForResponse((answer) => answer.url().endsWith("/admit"));
  await decide(ida, "Sam", "Admit");
  expect((await answered).ok()).toBe(true);

  await first.stop("SIGKILL");
  await expect(mira.getByText("The connection is interrupted. Trying again…")).toBeVisible();
  await expect(ida.getByText("Reconnecting. What you see may be a few seconds old.")).toBeVisible();
  let navigations = 0;
  for (const page of [mira, ida]) page.on("framenavigated", () => (navigations += 1));

  const tokens = tokensOf(sam);
  const second = await startServer({ command: "serve", folder, listen: new URL(first.origin).host });
  await expect(mira.getByText("The connection is interrupted. Trying again…")).toBeHidden({ timeout: 30_000 });
  await expect(mira.getByRole("heading", { name: "You are in the right place." })).toBeVisible();
  await pointerAway(ida);
  await expect(ida.getByText("Reconnecting.")).toBeHidden({ timeout: 30_000 });
  await expect(waiting).toHaveText(["Mira", "Tom"]);
  await expect(ida.locator("#admitted").getByText("Sam")).toBeVisible();
  await expect(sam).toHaveURL(/\/call$/, { timeout: 30_000 });
  await sam.reload();
  await expect.poll(() => tokens.at(-1)?.role).toBe("publisher");
  expect(navigations).toBe(0);

  // And everything goes on: the same desk decides, the same pages hear of it.
  await decide(ida, "Mira", "Admit");
  await expect(mira).toHaveURL(/\/call$/, { timeout: 30_000 });
  await tom.reload();
  await expect(tom.getByRole("heading", { name: "You are in the right place." })).toBeVisible();
  await expect(rowOf(ida, "Tom")).toBeVisible();
  await second.stop();
  await rm(folder, { recursive: true, force: true });
});
