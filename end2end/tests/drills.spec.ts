// Practice that never runs out: exercises with hints, and worksheets.

import { expect, heading, hydrated, open, test } from "./support/test";
import type { Page } from "@playwright/test";

test("a child chooses a drill, gets a hint, mends an answer and goes on", async ({ page }) => {
  await open(page, "/lektier");
  await page.getByRole("link", { name: "Øv dig" }).click();
  await expect(heading(page, "Øv dig")).toBeVisible();
  await page.getByRole("navigation", { name: "Klasse" }).getByRole("link", { name: "2. klasse" }).click();
  await expect(page).toHaveURL(/klasse=2$/);
  await page.getByRole("list", { name: "Plus: Vælg niveau" }).getByRole("link", { name: "Niveau 1 2. klasse" }).click();
  await expect(heading(page, "Plus · Niveau 1")).toBeVisible();

  await press(page, "Tjek svaret");
  await expect(page.getByText("Skriv et svar i feltet.")).toBeVisible();
  await press(page, "Vis et tip");
  await expect(page.getByText("Del tallene op i dele, der er lette.")).toBeVisible();

  const [one, other] = await sum(page);
  await answer(page, String(forgetsCarry(one, other)));
  await expect(page.getByRole("status").filter({ hasText: "Husk det, der skal med over" })).toBeVisible();
  await expect(page.getByLabel("Svar"), "what was typed is still there").toHaveValue(String(forgetsCarry(one, other)));

  await answer(page, String(one + other));
  await expect(page.getByRole("status").filter({ hasText: "Rigtigt!" })).toBeVisible();
  await press(page, "Næste opgave");
  await expect(page.getByLabel("Svar")).toHaveValue("");
  await expect(page.getByText("Rigtigt!")).toHaveCount(0);
});

test("after ten right ones a harder level is offered, and the list remembers it", async ({ page }) => {
  await open(page, "/lektier/oev/gange/1");
  for (let number = 1; number <= 10; number += 1) {
    const [one, other] = await sum(page);
    await answer(page, String(one * other));
    await expect(page.getByText("Rigtigt!")).toBeVisible();
    if (number === 10) break;
    await press(page, "Næste opgave");
    await expect(page.getByText("Rigtigt!"), "another exercise has come").toHaveCount(0);
  }
  await expect(page.getByText("10 af de seneste 10 var rigtige i første forsøg.")).toBeVisible();
  await page.getByRole("link", { name: "Gå til niveau 2" }).click();
  await expect(heading(page, "Gange · Niveau 2")).toBeVisible();
  await page.getByRole("link", { name: "Vælg noget andet at øve" }).click();
  const levels = page.getByRole("list", { name: "Gange: Vælg niveau" });
  await expect(levels.getByRole("link", { name: "Niveau 2" })).toHaveAttribute("aria-current", "true");
});

test("a worksheet has a line for the name and its answers on a page of their own", async ({ page }) => {
  await open(page, "/lektier/oev/minus/1");
  await page.getByRole("link", { name: "Lav et ark til udskrift" }).click();
  await expect(heading(page, "Minus · Niveau 1")).toBeVisible();
  await expect(page.getByText("Navn:")).toBeVisible();
  const exercises = page.locator(".sheet__exercises > li");
  const answers = page.locator(".sheet__answers li");
  await expect(exercises).toHaveCount(18);
  await expect(answers).toHaveCount(18);
  for (const index of [0, 17]) {
    const [one, other] = numbers(await exercises.nth(index).innerText());
    await expect(answers.nth(index)).toHaveText(String(one - other));
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".sheet__answers").evaluate((element) => getComputedStyle(element).breakBefore)).toBe("page");
  await expect(page.locator(".handout-tools")).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  const first = await exercises.allInnerTexts();
  await page.getByRole("link", { name: "Lav et nyt ark med andre opgaver" }).click();
  await expect(page).toHaveURL(/\/ark\?ark=\d+$/);
  // One exercise may by chance be the same.
  await expect.poll(() => exercises.allInnerTexts()).not.toEqual(first);
});

test("an answer in two parts says which part is missing", async ({ page }) => {
  await open(page, "/lektier/oev/division/3");
  const [dividend, divisor] = await sum(page);
  await page.getByLabel("Så mange gange går det op").fill(String(Math.floor(dividend / divisor)));
  await press(page, "Tjek svaret");
  await expect(page.getByLabel("Rest")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Så mange gange går det op")).not.toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Rest").fill(String(dividend % divisor));
  await press(page, "Tjek igen");
  await expect(page.getByText("Rigtigt!")).toBeVisible();
});

test("a word to spell can be read aloud by a grown-up", async ({ page }) => {
  await open(page, "/lektier/oev/stavning/2");
  const word = page.locator(".drill__adult .drill__figures");
  await expect(word).toBeHidden();
  await page.getByText("Til en, der læser ordet højt").click();
  await page.getByLabel("Ordet").fill((await word.innerText()).toUpperCase());
  await press(page, "Tjek svaret");
  await expect(page.getByText("Rigtigt!")).toBeVisible();
});

/** Presses a button that sends a form, and waits for what comes of it. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
  await hydrated(page);
}

async function answer(page: Page, text: string): Promise<void> {
  await page.getByLabel("Svar").fill(text);
  await page.getByRole("button", { name: /^Tjek/ }).click();
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
  await hydrated(page);
}

/** The numbers of the exercise that is asked. */
async function sum(page: Page): Promise<number[]> {
  return numbers(await page.locator(".drill > .drill__figures").first().innerText());
}

function numbers(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
}

/** What comes of two two-digit numbers when nothing passes to the tens. */
function forgetsCarry(one: number, other: number): number {
  const tens = (Math.floor(one / 10) + Math.floor(other / 10)) % 10;
  return tens * 10 + ((one + other) % 10);
}
