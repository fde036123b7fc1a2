// What browser tests share: the real server, started for each test, and checks that hold on every page.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";
import axe from "axe-core";

export { expect };

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const binary = process.env.ANTEROOM_BINARY ?? path.join(root, "target/debug/anteroom");

/** Servers that have not ended yet. A test that breaks off may leave one. */
const running = new Set();

/** The words that open a line with a link on the server's standard output, by what the link is for. */
const links = { Anteroom: "origin", "Set up": "setup", Desk: "desk", Invite: "invite" };

/**
 * Starts `anteroom serve` or `anteroom demo` on a port of its own and waits for the links it prints, of which `wants`
 * names those that must be there. Gives { origin, setup?, desk?, invite?, folder, log(), stop() }. A `folder` of the
 * caller's, with the database in it, is kept at the end; else there is a new one that goes with the server.
 */
export async function startServer({ command = "demo", listen = "127.0.0.1:0", wants, folder: kept, args = [], env = {} } = {}) {
  const folder = kept ?? (await mkdtemp(path.join(tmpdir(), "anteroom-")));
  const wanted = wants ?? (command === "demo" ? ["desk", "invite"] : ["origin"]);
  const server = spawn(binary, [command, "--listen", listen, ...args], {
    cwd: folder,
    env: { ...process.env, ANTEROOM_RATE_LIMIT_SCALE: "100", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("exit", (code, signal) => resolve({ code, signal })));
  running.add(server);
  ended.then(() => running.delete(server));
  let log = "";
  server.stderr.on("data", (data) => (log += data));
  const found = await foundLinks(server, wanted, ended, () => log);
  return {
    ...found,
    folder,
    origin: found.origin ?? new URL(found.desk).origin,
    log: () => log,
    async stop(signal = "SIGTERM") {
      server.kill(signal);
      const end = await ended;
      if (!kept) await rm(folder, { recursive: true, force: true });
      return end;
    },
  };
}

function foundLinks(server, wanted, ended, log) {
  const found = {};
  let output = "";
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    ended.then(({ code }) => reject(new Error(`the server ended (${code}) before it was ready:\n${output}${log()}`)));
    server.stdout.on("data", (data) => {
      output += data;
      for (const [, word, url] of output.matchAll(/^\s*(\w[\w ]*?)\s+(https?:\/\/\S+)\s*$/gm)) {
        if (links[word]) found[links[word]] = url;
      }
      if (wanted.every((name) => found[name])) resolve(found);
    });
  });
}

/**
 * `serve`, `fresh` (not set up yet) and `demo` give a test its server; it is stopped after the test. Pages that a test
 * opened by itself go with it: the browser is used again, and they would go on looking for their server. So do servers
 * that a test started by itself and did not come to stop.
 */
export const test = base.extend({
  tidy: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
      for (const server of running) server.kill("SIGKILL");
    },
    { auto: true },
  ],
  serve: async ({}, use) => withServer({ command: "serve" }, use),
  fresh: async ({}, use) => withServer({ command: "serve", wants: ["origin", "setup"] }, use),
  demo: async ({}, use) => withServer({ command: "demo" }, use),
});

async function withServer(options, use) {
  const server = await startServer(options);
  await use(server);
  await server.stop();
}

/** No accessibility violations by the rules of WCAG 2.2 AA. Rules in `except` are left out: say why where that is done. */
export async function expectAccessible(page, { except = [] } = {}) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  await expectNothingFound(page, { runOnly: tags, rules: Object.fromEntries(except.map((id) => [id, { enabled: false }])) });
}

/** The one rule that depends on the colour scheme. */
export async function expectContrast(page) {
  await expectNothingFound(page, { runOnly: { type: "rule", values: ["color-contrast"] } });
}

/** The rules that depend on where things stand. */
async function expectPlacement(page, except) {
  const rules = ["color-contrast", "target-size", "scrollable-region-focusable"].filter((id) => !except.includes(id));
  await expectNothingFound(page, { runOnly: { type: "rule", values: rules } });
}

/** A failure lists what, where and how to mend it. */
async function expectNothingFound(page, options) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  // What passes is not listed: that would take longer than finding what does not.
  const violations = await page.evaluate(async (options) => (await window.axe.run(options)).violations, {
    ...options,
    resultTypes: ["violations"],
  });
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join("\n  ")}`);
  expect(found, found.join("\n")).toEqual([]);
}

/** Nothing of a page may be wider than its window. */
export async function expectNoSidewaysScroll(page) {
  const [content, visible] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect(content).toBeLessThanOrEqual(visible);
}

/** The state as it is, in both colour schemes; where directions matter most, mirrored too. Motion is off: axe reads colours. */
export async function inEveryLight(page, { mirrored = false, except = [] } = {}) {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await expectAccessible(page, { except });
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await expectContrast(page);
  await page.emulateMedia({ colorScheme: "light" });
  if (!mirrored) return;
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await expectPlacement(page, except);
  await expectNoSidewaysScroll(page);
  await page.evaluate(() => (document.documentElement.dir = "ltr"));
}

/** Collects what a page must not do: errors in its scripts, breaches of its policy, requests to other hosts. */
export function watchPage(page, origin) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`script error: ${error}`));
  page.on("console", (message) => {
    if (/Content Security Policy|violates/i.test(message.text())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const own = ["data:", "blob:"].includes(url.protocol) || url.host === new URL(origin).host;
    if (!own) complaints.push(`request to ${url.origin}`);
  });
  return complaints;
}
