// The money tools: they count while one types, and without JavaScript when the form is sent.

import { expect, heading, hydrated, javaScript, onPhone, open, test } from "./support/test";
import type { Page } from "@playwright/test";

test("a visitor finds out what a loan costs", async ({ page, context }) => {
  await open(page, "/laer");
  await page.getByRole("link", { name: "Regn på dine penge" }).click();
  await expect(heading(page, "Regn på dine penge")).toBeVisible();
  await expect(page.getByRole("main").getByRole("article")).toHaveCount(5);
  await page.getByRole("link", { name: "Lån", exact: true }).click();
  await expect(heading(page, "Lån")).toBeVisible();
  await expect(result(page)).toContainText("Udfyld felterne");

  await fill(page, {
    "Beløb, du får udbetalt": "10.000",
    "Rente om året": "12",
    "Antal måneder, du betaler": "12",
    "Pris for at oprette lånet": "500",
    "Gebyr for hver betaling": "30",
  });
  await send(page);
  await expect(sentence(page)).toHaveText(
    "Du betaler 962,92 kr. om måneden og 11.554,95 kr. i alt. Heraf er 1.554,95 kr. det, lånet koster.",
  );
  await expect(result(page).getByText("31,32 %")).toBeVisible();
  await expect(result(page)).toContainText("Så dyre lån må ingen reklamere for.");
  await expect(result(page).getByRole("img", { name: /^Du får 10\.000 kr\. udbetalt/ })).toBeVisible();
  await expect(page.getByLabel("Beløb, du får udbetalt")).toHaveValue("10.000");
  expect(await context.cookies(), "nothing is kept").toEqual([]);

  const table = await openTable(page, "Sådan går det med lånet");
  await expect(table.getByRole("row")).toHaveCount(13);
  await expect(table.getByRole("row", { name: /^Efter 12\. måned/ })).toContainText("11.554,95 kr.");
});

test("a result is an address that can be kept", async ({ page }) => {
  await open(page, "/penge/opsparing");
  await fill(page, { "Det, du har nu": "10.000", "Rente om året": "5", "Antal år, du sparer op": "3" });
  await send(page);
  await page.waitForURL(/\/penge\/opsparing\?start=10\.000&/);
  const told = "Når der er gået 3 år, har du 11.576,25 kr. på kontoen. 1.576,25 kr. af dem er renter.";
  await expect(sentence(page)).toHaveText(told);
  await open(page, page.url());
  await expect(sentence(page)).toHaveText(told);
  await page.getByRole("link", { name: "English" }).click();
  await expect(sentence(page)).toContainText("At the end of year 3 you have 11.576,25 kr.");
});

test("the result follows what is typed", async ({ page }) => {
  test.skip(!javaScript(), "without JavaScript the server counts when the form is sent");
  await open(page, "/penge/budget");
  const address = page.url();
  let asked = 0;
  page.on("request", () => (asked += 1));
  await page.getByLabel("Løn eller ydelse efter skat", { exact: true }).pressSequentially("14.500");
  await expect(sentence(page)).toHaveText("Du har 14.500 kr. tilbage om måneden.");
  await page.getByLabel("Mad og husholdning", { exact: true }).pressSequentially("600");
  await expect(sentence(page)).toHaveText("Du har 11.900 kr. tilbage om måneden.");
  await page.getByLabel("Hvor tit? Mad og husholdning").selectOption({ label: "om måneden" });
  await expect(sentence(page)).toHaveText("Du har 13.900 kr. tilbage om måneden.");
  await page.getByLabel("Husleje eller boliglån", { exact: true }).pressSequentially("15000");
  await expect(sentence(page)).toHaveText("Du mangler 1.100 kr. om måneden.");
  await expect(result(page).getByRole("listitem").filter({ hasText: "Det kommer ind: 14.500 kr." })).toBeVisible();
  expect(page.url(), "nothing typed has left the page").toBe(address);
  expect(asked, "and nobody was asked").toBe(0);
});

test("what was typed before the page was live counts too", async ({ page }) => {
  test.skip(!javaScript(), "without JavaScript a page is never live");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/*.wasm", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/penge/budget", { waitUntil: "commit" });
  await page.getByLabel("Løn eller ydelse efter skat", { exact: true }).fill("2.000");
  await expect(result(page)).toContainText("Udfyld felterne");
  arrive();
  await hydrated(page);
  await expect(sentence(page)).toHaveText("Du har 2.000 kr. tilbage om måneden.");
});

test("bad input is told at its field, and what was typed is kept", async ({ page }) => {
  await open(page, "/penge/laan");
  const amount = page.getByLabel("Beløb, du får udbetalt");
  await fill(page, { "Beløb, du får udbetalt": "ti tusind", "Antal måneder, du betaler": "400" });
  await send(page);
  await page.waitForURL(/beloeb=ti\+tusind/);
  await hydrated(page);
  const summary = page.getByRole("alert").filter({ hasText: "Der mangler noget" });
  await expect(summary.getByRole("link")).toHaveText([
    "Beløb, du får udbetalt: Skriv et tal, for eksempel 1.234,50.",
    "Rente om året: Skriv et tal.",
    "Antal måneder, du betaler: Skriv 360 eller mindre.",
  ]);
  await expect(amount).toHaveValue("ti tusind");
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  await expect(amount).toHaveAccessibleDescription("kr. Skriv et tal, for eksempel 1.234,50.");
  await expect(sentence(page)).toContainText("Udfyld felterne");
  await summary.getByRole("link", { name: /^Beløb/ }).click();
  await expect(amount).toBeFocused();

  await fill(page, { "Beløb, du får udbetalt": "1.200", "Rente om året": "0", "Antal måneder, du betaler": "12" });
  await send(page);
  await expect(sentence(page)).toContainText("Du betaler 100 kr. om måneden");
  await expect(summary).toHaveCount(0);
});

test("nobody is corrected in the middle of a number", async ({ page }) => {
  test.skip(!javaScript(), "without JavaScript a field is looked at when the form is sent");
  await open(page, "/penge/laan");
  const amount = page.getByLabel("Beløb, du får udbetalt");
  const problem = page.getByText("Der er for mange tal efter kommaet");
  await amount.pressSequentially("12,500");
  await expect(problem).toHaveCount(0);
  await amount.blur();
  await expect(problem).toBeVisible();
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  await amount.fill("12.500");
  await expect(problem, "it goes as soon as it is mended").toHaveCount(0);
  await expect(page.getByText("Skriv et tal.", { exact: true }), "and what is still empty is no error").toHaveCount(0);
});

test("a payslip says why, line by line", async ({ page }) => {
  await open(page, "/penge/loenseddel");
  await fill(page, { "Løn før skat (bruttoløn)": "30.000", "Egen pension og ATP": "1.000" });
  await send(page);
  await expect(page.getByRole("heading", { level: 3, name: "Din lønseddel, linje for linje" })).toBeVisible();
  const line = (name: string) => result(page).locator(".ledger__line").filter({ hasText: new RegExp(`^${name}`) });
  await expect(line("AM-bidrag")).toContainText("−2.320 kr.");
  await expect(line("AM-bidrag")).toContainText("8 % af 29.000 kr.");
  await expect(line("A-skat")).toContainText("Procenten er også et skøn");

  await page.locator("label").getByText("Bikort", { exact: true }).click();
  await fill(page, { Trækprocent: "40" });
  await send(page);
  await expect(line("A-skat")).toContainText("På et bikort er der intet fradrag.");
  await expect(line("A-skat")).toContainText("−10.672 kr.");
  await expect(page.getByLabel("Bikort")).toBeChecked();
  await page.getByText("Sådan regner vi").click();
  await expect(page.getByRole("link", { name: /Skatteministeriet/ })).toBeVisible();
});

test("there is always an empty row for one more subscription", async ({ page }) => {
  await open(page, "/penge/abonnementer");
  for (let row = 1; row <= 5; row += 1) {
    if (row === 5) await send(page);
    await page.getByLabel(`Abonnement ${row}`, { exact: true }).fill(`Tjeneste ${row}`);
    await page.getByLabel(`Pris på abonnement ${row}`, { exact: true }).fill("100");
  }
  await page.getByLabel("Hvor tit? Pris på abonnement 5").selectOption({ label: "om året" });
  await send(page);
  await expect(sentence(page)).toHaveText("Det bliver 408,33 kr. om måneden og 4.900 kr. om året.");
  const table = page.getByRole("table", { name: "Dine abonnementer" });
  await expect(table.getByRole("row", { name: /^I alt/ })).toContainText("4.900 kr.");
  await expect(page.getByLabel("Abonnement 6", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Abonnement 3", { exact: true })).toHaveValue("Tjeneste 3");
});

test("a tool is found by a search", async ({ page }) => {
  await open(page, "/soeg?q=lønseddel");
  await page.getByRole("main").getByRole("link", { name: "Lønseddel", exact: true }).click();
  await expect(heading(page, "Lønseddel")).toBeVisible();
});

test("going from one tool to another begins with empty fields", async ({ page }) => {
  await open(page, "/penge/opsparing");
  await fill(page, { "Rente om året": "3" });
  await page.getByRole("navigation", { name: "Brødkrumme" }).getByRole("link", { name: "Penge" }).click();
  await page.getByRole("link", { name: "Lån", exact: true }).click();
  await expect(heading(page, "Lån")).toBeVisible();
  await hydrated(page);
  await expect(page.getByLabel("Rente om året")).toHaveValue("");
});

test("a result can be printed, with its figures", async ({ page }) => {
  test.skip(onPhone(), "paper has one size");
  await open(page, "/penge/laan?beloeb=10.000&rente=12&maaneder=120");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Regn ud" })).toBeHidden();
  await expect(page.getByLabel("Beløb, du får udbetalt")).toBeVisible();
  await expect(page.getByRole("table", { name: "Sådan går det med lånet" })).toBeVisible();
});

/** What stands beside the form. */
function result(page: Page) {
  return page.getByRole("region", { name: /^(Resultat|Result)$/ });
}

/** The result in a sentence, which is told whenever it changes. */
function sentence(page: Page) {
  return result(page).locator(".tool__sentence");
}

/** Fills fields by their labels. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
}

/** Sends the form, as people do who want to keep the result's address, or who have no JavaScript. */
async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Regn ud" }).click();
  await page.waitForURL(/\?/);
  await hydrated(page);
}

/** Unfolds the figures behind a drawing. */
async function openTable(page: Page, caption: string) {
  await page.getByText("Se tallene i en tabel").click();
  const table = page.getByRole("table", { name: caption });
  await expect(table).toBeVisible();
  return table;
}
