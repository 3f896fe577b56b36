// A server of its own for the bench: a free port, a fresh database with the demonstration, and a copy of the site to which
// files can be added. Everything lives in one temporary folder and goes with it.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";

const checkout = fileURLToPath(new URL("../..", import.meta.url));
/** The server compresses pages in this quality (server/src/web/router.rs). */
const pageQuality = 4;
const readyWithin = 10_000;
const stoppedWithin = 5_000;

/** Starts the release build. `keep` is given what ends it and removes what it left, before there is anything to remove. */
export async function startServer(keep) {
  const { program, site } = built();
  const folder = mkdtempSync(join(tmpdir(), "startlinje-bench-"));
  let child;
  keep(async () => {
    if (child) await end(child);
    rmSync(folder, { recursive: true, force: true });
  });
  const siteCopy = join(folder, "site");
  cpSync(site, siteCopy, { recursive: true });
  const port = await freePort();
  const settings = [
    ["--addr", `127.0.0.1:${port}`],
    ["--content", join(checkout, "content")],
    ["--data-dir", join(folder, "data")],
    ["--site-root", siteCopy],
  ].flat();
  // Nothing of the developer's own configuration may be measured: neither their environment nor their startlinje.toml.
  const surroundings = { cwd: folder, env: { PATH: process.env.PATH } };
  await promisify(execFile)(program, ["demo", "load", ...settings], surroundings);
  // The log is written as it is in service, so that its cost is in the figures.
  const logFile = join(folder, "log");
  const log = openSync(logFile, "a");
  child = spawn(program, ["serve", ...settings], { ...surroundings, stdio: ["ignore", log, log] });
  const base = `http://127.0.0.1:${port}`;
  await ready(base, child, logFile);
  return {
    base,
    memory: () => memory(child.pid),
    cpuSeconds: () => cpuSeconds(child.pid),
    addFile: (name, bytes) => addFile(join(siteCopy, "pkg"), name, bytes),
  };
}

function built() {
  const target = process.env.TARGET_DIR;
  if (!target) throw new Error("TARGET_DIR is not set: run `make bench`, or source scripts/environment.sh first");
  const [program, site] = [join(target, "release/startlinje"), join(target, "site")];
  for (const needed of [program, join(site, "hash.txt")]) {
    if (!existsSync(needed)) throw new Error(`${needed} is missing: run \`make build\` first`);
  }
  return { program, site };
}

async function freePort() {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  listener.close();
  await once(listener, "close");
  return port;
}

async function ready(base, child, logFile) {
  const end = Date.now() + readyWithin;
  while (Date.now() < end && child.exitCode === null) {
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the server is not ready within ${readyWithin / 1000} s:\n${readFileSync(logFile, "utf8")}`);
}

/** Resident memory in bytes, as Linux counts it: with the pages of the program's file that are in use. */
function memory(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(kilobytes) * 1024;
}

/** Processor time so far, user and system. Linux counts it in hundredths of a second. */
function cpuSeconds(pid) {
  // The program's name stands in parentheses and may hold spaces; the fields are counted from behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Puts a file into the site as the build does it, with its compressed twin, and tells its address. */
function addFile(folder, name, bytes) {
  const compressed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: pageQuality } });
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, `${name}.br`), compressed);
  return `/pkg/${name}`;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const impatient = setTimeout(() => child.kill("SIGKILL"), stoppedWithin);
  await ended;
  clearTimeout(impatient);
}
