// A course of several dates is written and changed in the browser. Nothing is saved: others book the course meanwhile.

import { signInTo } from "./support/desk";
import { test } from "./support/sound";
import { expect, heading } from "./support/test";

const SERVICE = "/personale/plan/ydelse/it-kursus";

test("a course says what is wrong with its dates, keeps them, and is seen before it is saved", async ({ page, sound }) => {
  await signInTo(page, SERVICE, "coordinator");
  await page.getByRole("link", { name: "Nyt forløb" }).click();
  await expect(heading(page, "Nyt forløb: IT-kursus for begyndere")).toBeVisible();
  await sound.expect(page, "a new course", "da");
  await page.getByLabel("Sted", { exact: true }).selectOption({ label: "Fjordby Bibliotek" });
  const dates = page.getByRole("textbox", { name: "Datoer" });
  await dates.fill("6-1-2027 kl. 13\nonsdag");
  await page.getByRole("button", { name: "Se, hvem det rammer" }).click();
  await expect(page.getByRole("alert")).toContainText("Linje 2: Skriv en dato");
  await expect(dates).toHaveValue("6-1-2027 kl. 13\nonsdag");
  await sound.expect(page, "dates that are none", "da");
  await dates.fill("6-1-2027 kl. 13\n13-1-2027 kl. 13");
  await page.getByRole("button", { name: "Se, hvem det rammer" }).click();
  await expect(heading(page, "Se ændringen, før du gemmer")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Forløb");
  await expect(page.getByRole("main")).toContainText("Ingen aftaler bliver ramt.");
  await sound.expect(page, "what a new course does", "da");
});

test("a course that follows a rule is changed with the keyboard alone", async ({ page, sound }) => {
  await signInTo(page, SERVICE, "coordinator");
  await page.getByRole("link", { name: /onsdag kl\. 10, 4 gange/ }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Forløb: IT-kursus for begyndere")).toBeVisible();
  await sound.expect(page, "a course by a rule", "da");
  await expect(page.getByLabel("Hvor mange gange?")).toHaveValue("4");
  await page.getByLabel("Hvor mange gange?").fill("25");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Skriv et tal inden for grænserne.");
  await page.getByLabel("Hvor mange gange?").fill("5");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Se ændringen, før du gemmer")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("5 gange");
});
