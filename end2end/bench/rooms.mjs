// The homework café's rooms, live at once on one server: how long is it until the other side can read what was written?
// Each room has a listener on its events, as a browser has; the clock runs from sending until the other side has fetched what
// was said.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { PASSWORD } from "../accounts.mjs";
import { percentile } from "./load.mjs";
import { startServer } from "./server.mjs";

export const roomsAtOnce = 200;
export const messagesEach = 5;
/** Milliseconds. */
export const messageTarget = 250;

/** The longest pause before a message, in milliseconds: each room has one every five seconds, far more often than people write. */
const longestPause = 10_000;

/** Opens the rooms and writes in all of them. Fails when a message does not arrive. */
export async function measureRooms(keep) {
  const { base } = await startServer(keep, { fill: openCafe });
  const rooms = [];
  // One after the other: what is measured is the writing, not two hundred passwords at once.
  for (let number = 0; number < roomsAtOnce; number += 1) rooms.push(await openRoom(base, number, keep));
  const times = (await Promise.all(rooms.map((room) => talk(base, room)))).flat();
  return { messages: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** The café is open all day, and the demonstration's volunteer is there once for each room, with the same password. */
async function openCafe(database) {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: "00:00:00", closes: "00:00:00" }));
  const sql = `
    UPDATE schedule_versions SET document = json_set(document, '$.closing_days', json('[]'),
      '$.homework.online', json('${JSON.stringify(hours)}'));
    WITH RECURSIVE numbered (id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM numbered WHERE id + 1 < ${roomsAtOnce})
    INSERT INTO staff (username, display_name, password_hash, role, failed_attempts, created_at)
      SELECT 'helper-' || numbered.id, display_name, password_hash, role, 0, created_at
      FROM numbered JOIN staff ON username = 'volunteer';
    INSERT INTO cafe_volunteers (staff_id, subjects, languages, tools, attest_checked_on, attest_valid_until, rooms)
      SELECT helper.id, subjects, languages, tools, attest_checked_on, attest_valid_until, 0
      FROM cafe_volunteers JOIN staff AS helper ON helper.username LIKE 'helper-%';
    INSERT INTO cafe_shifts (staff_id, weekday, from_minute, to_minute)
      SELECT helper.id, weekday, from_minute, to_minute
      FROM cafe_shifts JOIN staff AS helper ON helper.username LIKE 'helper-%';`;
  await promisify(execFile)("sqlite3", ["-bail", database, sql]);
}

/** Somebody asks and is taken by a volunteer of their own, who listens to what is written. */
async function openRoom(base, number, keep) {
  const [child, helper] = [{ cookie: "" }, { cookie: "" }];
  await post(base, "/api/staff/sign-in", helper, { username: `helper-${number}`, password: PASSWORD });
  const question = { subject: "matematik", grade: "5", language: "da", text: `Opgave ${number}: 3/4 + 1/2` };
  await post(base, "/api/cafe/ask", child, question);
  const room = (await post(base, "/api/cafe/take", helper, {})).split("/").at(-1);
  const answer = await fetch(`${base}/api/cafe/events/${room}`, { headers: { accept: "text/event-stream" } });
  const events = answer.body.getReader();
  keep(() => events.cancel().catch(() => undefined));
  // The first event only says that the line stands.
  await events.read();
  return { child, helper, room, events };
}

/** Writes a few times, and measures when the volunteer has what was written: told by an event, then fetched. */
async function talk(base, { child, helper, room, events }) {
  const times = [];
  for (let number = 0; number < messagesEach; number += 1) {
    await pause();
    const heard = events.read();
    const begun = performance.now();
    await post(base, "/api/cafe/write", child, { room: "", text: `Jeg fik ${number}/6`, intent: "send" });
    await heard;
    // A page asks for the paper at every event too.
    const [said] = await Promise.all(["room", "sketch"].map((part) => fetchPart(base, part, room, helper)));
    if (!said.includes(`Jeg fik ${number}/6`)) throw new Error(`room ${room} was not told`);
    times.push(performance.now() - begun);
  }
  return times;
}

async function fetchPart(base, part, room, visitor) {
  const answer = await fetch(`${base}/api/cafe/${part}?room=${room}&locale=da`, { headers: { cookie: visitor.cookie } });
  if (!answer.ok) throw new Error(`${part}: ${answer.status}`);
  return answer.text();
}

/** Sends a form as a browser without scripts does, and tells where it leads. */
async function post(base, path, visitor, fields) {
  const answer = await fetch(base + path, {
    method: "POST",
    redirect: "manual",
    headers: { accept: "text/html", cookie: visitor.cookie, referer: `${base}/`, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ locale: "da", ...fields }),
  });
  visitor.cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? visitor.cookie;
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
  return answer.headers.get("location") ?? "";
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longestPause));
}
