// A server of its own for the bench: a free port, a fresh database with the demonstration, and a copy of the site to which
// files can be added. Everything lives in one temporary folder and goes with it.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { freePort, serve } from "./process.mjs";

/** The courses, guides and pages of this checkout. */
export const ownContent = fileURLToPath(new URL("../../content", import.meta.url));
/** The server compresses pages in this quality (server/src/web/router.rs). */
const pageQuality = 4;

/** A folder that goes when the work is done. */
export function temporaryFolder(keep) {
  const folder = mkdtempSync(join(tmpdir(), "startlinje-bench-"));
  keep(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Starts the release build, with the demonstration or a schedule of one's own. `fill` is given the database's file before the
 * server opens it; where `databaseUrl` names another database the file means nothing.
 */
export async function startServer(keep, { content = ownContent, schedule, databaseUrl, fill = () => undefined } = {}) {
  const { program, site } = built();
  const folder = temporaryFolder(keep);
  const siteCopy = join(folder, "site");
  cpSync(site, siteCopy, { recursive: true });
  const address = `127.0.0.1:${await freePort()}`;
  const settings = [
    ["--addr", address],
    ["--content", content],
    ["--data-dir", join(folder, "data")],
    ["--site-root", siteCopy],
  ].flat();
  // Nothing of the developer's own configuration may be measured: neither their environment nor their startlinje.toml.
  const env = { PATH: process.env.PATH, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
  const prepare = schedule ? ["schedule", "import", schedule] : ["demo", "load"];
  await promisify(execFile)(program, [...prepare, ...settings], { cwd: folder, env });
  const database = join(folder, "data/startlinje.db");
  await fill(database);
  const args = ["serve", ...settings];
  const server = await serve(keep, { program, args, folder, env, base: `http://${address}`, readyPath: "/health/ready" });
  return { ...server, database, addFile: (name, bytes) => addFile(join(siteCopy, "pkg"), name, bytes) };
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

/** Puts a file into the site as the build does it, with its compressed twin, and tells its address. */
function addFile(folder, name, bytes) {
  const compressed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: pageQuality } });
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, `${name}.br`), compressed);
  return `/pkg/${name}`;
}
