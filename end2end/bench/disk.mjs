// What the disk itself costs: no answer is kept before it has been flushed to it.
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { percentile } from "./load.mjs";

const flushes = 100;
/** A page of SQLite's. */
const page = Buffer.alloc(4096);

/** How long the disk takes to keep a page for good, in milliseconds. `file` is made and removed again. */
export function measureFlush(file) {
  const descriptor = openSync(file, "w");
  const took = Array.from({ length: flushes }, () => {
    writeSync(descriptor, page);
    const begun = performance.now();
    fsyncSync(descriptor);
    return performance.now() - begun;
  });
  closeSync(descriptor);
  rmSync(file);
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}
