// Genopfrisk: what was missed some days ago comes back.

import { run } from "../program.mjs";
import { fillInRight } from "./support/answers";
import { steps, type Question } from "./support/course";
import { expect, heading, open, test } from "./support/test";
import type { Page } from "@playwright/test";

const QUESTIONS = steps("digital-post").flatMap(({ question }) => question ?? []);

/** The question that the page asks. */
async function asked(page: Page): Promise<Question> {
  const form = await page.locator("form.question").innerText();
  return QUESTIONS.find(({ prompt }) => form.includes(prompt))!;
}

test("what was missed a week ago is asked again until nothing is due", async ({ page, baseURL }) => {
  const code = run(Number(new URL(baseURL!).port), ["demo", "learner"]);
  await open(page, "/laer/genopfrisk");
  await expect(heading(page, "Der er ikke noget at genopfriske")).toBeVisible();
  await open(page, "/laer/gem");
  await page.getByLabel("Skriv de fire ord").fill(code);
  await page.getByRole("button", { name: "Hent det, jeg har lært" }).click();
  await expect(page.getByText("Nu er det samlet")).toBeVisible();

  await open(page, "/laer");
  await page.getByRole("link", { name: "Genopfrisk (3)" }).click();
  for (let left = 3; left > 0; left -= 1) {
    await expect(page.getByText(`${left} klar til at blive genopfrisket`)).toBeVisible();
    await fillInRight(page, await asked(page));
    await page.getByRole("button", { name: "Svar", exact: true }).click();
    await expect(page.getByText("Rigtigt", { exact: false }).first()).toBeVisible();
  }
  await expect(heading(page, "Godt gået")).toBeVisible();
});
