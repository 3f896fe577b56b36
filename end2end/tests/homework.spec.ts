// The second door: guides for parents.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../program.mjs";
import { expect, heading, open, test } from "./support/test";

/** How many guides there are on a subject for a grade. */
function guides(subject: string, grade: number): number {
  const folder = join(ROOT, "content/guides");
  const texts = readdirSync(folder).filter((file) => file.endsWith(".da.md")).map((file) => readFileSync(join(folder, file), "utf8"));
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

test("where there is no guide, the page says so and what to do", async ({ page }) => {
  await open(page, "/lektier?fag=natur-teknologi&klasse=9");
  await expect(page.getByRole("main").getByRole("status")).toContainText("Der er ingen guide til det endnu");
});

test("in English a guide is translated, or its Danish text is marked as Danish", async ({ page }) => {
  const note = page.getByText("This text is only in Danish so far.");
  await open(page, "/en/lektier?fag=matematik");
  const translated = page.getByRole("article").filter({ hasText: "Fractions in grade 5" });
  const danish = page.getByRole("article").filter({ hasText: "Gangetabeller i 3. klasse" });
  await expect(danish.getByRole("link")).toBeVisible();
  expect(await languageOf(danish.getByRole("link"))).toBe("da");
  expect(await languageOf(danish.getByText(/^Maths · /)), "our own words in it are English").toBe("en");

  await translated.getByRole("link").click();
  await expect(heading(page, "Fractions in grade 5 (brøker)")).toBeVisible();
  expect(await languageOf(heading(page, /Fractions/))).toBe("en");
  await expect(note).toHaveCount(0);

  await page.goBack();
  await danish.getByRole("link").click();
  await expect(heading(page, /Gangetabeller/)).toBeVisible();
  expect(await languageOf(heading(page, /Gangetabeller/))).toBe("da");
  await expect(note).toBeVisible();
  expect(await languageOf(note), "the note is in the reader's language, and marked so").toBe("en");
});

/** The language that a screen reader would read an element in. */
async function languageOf(locator: import("@playwright/test").Locator): Promise<string | null | undefined> {
  return locator.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"));
}
