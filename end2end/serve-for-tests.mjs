// Serves the release program on a fresh demonstration database, for one worker of the browser tests.
//
//   node serve-for-tests.mjs PORT
//
// The data folder is made anew and removed again, so that no run sees what another has booked.

import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { ACCOUNTS_TO_LOCK, PASSWORD } from "./accounts.mjs";
import { configuration, startProvider } from "./oidc-provider.mjs";
import { PROGRAM, dataFolder, options, run } from "./program.mjs";

const port = Number(process.argv[2]);
if (!port) throw new Error("which port? node serve-for-tests.mjs PORT");

const data = dataFolder(port);
const remove = () => rmSync(data, { recursive: true, force: true });
remove();
mkdirSync(data);
process.on("exit", remove);

run(port, ["demo", "load"]);
for (const account of ACCOUNTS_TO_LOCK) {
  run(port, ["staff", "add", account, "--name", "Til at låse", "--role", "volunteer"], `${PASSWORD}\n`);
}

startProvider(port);
const file = join(data, "startlinje.toml");
writeFileSync(file, configuration(port));
const serving = ["serve", "--addr", `127.0.0.1:${port}`, "--config", file];
const server = spawn(PROGRAM, serving, { ...options(port), stdio: "inherit" });
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
