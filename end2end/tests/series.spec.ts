// A course of several dates: seen in the list, booked once, and given up a date at a time or as a whole.

import { readFile } from "node:fs/promises";

import { code, find, goToCheck } from "./support/booking";
import { expect, heading, open, test } from "./support/test";
import type { Page } from "@playwright/test";

const DATES = /4 gange: .* kl\. 10–12/;

test("a course is booked once for all its dates, and one of them is given up", async ({ page }) => {
  await open(page, "/tid");
  await expect(page.getByRole("link", { name: "IT-kursus for begyndere" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(DATES);
  await page.getByRole("link", { name: "IT-kursus for begyndere" }).click();
  await expect(heading(page, "Hvor vil du møde os?")).toBeVisible();
  await page.getByRole("link", { name: "Fjordby Bibliotek" }).click();
  await page.getByRole("button", { name: "Nej, vis tider" }).click();
  await expect(heading(page, "Hvornår passer det dig?")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Du booker alle gangene på én gang");
  const name = `Karen ${test.info().project.name.replace(/[^a-z]/g, "")}`;
  await page.getByRole("button", { name: DATES }).first().click();
  await goToCheck(page, name);
  await expect(page.getByRole("main")).toContainText(DATES);
  await page.getByRole("button", { name: "Book tiden" }).click();
  const words = await code(page);
  await expect(page.locator(".ticket")).toContainText(DATES);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Læg tiden i din kalender" }).click();
  const calendar = await readFile(await (await download).path(), "utf8");
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(4);
  expect(new Set(calendar.match(/UID:.*/g)).size).toBe(4);

  await open(page, "/tid/afbud");
  await find(page, words, name);
  await expect(page.getByRole("link", { name: "Flyt tiden" })).toHaveCount(0);
  const single = page.getByRole("button", { name: /^Meld afbud til \p{L}+ \d/u });
  await expect(single).toHaveCount(4);
  const second = (await single.nth(1).innerText()).replace("Meld afbud til ", "");
  await single.nth(1).click();
  await expect(heading(page, "Du har meldt afbud til en af gangene")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/3 gange: /);

  await open(page, "/tid/afbud");
  await find(page, words, name);
  await expect(single).toHaveCount(3);
  await expect(page.getByRole("main")).not.toContainText(`Meld afbud til ${second}`);
  await cancelAll(page);
});

async function cancelAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Meld afbud til alle gange" }).click();
  await expect(heading(page, "Du har meldt afbud")).toBeVisible();
}
