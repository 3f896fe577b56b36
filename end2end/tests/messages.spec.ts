// The desk's letters: written, printed once, put back, and what others see of them.

import { PASSWORD } from "../accounts.mjs";
import { book, chooseTime, timesOffered } from "./support/booking";
import { test } from "./support/sound";
import { expect, heading, hydrated, javaScript, open } from "./support/test";
import type { Page } from "@playwright/test";

const TIMES = "/tid/mitid/medborgerhus";

test("a letter is written to somebody without mail, printed, and put back", async ({ page, sound }) => {
  await open(page, TIMES);
  await chooseTime(page, (await timesOffered(page)).at(-1)!);
  const ticket = await book(page, citizen());
  await signIn(page, "adviser");
  const number = await latestAppointment(page);

  await open(page, `/skranke/breve/ny/${number}`);
  await expect(page.getByRole("main")).toContainText(citizen());
  await sound.expect(page, "the form of a letter", "da");
  await page.getByLabel("Vej og nummer").fill("010203-1234");
  await press(page, "Læg brevet i bunken");
  await expect(page.getByRole("alert").filter({ hasText: "ligner et CPR-nummer" })).toBeVisible();
  await page.getByLabel("Vej og nummer").fill("Havnegade 12");
  await page.getByLabel("Postnummer og by").fill("0999 Fjordby");
  await press(page, "Læg brevet i bunken");
  await expect(heading(page, "Breve til print")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: citizen() })).toContainText("Med posten");
  await sound.expect(page, "the pile of letters", "da");

  await page.getByRole("main").getByRole("button", { name: /^Print/ }).click();
  await expect(heading(page, "Breve, et på hvert ark")).toBeVisible();
  const sheet = page.locator(".letter-sheet").filter({ hasText: ticket });
  await expect(sheet).toContainText("Havnegade 12");
  await expect(sheet).toContainText("Din tid er booket.");
  await sound.expect(page, "the sheets", "da");
  await page.emulateMedia({ media: "print" });
  await expect(sheet).toBeVisible();
  await expect(page.getByRole("button", { name: "Brevene kom ikke ud" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await press(page, "Brevene kom ikke ud. Læg dem tilbage");
  await expect(heading(page, "Breve til print")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: citizen() }).first()).toBeVisible();
});

test("what was not delivered has a page, and the staff's page says how many", async ({ page, sound }) => {
  await signIn(page, "coordinator");
  await page.getByRole("link", { name: /^Beskeder, der ikke nåede frem: \d+$/ }).click();
  await expect(heading(page, "Beskeder, der ikke nåede frem")).toBeVisible();
  await sound.expect(page, "what was not delivered", "da");
});

test("whoever does not serve citizens sees neither", async ({ page, faults }) => {
  faults.expectStatus(401);
  expect((await page.goto("/skranke/breve"))?.status()).toBe(401);
  await signIn(page, "volunteer");
  await expect(page.getByRole("link", { name: /Breve til print/ })).toHaveCount(0);
  expect(faults.unexpected(), "nothing is asked for that they may not know").toEqual([]);
  faults.expectStatus(403);
  for (const path of ["/skranke/breve", "/skranke/beskeder"]) expect((await page.goto(path))?.status()).toBe(403);
});

/** Somebody of this project's own: all of them use the same server. */
function citizen(): string {
  return `Åse ${test.info().project.name}`;
}

async function signIn(page: Page, username: string): Promise<void> {
  await open(page, "/personale/log-ind");
  await page.getByLabel("Brugernavn").fill(username);
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(heading(page, "Personale")).toBeVisible();
  await hydrated(page);
}

/** The number of the appointment that was made last: the highest that there is. */
async function latestAppointment(page: Page): Promise<number> {
  let number = 1;
  const exists = async (id: number) => (await page.request.get(`/skranke/breve/ny/${id}`)).ok();
  while (await exists(number + 1)) number += 1;
  return number;
}

/** Presses a button of a form, and waits until the answer is shown. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  if (javaScript()) await expect(page.locator("form[aria-busy]")).toHaveCount(0);
}
