// `make bench`: one run, one report. It fails when a first visit has grown over its gates or an answer was lost, never
// because a machine is slow.
import { loadavg } from "node:os";
import { measureBookings } from "./bookings.mjs";
import { measureBytes } from "./bytes.mjs";
import { measureClasses } from "./classes.mjs";
import { closing, step } from "./closing.mjs";
import { measureDrills } from "./drills.mjs";
import { measureFreeTimes } from "./free-times.mjs";
import { measureAnswers, measureCourses } from "./growth.mjs";
import { measureLearners } from "./learners.mjs";
import { measureLoad, measureTimes } from "./load.mjs";
import { measurePaint, openBrowser } from "./paint.mjs";
import { brokenGates, report } from "./report.mjs";
import { measureRooms } from "./rooms.mjs";
import { startServer } from "./server.mjs";

async function measure() {
  const begun = performance.now();
  // Whoever reads the figures must see whether the machine had other things to do.
  const [busyBefore] = loadavg();
  const measured = await closing(measureOne);
  const classes = await measureClasses();
  step("rooms of the homework café");
  const rooms = await closing(measureRooms);
  step("ten courses and a thousand");
  const courses = await closing(measureCourses);
  step("a thousand answers and a million");
  const answers = await closing(measureAnswers);
  const freeTimes = await measureFreeTimes();
  const bookings = await measureBookings();
  const tookSeconds = (performance.now() - begun) / 1000;
  return { ...measured, classes, rooms, courses, answers, freeTimes, bookings, tookSeconds, busyBefore };
}

/** What is measured on one server with the content as it is. */
async function measureOne(keep) {
  step("starting");
  const server = await startServer(keep);
  const afterStart = server.memory();
  // The browser is closed before the load: it would take part of the processor from the server.
  const visits = await closing((keep) => measureVisits(keep, server));
  step("free times");
  const times = await measureTimes(server);
  step("exercises");
  const drills = await measureDrills(server);
  step("requests per second");
  const load = await measureLoad(server);
  const memory = { afterStart, afterLoad: server.memory(), own: server.ownMemory() };
  step("learners");
  const learners = await measureLearners(server);
  return { ...visits, times, drills, load, memory, learners };
}

async function measureVisits(keep, server) {
  const browser = await openBrowser();
  keep(browser.close);
  step("bytes of a first visit");
  const bytes = await measureBytes(browser, server.base);
  step("paint times");
  const paint = await measurePaint(browser, `${server.base}/`);
  return { chromium: browser.version, bytes, paint };
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
}
