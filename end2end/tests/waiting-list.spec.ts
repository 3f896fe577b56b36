// Waiting for a time: joining the list, answering what is offered, and leaving.

import { code } from "./support/booking";
import { test } from "./support/sound";
import { choose, expect, heading, javaScript, open, reload } from "./support/test";
import type { Page } from "@playwright/test";

const JOIN = "/tid/venteliste/fuldmagt/borgerservice";
/** The server looks for free times every ten seconds. */
const OFFERED_WITHIN = 30_000;

test("somebody joins the waiting list, is offered a time, and books it", async ({ page, sound }) => {
  await open(page, "/tid/fuldmagt/borgerservice");
  await page.getByRole("link", { name: "Skriv dig på venteliste" }).click();
  await expect(heading(page, "Skriv dig på venteliste")).toBeVisible();
  await sound.expectAccessible(page, "the form to join");
  const ticket = await join(page, "Åse Vent");
  await sound.expectAccessible(page, "a place on the list");

  await untilOffered(page);
  await expect(page.getByRole("main")).toContainText("Vi holder tiden til dig til");
  await sound.expectAccessible(page, "an offer");
  await page.getByRole("button", { name: "Ja tak, book tiden" }).click();
  expect(await code(page), "the same code").toBe(ticket);
});

test("a time is declined, and the list is left by code and name", async ({ page }) => {
  await open(page, JOIN);
  const ticket = await join(page, "Bo Vent");
  await untilOffered(page);
  await page.getByRole("button", { name: "Nej tak, jeg venter på en anden" }).click();
  await expect(heading(page, "Du står på venteliste")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("gået videre");

  await open(page, "/tid/venteliste");
  await find(page, ticket, "bo vent");
  await page.getByRole("button", { name: "Tag mig af ventelisten" }).click();
  await expect(heading(page, "Du står ikke på venteliste længere")).toBeVisible();
  await open(page, "/tid/venteliste");
  await page.getByLabel("Kode", { exact: true }).fill(ticket);
  await page.getByLabel("Navn", { exact: true }).fill("Bo Vent");
  await page.getByRole("button", { name: "Find min plads" }).click();
  await expect(page.getByRole("alert")).toContainText("Vi kan ikke finde en plads");
});

test("somebody without mail waits with a number, and with what they need", async ({ page, sound }) => {
  await open(page, "/tid/vi-ringer/borgerservice");
  await page.getByRole("link", { name: "Skriv dig på venteliste" }).click();
  await expect(heading(page, "Skriv dig på venteliste")).toBeVisible();
  await expect(page.getByLabel("Mailadresse")).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Vi ringer til dig");
  await sound.expectAccessible(page, "the form to wait for a call");
  await page.getByLabel("Navn", { exact: true }).fill("Eva Vent");
  await page.getByRole("button", { name: "Skriv mig på venteliste" }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv dit telefonnummer");
  await page.getByLabel("Telefonnummer", { exact: true }).fill("20 10 12 34");
  await page.getByRole("button", { name: "Skriv mig på venteliste" }).click();
  await expect(heading(page, /^(Du står på venteliste|Der er en tid til dig)$/)).toBeVisible();
});

test("what is missing is told, and what was chosen stays", async ({ page }) => {
  await open(page, JOIN);
  await choose(page, "onsdag");
  await choose(page, "Formiddag");
  await page.getByLabel("Navn", { exact: true }).fill("Ida");
  await page.getByRole("button", { name: "Skriv mig på venteliste" }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv din mailadresse");
  await expect(page.getByLabel("onsdag", { exact: true })).toBeChecked();
  await expect(page.getByLabel("Formiddag", { exact: true })).toBeChecked();
  await expect(page.getByLabel("Navn", { exact: true })).toHaveValue("Ida");
});

/** From the form to the place on the list; gives its code. */
async function join(page: Page, name: string): Promise<string> {
  await page.getByLabel("Navn", { exact: true }).fill(name);
  await page.getByLabel("Mailadresse", { exact: true }).fill("vent@example.dk");
  await page.getByRole("button", { name: "Skriv mig på venteliste" }).click();
  await expect(heading(page, /^(Du står på venteliste|Der er en tid til dig)$/)).toBeVisible();
  return page.locator(".ticket__code").innerText();
}

async function untilOffered(page: Page): Promise<void> {
  await expect(async () => {
    await reload(page);
    await expect(heading(page, "Der er en tid til dig")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: OFFERED_WITHIN });
}

async function find(page: Page, ticket: string, name: string): Promise<void> {
  await page.getByLabel("Kode", { exact: true }).fill(ticket);
  await page.getByLabel("Navn", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Find min plads" }).click();
  if (javaScript()) await page.waitForURL(/\/min$/);
  await expect(heading(page, /^(Du står på venteliste|Der er en tid til dig)$/)).toBeVisible();
}
