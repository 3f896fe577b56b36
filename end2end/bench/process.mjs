// A program that serves: started on a port of its own, awaited, measured from outside, and ended.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** A thousand courses are read and indexed within this time on a busy machine too. In milliseconds, as all times here. */
const readyWithin = 60_000;
const stoppedWithin = 5_000;

/** A port that nobody listens on. */
export async function freePort() {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  listener.close();
  await once(listener, "close");
  return port;
}

/** Starts a program in a folder, where its log is kept, and waits until an address answers. */
export async function serve(keep, { program, args, folder, env, base, readyPath }) {
  // The log is written as it is in service, so that its cost is in the figures.
  const logFile = join(folder, "log");
  const log = openSync(logFile, "a");
  const begun = performance.now();
  const child = spawn(program, args, { cwd: folder, env, stdio: ["ignore", log, log] });
  keep(() => end(child));
  await ready(base + readyPath, child, logFile);
  return {
    base,
    startedIn: performance.now() - begun,
    memory: () => memory(child.pid, "VmRSS"),
    ownMemory: () => memory(child.pid, "RssAnon"),
    cpuSeconds: () => cpuSeconds(child.pid),
    log: () => readFileSync(logFile, "utf8"),
  };
}

async function ready(address, child, logFile) {
  const end = Date.now() + readyWithin;
  while (Date.now() < end && child.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the server is not ready within ${readyWithin / 1000} s:\n${readFileSync(logFile, "utf8")}`);
}

/**
 * Resident memory in bytes, as Linux counts it: `VmRSS` with the pages of the program's file that have been used, which the
 * system takes back when it needs them, `RssAnon` without.
 */
function memory(pid, kind) {
  const line = readFileSync(`/proc/${pid}/status`, "utf8").split("\n").find((line) => line.startsWith(`${kind}:`));
  return Number.parseInt(line.slice(kind.length + 1), 10) * 1024;
}

/** Processor time so far, user and system. Linux counts it in hundredths of a second. */
function cpuSeconds(pid) {
  // The program's name stands in parentheses and may hold spaces; the fields are counted from behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const impatient = setTimeout(() => child.kill("SIGKILL"), stoppedWithin);
  await ended;
  clearTimeout(impatient);
}
