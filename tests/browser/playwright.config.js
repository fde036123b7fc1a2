// Debian's Chromium with a fake camera, offline but for the server under test. Each test starts its own server.
import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

// The one without windows takes half the time.
const chromium = process.env.CHROMIUM ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "results",
  workers: Number(process.env.BROWSER_WORKERS ?? 3),
  fullyParallel: true,
  forbidOnly: true,
  // Several browsers with cameras share two cores: patience runs out now and then. What fails three times is broken.
  retries: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    // Recording every page and drawing every pulse takes more than half of the time of two cores without a GPU.
    trace: "on-first-retry",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream=fps=10",
        "--autoplay-policy=no-user-gesture-required",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
