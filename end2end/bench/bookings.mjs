// What the guard against double booking costs: bookings beside plain inserts, by the same clients in the same run, with every
// commit on the disk.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { closing, step } from "./closing.mjs";
import { databases } from "./databases.mjs";
import { temporaryFolder } from "./server.mjs";

/** Which part of plain inserts bookings should reach. */
export const bookingsTarget = 1 / 3;

export async function measureBookings() {
  const measured = [];
  for (const database of databases()) {
    step(`bookings beside inserts on ${database.name}`);
    measured.push({ database: database.name, ...(await closing((keep) => measureOne(keep, database))) });
  }
  return measured;
}

/** Cargo compiles the example of the crate that the server is made of. */
async function measureOne(keep, database) {
  const { url = `sqlite://${join(temporaryFolder(keep), "bookings.db")}` } = await database.create(keep);
  const args = ["run", "--quiet", "--release", "--package", "store", "--example", "book_beside_inserts", "--", url];
  const { stdout } = await promisify(execFile)("cargo", args);
  const [bookings, unguarded, inTransaction, bare] = stdout.trim().split("\n").map(Number);
  return { bookings, unguarded, inTransaction, bare };
}
