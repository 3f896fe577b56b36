// What practice costs: grading, without a server around it, and a worksheet's page, which is made of eighteen exercises.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { percentile } from "./load.mjs";

export const gradingTarget = 10_000;
export const sheetTarget = 20;
export const sheetRequests = 200;

/** Sums, and drawings, which are the longest sheets. */
const drills = ["plus/2", "klokken/3"];

export async function measureDrills(server) {
  const graded = await grading();
  const sheets = [];
  for (const drill of drills) sheets.push({ drill, ...(await measureSheets(server, drill)) });
  return { graded, sheets };
}

/** Exercises graded in a second by one core. Cargo compiles the example of the crate that the server is made of. */
async function grading() {
  const args = ["run", "--quiet", "--release", "--package", "domain", "--example", "grade_drills"];
  const { stdout } = await promisify(execFile)("cargo", args);
  return Number(stdout);
}

/** One sheet after the other, each another one, so that nothing is kept ready. */
async function measureSheets(server, drill) {
  const took = [];
  let bytes = 0;
  for (let sheet = -10; sheet < sheetRequests; sheet++) {
    const address = `${server.base}/lektier/oev/${drill}/ark?ark=${5000 + sheet}`;
    const begun = performance.now();
    const answer = await fetch(address, { headers: { "accept-encoding": "identity" } });
    bytes = (await answer.arrayBuffer()).byteLength;
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
    // The first requests find nothing warm.
    if (sheet >= 0) took.push(performance.now() - begun);
  }
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), bytes };
}
