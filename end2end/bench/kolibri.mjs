// Kolibri beside us: a release of its own from PyPI, with one facility in a home of its own. It talks to nobody else.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort, serve } from "./process.mjs";
import { temporaryFolder } from "./server.mjs";

export const kolibriPage = "/en/learn/";

/** Sets up a facility, without which every page leads to a wizard, and starts the server as its handbook does. */
export async function startKolibri(keep) {
  const program = installed();
  const folder = temporaryFolder(keep);
  const env = {
    PATH: process.env.PATH,
    KOLIBRI_HOME: join(folder, "home"),
    KOLIBRI_LISTEN_ADDRESS: "127.0.0.1",
    KOLIBRI_ZEROCONF_ENABLED: "false",
    KOLIBRI_DISABLE_PING: "true",
  };
  mkdirSync(env.KOLIBRI_HOME);
  await promisify(execFile)(program, ["manage", "provisiondevice", "--", ...facility], { cwd: folder, env });
  const [port, zipPort] = [await freePort(), await freePort()];
  const args = ["start", "--foreground", "--port", String(port), "--zip-port", String(zipPort)];
  return serve(keep, { program, args, folder, env, base: `http://127.0.0.1:${port}`, readyPath: kolibriPage });
}

const facility = [
  ["--facility", "Bench"],
  ["--superusername", "bench"],
  ["--superuserpassword", "only-in-this-bench"],
  ["--preset", "nonformal"],
  ["--language_id", "en"],
  "--noinput",
].flat();

function installed() {
  const program = join(process.env.KOLIBRI_VENV ?? "", "bin/kolibri");
  if (!existsSync(program)) throw new Error("Kolibri is not installed: run `make bench-peers`");
  return program;
}
