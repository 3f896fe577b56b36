// `make bench`: one run, one report. It fails when a first visit has grown over its gates, never because a machine is slow.
import { loadavg } from "node:os";
import { measureBytes } from "./bytes.mjs";
import { measureLoad, measureTimes } from "./load.mjs";
import { measurePaint, openBrowser } from "./paint.mjs";
import { brokenGates, report } from "./report.mjs";
import { startServer } from "./server.mjs";

/** What is still open, the newest last. */
const open = [];

async function closeAll() {
  while (open.length > 0) await open.pop()();
}

// The server and its folder must not outlive a bench that is broken off.
for (const [signal, status] of [["SIGINT", 130], ["SIGTERM", 143]]) {
  process.once(signal, () => closeAll().finally(() => process.exit(status)));
}

/** Tells on standard error what is going on, so that standard output holds the report alone. */
function step(name) {
  if (process.stderr.isTTY) console.error(`bench: ${name}`);
}

async function measure() {
  const begun = performance.now();
  // Whoever reads the figures must see whether the machine had other things to do.
  const [busyBefore] = loadavg();
  step("starting");
  const server = await startServer((stop) => open.push(stop));
  const afterStart = server.memory();

  const browser = await openBrowser();
  open.push(browser.close);
  step("bytes of a first visit");
  const bytes = await measureBytes(browser, server.base);
  step("paint times");
  const paint = await measurePaint(browser, `${server.base}/`);
  // The browser would take part of the processor from the server.
  await open.pop()();

  step("free times");
  const times = await measureTimes(server);
  step("requests per second");
  const load = await measureLoad(server);
  const memory = { afterStart, afterLoad: server.memory() };
  const tookSeconds = (performance.now() - begun) / 1000;
  return { chromium: browser.version, tookSeconds, busyBefore, bytes, paint, times, load, memory };
}

try {
  const measured = await measure();
  console.log(report(measured));
  const broken = brokenGates(measured.bytes);
  if (broken.length > 0) {
    console.error(`\nbench: a size gate is broken: ${broken.join("; ")}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
} finally {
  await closeAll();
}
