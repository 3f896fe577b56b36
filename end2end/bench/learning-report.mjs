// What the report says of learning: a class at once, many courses, many answers.
import { answerTarget as pupilTarget, answeringTime, classes, liveTarget, pupilsInAClass, questions } from "./classes.mjs";
import { answerCounts, courseCounts } from "./growth.mjs";
import { answerTarget, learnersAtOnce, learnersCourse } from "./learners.mjs";
import { kilobytes, megabytes, milliseconds, seconds, table, times, whole } from "./text.mjs";
import { turns } from "./turns.mjs";

export function learnersPart({ answers, cpuMilliseconds, kept, shown, flush }) {
  const figures = ({ p50, p99 }) => `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`;
  const within = kept.p99 <= answerTarget ? "within" : "over";
  return [
    `${learnersAtOnce} learners go through ${learnersCourse} at once, without a pause to think: ${whole(answers)} answers,`,
    `no error, and each of them in the database as it was sent.`,
    `  until it is kept: ${figures(kept)}; ${within} the target of ${milliseconds(answerTarget)}`,
    `  until the page with the feedback is there: ${figures(shown)}`,
    `  The server's CPU: ${milliseconds(cpuMilliseconds)} for an answer, with the pages and the step onward that go with it.`,
    `  One answer is written after the other, each with a flush of the disk: ${figures(flush)}.`,
  ].join("\n");
}

export function classesPart(measured) {
  return [
    `${pupilsInAClass} pupils of ${classes} classes answer ${questions} questions at once, each within ${seconds(answeringTime)}, and then one in the same`,
    `instant, while their teachers watch; no error, no locked database, and no answer is lost.`,
    ...measured.map(classesOn),
  ].join("\n");
}

function classesOn({ database, answers, cpuSeconds, kept, behind, instant, flush }) {
  const cpuMilliseconds = (cpuSeconds * 1000) / answers;
  const within = (time, target) => `${time <= target ? "within" : "over"} the target of ${milliseconds(target)}`;
  const figures = ({ p50, p99 }) => `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`;
  return [
    `  ${database}, ${whole(answers)} answers, until one is kept: ${figures(kept)}; ${within(kept.p99, pupilTarget)}`,
    `    until the teacher sees it: ${figures(behind)}, at most ${milliseconds(behind.most)}; ${within(behind.most, liveTarget)}`,
    `    all ${pupilsInAClass * classes} in the same instant are kept after ${milliseconds(instant)}`,
    `    The server's CPU: ${milliseconds(cpuMilliseconds)} for an answer, with the teachers' views. The disk's flush: ${figures(flush)}.`,
  ].join("\n");
}

export function coursesPart({ pages, startedIn, afterStart, afterLoad }) {
  const lines = [
    ...pages.map(({ path, perSecond, bytes }) => [`${path}, req/s`, ...compared(perSecond, whole), sizes(bytes)]),
    ["start", ...compared(startedIn, seconds), ""],
    ["memory after start", ...compared(afterStart, megabytes), ""],
    ["memory after the load", ...compared(afterLoad, megabytes), ""],
  ];
  return growth("courses", courseCounts, lines);
}

export function answersPart({ page, kept, shown, cpuMilliseconds, memory }) {
  const lines = [
    [`${learnersCourse} of a learner, req/s`, ...compared(page.perSecond, whole), sizes(page.bytes)],
    [`p99 of ${learnersAtOnce} at once, until kept`, ...compared(kept, milliseconds), ""],
    ["the same, until the feedback is there", ...compared(shown, milliseconds), ""],
    ["CPU for an answer", ...compared(cpuMilliseconds, milliseconds), ""],
    ["memory", ...compared(memory, megabytes), ""],
  ];
  return growth("stored answers", answerCounts, lines);
}

function growth(things, counts, lines) {
  const [few, many] = counts.map(whole);
  return [
    `${few} and ${many} ${things}, two servers in turn, median of ${turns}:`,
    table(["", few, many, "ratio", "page"], lines, 1),
  ].join("\n");
}

function compared([few, many], write) {
  return [write(few), write(many), times(few, many)];
}

/** The page may hold more where there is more to show. */
function sizes([few, many]) {
  return few === many ? kilobytes(few) : `${kilobytes(few)}, ${kilobytes(many)}`;
}
