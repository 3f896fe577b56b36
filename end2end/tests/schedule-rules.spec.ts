// Hours that do not hold every week, what holds for all, and what a place has, are written in the browser. Little is saved, and
// nothing that others' tests look at: others book at the same places meanwhile.

import { signInTo } from "./support/desk";
import { test } from "./support/sound";
import { expect, heading, open } from "./support/test";

const PLACE = "/personale/plan/sted/medborgerhus";
const PREVIEW = "Se ændringen, før du gemmer";

test("an evening every second week is written with its exceptions, and told before it is saved", async ({ page, sound }) => {
  await signInTo(page, PLACE, "coordinator");
  await sound.expect(page, "a place with all its forms", "da");
  await page.getByRole("link", { name: "Ny tid, for eksempel hver anden uge" }).click();
  await expect(heading(page, "Strandby Medborgerhus: en åbningstid")).toBeVisible();
  await sound.expect(page, "new hours", "da");
  await page.getByLabel("Ugedag").selectOption({ label: "onsdag" });
  await page.getByLabel("Fra og til klokken").fill("aften");
  await page.getByLabel("Hvor mange uger er der fra gang til gang?").fill("2");
  await page.getByLabel("Gælder fra").fill("2030-01-09");
  const exceptions = page.getByLabel("Dage, hvor den er anderledes");
  await exceptions.fill("23-1-2030\n6-2-2030 17-19");
  await page.getByRole("button", { name: "Se, hvem det rammer", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv tider som 10-15");
  await expect(exceptions).toHaveValue("23-1-2030\n6-2-2030 17-19");
  await sound.expect(page, "hours that are none", "da");
  await page.getByLabel("Fra og til klokken").fill("16-19");
  await page.getByRole("button", { name: "Se, hvem det rammer", exact: true }).click();
  await expect(heading(page, PREVIEW)).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Åbningstider: fra ingenting til onsdag 16 – 19 hver 2. uge");
  await expect(page.getByRole("main")).toContainText("ikke 23. januar 2030");
  await sound.expect(page, "what new hours do", "da");
});

test("a shift gets a date on which it is otherwise with the keyboard alone", async ({ page }) => {
  await signInTo(page, "/personale/plan/medarbejder/celine/bibliotek", "coordinator");
  await page.getByRole("link", { name: /onsdag .*hver 2\. uge/ }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Celine: vagter på Fjordby Bibliotek")).toBeVisible();
  await page.getByLabel("Dage, hvor den er anderledes").fill("1-1-2030");
  await page.getByRole("button", { name: "Se, hvem det rammer", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Linje 1: Skriv en dato, hvor tiden ellers gælder");
});

test("how soon and how far ahead one can book is said for all places", async ({ page, sound }) => {
  await signInTo(page, "/personale/plan", "coordinator");
  await page.getByRole("link", { name: "Booking og kommune" }).click();
  await expect(heading(page, "Booking og kommune")).toBeVisible();
  await sound.expect(page, "what holds for all", "da");
  const lead = page.getByLabel("Hvor længe før kan man senest booke?");
  const before = await lead.inputValue();
  await lead.fill("snart");
  await page.getByRole("button", { name: "Se ændringen" }).click();
  await expect(page.getByRole("alert")).toContainText("inden for grænserne");
  await lead.fill("180");
  await page.getByRole("button", { name: "Se ændringen" }).click();
  await expect(heading(page, PREVIEW)).toBeVisible();
  await expect(page.getByRole("main")).toContainText(`fra ${before} til 180`);
});

test("what a place keeps and has, and a service's drawing, are seen before they are saved", async ({ page, sound }) => {
  await signInTo(page, PLACE, "coordinator");
  await page.getByLabel("Til dem, der kommer uden tid").fill("70");
  await page.getByLabel("Til dem, der kommer med en støtteperson").fill("40");
  await page.locator("form", { has: page.getByLabel("Til dem, der kommer uden tid") }).getByRole("button").click();
  await expect(page.getByRole("alert")).toContainText("højst være 100");
  await sound.expect(page, "shares that are too many", "da");
  await page.getByRole("group", { name: "Hvad er det?" }).getByLabel("På dansk").fill("Teleslynge");
  await page.locator("form", { has: page.getByText("Hvad er det?") }).getByLabel("Antal").fill("1");
  await page.getByRole("button", { name: "Se det nye, før du gemmer" }).click();
  await expect(page.getByRole("main")).toContainText("Lokale eller udstyr Teleslynge: ny");

  await open(page, "/personale/plan/ydelse/fuldmagt");
  await sound.expect(page, "a service with all its forms", "da");
  await page.getByRole("radio", { name: "telefon" }).focus();
  await page.keyboard.press("Space");
  await page.locator("form", { has: page.getByRole("radio", { name: "telefon" }) }).getByRole("button").click();
  await expect(heading(page, PREVIEW)).toBeVisible();
  await expect(page.getByRole("main")).toContainText("tid-telefon.svg");
});
