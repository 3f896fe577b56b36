// One lesson on two screens.

import { anotherBrowser } from "./desk";
import { expect, heading, hydrated, javaScript, open, reload } from "./test";
import type { Browser, Page, ViewportSize } from "@playwright/test";

/** The first two steps of the lesson, and a line of its check list. */
export const FIRST = "Din nøgle på nettet";
export const SECOND = "To dele skal passe";
export const CHECK = "Fortælle med egne ord, hvad MitID er";

/** What the other has done: shown by itself with scripts, after a reload without. */
export async function shown(page: Page, look: () => Promise<void>): Promise<void> {
  if (!javaScript()) await reload(page);
  await look();
}

/** The page of the lesson of two is there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForURL("**/sammen/nu*");
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
  await hydrated(page);
}

/** Begins on a side, and tells the code. */
export async function begin(page: Page, side: string): Promise<string> {
  await open(page, "/sammen?kursus=mitid");
  await page.getByRole("button", { name: side }).click();
  await settled(page);
  return (await page.locator(".ticket__code").innerText()).trim();
}

/** Joins by a code. */
export async function join(page: Page, code: string): Promise<void> {
  await open(page, "/sammen");
  await page.getByLabel("Skriv de tre ord").fill(code);
  await page.getByRole("button", { name: "Vær med" }).click();
  await settled(page);
}

/** Presses, and waits until it has been heard. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
  await hydrated(page);
}

/** The citizen on this page, and the helper's page. */
export async function two(
  page: Page,
  browser: Browser,
  baseURL: string | undefined,
  viewport?: ViewportSize,
): Promise<Page> {
  const code = await begin(page, "Jeg vil lære det");
  expect(code.split(/\s+/)).toHaveLength(3);
  const helper = await anotherBrowser(browser, baseURL, viewport);
  await join(helper, code);
  await expect(heading(helper, FIRST)).toBeVisible();
  await shown(page, () => expect(heading(page, FIRST)).toBeVisible());
  return helper;
}
