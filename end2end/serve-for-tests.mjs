// Serves the release program on a fresh demonstration database, for one worker of the browser tests.
//
//   node serve-for-tests.mjs PORT
//
// The program is found where scripts/environment.sh says (TARGET_DIR), or named by END2END_PROGRAM. The data folder is
// made anew and removed again, so that no run sees what another has booked.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { ACCOUNTS_TO_LOCK, PASSWORD } from "./accounts.mjs";

const port = Number(process.argv[2]);
if (!port) throw new Error("which port? node serve-for-tests.mjs PORT");

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = process.env.TARGET_DIR ?? process.env.CARGO_TARGET_DIR ?? join(root, "target");
const program = process.env.END2END_PROGRAM ?? join(target, "release", "startlinje");
if (!existsSync(program)) throw new Error(`there is no ${program}: run scripts/build.sh first`);

const data = mkdtempSync(join(tmpdir(), "startlinje-end2end-"));
process.on("exit", () => rmSync(data, { recursive: true, force: true }));

// Nothing of the surroundings: their database must never be the one that tests book in.
const foreign = ([name]) => name === "DATABASE_URL" || name.startsWith("STARTLINJE_");
const env = Object.fromEntries(Object.entries(process.env).filter((entry) => !foreign(entry)));
Object.assign(env, { STARTLINJE_LOG: "error", STARTLINJE_DATA_DIR: data });
const options = { cwd: root, env };

execFileSync(program, ["demo", "load"], { ...options, stdio: "inherit" });
for (const account of ACCOUNTS_TO_LOCK) {
  const args = ["staff", "add", account, "--name", "Til at låse", "--role", "volunteer"];
  execFileSync(program, args, { ...options, input: `${PASSWORD}\n`, stdio: ["pipe", "ignore", "inherit"] });
}

const server = spawn(program, ["serve", "--addr", `127.0.0.1:${port}`], { ...options, stdio: "inherit" });
let stopping = false;
const stop = () => {
  stopping = true;
  server.kill("SIGTERM");
};
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, stop);
// Whoever started it may be killed and have no time to stop it: the port must not stay taken.
const starter = process.ppid;
setInterval(() => process.ppid !== starter && stop(), 500).unref();
server.on("exit", (code, signal) => {
  if (!stopping) console.error(`the server on port ${port} ended by itself: ${signal ?? code}`);
  process.exit(stopping ? 0 : 1);
});
