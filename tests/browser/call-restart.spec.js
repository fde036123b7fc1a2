// The server is killed in the middle of a call and started again: everybody is back by themselves, in the same role.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Program, callTests, expectNoFaults } from "./call_people.js";
import { expect, startServer, test } from "./support.js";

callTests(test);

test("after a restart everybody is back in the call with the same role", async ({ browser }) => {
  const folder = await mkdtemp(path.join(tmpdir(), "anteroom-"));
  const start = (listen) => startServer({ command: "serve", folder, listen });
  const first = await start("127.0.0.1:0");
  const program = await Program.of(first);
  const sam = await program.letsIn(browser, "Sam", "publisher");
  const vera = await program.letsIn(browser, "Vera", "subscriber");
  await vera.sees("Sam");
  await first.stop("SIGKILL");
  await expect(vera.page.locator("#lost")).toBeVisible();
  await expect(vera.page.locator("#quality")).toHaveText("connection is interrupted", { useInnerText: true });
  const second = await start(new URL(first.origin).host);
  await sam.isIn();
  await vera.isIn();
  await expect(vera.page.locator("#lost")).toBeHidden();
  await vera.sees("Sam");
  await expect(vera.button("Camera")).toBeHidden();
  await expect(sam.button("Camera")).toBeVisible();
  expect(await sam.askedForDevices()).toBe(1);
  expectNoFaults(sam, vera);
  await second.stop();
  await rm(folder, { recursive: true, force: true });
});
