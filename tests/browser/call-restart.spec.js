// The server is killed in the middle of a call and started again: everybody is back by themselves, in the same role.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Guest, PATIENCE, expectNoFaults } from "./call_people.js";
import { binary, expect, startServer, test } from "./support.js";

test.describe.configure({ timeout: PATIENCE });

/** A program with an admin's key: makes a room and lets people in. */
class Program {
  constructor(origin, key) {
    Object.assign(this, { origin, key });
  }

  async asks(method, what, body) {
    const headers = { authorization: `Bearer ${this.key}`, "content-type": "application/json" };
    const url = `${this.origin}/api/v1${what}`;
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    expect(answer.ok, `${method} ${what}: ${answer.status}`).toBe(true);
    return answer.json();
  }

  async letsIn(browser, name, role) {
    const room = (this.room ??= await this.asks("POST", "/rooms", { title: "Rounds" }));
    const invite = await this.asks("POST", `/rooms/${room.id}/invites`, { role, entry: "wait" });
    const guest = await Guest.asks(browser, invite.url, name);
    const { items } = await this.asks("GET", `/rooms/${room.id}/admissions?state=waiting`);
    await this.asks("POST", `/admissions/${items[0].id}/admit`, {});
    await guest.page.waitForURL(/\/call$/);
    if (role === "subscriber") await guest.isIn();
    else await guest.joins();
    return guest;
  }
}

test("after a restart everybody is back in the call with the same role", async ({ browser }) => {
  const folder = await mkdtemp(path.join(tmpdir(), "anteroom-"));
  const start = (listen) => startServer({ command: "serve", folder, listen });
  const first = await start("127.0.0.1:0");
  const create = ["api-key", "create", "--name", "test", "--scope", "admin"];
  const { stdout } = await promisify(execFile)(binary, create, { cwd: folder });
  const program = new Program(first.origin, stdout.trim());
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
