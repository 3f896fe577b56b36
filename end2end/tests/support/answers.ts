// Answering questions as people do, whatever their kind.

import type { Page } from "@playwright/test";

import type { Question, Scenario } from "./course";
import { wayThrough } from "./course";
import { choose, expect } from "./test";

/** Fills in the right answer. */
export async function fillInRight(page: Page, question: Question): Promise<void> {
  switch (question.kind) {
    case "single":
    case "multiple":
      for (const { text } of question.options!.filter(({ correct }) => correct)) await choose(page, text);
      break;
    case "true_false":
      await choose(page, question.answer ? "Det passer" : "Det passer ikke");
      break;
    case "point": {
      const spot = question.spots!.findIndex(({ correct }) => correct);
      await choose(page, `${spot + 1}. ${question.spots![spot].text}`);
      break;
    }
    case "order":
      for (const [place, { text }] of question.items!.entries()) await put(page, text, `${place + 1}.`);
      break;
    case "match":
      for (const { left, right } of question.pairs!) await put(page, left, right);
      break;
    case "groups":
      for (const { text, group } of question.items!) {
        await put(page, text, question.groups!.find(({ id }) => id === group)!.text);
      }
      break;
    case "text":
      await page.getByRole("main").getByRole("textbox").fill(question.accepted![0]);
      break;
    case "number":
      await page.getByRole("main").getByRole("textbox").fill(question.answer as string);
      break;
  }
}

/** Puts a thing in its place. */
async function put(page: Page, item: string, place: string): Promise<void> {
  await page.getByLabel(item, { exact: true }).selectOption({ label: place });
}

/** Answers right, and sees that it was. */
export async function answerRight(page: Page, question: Question): Promise<void> {
  await fillInRight(page, question);
  await page.getByRole("button", { name: /^Svar( igen)?$/ }).click();
  await expect(page.getByText("Rigtigt. Gå videre, når du er klar.")).toBeVisible();
}

/** Walks through an exercise without a mistake. */
export async function walkThrough(page: Page, scenario: Scenario): Promise<void> {
  const exercise = page.getByRole("region", { name: "Øvelse" });
  for (const { press, type, to } of wayThrough(scenario)) {
    if (press) {
      await exercise.locator(`button[name="pressed"][value="${press.id}"]`).click();
    } else {
      await exercise.getByRole("textbox").fill(type!);
      await exercise.getByRole("button", { name: "Gå videre" }).click();
    }
    const { title } = scenario.screens.find(({ id }) => id === to)!;
    await expect(exercise.getByRole("heading", { name: title, exact: true })).toBeVisible();
  }
  await expect(exercise.getByText(scenario.learned)).toBeVisible();
}
