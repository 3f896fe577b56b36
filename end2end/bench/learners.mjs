// A class at once: learners who walk through a course with forms, as a browser without JavaScript sends them, and never
// stop to think. Afterwards every answer must be in the database.
import { measureFlush } from "./disk.mjs";
import { percentile } from "./load.mjs";
import { answersKept, newestVisitor } from "./records.mjs";
import { formTo, newVisitor } from "./visitor.mjs";

export const learnersAtOnce = 30;
/** Milliseconds. */
export const answerTarget = 100;
export const learnersCourse = "/laer/digital-post";

/** Sends everybody through the course. Fails when an answer is refused or lost. */
export async function measureLearners(server) {
  const before = await newestVisitor(server.database);
  const cpuBefore = server.cpuSeconds();
  const numbers = Array.from({ length: learnersAtOnce }, (_, number) => number);
  const learners = await Promise.all(numbers.map((number) => learn(server.base, number)));
  const cpuSeconds = server.cpuSeconds() - cpuBefore;
  await nothingIsLost(server.database, before, learners);
  const times = (name) => learners.flatMap((learner) => learner.times.map((time) => time[name]));
  const answers = times("kept").length;
  return {
    cookie: learners[0].cookie,
    answers,
    cpuMilliseconds: (cpuSeconds * 1000) / answers,
    kept: spread(times("kept")),
    shown: spread(times("shown")),
    flush: measureFlush(`${server.database}-flush`),
  };
}

function spread(times) {
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Through the course from the first step to the last; a step that asks something is answered. */
async function learn(base, number) {
  const visitor = newVisitor(base);
  const learner = { given: [], times: [] };
  let path = firstStep((await visitor.get(learnersCourse)).body, learnersCourse);
  while (!path.endsWith("/slut")) {
    let { body: page } = await visitor.get(path);
    const question = formTo(page, "/api/learning/answer");
    if (question) page = await answer(visitor, learner, answerTo(question, number));
    path = await visitor.post(formTo(page, "/api/learning/advance"));
  }
  return { ...learner, cookie: visitor.cookie };
}

/** Where a course's page leads who begins. */
export function firstStep(page, course) {
  const [, path] = new RegExp(`href="(${course}/[^"]+)" class="button`).exec(page);
  return path;
}

/** Answers, and tells the page with the feedback. */
async function answer(visitor, learner, form) {
  const begun = performance.now();
  const path = await visitor.post(form);
  const kept = performance.now() - begun;
  const { body: page } = await visitor.get(path);
  learner.times.push({ kept, shown: performance.now() - begun });
  const step = form.fields.find(([name]) => name === "step")[1];
  learner.given.push(line(step, 1, form.fields.filter(([name]) => name === "given[]").map(([, value]) => value)));
  return page;
}

/** The form filled in: of each list one, and not everybody the same. Whether it is right does not matter here. */
export function answerTo(form, number) {
  const choose = (values) => values[number % values.length];
  const values = (html, pattern) => Array.from(html.matchAll(pattern), ([, value]) => value);
  const lists = values(form.html, /<select([^]*?)<\/select>/g);
  const options = values(form.html, /<input type="(?:radio|checkbox)"[^>]* value="([^"]*)"/g);
  // The first line of a list says that nothing is chosen.
  const placed = lists.map((list) => choose(values(list, /<option value="([^"]*)"/g).slice(1)));
  const given = placed.length > 0 ? placed : options.length > 0 ? [choose(options)] : [String(number)];
  return { ...form, fields: [...form.fields, ...given.map((value) => ["given[]", value])] };
}

/** What was answered by each new visitor must be what a learner sent: nothing missing, nothing twice, nobody else's. */
async function nothingIsLost(database, before, learners) {
  const kept = new Map();
  for (const { visitor_id: visitor, step, attempts, last_answer: given } of await answersKept(database, before)) {
    kept.set(visitor, [...(kept.get(visitor) ?? []), line(step, attempts, JSON.parse(given))]);
  }
  const found = [...kept.values()].map(work);
  const lost = learners.filter(({ given }) => !takeOut(found, work(given))).length;
  if (lost > 0 || found.length > 0) {
    throw new Error(`${lost} of ${learners.length} learners' answers are not in the database as they were sent`);
  }
}

function work(lines) {
  return lines.toSorted().join("\n");
}

/** Takes one of the texts away, and tells whether it was there. */
function takeOut(texts, text) {
  const place = texts.indexOf(text);
  if (place >= 0) texts.splice(place, 1);
  return place >= 0;
}

function line(step, attempts, given) {
  return `${step}, ${attempts} ×: ${given.join(" ")}`;
}
