// The answers in a database, as SQLite's own program reads them while the server runs.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The number of the visitor who came last. */
export async function newestVisitor(database) {
  const [{ newest }] = await read(database, "SELECT coalesce(max(id), 0) AS newest FROM visitors");
  return newest;
}

/** What visitors who came after `newest` have answered. */
export function answersKept(database, newest) {
  const columns = "visitor_id, step, attempts, last_answer";
  return read(database, `SELECT ${columns} FROM step_results WHERE visitor_id > ${newest} AND attempts > 0`);
}

async function read(database, query) {
  const args = ["-readonly", "-json", database, query];
  const { stdout } = await promisify(execFile)("sqlite3", args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout || "[]");
}
