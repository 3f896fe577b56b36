// Something new comes into the schedule in the browser, and goes again.

import { PASSWORD } from "../accounts.mjs";
import { test } from "./support/sound";
import { expect, heading, open } from "./support/test";
import type { Page } from "@playwright/test";

test("a new place is added with the few fields that are needed, written further on, and removed", async ({ page, sound }) => {
  await signIn(page);
  await open(page, "/personale/plan");
  await page.getByRole("link", { name: "Nyt sted" }).click();
  await expect(heading(page, "Nyt sted")).toBeVisible();
  await sound.expect(page, "a new place", "da");
  const name = `Kajhuset ${Date.now()}`;
  await fillIn(page, "Navn", "På dansk", name);
  await page.getByRole("button", { name: "Se det nye, før du gemmer" }).click();
  await expect(page.getByRole("alert")).toContainText("Udfyld feltet");
  await expect(page.getByRole("group", { name: "Navn" }).getByLabel("På dansk")).toHaveValue(name);
  await page.getByLabel("Adresse").fill("Kajen 1, 0999 Fjordby");
  await page.getByRole("textbox", { name: "Telefon" }).fill("99 00 00 01");
  await fillIn(page, "Find vej", "På dansk", "Gå langs vandet.");
  await page.getByRole("button", { name: "Se det nye, før du gemmer" }).click();
  await expect(heading(page, "Se ændringen, før du gemmer")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(`Sted ${name}: ny`);
  await page.getByRole("button", { name: "Gem ændringen" }).click();
  await expect(heading(page, "Planen er gemt")).toBeVisible();
  await sound.expect(page, "a place is saved", "da");
  await page.getByRole("link", { name: "Skriv resten" }).click();
  await expect(heading(page, name)).toBeVisible();
  await sound.expect(page, "a place that can be removed", "da");

  await page.getByRole("button", { name: "Se, hvem det rammer at fjerne" }).click();
  await expect(page.getByRole("main")).toContainText(`Sted ${name}: fjernes`);
  await page.getByRole("button", { name: "Gem ændringen" }).click();
  await expect(heading(page, "Planen er gemt")).toBeVisible();
  await open(page, "/personale/plan");
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("a new member of staff is added and removed with the keyboard alone", async ({ page, sound }) => {
  await signIn(page);
  await open(page, "/personale/plan/ny-medarbejder");
  await sound.expect(page, "a new member of staff", "da");
  const name = `Liv ${Date.now()}`;
  await page.getByLabel("Navn").focus();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(heading(page, "Se ændringen, før du gemmer")).toBeVisible();
  await page.getByRole("button", { name: "Gem ændringen" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Skriv resten" }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, name)).toBeVisible();
  await page.getByRole("button", { name: "Se, hvem det rammer at fjerne" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toContainText("Ingen aftaler bliver ramt.");
  await page.getByRole("button", { name: "Gem ændringen" }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Planen er gemt")).toBeVisible();
});

test("a new service says what is wrong with it, and so does a place that cannot go", async ({ page, sound }) => {
  await signIn(page);
  await open(page, "/personale/plan/ny-ydelse");
  await sound.expect(page, "a new service", "da");
  await page.getByLabel("Hvor længe varer det?").fill("7");
  await page.getByRole("button", { name: "Se det nye, før du gemmer" }).click();
  await expect(page.getByRole("alert")).toContainText("kan deles med 5");
  await expect(page.getByLabel("Hvor længe varer det?")).toHaveValue("7");

  await open(page, "/personale/plan/sted/borgerservice");
  await page.getByRole("button", { name: "Se, hvem det rammer at fjerne" }).click();
  await expect(page.getByRole("alert")).toContainText("kan ikke fjernes");
  await sound.expect(page, "a place that cannot be removed", "da");
});

async function fillIn(page: Page, group: string, language: string, text: string): Promise<void> {
  await page.getByRole("group", { name: group }).getByLabel(language).fill(text);
}

async function signIn(page: Page): Promise<void> {
  await open(page, "/personale/log-ind");
  await page.getByLabel("Brugernavn").fill("coordinator");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(heading(page, "Personale")).toBeVisible();
}
