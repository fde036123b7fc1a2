// What people see when an address leads nowhere: a plain page, in order with every rule for pages.
import { once } from "node:events";
import { createServer } from "node:http";
import { expect, expectAccessible, expectNoSidewaysScroll, startServer, test, watchPage } from "./support.js";

test("a wrong address leads to a plain page that anyone can use", async ({ page, serve }) => {
  const complaints = watchPage(page, serve.origin);
  const answer = await page.goto(`${serve.origin}/no/such/page`);
  expect(answer.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
  await expect(page).toHaveTitle("Page not found · Anteroom");
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("the page fits the narrowest phone and both colour schemes", async ({ page, serve }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(`${serve.origin}/no/such/page`);
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
});

test("another site cannot show a page in a frame", async ({ page, serve }) => {
  const url = `${serve.origin}/no/such/page`;
  const elsewhere = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html").end(`<iframe src="${url}"></iframe>`);
  }).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  const answered = page.waitForResponse(url);
  await page.goto(`http://localhost:${elsewhere.address().port}/`);
  expect((await answered).status()).toBe(403);
  const shown = await Promise.all(page.frames().slice(1).map((frame) => frame.content()));
  expect(shown.join()).not.toContain("Page not found");
  elsewhere.close();
});

test("the server stops in order when told to", async () => {
  const server = await startServer({ command: "serve" });
  expect(await server.stop("SIGTERM")).toEqual({ code: 0, signal: null });
});
