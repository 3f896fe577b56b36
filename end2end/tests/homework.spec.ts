// The second door: guides for parents.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Locator, Page } from "@playwright/test";

import { ROOT } from "../program.mjs";
import { expect, heading, onPhone, open, test } from "./support/test";

/** Guides that are written in easy words too. */
const TWO_TEXTS = guideFiles("da").filter((file) => read(file).includes("{.easy}")).map(idOf);

/** How many guides there are on a subject for a grade. */
function guides(subject: string, grade: number): number {
  const texts = guideFiles("da").map(read);
  const number = (text: string, key: string) => Number(new RegExp(`^${key} = (\\d+)$`, "m").exec(text)![1]);
  const fits = (text: string) =>
    text.includes(`\nsubject = "${subject}"\n`) && number(text, "grade_from") <= grade && grade <= number(text, "grade_to");
  return texts.filter(fits).length;
}

test("a parent finds the guide on fractions by subject and grade", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "Hjælp med lektier" }).click();
  await expect(heading(page, "Hjælp med lektier")).toBeVisible();
  const found = page.getByRole("main").getByRole("status");
  await expect(found).toHaveText(/^(\d+ guider|Én guide)$/);
  const all = await found.innerText();

  await page.getByRole("navigation", { name: "Fag" }).getByRole("link", { name: "Matematik" }).click();
  await expect(page).toHaveURL(/\/lektier\?fag=matematik$/);
  await expect(page.getByRole("link", { name: "Matematik" })).toHaveAttribute("aria-current", "true");
  await expect(found).not.toHaveText(all);

  await page.getByRole("navigation", { name: "Klasse" }).getByRole("link", { name: "5. klasse", exact: true }).click();
  await expect(page).toHaveURL(/\/lektier\?fag=matematik&klasse=5$/);
  await expect(page.getByRole("link", { name: "5. klasse", exact: true })).toHaveAttribute("aria-current", "true");
  // The tools below have headings of the third level.
  const cards = page.getByRole("main").getByRole("article").filter({ has: page.getByRole("heading", { level: 2 }) });
  await expect(cards).toHaveCount(guides("matematik", 5));

  await page.getByRole("link", { name: "Brøker i 5. klasse" }).click();
  await expect(heading(page, "Brøker i 5. klasse")).toBeVisible();
  const ask = page.locator("section").filter({ has: page.getByRole("heading", { name: "Tre spørgsmål til dit barn" }) });
  await expect(ask.getByRole("listitem")).toHaveCount(3);
  await expect(ask.getByRole("listitem").first()).toContainText("Hvad er det hele i opgaven");
  const activity = page.locator("section").filter({ has: page.getByRole("heading", { name: "Fem minutter i køkkenet" }) });
  await expect(activity).toContainText("Tager cirka 5 minutter");
  await expect(activity.getByRole("listitem")).toHaveCount(5);
});

test("a choice is an address that can be sent to somebody", async ({ page }) => {
  await open(page, "/lektier?fag=matematik&klasse=5");
  await expect(page.getByRole("link", { name: "Matematik", exact: true })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("main").getByRole("status")).toHaveText(`${guides("matematik", 5)} guider`);
  await page.getByRole("link", { name: "Alle fag" }).click();
  await expect(page).toHaveURL(/\/lektier\?klasse=5$/);
});

test("a guide is found by its language, and opened in it", async ({ page }) => {
  await open(page, "/lektier?fag=matematik");
  await page.getByRole("navigation", { name: "Guidens sprog" }).getByRole("link", { name: "På arabisk" }).click();
  await expect(page).toHaveURL(/\/lektier\?fag=matematik&sprog=ar$/);
  await expect(page.getByRole("link", { name: "På arabisk" })).toHaveAttribute("aria-current", "true");
  const found = page.getByRole("article").filter({ has: page.getByRole("heading", { level: 2 }) });
  await expect(found.first().getByRole("link")).toHaveAttribute("href", /^\/ar\/lektier\//);
  await found.first().getByRole("link").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
});

test("where there is no guide, the page says so and what to do", async ({ page }) => {
  await open(page, "/lektier?fag=natur-teknologi&klasse=9");
  await expect(page.getByRole("main").getByRole("status")).toContainText("Der er ingen guide til det endnu");
});

test("in English a guide is translated, or its Danish text is marked as Danish", async ({ page }) => {
  const note = page.getByText("This text is only in Danish so far.");
  await open(page, "/en/lektier?fag=matematik");
  const translated = page.getByRole("article").filter({ hasText: "Fractions in grade 5" });
  const danish = page.getByRole("article").filter({ hasText: "Division i 4. og 5. klasse" });
  await expect(danish.getByRole("link")).toBeVisible();
  expect(await languageOf(danish.getByRole("link"))).toBe("da");
  expect(await languageOf(danish.getByText(/^Maths · /)), "our own words in it are English").toBe("en");

  await translated.getByRole("link").click();
  await expect(heading(page, "Fractions in grade 5 (brøker)")).toBeVisible();
  expect(await languageOf(heading(page, /Fractions/))).toBe("en");
  await expect(note).toHaveCount(0);

  await page.goBack();
  await danish.getByRole("link").click();
  await expect(heading(page, /Division/)).toBeVisible();
  expect(await languageOf(heading(page, /Division/))).toBe("da");
  await expect(note).toBeVisible();
  expect(await languageOf(note), "the note is in the reader's language, and marked so").toBe("en");
});

test("a guide can be read in easy words, and the choice is an address", async ({ page }) => {
  await open(page, "/lektier/broeker-5-klasse");
  const school = page.locator("section").filter({ has: page.getByRole("heading", { name: "Sådan arbejder skolen" }) });
  await expect(school).toContainText("farver felter og sætter brøker på en tallinje");
  await page.getByRole("link", { name: "Let at læse" }).click();
  await expect(page).toHaveURL(/\?tekst=let$/);
  await expect(school).toContainText("En brøk har to tal.");
  await expect(page.getByRole("link", { name: "Let at læse" })).toHaveAttribute("aria-current", "true");
  await expect(page.locator(".speech-bubble")).toHaveCount(3);
  await page.getByRole("link", { name: "Almindelig tekst" }).click();
  await expect(school).toContainText("farver felter");
});

test("where a guide has one text there is nothing to choose", async ({ page }) => {
  await open(page, "/en/lektier/broeker-5-klasse?tekst=let");
  await expect(heading(page, /Fractions/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Easy to read" })).toHaveCount(0);
});

test("a guide comes along on a telephone, in the text that is shown", async ({ page, baseURL }) => {
  await open(page, "/lektier/broeker-5-klasse?tekst=let");
  const code = page.getByRole("img", { name: "QR-kode, der åbner guiden" });
  await expect(code).toBeHidden();
  await page.locator("summary", { hasText: "Send til min telefon" }).focus();
  await page.keyboard.press("Enter");
  await expect(code).toBeVisible();
  await expect(page.getByText(`${baseURL}/lektier/broeker-5-klasse?tekst=let`, { exact: true })).toBeVisible();
});

test("a guide takes one sheet of paper, and in easy words one side of it", async ({ page }) => {
  test.skip(onPhone(), "paper is as wide as it is");
  for (const id of guideFiles("da").map(idOf)) {
    await page.goto(`/lektier/${id}`);
    expect(await sides(page), id).toBeLessThanOrEqual(2);
  }
  for (const id of TWO_TEXTS) {
    await page.goto(`/lektier/${id}?tekst=let`);
    expect(await sides(page), id).toBe(1);
  }
});

/** The sides of paper that a page takes. */
async function sides(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type \/Page\b/g)!.length;
}

/** The files of all guides in a language. */
function guideFiles(language: string): string[] {
  return readdirSync(join(ROOT, "content/guides")).filter((file) => file.endsWith(`.${language}.md`));
}

function read(file: string): string {
  return readFileSync(join(ROOT, "content/guides", file), "utf8");
}

function idOf(file: string): string {
  return file.split(".")[0];
}

/** The language that a screen reader would read an element in. */
async function languageOf(locator: Locator): Promise<string | null | undefined> {
  return locator.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"));
}
