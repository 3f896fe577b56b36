// Staff book for a citizen by keyboard alone, are shown who may have a time already, and look bookings up by their code.

import { PASSWORD } from "../accounts.mjs";
import { code } from "./support/booking";
import { test } from "./support/sound";
import { expect, heading, hydrated, open } from "./support/test";
import type { Page } from "@playwright/test";

async function signIn(page: Page): Promise<void> {
  await open(page, "/personale/log-ind");
  await page.getByLabel("Brugernavn").fill("coordinator");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(heading(page, "Personale")).toBeVisible();
}

/** A citizen of the project's own, so that none is the same person as another's. */
function citizen(): { name: string; phone: string } {
  const { project, title } = test.info();
  const number = [...`${project.name}${title}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000, 7);
  return { name: `Karen ${project.name}`, phone: `20${String(number).padStart(6, "0")}` };
}

/** Everything that is pressed but for the letters of what is typed: words and numbers are the citizen's own. */
class Keys {
  pressed = 0;

  constructor(private readonly page: Page) {}

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }
}

/** From the open page to the ticket, with nothing but keys, beginning where the page lets one write; gives its code. */
async function bookByKeyboard(page: Page, { name, phone }: { name: string; phone: string }): Promise<string> {
  const keys = new Keys(page);
  const begun = Date.now();
  await expect(page.getByRole("searchbox"), "one writes at once").toBeFocused();
  await keys.type("fuld");
  await keys.press("Enter");
  await page.waitForURL(/q=fuld/);
  await expect(page.getByRole("heading", { level: 2, name: "Læseadgang og fuldmagt" })).toBeVisible();
  await hydrated(page);
  await expect(page.getByLabel("Navn", { exact: true }), "the first free time is chosen already").toBeFocused();
  await keys.type(name);
  await keys.press("Tab");
  await keys.type(phone);
  await keys.press("Enter");
  const booked = await code(page, "Tiden er booket");
  expect(keys.pressed, "search, name, number: nothing else").toBe(3);
  expect(Date.now() - begun, "a machine without hands needs a small part of the half minute").toBeLessThan(30_000);
  return booked;
}

test("a citizen is booked with a few keys, and found by the code that was read aloud", async ({ page, sound }) => {
  const who = citizen();
  await signIn(page);
  await open(page, "/skranke/book?sted=bibliotek");
  await sound.expect(page, "booking for a citizen", "da");
  const said = await bookByKeyboard(page, who);
  await expect(page.locator(".ticket")).toContainText(who.name);
  await expect(page.locator(".ticket")).toContainText(who.phone);

  await sound.expect(page, "the ticket to be read aloud", "da");
  await open(page, "/skranke/book/find");
  await page.getByLabel("Kode", { exact: true }).fill("fjord kanel");
  await page.getByRole("button", { name: "Find tiden" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Der mangler noget" });
  await expect(summary).toContainText("Der er ingen tid med den kode");
  await hydrated(page);
  await page.getByLabel("Kode", { exact: true }).fill(said.replaceAll("-", " "));
  await page.getByRole("button", { name: "Find tiden" }).click();
  await expect(heading(page, "Borgerens tid")).toBeVisible();
  await expect(page.locator(".ticket__code")).toHaveText(said);
  await sound.expect(page, "a citizen's time", "da");
  await page.getByRole("link", { name: "Flyt tiden" }).click();
  await expect(heading(page, "Hvornår passer det dig bedre?")).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Borgerens tid")).toBeVisible();
  await hydrated(page);
  await page.getByRole("button", { name: "Meld afbud" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Tiden er aflyst." })).toBeVisible();
});

test("whoever has neither mail nor telephone gets a letter, which is given its address", async ({ page, sound }) => {
  await signIn(page);
  await open(page, "/skranke/book?sted=bibliotek&ydelse=fuldmagt");
  await page.getByLabel("Navn", { exact: true }).fill(`Brev ${test.info().project.name}`);
  await page.getByRole("button", { name: "Book tiden" }).click();
  await code(page, "Tiden er booket");
  await expect(page.getByText("Et brev om tiden ligger i bunken til print.")).toBeVisible();
  await expect(page.getByRole("img", { name: "QR-kode til at melde, at du er kommet" })).toBeVisible();
  await sound.expect(page, "a ticket with a letter", "da");
  await page.getByRole("link", { name: "Skriv adressen" }).click();
  await expect(heading(page, "Skriv et brev")).toBeVisible();
  await hydrated(page);
  await page.getByLabel("Vej og nummer").fill("Havnegade 12");
  await page.getByLabel("Postnummer og by").fill("0999 Fjordby");
  await page.getByRole("button", { name: "Læg brevet i bunken" }).click();
  await expect(heading(page, "Breve til print")).toBeVisible();
  await open(page, "/skranke/book/kvittering");
  await expect(page.getByText("Det skal med posten.")).toBeVisible();
});

test("somebody who may have a time already is shown before anything is booked", async ({ page, sound }) => {
  const who = citizen();
  await signIn(page);
  await open(page, "/skranke/book?sted=bibliotek");
  const first = await bookByKeyboard(page, who);
  await page.getByRole("link", { name: "Book for den næste" }).click();
  await expect(heading(page, "Book for en borger")).toBeVisible();
  await open(page, "/skranke/book?sted=bibliotek&ydelse=fuldmagt");
  await page.getByLabel("Navn", { exact: true }).fill("En helt anden");
  await page.getByLabel("Telefon eller mail").fill(`+45 ${who.phone}`);
  await page.getByRole("button", { name: "Book tiden" }).click();
  const twins = page.getByRole("alert").filter({ hasText: "Er det den samme?" });
  await expect(twins).toContainText(`${who.name}, ${who.phone}`);
  await sound.expect(page, "who may have a time already", "da");
  await hydrated(page);
  await expect(page.getByLabel("Navn", { exact: true }), "what was typed is kept").toHaveValue("En helt anden");
  await page.getByRole("button", { name: "Book alligevel" }).click();
  expect(await code(page, "Tiden er booket")).not.toBe(first);
});

test("what is wrong is told, and a CPR number is not kept", async ({ page }) => {
  await signIn(page);
  await open(page, "/skranke/book?sted=bibliotek&ydelse=fuldmagt");
  await page.getByText("Behov og besked").click();
  await page.getByLabel("Hvad drejer det sig om?").fill("010203-1234 har fået et brev");
  await page.getByLabel("Telefon eller mail").fill("20 10");
  await page.getByRole("button", { name: "Book tiden" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Der mangler noget" });
  await expect(summary.getByRole("link")).toHaveCount(3);
  await expect(page.getByLabel("Telefon eller mail")).toHaveValue("20 10");
  await expect(page.getByLabel("Hvad drejer det sig om?")).toHaveValue("xxxxxx-xxxx har fået et brev");
  await hydrated(page);
  await page.getByRole("button", { name: "Ryd, og begynd forfra" }).click();
  await expect(summary).toHaveCount(0);
  await expect(page.getByLabel("Telefon eller mail")).toHaveValue("");
});
