// The days of a place, figures, and calendars.

import { PASSWORD } from "../accounts.mjs";
import { book, chooseTime, timesOffered } from "./support/booking";
import { test } from "./support/sound";
import { expect, heading, open } from "./support/test";
import type { Page } from "@playwright/test";

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/** What stands above each table, by its part of the spreadsheet. */
const TABLES: Record<string, string> = {
  aftaler: "Aftaler uge for uge",
  udbud: "Kunne fås inden for",
  skranke: "Ved skranken uge for uge",
};

test("who comes stands on the day, and the figures count it without the name", async ({ page, sound }) => {
  await open(page, "/tid/foerste-skridt/bibliotek");
  const slot = (await timesOffered(page)).at(-1)!;
  await chooseTime(page, slot);
  await book(page, "Inge Dam");

  await signIn(page);
  await open(page, `/personale/uge?dato=${slot.slice(0, 10)}&sted=bibliotek`);
  await expect(page.getByRole("main")).toContainText("Inge Dam");
  await sound.expect(page, "a week", "da");
  await open(page, `/personale/dag?dato=${slot.slice(0, 10)}&sted=borgerservice`);
  await expect(page.getByRole("main")).not.toContainText("Inge Dam");
  await sound.expect(page, "a day", "da");

  await open(page, "/personale/tal");
  await expect(heading(page, "Tal")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Fjordby Bibliotek");
  await expect(page.getByRole("main")).not.toContainText("Inge Dam");
  await sound.expect(page, "figures", "da");
  await page.getByRole("link", { name: "53 uger" }).click();
  await page.waitForURL(/uger=53/);
  await expect(page.getByRole("link", { name: "53 uger" })).toBeVisible();
  for (const part of ["aftaler", "udbud", "skranke"]) await expectSameAsSpreadsheet(page, part);
});

test("a calendar gets an address, which is told once", async ({ page, sound }) => {
  await signIn(page);
  await open(page, "/personale/kalendere");
  await page.getByRole("button", { name: "Lav en ny adresse til Celine" }).click();
  const address = page.locator("main code");
  await expect(address).toContainText("/kalender/");
  await sound.expect(page, "calendars", "da");
  const calendar = await page.request.get(new URL((await address.textContent())!.trim()).pathname);
  expect(await calendar.text()).toContain("BEGIN:VCALENDAR");
});

/** A table's spreadsheet says cell by cell what the screen says. A table that has nothing to tell is not on the page. */
async function expectSameAsSpreadsheet(page: Page, part: string): Promise<void> {
  const link = page.locator(`a[download="${part}.csv"]`);
  if ((await link.count()) === 0) return;
  const sheet = await page.request.get((await link.getAttribute("href"))!);
  expect(sheet.headers()["content-type"]).toContain("text/csv");
  const table = page.getByRole("table").filter({ has: page.locator("caption", { hasText: TABLES[part] }) });
  const rows = await table.getByRole("row").all();
  const shown = await Promise.all(
    rows.map(async (row) => (await row.locator("th, td").allTextContents()).map(asProgramsWriteDates)),
  );
  const written = (await sheet.text()).replace("\uFEFF", "").trim().split("\r\n").map((line) => line.split(";"));
  expect(written, part).toEqual(shown);
}

/** The screen has a week's first day as people write it, the spreadsheet so that it can be sorted. */
function asProgramsWriteDates(shown: string): string {
  const [, day, month, year] = /^(\d+)\.\s(\p{L}+)\.?\s(\d{4})$/u.exec(shown) ?? [];
  if (!year) return shown;
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

async function signIn(page: Page): Promise<void> {
  await open(page, "/personale/log-ind");
  await page.getByLabel("Brugernavn").fill("coordinator");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(heading(page, "Personale")).toBeVisible();
}
