// A course as its authors wrote it, so that the tests know the right answers and what must not be told too early.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { parse } from "smol-toml";

import type { Language } from "./test";

const CONTENT = join(import.meta.dirname, "..", "..", "..", "content");

export interface Option {
  id: string;
  text: string;
  correct?: boolean;
  feedback: string;
}

/** A question with its key, as `content/README.md` describes it. Which of the lists it has depends on its kind. */
export interface Question {
  kind: "single" | "multiple" | "true_false" | "text" | "number" | "order" | "match" | "groups" | "point";
  prompt: string;
  hints?: string[];
  show_how?: string;
  options?: Option[];
  spots?: Option[];
  accepted?: string[];
  answer?: string | boolean;
  items?: { id: string; text: string; group?: string; feedback?: string }[];
  pairs?: { id: string; left: string; right: string; feedback: string }[];
  groups?: { id: string; text: string }[];
  feedback_true?: string;
  feedback_false?: string;
  right?: string;
  wrong?: string;
}

export interface Step {
  lesson: string;
  id: string;
  title: string;
  path: string;
  deepening: boolean;
  question?: Question;
  /** The exercise that the step ends with. */
  scenario?: string;
}

export interface Action {
  id: string;
  label: string;
  to?: string;
  mistake?: boolean;
  feedback?: string;
}

export interface Scenario {
  title: string;
  task: string;
  learned: string;
  start: string;
  screens: {
    id: string;
    title: string;
    goal?: boolean;
    actions?: Action[];
    input?: { label: string; accepted: string[]; to: string };
  }[];
}

/** Every course's id. */
export function courses(): string[] {
  return readdirSync(join(CONTENT, "courses"));
}

/** The steps of a course, in order; their paths are without the language. */
export function steps(course: string, language: Language = "da"): Step[] {
  const folder = join(CONTENT, "courses", course);
  const ending = `.${language}.md`;
  const lessons = readdirSync(folder)
    .filter((file) => /^\d\d-/.test(file) && file.endsWith(ending))
    .sort();
  return lessons.flatMap((file) => {
    const lesson = file.replace(/^\d\d-/, "").replace(ending, "");
    const sections = readFileSync(join(folder, file), "utf8").split(/^## /m).slice(1);
    return sections.map((section) => step(course, lesson, section));
  });
}

function step(course: string, lesson: string, section: string): Step {
  const [, title, id, deepening] = /^(.*?) \{#([a-z0-9-]+)( \.deepening)?\}/.exec(section)!;
  const [, kind, toml] = /^```(\w+)\n([\s\S]*?)^```/m.exec(section) ?? [];
  const task = toml === undefined ? undefined : parse(toml);
  return {
    lesson,
    id,
    title,
    path: `/laer/${course}/${lesson}/${id}`,
    deepening: deepening !== undefined,
    question: kind === "question" ? (task as unknown as Question) : undefined,
    scenario: kind === "simulator" ? (task!.scenario as string) : undefined,
  };
}

/** Every Danish scenario's id. */
export function scenarioIds(): string[] {
  return readdirSync(join(CONTENT, "simulators"))
    .filter((file) => file.endsWith(".da.toml"))
    .map((file) => file.replace(".da.toml", ""));
}

/** A Danish scenario. */
export function scenario(id: string): Scenario {
  return parse(readFileSync(join(CONTENT, "simulators", `${id}.da.toml`), "utf8")) as unknown as Scenario;
}

/** The shortest way through a scenario without a mistake: what to press, or what to type. */
export function wayThrough(scenario: Scenario): { press?: Action; type?: string; to: string }[] {
  const ways = new Map<string, { press?: Action; type?: string; to: string }[]>([[scenario.start, []]]);
  const queue = [scenario.start];
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    const screen = scenario.screens.find(({ id }) => id === here)!;
    const way = ways.get(here)!;
    if (screen.goal) return way;
    const onward = [
      ...(screen.actions ?? [])
        .filter(({ to, mistake }) => to !== undefined && !mistake)
        .map((press) => ({ press, to: press.to! })),
      ...(screen.input ? [{ type: screen.input.accepted[0], to: screen.input.to }] : []),
    ];
    for (const next of onward) {
      if (ways.has(next.to)) continue;
      ways.set(next.to, [...way, next]);
      queue.push(next.to);
    }
  }
  throw new Error(`no way leads through ${scenario.title} without a mistake`);
}

/** What a question's author says to answers: none of it may be told before there is one. */
export function keyTexts(question: Question): string[] {
  const listed = [...(question.options ?? []), ...(question.spots ?? []), ...(question.items ?? []), ...(question.pairs ?? [])];
  const said = listed.map(({ feedback }) => feedback);
  const whole = [question.right, question.wrong, question.feedback_true, question.feedback_false, question.show_how];
  return [...said, ...whole, ...(question.hints ?? [])].filter((text) => text !== undefined);
}

/** A part of a text that is written the same in HTML and in JSON: without quotes and other signs that are escaped. */
export function plainPart(text: string): string {
  return text
    .split(/["'<>&\\]|\{\{.*?\}\}/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
