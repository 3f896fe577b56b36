// A class, its teacher and its pupils.

import { signInTo } from "./desk";
import { expect, heading, open } from "./test";
import type { Page } from "@playwright/test";

/** Who is in a new class. */
export const NAMES = ["Ali", "Bertha", "فاطمة", "🦊", "Emma"];

/** A pupil's printed card. */
export interface Card {
  name: string;
  code: string;
  /** For the youngest. */
  pictures: string[];
  /** For the older. */
  words: string;
}

/** Makes a class and reads its printed cards. */
export async function newClass(page: Page, name: string, grade: string): Promise<Card[]> {
  await signInTo(page, "/personale/klasser/ny", "teacher");
  await page.getByLabel("Klassens navn").fill(name);
  await page.locator("#field-grade").selectOption(grade);
  await page.getByLabel("Elevernes fornavne").fill(NAMES.join("\n"));
  await page.getByRole("button", { name: "Lav klassen" }).click();
  await expect(heading(page, name)).toBeVisible();
  await page.getByRole("link", { name: "Print elevernes kort" }).click();
  await expect(heading(page, `Kort til ${name}`)).toBeVisible();
  return page.locator(".class-card").evaluateAll((cards) =>
    cards.map((card) => ({
      name: card.querySelector("h2")!.textContent!,
      code: card.querySelector("strong")!.textContent!,
      words: card.querySelector(".ticket__code")?.textContent?.trim() ?? "",
      pictures: [...card.querySelectorAll(".card-pictures li")].map((picture) => picture.textContent!.trim()),
    })),
  );
}

/** Types the class's code on a pupil's device. */
export async function enterClass(page: Page, code: string): Promise<void> {
  await open(page, "/klasse");
  await page.getByLabel("Klassens kode").fill(code);
  await page.getByRole("button", { name: "Gå videre" }).click();
}

/** A class's own page, found as its teacher finds it. */
export async function openClass(page: Page, name: string): Promise<void> {
  await open(page, "/personale/klasser");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
}

/** Signs in by the three pictures of a card, on a device that knows the class. */
export async function press(page: Page, card: Card): Promise<void> {
  for (const [place, picture] of card.pictures.entries()) {
    await expect(heading(page, `Tryk på billede ${place + 1}`)).toBeVisible();
    await page.getByRole("button", { name: picture, exact: true }).click();
  }
  await expect(heading(page, `Hej ${card.name}`)).toBeVisible();
}

/** A pupil in a teacher's list. */
export function row(page: Page, name: string) {
  return page.getByRole("listitem").filter({ hasText: name });
}
