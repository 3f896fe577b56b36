// What finding a time costs: a month and the next free times of a place, with few past appointments and with many, when
// everything is free and when nothing is, on SQLite and, where there is one, on PostgreSQL.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { closing, step } from "./closing.mjs";
import { databases } from "./databases.mjs";
import { load, percentile } from "./load.mjs";
import { municipality, pastAppointments, places, service, takeEverything } from "./municipality.mjs";
import { startServer, temporaryFolder } from "./server.mjs";

export const pastCounts = [10_000, 100_000, 1_000_000];
export const requests = 200;
export const loadSeconds = 2;

/** Days that can be booked ahead, and a few more. */
const daysTaken = 130;

/** For each database and number of past appointments the figures of each page, free and full. */
export async function measureFreeTimes() {
  const measured = [];
  for (const database of databases()) {
    for (const past of pastCounts) {
      step(`free times: ${past} past appointments on ${database.name}`);
      measured.push({ database: database.name, past, ...(await closing((keep) => measureOne(keep, database, past))) });
    }
  }
  return measured;
}

async function measureOne(keep, database, past) {
  const schedule = join(temporaryFolder(keep), "schedule.json");
  writeFileSync(schedule, JSON.stringify(municipality()));
  const own = await database.create(keep);
  const server = await startServer(keep, { schedule, databaseUrl: own.url, fill: own.run(pastAppointments(past)) });
  const free = await measurePages(server);
  await own.run(takeEverything(daysTaken))(server.database);
  return { free, full: await measurePages(server) };
}

async function measurePages(server) {
  const list = `/tid/${service}/${places[1]}`;
  const next = new Date();
  next.setUTCMonth(next.getUTCMonth() + 1, 1);
  const month = `${list}/maaned?m=${next.toISOString().slice(0, 7)}`;
  return { month: await measurePage(server, month), list: await measurePage(server, list) };
}

/** One request after the other for the waiting, many at once for the number. */
async function measurePage(server, path) {
  const took = [];
  for (let request = -10; request < requests; request++) {
    const begun = performance.now();
    const answer = await fetch(server.base + path, { headers: { "accept-encoding": "identity" } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    // The first requests compile statements and read the schedule.
    if (request >= 0) took.push(performance.now() - begun);
  }
  const { perSecond } = await load({ server, path, encoding: "identity" }, { warmUpSeconds: 0, seconds: loadSeconds });
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), perSecond };
}
