// What several citizens come to at once: an IT café can be booked until its last seat is taken.

import { book, chooseTime, daysFromNow, timesOffered } from "./support/booking";
import { test } from "./support/sound";
import { expect, heading, open } from "./support/test";
import { PROJECTS } from "../accounts.mjs";
import type { Browser, Page } from "@playwright/test";

const SEATS = 8;

/** A week for each project, so that none meets what another has booked on the same server. */
function times(): string {
  return `/tid/it-cafe/bibliotek?fra=${daysFromNow(14 + 7 * PROJECTS.indexOf(test.info().project.name))}`;
}

test("the last seats of an IT café are told and booked, and then it is full", async ({ page, browser, baseURL, sound }) => {
  await open(page, times());
  const whole = page.getByRole("main").locator("button[name=slot]").filter({ hasNotText: /tilbage/ });
  const slot = (await whole.first().getAttribute("value"))!;
  for (let guest = 0; guest < SEATS - 2; guest++) await takeSeat(browser, baseURL!, slot);

  await open(page, times());
  await expect(seat(page, slot)).toContainText("2 pladser tilbage");
  await sound.expect(page, "an IT café with two seats left", "da");
  await chooseTime(page, slot);
  await book(page, "Karen Bech");
  await expect(page.getByRole("main")).toContainText("IT-café");

  await open(page, times());
  await expect(seat(page, slot)).toContainText("Én plads tilbage");
  await takeSeat(browser, baseURL!, slot);
  await open(page, times());
  expect(await timesOffered(page)).not.toContain(slot);
});

test("nobody is asked whether they need more time than the others at the table", async ({ page }) => {
  await open(page, "/tid/lektiecafe/bibliotek/behov");
  await expect(heading(page, "Er der noget, vi skal vide for at hjælpe dig?")).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Mere tid/ })).toHaveCount(0);
});

function seat(page: Page, slot: string) {
  return page.getByRole("main").locator(`button[name=slot][value="${slot}"]`).first();
}

/** Somebody else books a seat, with the forms that the pages send. */
async function takeSeat(browser: Browser, baseURL: string, slot: string): Promise<void> {
  const guest = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const choice = { service: "it-cafe", location: "bibliotek", slot, locale: "da" };
  const send = async (path: string, form: Record<string, string>, leadsTo: RegExp) => {
    const answer = await guest.request.post(`/api/appointments/${path}`, { headers: { Accept: "text/html" }, form, maxRedirects: 0 });
    expect(answer.headers().location, path).toMatch(leadsTo);
  };
  await send("hold", choice, /\/it-cafe\/bibliotek\/\d/);
  await send("save-details", { ...choice, name: "En gæst", contact: "none" }, /\/tid\/tjek/);
  await send("book", { locale: "da" }, /\/tid\/kvittering/);
  await guest.close();
}
