// A course as its authors wrote it, so that the tests know the right answers and what must not be told too early.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const COURSES = join(import.meta.dirname, "..", "..", "..", "content", "courses");

export interface Option {
  id: string;
  text: string;
  correct: boolean;
  feedback: string;
}

export interface Question {
  kind: "single" | "multiple";
  prompt: string;
  options: Option[];
}

export interface Step {
  lesson: string;
  id: string;
  title: string;
  path: string;
  question?: Question;
}

/** The steps of a Danish course, in order. */
export function steps(course: string): Step[] {
  const folder = join(COURSES, course);
  const lessons = readdirSync(folder)
    .filter((file) => /^\d\d-.*\.da\.md$/.test(file))
    .sort();
  return lessons.flatMap((file) => {
    const lesson = file.replace(/^\d\d-/, "").replace(/\.da\.md$/, "");
    const sections = readFileSync(join(folder, file), "utf8").split(/^## /m).slice(1);
    return sections.map((section) => {
      const [, title, id] = /^(.*?) \{#([a-z0-9-]+)\}/.exec(section)!;
      return { lesson, id, title, path: `/laer/${course}/${lesson}/${id}`, question: question(section) };
    });
  });
}

function question(section: string): Question | undefined {
  const block = /^```question\n([\s\S]*?)^```/m.exec(section)?.[1];
  if (!block) return undefined;
  const [head, ...options] = block.split("[[options]]");
  return {
    kind: text(head, "kind") as Question["kind"],
    prompt: text(head, "prompt"),
    options: options.map((option) => ({
      id: text(option, "id"),
      text: text(option, "text"),
      correct: /^correct = true$/m.test(option),
      feedback: text(option, "feedback"),
    })),
  };
}

/** A TOML string on a line of its own, which JSON reads as well. */
function text(toml: string, key: string): string {
  const found = new RegExp(`^${key} = (".*")$`, "m").exec(toml);
  if (!found) throw new Error(`there is no ${key} in: ${toml}`);
  return JSON.parse(found[1]);
}

/** A part of a text that is written the same in HTML and in JSON: without quotes and other signs that are escaped. */
export function plainPart(text: string): string {
  return text.split(/["'<>&\\]/).reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
