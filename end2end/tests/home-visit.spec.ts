// Somebody who cannot come out is visited: they say where, and it is on their ticket.

import { chooseTime, timesOffered } from "./support/booking";
import { test } from "./support/sound";
import { expect, heading, open } from "./support/test";

const TIMES = "/tid/hjemmebesoeg/borgerservice";

test("a home visit is booked with its address, which can be mended before the end", async ({ page, sound }) => {
  await open(page, TIMES);
  await chooseTime(page, (await timesOffered(page)).at(-1)!);
  await page.getByLabel("Navn", { exact: true }).fill("Gerda Holm");
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(heading(page, "Hvor skal vi komme hen?")).toBeVisible();
  await sound.expect(page, "where we shall come", "da");
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv, hvor vi skal komme hen.");
  await page.getByLabel("Adresse").fill("Kajen 1, 2. tv., 0999 Fjordby");
  await page.getByLabel("Adresse").press("Enter");
  await expect(page.getByRole("main")).toContainText("Kajen 1, 2. tv., 0999 Fjordby");
  await sound.expect(page, "the check of a home visit", "da");
  await page.getByRole("link", { name: "Ret adressen" }).click();
  await expect(page.getByLabel("Adresse")).toHaveValue("Kajen 1, 2. tv., 0999 Fjordby");
  await page.getByLabel("Adresse").fill("Kajen 3, 0999 Fjordby");
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await page.getByRole("button", { name: "Book tiden" }).click();
  await expect(page.getByRole("main")).toContainText("Kajen 3, 0999 Fjordby");
  await expect(page.getByRole("main")).toContainText("Vi kommer hjem til dig");
  await sound.expect(page, "the ticket of a home visit", "da");
});
