// A class: made, printed, joined by its pupils on devices of their own, helped, and erased.

import { answerRight } from "./support/answers";
import { NAMES, enterClass, newClass, openClass, press, row } from "./support/classroom";
import { steps } from "./support/course";
import { anotherBrowser } from "./support/desk";
import { test, type Soundness } from "./support/sound";
import { expect, heading, open } from "./support/test";
import type { Page } from "@playwright/test";

test("five pupils come into a new class, one is stuck and helped, and the class is erased", async ({ page, browser, baseURL, sound }) => {
  test.slow();
  const name = `1.b ${test.info().project.name} ${test.info().retry}`;
  const cards = await newClass(page, name, "1");
  await sound.expectAccessible(page, "the cards");
  expect(cards.map((card) => card.name)).toEqual(NAMES);

  const pupils: Page[] = [];
  for (const card of cards) {
    const pupil = await anotherBrowser(browser, baseURL);
    await enterClass(pupil, card.code);
    await expect(heading(pupil, "Tryk på billede 1")).toBeVisible();
    if (pupils.length === 0) await sound.expectAccessible(pupil, "the pictures");
    await press(pupil, card);
    pupils.push(pupil);
  }
  const [ali] = pupils;
  await sound.expectAccessible(ali, "today");
  await open(ali, "/laer");
  await expect(ali.getByText("Du er logget ind som Ali")).toBeVisible();

  await openClass(page, name);
  await giveExercises(page, sound);
  await open(ali, "/klasse/i-dag");
  await expect(ali.getByText("5 opgaver: Plus, niveau 1")).toBeVisible();
  await expect(ali.getByText("0 af 5")).toBeVisible();
  await sound.expectAccessible(ali, "today with something to do");

  await ali.getByRole("button", { name: "Jeg sidder fast" }).click();
  await expect(ali.getByText("Din lærer ved, at du sidder fast.")).toBeVisible();
  await openClass(page, name);
  await page.getByRole("link", { name: "Se, hvordan det går nu" }).click();
  await expect(heading(page, `${name} lige nu`)).toBeVisible();
  await expect(row(page, "Ali")).toContainText("Beder om hjælp");
  await expect(row(page, "Emma")).toContainText("I gang");
  // News come by themselves.
  await pupils[1].getByRole("button", { name: "Jeg sidder fast" }).click();
  await expect(row(page, "Bertha")).toContainText("Beder om hjælp");
  await row(page, "Ali").getByRole("button", { name: /^På vej/ }).click();
  await expect(row(page, "Ali")).toContainText("Du er på vej");
  await sound.expectAccessible(page, "the class just now");
  await open(ali, "/klasse/i-dag");
  await expect(ali.getByText("Din lærer er på vej.")).toBeVisible();
  await row(page, "Ali").getByRole("button", { name: /^Har fået hjælp/ }).click();
  await expect(row(page, "Ali")).toContainText("I gang");

  await ali.getByRole("button", { name: "Log ud" }).click();
  await expect(heading(ali, "Du er logget ud")).toBeVisible();

  await expectReport(page, name, sound);
  await askTheClass(page, name, pupils[1], sound);

  await openClass(page, name);
  await page.getByText("Slet klassen nu").click();
  await page.getByRole("button", { name: "Slet klassen", exact: true }).click();
  await expect(page.getByText(`${name} er slettet, med alt om eleverne.`)).toBeVisible();
  await open(pupils[1], "/klasse/i-dag");
  await expect(pupils[1].getByText("Ingen er logget ind her.")).toBeVisible();
  for (const pupil of pupils) await pupil.context().close();
});

test("before the class ends a pupil is told, takes a code home, and goes on there", async ({ page, browser, baseURL, sound }) => {
  test.slow();
  const name = `5.e ${test.info().project.name} ${test.info().retry}`;
  const [card] = await newClass(page, name, "5");
  const pupil = await anotherBrowser(browser, baseURL);
  await enterClass(pupil, card.code);
  await pupil.getByLabel("Dine to ord").fill(card.words);
  await pupil.getByRole("button", { name: "Log ind" }).click();
  await expect(heading(pupil, `Hej ${card.name}`)).toBeVisible();
  await expect(pupil.getByText("Klassen slutter")).toHaveCount(0);
  const step = steps("digital-post").find(({ question }) => question)!;
  await open(pupil, step.path);
  await answerRight(pupil, step.question!);

  await openClass(page, name);
  await page.getByLabel("Klassens sidste dag").fill(inDays(3));
  await page.getByRole("button", { name: /^Gem.*Klassens sidste dag/ }).click();
  await expect(page.getByText("Vil eleverne beholde det, de har lært?")).toBeVisible();
  await open(pupil, "/klasse/i-dag");
  await expect(pupil.getByText("Vil du beholde det?")).toBeVisible();
  await sound.expectAccessible(pupil, "today, when the class ends soon");
  await pupil.getByRole("link", { name: "Få en kode" }).click();
  await pupil.getByRole("button", { name: "Giv mig en kode" }).click();
  const code = (await pupil.locator(".ticket__code").innerText()).trim();
  await open(pupil, "/klasse/i-dag");
  await expect(pupil.getByText("Med den er det, du har lært, stadig dit.")).toBeVisible();

  await openClass(page, name);
  await page.getByText("Slet klassen nu").click();
  await page.getByRole("button", { name: "Slet klassen", exact: true }).click();
  await expect(page.getByText(`${name} er slettet, med alt om eleverne.`)).toBeVisible();
  const home = await anotherBrowser(browser, baseURL);
  await open(home, "/laer/gem");
  await home.getByLabel("Skriv de fire ord").fill(code);
  await home.getByRole("button", { name: "Hent det, jeg har lært" }).click();
  await expect(home.getByText("Nu er det samlet")).toBeVisible();
  await open(home, step.path);
  await expect(home.getByRole("button", { name: "Svar igen" })).toBeVisible();
  for (const other of [pupil, home]) await other.context().close();
});

/** Gives the class five exercises. */
async function giveExercises(page: Page, sound: Soundness): Promise<void> {
  await page.getByRole("link", { name: "Giv klassen opgaver" }).click();
  await page.getByRole("link", { name: "Giv en opgave" }).click();
  await expect(heading(page, "Giv en opgave")).toBeVisible();
  await sound.expectAccessible(page, "the form of an assignment");
  await page.locator("#field-kind").selectOption("plus");
  await page.locator("#field-count").selectOption("5");
  await page.getByRole("button", { name: "Giv opgaven" }).click();
  await expect(page.getByText("0 af 5 elever er færdige")).toBeVisible();
  await sound.expectAccessible(page, "the assignments");
}

/** The spreadsheet has the cells of the screen. */
async function expectReport(page: Page, name: string, sound: Soundness): Promise<void> {
  await openClass(page, name);
  await page.getByRole("link", { name: "Rapport", exact: true }).click();
  await expect(heading(page, `Rapport om ${name}`)).toBeVisible();
  await sound.expectAccessible(page, "the report");
  const shown = await page
    .locator("table tr")
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent!.trim())));
  expect(shown).toHaveLength(NAMES.length + 1);
  const href = await page.getByRole("link", { name: "Hent som regneark (CSV)" }).getAttribute("href");
  const file = await (await page.request.get(href!)).text();
  expect(file.charCodeAt(0)).toBe(0xfeff);
  const lines = file.slice(1).trimEnd().split("\r\n");
  expect(lines.map((line) => line.split(";"))).toEqual(shown);
}

/** A question is answered on a pupil's own screen, and closed. */
async function askTheClass(page: Page, name: string, pupil: Page, sound: Soundness): Promise<void> {
  await openClass(page, name);
  await page.getByRole("link", { name: "Stil klassen et spørgsmål" }).click();
  await page.getByLabel("Spørgsmål", { exact: true }).fill("Hvad ville du gøre?");
  await page.getByLabel("Svar at vælge imellem").fill("Svare\nSlette");
  await page.getByRole("button", { name: "Stil spørgsmålet" }).click();
  await expect(page.getByText("Klassen svarer nu.")).toBeVisible();
  await open(pupil, "/klasse/spoergsmaal");
  await sound.expectAccessible(pupil, "the class's question");
  await pupil.getByRole("button", { name: "Slette" }).click();
  await expect(pupil.getByText("Du har svaret.")).toBeVisible();
  // It comes by itself.
  await expect(page.locator("caption")).toHaveText("1 har svaret");
  await sound.expectAccessible(page, "the chart");
  await page.getByRole("button", { name: "Luk spørgsmålet" }).click();
  await expect(page.getByText("Spørgsmålet er lukket.")).toBeVisible();
}

/** A day as a form writes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
