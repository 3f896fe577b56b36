// Comparing in one run: what else the machine does meets all that take turns alike, so their ratio says more than their
// figures.
import { load, percentile } from "./load.mjs";

/** How often each has its turn. The median is told. */
export const turns = 3;
export const turnSeconds = 2;
const oneTurn = { warmUpSeconds: 0, seconds: turnSeconds };

/** Measures each thing in turn: `[[first of one, …], [first of the other, …]]`. */
export async function takeTurns(things, measure) {
  const measured = things.map(() => []);
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, thing] of things.entries()) measured[index].push(await measure(thing));
  }
  return measured;
}

/** What came of each of the loads; the addresses are asked for bare where no encoding is named. */
export async function compare(loads) {
  const runs = await takeTurns(loads, (one) => load({ encoding: "identity", ...one }, oneTurn));
  const median = (name) => runs.map((own) => medianOf(own.map((run) => run[name])));
  return {
    perSecond: median("perSecond"),
    p99: median("p99"),
    cpuMicroseconds: median("cpuMicroseconds"),
    bytes: median("wireBytes"),
  };
}

/** The middle one. */
export function medianOf(values) {
  return percentile(values, 0.5);
}
