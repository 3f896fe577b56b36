// Chromium as a phone: what it fetches, and how soon it shows something on a slow line.
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { percentile } from "./load.mjs";

export const paintTargets = { fcp: 1500, lcp: 2000 };
export const runs = 5;

const debian = "/usr/bin/chromium";
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** Bytes per second, as the protocol wants them. Chromium delays each request, not the opening of a connection. */
const slowLine = {
  offline: false,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  latency: 150,
};
const cpuSlowdown = 4;
/** How long a page may take until it is live, in milliseconds; the bench as a whole is to end in four minutes. */
const liveWithin = 8_000;

/** Opens the browser. Nothing of its own may use the line while a page is measured. */
export async function openBrowser() {
  // Where Debian's is not installed, Playwright's own is taken.
  const executablePath = process.env.CHROMIUM_PATH || (existsSync(debian) ? debian : undefined);
  const browser = await chromium.launch({
    executablePath,
    // run.mjs closes the browser and the server alike; Playwright alone would end the process before the server.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
    ],
  });
  return {
    version: browser.version(),
    newPhone: () => browser.newContext(phone),
    close: () => browser.close(),
  };
}

/** Medians in milliseconds since the visit began; `hydrated` is missing where a page never says that it is. */
export async function measurePaint(browser, address) {
  const measured = [];
  // A page that never says it is live is not waited for again.
  let patience = liveWithin;
  for (let run = 0; run < runs; run++) {
    const times = await visit(browser, address, patience);
    if (times.hydrated === undefined) patience = 0;
    measured.push(times);
  }
  const median = (name) => percentile(measured.map((times) => times[name]), 0.5);
  return {
    fcp: median("fcp"),
    lcp: median("lcp"),
    hydrated: patience > 0 ? median("hydrated") : undefined,
    worstLcp: Math.max(...measured.map((times) => times.lcp)),
  };
}

async function visit(browser, address, patience) {
  const context = await browser.newPhone();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", slowLine);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: "load" });
  if (patience > 0) {
    await page.waitForFunction(() => window.benchTimes.hydrated, undefined, { timeout: patience }).catch(() => undefined);
  }
  await page.waitForLoadState("networkidle");
  const times = await page.evaluate(() => window.benchTimes);
  await context.close();
  if (times.lcp === undefined) throw new Error(`${address} paints nothing`);
  return times;
}

/** Runs in the page before anything else of it. */
function watch() {
  const times = {};
  window.benchTimes = times;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", (entry) => {
    if (entry.name === "first-contentful-paint") times.fcp = entry.startTime;
  });
  // The last candidate is the largest.
  observe("largest-contentful-paint", (entry) => {
    times.lcp = entry.startTime;
  });
  new MutationObserver(() => {
    if (document.documentElement?.dataset.hydrated === "true") times.hydrated ??= performance.now();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-hydrated"] });
}
