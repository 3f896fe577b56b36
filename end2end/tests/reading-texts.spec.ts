// Reading and understanding: a short text, its questions, and what the text itself says of the answers.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { parse } from "smol-toml";

import { test } from "./support/sound";
import { expect, heading, hydrated, open } from "./support/test";
import type { Locator, Page } from "@playwright/test";

const TEXTS = join(import.meta.dirname, "..", "..", "content", "texts");
const DOG = "/lektier/oev/laesning/hunden-i-haven";

interface Question {
  kind: "single" | "true_false" | "sentence";
  prompt: string;
  quote?: string;
  sentence?: string;
  answer?: boolean;
  options?: { text: string; correct?: boolean; feedback: string }[];
}

/** The questions of a text as their author wrote them, by the file's name. */
function questions(file: string): Question[] {
  const blocks = readFileSync(join(TEXTS, file), "utf8").split("```question\n").slice(1);
  return blocks.map((block) => parse(block.split("```")[0]) as unknown as Question);
}

test("a child reads a text, answers, looks again and understands", async ({ page, sound }) => {
  await open(page, "/lektier/oev");
  await page.getByRole("link", { name: "Læs og forstå" }).click();
  await expect(heading(page, "Læs og forstå")).toBeVisible();
  await sound.expect(page, "all texts", "da");
  await page.getByRole("link", { name: /^Hunden i haven/ }).click();
  await expect(heading(page, "Hunden i haven")).toBeVisible();

  const [first, ...others] = questions("hunden-i-haven.da.md");
  const wrong = first.options!.find(({ correct }) => !correct)!;
  await group(page, first).getByText(wrong.text, { exact: true }).click();
  await check(page, "Tjek svarene");
  await expect(group(page, first)).toContainText(wrong.feedback);
  await expect(group(page, first), "what shows the answer is not told yet").not.toContainText("Det står her");
  await expect(group(page, others[0])).toContainText("Vælg et svar.");
  await expect(page.getByText(/^0 af 4 er rigtige/)).toBeVisible();
  await sound.expect(page, "a text with a wrong answer", "da");

  for (const question of [first, ...others]) await answerRight(page, question);
  await check(page, "Tjek igen");
  await expect(page.getByText("Alt er rigtigt. Du har forstået teksten.")).toBeVisible();
  await expect(group(page, first)).toContainText(`Det står her: ${first.quote}`);
  await page.getByRole("link", { name: /^Næste tekst:/ }).click();
  await expect(heading(page, "Hunden i haven")).toBeHidden();
  await page.getByRole("link", { name: "Vælg en anden tekst" }).click();
  await expect(page.getByRole("link", { name: /^Hunden i haven/ })).toContainText("Forstået");
});

test("every text can be understood from what stands in it", async ({ page }) => {
  test.slow();
  for (const file of readdirSync(TEXTS)) {
    await open(page, `/lektier/oev/laesning/${file.split(".")[0]}`);
    for (const question of questions(file)) await answerRight(page, question);
    await check(page, "Tjek svarene");
    await expect(page.getByText("Alt er rigtigt."), file).toBeVisible();
  }
});

test("a text with its questions comes on paper", async ({ page }) => {
  await open(page, DOG);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Den graver et hul.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Tjek svarene" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Vælg en anden tekst" })).toBeHidden();
});

function group(page: Page, question: Question): Locator {
  return page.locator(".reading-text__questions fieldset").filter({ hasText: question.prompt });
}

async function answerRight(page: Page, question: Question): Promise<void> {
  await group(page, question).getByText(rightAnswer(page, question), { exact: true }).first().click();
}

function rightAnswer(page: Page, { kind, options, sentence, answer }: Question): string {
  if (kind === "single") return options!.find(({ correct }) => correct)!.text;
  if (kind === "sentence") return sentence!;
  const isEnglish = /\/(my-cat|at-the|the-)/.test(page.url());
  return isEnglish ? (answer ? "True" : "Not true") : answer ? "Det passer" : "Det passer ikke";
}

async function check(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
  await hydrated(page);
}
