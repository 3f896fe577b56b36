// Databases to measure on: SQLite, and PostgreSQL where there is one.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The databases that can be measured here: what each is called, and an empty one of it. */
export function databases() {
  const sqlite = {
    name: "SQLite",
    create: async () => ({ run: (sql) => (file) => run("sqlite3", ["-bail", file, sql]) }),
  };
  const url = process.env.TEST_DATABASE_URL;
  return url ? [sqlite, { name: "PostgreSQL", create: (keep) => createPostgres(keep, url) }] : [sqlite];
}

/** A database of its own on the server of `TEST_DATABASE_URL`. */
async function createPostgres(keep, adminUrl) {
  const name = `bench_${process.pid}`;
  const psql = (url, sql) => run("psql", ["--quiet", "--set=ON_ERROR_STOP=1", url, "--command", sql]);
  await psql(adminUrl, `CREATE DATABASE ${name}`);
  keep(() => psql(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(adminUrl);
  url.pathname = name;
  // What was put in is told to the planner, as PostgreSQL does by itself some time later.
  return { url: url.href, run: (sql) => () => psql(url.href, sql).then(() => psql(url.href, "VACUUM ANALYZE")) };
}
