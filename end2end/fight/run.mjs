// `make fight` and `make cluster`: many clients want few times at once, through the API, and nobody may be booked twice.
//
//   node fight/run.mjs sqlite | postgres | cluster
//
// Fails when two appointments overlap, and when what clients were told is not what the database holds. With `cluster` two
// servers share a PostgreSQL database behind a proxy; in the middle one of them is killed (SIGKILL) and started again.
import { closing } from "../bench/closing.mjs";
import { milliseconds, whole } from "../bench/text.mjs";
import { percentile } from "../bench/load.mjs";
import { clients, fight } from "./clients.mjs";
import { faults } from "./check.mjs";
import { arena } from "./servers.mjs";

const tries = Number(process.env.FIGHT_TRIES ?? 10_000);
/** Which part of the tries is over when a server is killed, and how long it stays away, in milliseconds. */
const killedAfter = 0.4;
const awayFor = 1_500;

async function run(kind) {
  return closing(async (keep) => {
    const { base, servers, database } = await arena(keep, kind);
    const killing = { done: undefined };
    const begun = performance.now();
    const told = await fight(base, tries, (over) => {
      if (kind === "cluster" && over === Math.floor(tries * killedAfter)) killing.done = killOne(servers[0]);
    });
    const seconds = (performance.now() - begun) / 1000;
    await killing.done;
    console.log(report(kind, told, seconds));
    return faults(database, told);
  });
}

/** Kills a server in the middle of its work, and starts it again. */
async function killOne(server) {
  await server.kill();
  await new Promise((resolve) => setTimeout(resolve, awayFor));
  await server.start();
}

function report(kind, { wins, losses, cancelled, repeated, took }, seconds) {
  const count = wins.length + losses;
  return [
    `${kind}: ${clients} clients, ${whole(count)} tries in ${seconds.toFixed(1)} s (${whole(count / seconds)}/s)`,
    `  ${whole(wins.length)} booked, ${whole(losses)} told that the time is taken, ${whole(cancelled.size)} cancelled again`,
    `  ${whole(repeated)} requests were repeated with their key, for they had no answer`,
    `  a booking took ${milliseconds(percentile(took, 0.5))} (p50), ${milliseconds(percentile(took, 0.99))} (p99)`,
  ].join("\n");
}

const kind = process.argv[2];
if (!["sqlite", "postgres", "cluster"].includes(kind)) throw new Error("node fight/run.mjs sqlite | postgres | cluster");
const found = await run(kind);
for (const fault of found) console.error(`fight: ${fault}`);
if (found.length > 0) process.exitCode = 1;
else console.log("  0 overlaps; whoever was told of a booking has it, and nobody else has one");
