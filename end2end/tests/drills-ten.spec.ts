// Ten exercises of every kind, answered through the page as a child does. The answers are read where a grown-up finds them:
// the worksheet with an exercise's number begins with it, and has a page of answers.

import { test } from "./support/sound";
import { expect, hydrated, open } from "./support/test";
import type { Page } from "@playwright/test";

const EXERCISES = 10;
const LEVELS = 3;

/** Every kind, by its word in addresses. That none is missing is tested below. */
const KINDS = [
  "plus", "minus", "gange", "division", "regnearter", "klokken", "tid", "penge", "laengde", "vaegt", "rumfang", "decimaltal",
  "broeker-samme-naevner", "broeker-forskellige-naevnere", "forkort-broeker", "procent", "koordinater", "gennemsnit",
  "ligninger", "stavning", "engelske-ord",
];

test("every kind that is offered is practised here", async ({ page }) => {
  await open(page, "/lektier/oev");
  const addresses = await page.locator("a.drill-level").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  const offered = [...new Set(addresses.map((address) => address.split("/").at(-2)!))];
  expect(offered.sort()).toEqual([...KINDS].sort());
});

for (const [index, kind] of KINDS.entries()) {
  const level = (index % LEVELS) + 1;

  test(`ten exercises: ${kind} on level ${level}`, async ({ page, sound }) => {
    await open(page, `/lektier/oev/${kind}/${level}`);
    for (let number = 1; number <= EXERCISES; number += 1) {
      await answer(page, await answerOnPaper(page, kind, level));
      await expect(page.getByText("Rigtigt!"), `exercise ${number}`).toBeVisible();
      if (number < EXERCISES) await next(page);
    }
    await expect(page.getByText("10 af de seneste 10 var rigtige i første forsøg.")).toBeVisible();
    await sound.expect(page, kind, "da");
  });
}

/** What stands first among the answers of the worksheet with the exercise's number. */
async function answerOnPaper(page: Page, kind: string, level: number): Promise<string> {
  const seed = await page.locator('.drill__answer input[name="seed"]').getAttribute("value");
  const sheet = await page.request.get(`/lektier/oev/${kind}/${level}/ark?ark=${seed}`);
  const [, answers] = (await sheet.text()).split('class="sheet__answers"');
  const [, first] = /<li><span dir="ltr">([^<]+)</.exec(answers)!;
  return first;
}

/** Types an answer into its field; one in two parts, such as "5 rest 2" or "(3, −4)", into its two. */
async function answer(page: Page, written: string): Promise<void> {
  const fields = page.locator(".drill__answer").getByRole("textbox");
  const parts = (await fields.count()) === 1 ? [written] : written.match(/[−-]?\d+/g)!;
  for (const [index, part] of parts.entries()) await fields.nth(index).fill(part);
  await page.getByRole("button", { name: "Tjek svaret" }).click();
  await drawn(page);
}

async function next(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Næste opgave" }).click();
  await drawn(page);
  await expect(page.getByText("Rigtigt!"), "another exercise has come").toHaveCount(0);
}

async function drawn(page: Page): Promise<void> {
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
  await hydrated(page);
}
