// What growth costs: the same server small and large, side by side in one run, so that their ratio says it on any machine.
import { allAreServed, contentWith } from "./courses.mjs";
import { learnersCourse, measureLearners } from "./learners.mjs";
import { fillAnswers } from "./records.mjs";
import { startServer } from "./server.mjs";
import { compare, medianOf, takeTurns } from "./turns.mjs";

export const courseCounts = [10, 1_000];
export const answerCounts = [1_000, 1_000_000];

const coursesPaths = ["/laer/digital-post", "/laer/digital-post/hvad-er-det/hvem-skriver", "/laer", "/soeg?q=fuldmagt"];

/** Pages, memory and time to start with few courses and with many. */
export async function measureCourses(keep) {
  const servers = [];
  for (const count of courseCounts) servers.push(await startServer(keep, { content: contentWith(keep, count) }));
  for (const [index, server] of servers.entries()) await allAreServed(server, courseCounts[index]);
  const afterStart = servers.map((server) => server.memory());
  const pages = [];
  for (const path of coursesPaths) pages.push({ path, ...(await compare(servers.map((server) => ({ server, path })))) });
  const startedIn = servers.map((server) => server.startedIn);
  return { startedIn, afterStart, afterLoad: servers.map((server) => server.memory()), pages };
}

/** A course page, and answering, with few stored answers and with many. */
export async function measureAnswers(keep) {
  const servers = [];
  for (const count of answerCounts) {
    servers.push(await startServer(keep, { fill: (database) => fillAnswers(database, count) }));
  }
  const learners = await takeTurns(servers, measureLearners);
  const median = (figure) => learners.map((own) => medianOf(own.map(figure)));
  // A stranger's page asks for no answers: the page is that of somebody who has been through the course.
  const loads = servers.map((server, index) => ({ server, path: learnersCourse, cookie: learners[index][0].cookie }));
  return {
    page: await compare(loads),
    kept: median((turn) => turn.kept.p99),
    shown: median((turn) => turn.shown.p99),
    cpuMilliseconds: median((turn) => turn.cpuMilliseconds),
    memory: servers.map((server) => server.memory()),
  };
}
