// Ten classes at once: thirty pupils in each answer one question after the other while their teachers watch, on SQLite and,
// where there is one, on PostgreSQL. How long until an answer is kept, and until the teacher's page has it?
import { join } from "node:path";
import { PASSWORD } from "../accounts.mjs";
import { closing, step as tell } from "./closing.mjs";
import { databases } from "./databases.mjs";
import { measureFlush } from "./disk.mjs";
import { answerTo, firstStep } from "./learners.mjs";
import { percentile } from "./load.mjs";
import { startServer, temporaryFolder } from "./server.mjs";
import { formTo, newVisitor } from "./visitor.mjs";

export const classes = 10;
export const pupilsInAClass = 30;
export const questions = 5;
/** Everybody answers within this time of a question, in milliseconds as all times here: far closer than people think. */
export const answeringTime = 1000;
export const answerTarget = 100;
export const liveTarget = 1000;

const course = "/laer/digital-post";
/** What a teacher's page has not shown by then it will not show. */
const patience = 10_000;
/** Where a pupil's answers stand in the report. */
const answersColumn = 4;

/** The figures on each database. */
export async function measureClasses() {
  const measured = [];
  for (const database of databases()) {
    tell(`ten classes on ${database.name}`);
    measured.push({ database: database.name, ...(await closing((keep) => measureOne(keep, database))) });
  }
  return measured;
}

/** Lets every class answer. Fails when an answer is refused, lost or not shown, or when somebody met a locked database. */
async function measureOne(keep, database) {
  const { url } = await database.create(keep);
  const server = await startServer(keep, { databaseUrl: url });
  const forms = await questionsOf(server.base);
  const teacher = await signIn(server.base);
  const made = [];
  // One after the other: codes are guessed at under a limit.
  for (let number = 1; number <= classes; number += 1) made.push(await newClass(server.base, teacher, number));
  for (const own of made) own.places = await follow(server.base, teacher, own, keep);
  const cpuBefore = server.cpuSeconds();
  const rounds = await answerAll(made, forms);
  const cpuSeconds = server.cpuSeconds() - cpuBefore;
  for (const own of made) await nothingIsLost(teacher, own, forms.length);
  if (server.log().includes("database is locked")) throw new Error("somebody met a locked database");
  const flush = measureFlush(join(temporaryFolder(keep), "flush"));
  return { ...figures(rounds), cpuSeconds, flush };
}

/** Question after question, each answered within a while, and the last one in the same instant. */
async function answerAll(made, forms) {
  const rounds = [];
  for (const [round, form] of forms.entries()) {
    const pause = round < questions ? () => Math.random() * answeringTime : () => 0;
    rounds.push(await answerOne(made, form, round, pause));
    // Where somebody is, is kept by the second: two answers in one could not be told apart.
    await sleep(1000);
  }
  return rounds;
}

function figures(rounds) {
  const apart = rounds.slice(0, questions);
  const [instant] = rounds.slice(questions);
  return {
    answers: rounds.flatMap(({ kept }) => kept).length,
    kept: spread(apart.flatMap(({ kept }) => kept)),
    behind: spread(rounds.flatMap(({ behind }) => behind)),
    instant: instant.lasted,
  };
}

/** The forms of the course's first questions, filled in, as somebody meets them who walks through it. */
async function questionsOf(base) {
  const scout = newVisitor(base);
  const forms = [];
  let path = firstStep((await scout.get(course)).body, course);
  while (forms.length <= questions) {
    const { body: page } = await scout.get(path);
    const question = formTo(page, "/api/learning/answer");
    if (question) forms.push(answerTo(question, 0));
    path = await scout.post(formTo(page, "/api/learning/advance"));
  }
  return forms;
}

async function signIn(base) {
  const teacher = newVisitor(base);
  const { body } = await teacher.get("/personale/log-ind");
  const form = formTo(body, "/api/staff/sign-in");
  form.fields.push(["username", "teacher"], ["password", PASSWORD]);
  await teacher.post(form);
  return teacher;
}

/** A class whose pupils have all signed in, each on a device of their own. */
async function newClass(base, teacher, number) {
  const { body } = await teacher.get("/personale/klasser/ny");
  const form = formTo(body, "/api/classroom/make");
  const names = Array.from({ length: pupilsInAClass }, (_, pupil) => `Elev ${pupil + 1}`).join("\n");
  const lastDay = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const fields = { name: `5.${number}`, grade: "5", names, ends_on: lastDay, lesson: "45" };
  form.fields.push(...Object.entries(fields));
  const path = await teacher.post(form);
  const { body: sheet } = await teacher.get(`${path}/kort`);
  const [, code] = /<strong translate="no" dir="ltr">([^<]+)</.exec(sheet);
  const cards = Array.from(sheet.matchAll(/class="ticket__code"[^>]*>([^<]+)</g), ([, words]) => words);
  const pupils = [];
  for (const [place, card] of cards.entries()) {
    pupils.push({ name: `Elev ${place + 1}`, visitor: await joinClass(base, code, card) });
  }
  return { path, pupils };
}

async function joinClass(base, code, card) {
  const pupil = newVisitor(base);
  const locale = ["locale", "da"];
  await pupil.post({ action: "/api/classroom/find", fields: [locale, ["code", code]] });
  await pupil.post({ action: "/api/classroom/join", fields: [locale, ["code", card]] });
  return pupil;
}

/** A teacher's page: it is told of changes, fetches how it goes, and notes when each place of a pupil was seen first. */
async function follow(base, teacher, { path }, keep) {
  const id = path.split("/").at(-1);
  const stop = new AbortController();
  keep(() => stop.abort());
  const answer = await fetch(`${base}/api/classroom/${id}/events`, { signal: stop.signal });
  const places = new Map();
  void listen(answer.body, async () => {
    const { body } = await teacher.get(`/api/classroom/live?class=${id}&locale=da`);
    for (const { name, place } of JSON.parse(body).others) note(places, name, place);
  });
  return places;
}

async function listen(stream, changed) {
  try {
    for await (const _ of stream) await changed();
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

/** Of the places of each pupil the moments at which they were seen first, in that order. */
function note(places, name, place) {
  if (!place) return;
  const own = places.get(name) ?? new Map();
  places.set(name, own.has(place) ? own : own.set(place, performance.now()));
}

/** Everybody answers a question, and the teachers see it: for each how long it took to be kept, and then to be seen. */
async function answerOne(made, form, round, pause) {
  const begun = performance.now();
  const answered = await Promise.all(
    made.flatMap(({ pupils, places }) => pupils.map(({ name, visitor }) => answer(visitor, form, places, name, pause()))),
  );
  const lasted = performance.now() - begun;
  const seen = await Promise.all(answered.map((one) => seenAt(one.places, one.name, round)));
  return {
    lasted,
    kept: answered.map(({ took }) => took),
    behind: answered.map(({ keptAt }, index) => Math.max(0, seen[index] - keptAt)),
  };
}

async function answer(visitor, form, places, name, pause) {
  await sleep(pause);
  const begun = performance.now();
  await visitor.post(form);
  const keptAt = performance.now();
  return { places, name, took: keptAt - begun, keptAt };
}

/** When a pupil was seen at the place of a round. */
async function seenAt(places, name, round) {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const [moment] = [...(places.get(name)?.values() ?? [])].slice(round);
    if (moment !== undefined) return moment;
    await sleep(50);
  }
  throw new Error(`a teacher's page does not show an answer within ${patience / 1000} s`);
}

/** The report of a class must have an answer of each pupil to each question. */
async function nothingIsLost(teacher, { path }, asked) {
  const { body } = await teacher.get(`${path}/rapport.csv?del=elever`);
  const [, ...rows] = body.trim().split("\r\n");
  const lost = rows.map((row) => asked - Number(row.split(";")[answersColumn])).reduce((sum, one) => sum + one, 0);
  if (rows.length !== pupilsInAClass || lost !== 0) throw new Error(`${lost} answers of a class are lost`);
}

function spread(times) {
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), most: Math.max(...times) };
}

function sleep(time) {
  return new Promise((done) => setTimeout(done, time));
}
