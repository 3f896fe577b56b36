// Where a fight takes place: a database of its own, one server or two, and for two the proxy before them.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../bench/process.mjs";
import { PROGRAM, ROOT } from "../program.mjs";

const readyWithin = 60_000;

/** Starts everything: `keep` is told how to end it. */
export async function arena(keep, kind) {
  const folder = mkdtempSync(join(tmpdir(), "startlinje-fight-"));
  keep(() => rmSync(folder, { recursive: true, force: true }));
  const database = kind === "sqlite" ? sqlite(folder) : postgres();
  const env = { PATH: process.env.PATH, STARTLINJE_LOG: "error" };
  const settings = ["--database-url", database.url, "--data-dir", folder];
  execFileSync(PROGRAM, ["demo", "load", ...settings], { cwd: ROOT, env, stdio: "inherit" });
  const servers = [];
  for (let number = 0; number < (kind === "cluster" ? 2 : 1); number++) {
    servers.push(await startServer(keep, { folder, settings, env }));
  }
  const base = kind === "cluster" ? await startProxy(keep, folder, servers) : servers[0].base;
  return { base, servers, database };
}

/** A database and how it is asked: with the databases' own programs, so that nothing of ours checks itself. */
function sqlite(folder) {
  const file = join(folder, "fight.db");
  return { url: `sqlite://${file}`, ask: (sql) => lines(execFileSync("sqlite3", ["-readonly", file, sql])) };
}

function postgres() {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error("TEST_DATABASE_URL is not set: run this by scripts/with-postgres.sh");
  const name = `fight_${process.pid}`;
  const ask = (url, sql) => lines(execFileSync("psql", ["--no-psqlrc", "-tAX", "-F", "|", "-c", sql, url]));
  ask(admin, `CREATE DATABASE ${name}`);
  const url = admin.replace(/[^/]*$/, name);
  return { url, ask: (sql) => ask(url, sql) };
}

const lines = (printed) => printed.toString().split("\n").filter(Boolean);

async function startServer(keep, { folder, settings, env }) {
  const address = `127.0.0.1:${await freePort()}`;
  const base = `http://${address}`;
  const log = openSync(join(folder, "log"), "a");
  let child;
  const start = async () => {
    const args = ["serve", "--addr", address, ...settings];
    child = spawn(PROGRAM, args, { cwd: ROOT, env, stdio: ["ignore", log, log] });
    await ready(`${base}/health/ready`, child);
  };
  const kill = () => end(child, "SIGKILL");
  keep(() => end(child, "SIGTERM"));
  await start();
  return { address, base, start, kill };
}

/** Debian's haproxy. It looks five times a second which server answers, and gives a request to the other one only when the
 * first could not be reached at all. */
async function startProxy(keep, folder, servers) {
  const port = await freePort();
  const file = join(folder, "haproxy.cfg");
  const lines = servers.map(({ address }, index) => `  server s${index} ${address} check inter 200ms fall 1 rise 1`);
  const settings = [
    "defaults",
    "  mode http",
    "  timeout connect 2s",
    "  timeout client 30s",
    "  timeout server 30s",
    "  option redispatch",
    "frontend all",
    `  bind 127.0.0.1:${port}`,
    "  default_backend servers",
    "backend servers",
    "  balance roundrobin",
    "  option httpchk GET /health/live",
    ...lines,
  ];
  writeFileSync(file, `${settings.join("\n")}\n`);
  const child = spawn("haproxy", ["-q", "-db", "-f", file], { stdio: "inherit" });
  keep(() => end(child, "SIGTERM"));
  const base = `http://127.0.0.1:${port}`;
  await ready(`${base}/health/ready`, child);
  return base;
}

async function ready(address, child) {
  const until = Date.now() + readyWithin;
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} is not ready within ${readyWithin / 1000} s`);
}

async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
