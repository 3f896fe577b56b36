// What the report says of learning: a class at once.
import { answerTarget, learnersAtOnce, learnersCourse } from "./learners.mjs";
import { milliseconds, whole } from "./text.mjs";

export function learnersPart({ answers, kept, shown, flush }) {
  const figures = ({ p50, p99 }) => `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`;
  const within = kept.p99 <= answerTarget ? "within" : "over";
  return [
    `${learnersAtOnce} learners go through ${learnersCourse} at once, without a pause to think: ${whole(answers)} answers,`,
    `no error, and each of them in the database as it was sent.`,
    `  until it is kept: ${figures(kept)}; ${within} the target of ${milliseconds(answerTarget)}`,
    `  a flush of this disk, of which each answer waits for some: ${figures(flush)}`,
    `  until the page with the feedback is there: ${figures(shown)}`,
  ].join("\n");
}
