// The release program, as the tests run it.
//
// It is found where scripts/environment.sh says (TARGET_DIR), or named by END2END_PROGRAM.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

const target = process.env.TARGET_DIR ?? process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
export const PROGRAM = process.env.END2END_PROGRAM ?? join(target, "release", "startlinje");

/** What the browser is sent of the program itself: `pkg` with the wasm. */
export const SITE = process.env.LEPTOS_SITE_ROOT ?? join(target, "site");

/** Where the server on a port keeps its database. */
export function dataFolder(port) {
  return join(tmpdir(), `startlinje-end2end-${port}`);
}

/** How the program is run for the server on a port. */
export function options(port) {
  if (!existsSync(PROGRAM)) throw new Error(`there is no ${PROGRAM}: run scripts/build.sh first`);
  // Nothing of the surroundings: their database must never be the one that tests book in.
  const foreign = ([name]) => name === "DATABASE_URL" || name.startsWith("STARTLINJE_");
  const env = Object.fromEntries(Object.entries(process.env).filter((entry) => !foreign(entry)));
  return { cwd: ROOT, env: { ...env, STARTLINJE_LOG: "error", STARTLINJE_DATA_DIR: dataFolder(port) } };
}

/** Runs a command beside the server on a port, and gives what it prints. */
export function run(port, args, input = "") {
  const printed = execFileSync(PROGRAM, args, { ...options(port), input, stdio: ["pipe", "pipe", "inherit"] });
  return printed.toString().trim();
}
