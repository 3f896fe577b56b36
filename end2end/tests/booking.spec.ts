// The third door: an appointment is booked, kept, and cancelled.

import { readFile } from "node:fs/promises";

import {
  advisers, advisersAt, book, chooseTime, code, danishClock, danishDay, daysFromNow, find, goToCheck, slotInAddress, timesOffered,
} from "./support/booking";
import { choose, expect, Faults, heading, hydrated, javaScript, open, test } from "./support/test";
import { PROJECTS } from "../accounts.mjs";
import type { Page } from "@playwright/test";

/** A week for each project, so that none meets what another has booked on the same server. */
function ownWeek(): string {
  return daysFromNow(14 + 7 * PROJECTS.indexOf(test.info().project.name));
}

test("a citizen with neither mail nor mobile books the first free time", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "Book et menneske" }).click();
  await expect(heading(page, "Hvad vil du have hjælp til?")).toBeVisible();
  await page.getByRole("link", { name: "Få MitID" }).click();
  await expect(heading(page, "Hvor vil du møde os?")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Du skal være fyldt 13 år.");
  await page.getByRole("link", { name: "Fjordby Borgerservice" }).click();
  await expect(heading(page, "Er der noget, vi skal vide for at hjælpe dig?")).toBeVisible();
  await page.getByRole("button", { name: "Nej, vis tider" }).click();
  await expect(heading(page, "Hvornår passer det dig?")).toBeVisible();
  const first = page.getByRole("button", { name: /^kl\. / }).first();
  const shown = await first.innerText();
  await first.click();
  await expect(heading(page, "Hvem kommer?")).toBeVisible();
  const moment = new Date(slotInAddress(page));
  expect(shown.replace(/\s+/g, " "), "Danish time, wherever the browser is").toBe(
    `${danishClock(moment)} ${danishDay(moment)}`,
  );

  // Nothing filled in but a number that is none.
  const name = page.getByLabel("Navn", { exact: true });
  const phone = page.getByLabel("Telefonnummer");
  await choose(page, "Ring eller send en sms");
  await phone.fill("12 34");
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Der mangler noget" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(2);
  await hydrated(page);
  await expect(page.getByLabel("Ring eller send en sms")).toBeChecked();
  await expect(phone).toHaveValue("12 34");
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(phone).toHaveAccessibleDescription(/Skriv 8 tal/);
  await summary.getByRole("link", { name: "Skriv, hvad vi skal kalde dig." }).click();
  await expect(name).toBeFocused();

  // Now the name, and the number is still wrong.
  await name.fill("  Birthe   Holm ");
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(summary.getByRole("link")).toHaveCount(1);
  await expect(summary).toBeFocused();
  await hydrated(page);
  await expect(name).toHaveValue(/Birthe/);
  await expect(phone).toHaveValue("12 34");

  await goToCheck(page, "Birthe Holm");
  for (const said of ["Få MitID", "Fjordby Borgerservice", danishClock(moment), "Birthe Holm", "Hverken mail eller mobil"]) {
    await expect(page.getByRole("main")).toContainText(said);
  }
  await page.getByRole("button", { name: "Book tiden" }).click();
  await code(page);
  const ticket = page.locator(".ticket");
  for (const said of ["Få MitID", "Fjordby Borgerservice", "Havnegade 12", `${danishDay(moment)} ${moment.getFullYear()}`]) {
    await expect(ticket).toContainText(said);
  }
  await expect(ticket).toContainText(`${danishClock(moment)} (45 minutter)`);
  await expect(ticket).toContainText("Pas, kørekort");
});

test("the calendar file has the time that was shown", async ({ page }) => {
  const moment = await chooseFirst(page, "digital-post", "bibliotek");
  const code = await book(page, "Søren Østergaard");
  const clock = danishClock(moment);
  await expect(page.locator(".ticket")).toContainText(`${danishDay(moment)} ${moment.getUTCFullYear()} ${clock} (30 minutter)`);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Læg tiden i din kalender" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("startlinje.ics");
  const calendar = (await readFile(await download.path(), "utf8")).replace(/\r\n /g, "");
  const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, "");
  expect(calendar).toContain(`DTSTART:${utc(moment)}\r\n`);
  expect(calendar).toContain(`DTEND:${utc(new Date(moment.getTime() + 30 * 60_000))}\r\n`);
  expect(calendar).toContain("SUMMARY:Hjælp: Hjælp til Digital Post\r\n");
  expect(calendar).toContain("LOCATION:Fjordby Bibliotek\\, Skolestræde 4\\, 0999 Fjordby\r\n");
  expect(calendar, "a shared calendar tells nobody who comes").not.toContain("Søren");
  expect(calendar).not.toContain(code);
});

test("going back and pressing the button again does not book twice", async ({ page, context }) => {
  const [service, location] = ["fritagelse", "borgerservice"];
  const times = `/tid/${service}/${location}?fra=${ownWeek()}`;
  await open(page, times);
  // While one of two advisers is taken the time is still free: a second booking would take it away.
  const slot = (await timesOffered(page)).find((slot) => advisersAt(service, location, slot).length === 2)!;
  await open(page, `/tid/${service}/${location}/${slot}`);
  const first = await book(page, "Birthe Holm");

  // The page before is either shown again, with its button, or leads on to the ticket.
  await page.goBack();
  await expect(page).toHaveURL(/\/tid\/(tjek|kvittering)$/);
  await expect(page.getByRole("heading", { level: 1 }), "\"nothing has been booked\" would be untrue").toHaveText(
    /^(Er det rigtigt\?|Din tid er booket)$/,
  );
  const button = page.getByRole("button", { name: "Book tiden" });
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 1_000 });
    expect(await page.locator(".ticket__code").innerText({ timeout: 1_000 }), "the same ticket").toBe(first);
  }).toPass({ timeout: 10_000 });

  // Two presses at once arrive as two requests.
  const press = () => context.request.post("/api/appointments/book", { form: { locale: "da" } });
  for (const answer of await Promise.all([press(), press(), press()])) expect(answer.ok()).toBe(true);
  await open(page, "/tid/kvittering");
  expect(await code(page)).toBe(first);

  await open(page, times);
  expect(await timesOffered(page), "one adviser is still free").toContain(slot);
});

test("an appointment is cancelled by its code and name, and the time is free again", async ({ page }) => {
  expect(advisers("fuldmagt", "medborgerhus"), "only one adviser, so a booked time is gone").toHaveLength(1);
  const moment = await chooseFirst(page, "fuldmagt", "medborgerhus");
  const slot = slotInAddress(page);
  const code = await book(page, "Åse Bæk-Østergaard");
  await open(page, "/tid/fuldmagt/medborgerhus");
  expect(await timesOffered(page)).not.toContain(slot);

  await open(page, "/tid");
  await page.getByRole("link", { name: "Har du en tid, du vil flytte eller melde afbud til? Find den her" }).click();
  await expect(heading(page, "Flyt tiden, eller meld afbud")).toBeVisible();
  const summary = page.getByRole("alert").filter({ hasText: "Der mangler noget" });

  await find(page, "to ord", "Åse Bæk-Østergaard");
  await expect(summary).toContainText("Koden er tre ord fra din kvittering");
  await expect(summary).toBeFocused();
  await hydrated(page);
  await expect(page.getByLabel("Kode", { exact: true }), "what was typed is kept").toHaveValue("to ord");

  // The same words in another order, which are not the same code.
  const [first, second, third] = code.split("-");
  const wrong = first === second ? `${third}-${first}-${second}` : `${second}-${first}-${third}`;
  for (const [typed, name] of [[code, "Birthe Holm"], [wrong, "Åse Bæk-Østergaard"]]) {
    await find(page, typed, name);
    await expect(summary).toContainText("Vi kan ikke finde en kommende tid med den kode og det navn");
    await hydrated(page);
    await expect(page.getByLabel("Kode", { exact: true })).toHaveValue(typed);
  }

  // As somebody types it who reads it from paper, on a keyboard without Danish letters.
  await find(page, code.toUpperCase().replaceAll("-", " "), "aase baek oestergaard");
  await expect(heading(page, "Hvad vil du med denne tid?")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(`${danishDay(moment)} ${moment.getUTCFullYear()} ${danishClock(moment)}`);
  await page.getByRole("button", { name: "Meld afbud" }).click();
  await expect(heading(page, "Du har meldt afbud")).toBeVisible();

  await open(page, "/tid/fuldmagt/medborgerhus");
  expect(await timesOffered(page), "the time is offered again").toContain(slot);
  await open(page, "/tid/afbud");
  await find(page, code, "Åse Bæk-Østergaard");
  await expect(summary).toContainText("Vi kan ikke finde en kommende tid");
});

test("opening an address cancels nothing", async ({ page, context }) => {
  expect(advisers("mitid", "medborgerhus")).toHaveLength(1);
  await chooseFirst(page, "mitid", "medborgerhus");
  const slot = slotInAddress(page);
  const code = await book(page, "Karl Holm");
  await open(page, "/tid/afbud");
  await find(page, code, "Karl Holm");
  await expect(heading(page, "Hvad vil du med denne tid?")).toBeVisible();

  for (const path of ["/tid/afbud", "/tid/afbud/tjek", "/tid/afbud/slut", "/api/appointments/cancel?locale=da"]) {
    await context.request.get(path);
    await context.request.head(path);
  }
  await open(page, "/tid/afbud/slut");
  await expect(page.getByText("Tiden er stadig din.")).toBeVisible();
  await open(page, "/tid/mitid/medborgerhus");
  expect(await timesOffered(page), "the time is still taken").not.toContain(slot);
});

test("of two visitors who choose the same time, the second is told kindly and keeps what was typed", async ({
  page,
  browser,
  baseURL,
}) => {
  expect(advisers("fuldmagt", "bibliotek"), "there is one of each time").toHaveLength(1);
  const times = "/tid/fuldmagt/bibliotek";
  const another = await browser.newContext({ baseURL, javaScriptEnabled: javaScript(), locale: "da-DK" });
  const second = await another.newPage();
  const faults = new Faults(second);

  // The second has filled in everything for another time, and then sees the list before the first has chosen.
  await open(second, times);
  await chooseTime(second, (await timesOffered(second)).at(-1)!);
  await choose(second, "Skriv en mail");
  await second.getByLabel("Navn", { exact: true }).fill("Bent Sørensen");
  await second.getByLabel("Mailadresse").fill("bent@example.dk");
  await second.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(heading(second, "Er det rigtigt?")).toBeVisible();
  await open(second, times);

  await chooseFirst(page, "fuldmagt", "bibliotek");
  const slot = slotInAddress(page);
  await second.getByRole("button", { name: /^kl\. / }).first().click();
  const told = second.getByRole("alert").filter({ hasText: "Tiden er lige blevet taget" });
  await expect(told).toBeVisible();
  await expect(told).toContainText("Det, du har skrevet, er gemt.");
  expect(await timesOffered(second)).not.toContain(slot);
  await book(page, "Anna");

  await hydrated(second);
  await second.getByRole("button", { name: /^kl\. / }).first().click();
  await expect(heading(second, "Hvem kommer?")).toBeVisible();
  await expect(second.getByLabel("Navn", { exact: true })).toHaveValue("Bent Sørensen");
  await expect(second.getByLabel("Skriv en mail")).toBeChecked();
  await expect(second.getByLabel("Mailadresse")).toHaveValue("bent@example.dk");
  await second.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(second.getByRole("main")).toContainText("På mail bent@example.dk");
  await second.getByRole("button", { name: "Book tiden" }).click();
  await code(second);

  await open(second, times);
  await expect(told, "it is said once").toHaveCount(0);
  expect(faults.unexpected()).toEqual([]);
  await another.close();
});

/** Chooses the first free time of a service at a place; gives the moment. */
async function chooseFirst(page: Page, service: string, location: string): Promise<Date> {
  await open(page, `/tid/${service}/${location}`);
  await page.getByRole("button", { name: /^kl\. / }).first().click();
  await expect(heading(page, "Hvem kommer?")).toBeVisible();
  return new Date(slotInAddress(page));
}
