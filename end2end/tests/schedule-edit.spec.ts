// The coordinator changes the schedule, and sees first whom it would hit.

import { PASSWORD } from "../accounts.mjs";
import { book, chooseTime, timesOffered, wallTime } from "./support/booking";
import { test } from "./support/sound";
import { choose, expect, heading, open } from "./support/test";
import type { Page } from "@playwright/test";

const TIMES = "/tid/foerste-skridt/medborgerhus";

test("a closing day shows whom it hits before it is saved, and they stand on the call list", async ({ page, sound }) => {
  await open(page, TIMES);
  const slot = (await timesOffered(page)).at(-1)!;
  await chooseTime(page, slot);
  await book(page, "Signe Lund");

  await signIn(page);
  await open(page, "/personale/plan/lukkedage");
  await sound.expect(page, "closing days", "da");
  await page.getByRole("button", { name: "Se, hvem det rammer" }).click();
  await expect(page.getByRole("alert")).toContainText("Udfyld feltet");
  await page.getByLabel("Dato").fill(dateOf(slot));
  await page.getByLabel("På dansk").fill("Personaledag");
  await page.getByRole("button", { name: "Se, hvem det rammer" }).click();
  await expect(heading(page, "Se ændringen, før du gemmer")).toBeVisible();
  await sound.expect(page, "whom a change hits", "da");
  const hit = page.locator(".hit", { hasText: "Signe Lund" });
  await expect(hit).toContainText("Stedet er lukket på det tidspunkt.");

  await choose(page, "Flyt dem til næste ledige tid");
  await page.getByRole("button", { name: "Gem ændringen" }).click();
  await expect(heading(page, "Planen er gemt")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: /på ringelisten/ }).click();
  await expect(heading(page, "Ringeliste")).toBeVisible();
  await sound.expect(page, "the call list", "da");

  // Nobody could tell her, so she keeps her time until somebody writes to her.
  const waiting = page.locator(".hit", { hasText: "Signe Lund" });
  await waiting.getByRole("button", { name: "Aflys Signe Lund, og skriv et brev" }).click();
  await expect(heading(page, "Skriv et brev")).toBeVisible();
  await open(page, "/personale/plan/ringeliste");
  await expect(page.locator(".hit", { hasText: "Signe Lund" })).toHaveCount(0);

  await open(page, "/personale/plan/lukkedage");
  const row = page.locator(".edit-row", { hasText: "Personaledag" });
  await row.getByRole("button").click();
  await expect(page.getByRole("main")).toContainText("Ingen aftaler bliver ramt.");
  await page.getByRole("button", { name: "Gem ændringen" }).click();
  await expect(heading(page, "Planen er gemt")).toBeVisible();
});

test("a place's hours are changed with the keyboard alone, and what is no hours is told", async ({ page, sound }) => {
  await signIn(page);
  await open(page, "/personale/plan/sted/medborgerhus");
  await sound.expect(page, "a place", "da");
  await page.getByLabel("søndag").focus();
  await page.keyboard.type("når vi gider");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const link = page.getByRole("alert").getByRole("link", { name: /Skriv tider som 10-15/ });
  await expect(link).toBeVisible();
  await expect(page.getByLabel("søndag")).toHaveValue("når vi gider");
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("søndag")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("10-12");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Se ændringen, før du gemmer")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("søndag 10 – 12");
  await page.getByRole("link", { name: "Gem ikke" }).click();
  await expect(heading(page, "Planen")).toBeVisible();
});

/** The Danish date of a starting time, as a field for dates holds it. */
function dateOf(slot: string): string {
  const { year, month, day } = wallTime(new Date(slot));
  return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

async function signIn(page: Page): Promise<void> {
  await open(page, "/personale/log-ind");
  await page.getByLabel("Brugernavn").fill("coordinator");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(heading(page, "Personale")).toBeVisible();
}
