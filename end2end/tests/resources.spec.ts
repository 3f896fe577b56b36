// Rooms and equipment: the coordinator sees whom it hits when a tablet breaks.

import { PASSWORD, PROJECTS } from "../accounts.mjs";
import { book, chooseTime, daysFromNow, timesOffered } from "./support/booking";
import { test } from "./support/sound";
import { expect, heading, open } from "./support/test";
import type { Page } from "@playwright/test";

const NAME = "Gudrun Toft";

test("a tablet that breaks shows whose appointment needs it", async ({ page, sound }) => {
  const week = daysFromNow(14 + 7 * PROJECTS.indexOf(test.info().project.name));
  await open(page, `/tid/foerste-skridt/medborgerhus?fra=${week}`);
  await chooseTime(page, (await timesOffered(page))[0]);
  await book(page, NAME);

  await signIn(page);
  await open(page, "/personale/plan/sted/medborgerhus");
  const tablets = page.getByLabel("Lånetablet");
  await expect(tablets).toHaveValue("1");
  await tablets.fill("en halv");
  await see(page);
  await expect(page.getByRole("alert")).toContainText("Skriv et tal fra 0 til 100.");
  await expect(tablets).toHaveValue("en halv");
  await sound.expect(page, "a place with rooms and equipment", "da");
  await tablets.fill("0");
  await see(page);
  await expect(heading(page, "Se ændringen, før du gemmer")).toBeVisible();
  await expect(page.locator(".change-list")).toContainText("Lokale eller udstyr Lånetablet");
  const hit = page.locator(".hit", { hasText: NAME }).first();
  await expect(hit).toContainText("Der er ikke nok af det, der skal bruges");
  await page.getByRole("link", { name: "Gem ikke" }).click();
  await expect(heading(page, "Planen")).toBeVisible();
});

test("a service says what it uses", async ({ page, sound }) => {
  await signIn(page);
  await open(page, "/personale/plan/ydelse/fuldmagt");
  await expect(page.getByLabel("Samtalerum")).toBeChecked();
  await expect(page.getByLabel("Lånetablet")).not.toBeChecked();
  await sound.expect(page, "a service and what it uses", "da");
});

async function see(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Se, hvad antallene ændrer" }).click();
}

async function signIn(page: Page): Promise<void> {
  await open(page, "/personale/log-ind");
  await page.getByLabel("Brugernavn").fill("coordinator");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(heading(page, "Personale")).toBeVisible();
}
