// Content folders of any number of courses: the checkout's own, and copies of them under other ids.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownContent, temporaryFolder } from "./server.mjs";

/** Ten courses that build on and link to each other and no others, so that each is whole where there are no more. */
const wholeTen = [
  "telefon-tablet",
  "mitid",
  "digital-post",
  "sikker-paa-nettet",
  "svindel-penge",
  "foerste-budget",
  "loenseddel-skat",
  "opsparing-renter",
  "laan-aop",
  "koeb-nu-betal-senere",
];

/** A folder with so many courses, ten or more. */
export function contentWith(keep, count) {
  const content = join(temporaryFolder(keep), "content");
  cpSync(ownContent, content, { recursive: true });
  const courses = join(content, "courses");
  const others = readdirSync(courses).filter((course) => !wholeTen.includes(course));
  for (const course of others) rmSync(join(courses, course), { recursive: true });
  for (let number = wholeTen.length; number < count; number++) copy(courses, wholeTen[number % wholeTen.length], number);
  return content;
}

/** Fails when a course was left out: pages with fewer courses are quick for the wrong reason. */
export async function allAreServed(server, count) {
  const page = await (await fetch(`${server.base}/laer`)).text();
  // Above the first page of the catalogue stands how many courses there are in all.
  const served = Number(page.match(/role="status">(\d+)/)?.[1] ?? 0);
  if (served !== count) throw new Error(`${served} of ${count} courses are served: see what \`content check\` says`);
}

/** A copy has a title of its own, as courses have. */
function copy(courses, original, number) {
  const folder = join(courses, `${original}-${number}`);
  cpSync(join(courses, original), folder, { recursive: true });
  for (const cover of readdirSync(folder).filter((file) => file.startsWith("course."))) {
    const text = readFileSync(join(folder, cover), "utf8");
    writeFileSync(join(folder, cover), text.replace(/^title = "/m, `title = "${number}. `));
  }
}
