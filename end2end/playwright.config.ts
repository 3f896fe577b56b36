import { existsSync } from "node:fs";

import { defineConfig } from "@playwright/test";

import { PROJECTS } from "./accounts.mjs";
import { FIRST_PORT, WORKERS } from "./tests/support/servers";

/** Debian's Chromium where there is one; otherwise Playwright's own. */
const chromium = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

const sizes: Record<string, object> = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

// Every test runs four times: with and without JavaScript, on a phone and on a desktop.
export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  workers: WORKERS,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CI ? [["list"], ["html", { open: "never" }]] : [["list"]],
  use: {
    locale: "da-DK",
    // Appointments are in Danish time wherever the browser thinks it is.
    timezoneId: "America/New_York",
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // Nothing is measured in the middle of a fade.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // Traces cost a quarter of the time: ask for them with `--trace on`.
    trace: "off",
    launchOptions: {
      executablePath: existsSync(chromium) ? chromium : undefined,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
      ],
    },
  },
  projects: PROJECTS.map((name: string) => {
    const [scripting, size] = name.split("-");
    return { name, use: { ...sizes[size], javaScriptEnabled: scripting === "js" } };
  }),
  // A server and a database for each worker, so that no test takes a time that another has just seen.
  webServer: Array.from({ length: WORKERS }, (_, worker) => ({
    command: `exec node serve-for-tests.mjs ${FIRST_PORT + worker}`,
    url: `http://127.0.0.1:${FIRST_PORT + worker}/health/ready`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
  })),
});
