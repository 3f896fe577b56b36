// The desk: one queue for those who have booked and those who walk in.

import { chooseTime, book, timesOffered, wallTime } from "./support/booking";
import { anotherBrowser, colleague, current, giveNumber, openAllDay, signInTo, sit, withChanges } from "./support/desk";
import { test } from "./support/sound";
import { expect, heading, hydrated, javaScript, open } from "./support/test";
import type { Locator, Page } from "@playwright/test";

/** Each test has a queue of its own; what one leaves behind must not be called by another. */
const PLACES = { walkIn: "borgerservice", missed: "bibliotek", accompanied: "medborgerhus" };

test("two clerks call two citizens, who see where to go, are helped and go home", async ({ page, browser, baseURL, sound }) => {
  const desk = `/skranke/${PLACES.walkIn}`;
  await signInTo(page, desk);
  await sit(page, "Skranke 1");
  const other = await colleague(browser, baseURL, desk);
  await sit(other, "Skranke 2");
  const citizen = await anotherBrowser(browser, baseURL);

  const [first, address] = await giveNumber(page, PLACES.walkIn, "Få MitID (45 minutter)");
  const [second] = await giveNumber(page, PLACES.walkIn, "Fritagelse for Digital Post (20 minutter)");
  await open(page, desk);
  await sound.expect(page, "the desk", "da");
  await open(citizen, address);
  await expect(citizen.getByText("Du er den næste.")).toBeVisible();

  // The colleague's page has learnt of both by itself.
  await withChanges(other);
  await expect(other.getByText(`Den næste i køen er ${first}.`)).toBeVisible();
  await Promise.all([page, other].map((clerk) => clerk.getByRole("button", { name: "Kald næste" }).click()));
  await expect(current(page)).toBeVisible();
  await expect(current(other)).toBeVisible();
  const called = [await current(page).innerText(), await current(other).innerText()];
  expect(called.toSorted(), "nobody is called twice").toEqual([first, second].toSorted());

  const counter = called[0] === first ? "Skranke 1" : "Skranke 2";
  await withChanges(citizen);
  await expect(citizen.getByText(`Det er din tur. Gå til: ${counter}`)).toBeVisible();
  await open(citizen, `/skaerm/${PLACES.walkIn}`);
  for (const number of called) await expect(citizen.getByRole("listitem").filter({ hasText: number })).toBeVisible();
  await sound.expectAccessible(citizen, "the call display");

  await finish(page, called[0], "Vist videre til andre");
  await finish(other, called[1], "Fik hjælp");
  await withChanges(citizen);
  await expect(citizen.getByText("Vi kalder dit nummer her.")).toBeVisible();
  await citizen.context().close();
  await other.context().close();
});

test("somebody with an appointment today checks in at the entrance, once", async ({ page, browser, baseURL, sound }) => {
  await openAllDay(PLACES.missed, async () => {
    await open(page, `/tid/digital-post/${PLACES.missed}`);
    const [soon] = await timesOffered(page);
    test.skip(wallTime(new Date(soon)).day !== wallTime(new Date()).day, "today is over in Denmark");
    await chooseTime(page, soon);
    const ticket = await book(page, "Åse Bæk");

    const kiosk = await anotherBrowser(browser, baseURL);
    await checkIn(kiosk, PLACES.missed, "hund");
    await expect(kiosk.getByRole("alert")).toContainText("Det ligner ikke en kode.");
    await sound.expectAccessible(kiosk, "the kiosk with an error");
    await checkIn(kiosk, PLACES.accompanied, ticket);
    await expect(kiosk.getByRole("alert")).toContainText("Din tid er et andet sted.");
    const numbers = [];
    for (const typed of [ticket, ticket.replaceAll("-", " ")]) {
      await checkIn(kiosk, PLACES.missed, typed);
      await expect(heading(kiosk, "Du er meldt ankommet")).toBeVisible();
      numbers.push(await kiosk.locator(".queue-place__number").innerText());
      await expect(kiosk.locator("body"), "no name on a screen that others see").not.toContainText("Åse");
    }
    expect(numbers[0], "whoever checks in twice has one place").toBe(numbers[1]);
    await kiosk.getByRole("link", { name: "Færdig" }).click();
    await expect(kiosk.getByLabel("Din kode")).toHaveValue("");
    // Without scripts its address is good for half a minute; with them there is nothing to go back to.
    if (javaScript()) {
      await kiosk.goBack();
      await expect(kiosk.locator("body"), "the next person sees nobody's number").not.toContainText(numbers[1]);
    }

    await signInTo(page, `/skranke/${PLACES.missed}`);
    await expect(row(page, numbers[0])).toContainText("Åse Bæk");
    await missed(page, numbers[0], "Gik igen");
    await kiosk.context().close();
  });
});

test("a number is sent to a telephone", async ({ page, sound }) => {
  await signInTo(page, `/skranke/${PLACES.missed}`);
  const [number] = await giveNumber(page, PLACES.missed, "De første skridt (45 minutter)");
  await page.getByLabel("Mobilnummer").fill("20 10");
  await page.getByRole("button", { name: "Send SMS" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Der mangler noget" })).toContainText("8 cifre");
  await expect(page.getByLabel("Mobilnummer")).toHaveValue("20 10");
  await sound.expect(page, "a number with something that is no telephone", "da");
  await hydrated(page);
  await page.getByLabel("Mobilnummer").fill("20 10 12 34");
  await page.getByRole("button", { name: "Send SMS" }).click();
  await expect(page.getByRole("status").filter({ hasText: "er på vej til 20 10 12 34" })).toBeVisible();
  await open(page, `/skranke/${PLACES.missed}`);
  await missed(page, number, "Gik igen");
});

test("who did not come is noted with the reason, and may come after all", async ({ page, sound }) => {
  await signInTo(page, `/skranke/${PLACES.missed}`);
  const [number] = await giveNumber(page, PLACES.missed, "De første skridt (45 minutter)");
  await open(page, `/skranke/${PLACES.missed}`);
  await missed(page, number, "Gik igen");
  await expect(row(page, number)).toContainText("Gik igen");
  await more(page, number);
  await page.getByRole("button", { name: `Sæt ${number} i kø igen` }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Venter (1)" })).toBeVisible();
  await sound.expect(page, "the desk with somebody who came back", "da");
  await missed(page, number, "Kom ikke");
  await expect(row(page, number)).toContainText("Kom ikke");
});

test("a support worker is registered, and comes with a citizen without booking", async ({ page, sound }) => {
  await signInTo(page, "/skranke/ledsagere", "coordinator");
  await page.getByLabel("Ledsagerens navn").fill("Mette Krog");
  await page.getByLabel("Arbejdsplads").fill("Værestedet Ankeret");
  await page.getByRole("button", { name: "Opret ledsageren" }).click();
  const code = await page.locator(".ticket__code").innerText();
  expect(code, "two words").toMatch(/^[a-z]+-[a-z]+$/);
  await hydrated(page);
  await sound.expect(page, "support workers", "da");

  const [number, address] = await giveNumber(page, PLACES.accompanied, "Få MitID (45 minutter)", code);
  await expect(page.getByLabel(/udleveres aldrig/)).not.toBeChecked();
  await sound.expect(page, "a number that was given", "da");
  await open(page, address);
  await expect(heading(page, `Dit nummer: ${number}`)).toBeVisible();
  await expect(page.getByRole("main"), "it is nobody's business").not.toContainText("edsager");
  await sound.expect(page, "somebody's own number", "da");

  await open(page, `/skranke/${PLACES.accompanied}`);
  await expect(row(page, number)).toContainText("Sammen med en ledsager");
  await missed(page, number, "Kom ikke");
  await open(page, `/skranke/${PLACES.accompanied}/nyt-nummer`);
  await page.locator("label").getByText("Få MitID (45 minutter)").click();
  await page.locator("label").getByText("Ja, en ledsager, som er oprettet hos os").click();
  await page.getByLabel("Ledsagerens kodeord").fill("hund kat");
  await page.getByRole("button", { name: "Giv nummeret" }).click();
  await expect(page.getByRole("alert")).toContainText("Ingen ledsager har det kodeord.");

  await open(page, "/skranke/ledsagere");
  await page.getByRole("button", { name: "Slet Mette Krog" }).first().click();
  await expect(page.locator(".ticket__code")).toHaveCount(0);
});

test("a citizen is called and helped with the keyboard alone", async ({ page }) => {
  const desk = `/skranke/${PLACES.accompanied}`;
  await signInTo(page, desk);
  const [number] = await giveNumber(page, PLACES.accompanied, "Hjælp til Digital Post (30 minutter)");
  await open(page, desk);
  await tabTo(page, page.getByLabel("Skranke eller lokale"));
  await page.keyboard.type("Lokale 14");
  await page.keyboard.press("Enter");
  await pressWithKeyboard(page, "Kald næste");
  await expect(current(page)).toHaveText(number);
  await pressWithKeyboard(page, `${number} er her: begynd`);
  await expect(page.getByText("bliver hjulpet")).toBeVisible();
  await tabTo(page, page.getByLabel("Hvordan gik det?"));
  await page.keyboard.press("ArrowDown");
  await pressWithKeyboard(page, `Afslut ${number}`);
  await expect(row(page, number)).toContainText("Skal have en tid mere");
});

test("nobody sees the desk without having signed in", async ({ page, faults, sound }) => {
  faults.expectStatus(401);
  for (const path of ["/skranke", "/skranke/borgerservice", "/skranke/ledsagere"]) {
    expect((await page.goto(path))?.status(), path).toBe(401);
    await expect(heading(page, "Log ind først")).toBeVisible();
  }
  await open(page, "/ankomst/borgerservice");
  await sound.expect(page, "the kiosk", "da");
});

test("a code that a telephone has read is typed in at the entrance, and stands in no address", async ({ page }) => {
  test.skip(!javaScript(), "without scripts the words are typed");
  await open(page, "/ankomst/borgerservice#kode=fjord-kanel-lampe");
  await expect(page.getByLabel("Din kode")).toHaveValue("fjord kanel lampe");
  expect(new URL(page.url()).hash).toBe("");
});

async function checkIn(page: Page, place: string, code: string): Promise<void> {
  await open(page, `/ankomst/${place}`);
  await page.getByLabel("Din kode").fill(code);
  await page.getByRole("button", { name: "Jeg er kommet" }).click();
}

/** Begins with whoever is at the own counter, and ends it. */
async function finish(page: Page, number: string, outcome: string): Promise<void> {
  await page.getByRole("button", { name: `${number} er her: begynd` }).click();
  await page.getByLabel("Hvordan gik det?").first().selectOption({ label: outcome });
  await page.getByRole("button", { name: `Afslut ${number}` }).click();
  await expect(row(page, number)).toContainText(outcome);
}

async function missed(page: Page, number: string, reason: string): Promise<void> {
  await more(page, number);
  await row(page, number).getByLabel("Hvorfor?").selectOption({ label: reason });
  await page.getByRole("button", { name: `${number} kom ikke` }).click();
  await expect(page.getByRole("button", { name: `${number} kom ikke` })).toHaveCount(0);
}

/** Unfolds what is seldom done with a number. */
async function more(page: Page, number: string): Promise<void> {
  const summary = page.getByText(`Mere om ${number}`, { exact: true });
  const isOpen = await summary.evaluate((element) => (element.parentElement as HTMLDetailsElement).open);
  if (!isOpen) await summary.click();
}

function row(page: Page, number: string): Locator {
  return page.locator(".desk-row").filter({ has: page.getByText(number, { exact: true }) });
}

/** Goes on with Tab until it is reached. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("it is not reached with Tab");
}

async function pressWithKeyboard(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name });
  await hydrated(page);
  await tabTo(page, button);
  await page.keyboard.press("Enter");
}
