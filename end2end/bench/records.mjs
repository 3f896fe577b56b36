// The answers in a database: as many as wanted put in beforehand, and looked at afterwards. By SQLite's own program, for it
// does a million rows in seconds.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { ownContent } from "./server.mjs";

const course = "digital-post";
/** Seconds since 1970. */
const now = Math.floor(Date.now() / 1000);

/** Puts in answers of many visitors who have each been through the course; what was missed comes back, as a card. */
export async function fillAnswers(database, answers) {
  const steps = courseSteps();
  const visitors = Math.ceil(answers / steps.length);
  await write(
    database,
    `BEGIN;
    ${numbered(visitors)} INSERT INTO visitors (created_at, last_seen_at) SELECT ${now}, ${now} FROM numbered;
    ${numbered(visitors)} INSERT INTO sessions SELECT lower(hex(randomblob(16))), '{}', ${now} + 10000000 FROM numbered;
    CREATE TEMP TABLE steps (place, step);
    INSERT INTO steps VALUES ${steps.map((step, place) => `(${place}, '${step}')`).join(", ")};
    INSERT INTO step_results (visitor_id, course, step, done, attempts, first_correct, correct, last_answer, updated_at,
                              failures, hints, first_at, first_hinted, latest_at, solved)
      SELECT id, '${course}', step, 1, 1, right, right, '["knap"]', ${now}, 1 - right, 0, ${now}, 0, ${now}, right
      FROM (SELECT id, step, (id + place) % 4 > 0 AS right FROM visitors CROSS JOIN steps ORDER BY id, step)
      LIMIT ${answers};
    INSERT INTO review_cards
      SELECT visitor_id, course, step, ${now}, ${now}, 1.0, 5.0 FROM step_results WHERE NOT correct;
    COMMIT;`,
  );
}

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

function courseSteps() {
  const folder = join(ownContent, "courses", course);
  const lessons = readdirSync(folder).filter((file) => /^\d\d-.*\.da\.md$/.test(file));
  const texts = lessons.map((file) => readFileSync(join(folder, file), "utf8"));
  return texts.flatMap((text) => Array.from(text.matchAll(/^## .*\{#([a-z0-9-]+)/gm), ([, id]) => id));
}

/** A table of the numbers from 1 on. */
function numbered(last) {
  return `WITH RECURSIVE numbered (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbered WHERE number < ${last})`;
}

async function write(database, statements) {
  const program = spawn("sqlite3", ["-bail", database], { stdio: ["pipe", "inherit", "inherit"] });
  program.stdin.end(statements);
  const [status] = await once(program, "exit");
  if (status !== 0) throw new Error(`sqlite3 ended with ${status}`);
}

async function read(database, query) {
  const args = ["-readonly", "-json", database, query];
  const { stdout } = await promisify(execFile)("sqlite3", args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout || "[]");
}
