// Every page: what it is made of, that it fits the screen, and that everybody can use it.

import { readdirSync } from "node:fs";
import { join } from "node:path";

import { timesOffered } from "./support/booking";
import { courses, scenarioIds, steps } from "./support/course";
import { test } from "./support/sound";
import { choose, expect, heading, hydrated, javaScript, open } from "./support/test";
import { accountToLock, PASSWORD } from "../accounts.mjs";
import type { Page, Request } from "@playwright/test";

test.describe.configure({ timeout: 180_000 });

type Language = "da" | "en";

/** How a page is reached and what it answers with. */
type Address = [path: string, status: number];

/** Addresses of the content's files in a folder: `/lektier/broeker-5-klasse`. */
function contentPages(folder: string, prefix: string): Address[] {
  const files = readdirSync(join(import.meta.dirname, "..", "..", "content", folder));
  const ids = files.filter((file) => file.endsWith(".da.md")).map((file) => file.replace(/^\d\d-|\.da\.md$/g, ""));
  return ids.sort().map((id) => [`${prefix}/${id}`, 200]);
}

const STEPS = steps("digital-post");
const FIRST = STEPS[0];
const SEVERAL = STEPS.find(({ question }) => question?.kind === "multiple")!;
const NO_QUESTION = STEPS.find(({ question, scenario }) => !question && !scenario)!;
/** A step for each kind of question, wherever in the courses it is asked. */
const KINDS = Object.values(
  Object.fromEntries(
    courses()
      .flatMap((course) => steps(course))
      .flatMap((step) => (step.question ? [[step.question.kind, step.path]] : [])),
  ),
);

const DOORS: Address[] = [
  ["/", 200],
  ["/laer", 200],
  ["/laer/digital-post", 200],
  ["/laer/digital-post/slut", 200],
  [FIRST.path, 200],
  [`/laer/digital-post/${FIRST.lesson}/ark`, 200],
  [SEVERAL.path, 200],
  [NO_QUESTION.path, 200],
  [`${FIRST.path}?svar=mangler`, 200],
  ...KINDS.map((path): Address => [path, 200]),
  ["/laer/startlinje", 200],
  ["/laer/genopfrisk", 200],
  ["/laer/gem", 200],
  ["/laer/glemt", 200],
  ["/oevelser", 200],
  ...scenarioIds().map((id): Address => [`/oevelser/${id}`, 200]),
  ["/ordbog", 200],
  ["/lektier", 200],
  ["/lektier?fag=engelsk&klasse=9", 200],
  ["/lektier/oev", 200],
  ["/lektier/oev?fag=engelsk&klasse=2", 200],
  ["/lektier/oev/broeker-samme-naevner/1", 200],
  ["/lektier/oev/klokken/3", 200],
  ["/lektier/oev/koordinater/2", 200],
  ["/lektier/oev/stavning/1", 200],
  ["/lektier/oev/plus/1/ark?ark=5", 200],
  ["/lektier/oev/klokken/1/ark?ark=5", 200],
  ["/lektier/oev/penge/3/ark?ark=5", 200],
  ["/penge", 200],
  ["/penge/budget", 200],
  ["/penge/budget?indkomst=14.500&bolig=4.200&mad=600", 200],
  ["/penge/budget?indkomst=1.000&bolig=4.200", 200],
  ["/penge/loenseddel?loen=60.000&pension=2.000", 200],
  ["/penge/laan?beloeb=10.000&rente=12&maaneder=120&gebyr=30", 200],
  ["/penge/laan?beloeb=mange&rente=&maaneder=400", 200],
  ["/penge/opsparing?start=1.000&om-maaneden=500&rente=3&aar=30", 200],
  ["/penge/abonnementer?navn-1=Film&pris-1=99&navn-2=Avis&pris-2=1.200&hver-2=aar", 200],
  ["/tid", 200],
  ["/tid/mitid", 200],
  ["/tid/mitid/foerst", 200],
  ["/tid/mitid/borgerservice/maaned", 200],
  ["/tid/venteliste", 200],
  ["/tid/venteliste/mitid/borgerservice", 200],
  ["/tid/mitid/borgerservice", 200],
  ["/tid/digital-post/bibliotek/behov", 200],
  ["/tid/vi-ringer/borgerservice?fra=2999-01-01", 200],
  ["/tid/afbud", 200],
  ["/soeg", 200],
  ["/soeg?q=post", 200],
  ["/soeg?q=digtal+post+xyzzy", 200],
  ["/soeg?q=xyzzy", 200],
  ["/personale/log-ind", 200],
];

const ERRORS: Address[] = [
  ["/findes-ikke", 404],
  ["/personale", 401],
  ["/tid/tjek", 409],
  ["/tid/kvittering", 409],
];

const TEXTS = [
  ...contentPages("pages", ""),
  ...contentPages("roles", "/muligheder"),
  ...contentPages("guides", "/lektier"),
];

for (const language of ["da", "en"] as const) {
  const at = (path: string) => (language === "da" ? path : `/en${path === "/" ? "" : path}`);
  const groups: [string, Address[]][] = [
    ["the doors", DOORS],
    ["the texts", TEXTS],
    ["the errors", ERRORS],
  ];
  for (const [group, addresses] of groups) {
    test(`${group} are sound, ${language}`, async ({ page, sound, faults }) => {
      faults.expectStatus(401, 404, 409);
      // Dozens of pages, each with axe: as long as they take on a busy machine.
      test.setTimeout(addresses.length * 5_000 + 60_000);
      for (const [path, status] of addresses) {
        const answer = await page.goto(at(path));
        expect.soft(answer?.status(), path).toBe(status);
        await hydrated(page);
        await sound.expect(page, at(path), language);
      }
    });
  }

  test(`a booking and its cancellation are sound, ${language}`, async ({ page, sound }) => {
    const press = (danish: string, english: string) =>
      page.getByRole("button", { name: language === "da" ? danish : english, exact: true }).click();
    const look = async (danish: string, english: string) => {
      await expect(heading(page, language === "da" ? danish : english)).toBeVisible();
      await hydrated(page);
      await sound.expect(page, page.url(), language);
      if (javaScript()) await sound.expectAccessible(page, page.url());
    };
    await open(page, at("/tid/foerste-skridt/medborgerhus"));
    const [slot] = await timesOffered(page);
    const details = at(`/tid/foerste-skridt/medborgerhus/${slot}`);
    await open(page, details);
    await look("Hvem kommer?", "Who is coming?");
    await choose(page, language === "da" ? "Ring eller send en sms" : "Call me or send a text message");
    await press("Se, om det er rigtigt", "See if it is right");
    await expect(page.locator(".error-summary")).toBeVisible();
    await look("Hvem kommer?", "Who is coming?");
    await page.locator("input[name=name]").fill("Birthe Holm");
    await choose(page, language === "da" ? "Jeg har hverken mail eller mobil" : "I have neither email nor mobile phone");
    await press("Se, om det er rigtigt", "See if it is right");
    await look("Er det rigtigt?", "Is this right?");
    await press("Book tiden", "Book the time");
    await look("Din tid er booket", "Your time is booked");
    const code = await page.locator(".ticket__code").innerText();

    await open(page, at("/tid/afbud"));
    await page.locator("input[name=code]").fill("intet");
    await press("Find min tid", "Find my time");
    await expect(page.locator(".error-summary")).toBeVisible();
    await look("Flyt tiden, eller meld afbud", "Move your time, or cancel it");
    await page.locator("input[name=code]").fill(code);
    await page.locator("input[name=name]").fill("Birthe Holm");
    await press("Find min tid", "Find my time");
    await look("Hvad vil du med denne tid?", "What do you want to do with this time?");
    await press("Meld afbud", "Cancel the time");
    await look("Du har meldt afbud", "Your time is cancelled");
  });

  test(`a course that is being worked on is sound, ${language}`, async ({ page, sound }) => {
    const options = FIRST.question!.options!;
    const [wrong, right] = [false, true].map((correct) => options.find((option) => Boolean(option.correct) === correct)!);
    const look = async (name: string) => {
      await hydrated(page);
      await sound.expect(page, name, language);
      if (javaScript()) await sound.expectAccessible(page, name);
    };
    await open(page, at(FIRST.path));
    for (const option of [wrong, right]) {
      const field = page.locator(`input[value="${option.id}"]`);
      await page.locator(`label[for="${await field.getAttribute("id")}"]`).click();
      await page.locator("form.question button[type=submit]").click();
      await expect(page.locator(`.is-${option.correct ? "correct" : "not-yet"} .verdict`)).toBeVisible();
      await look(`a step with the answer "${option.id}"`);
    }
    await page.locator(".go-on button").click();
    await expect(page).toHaveURL(new RegExp(`${STEPS[1].id}$`));
    await hydrated(page);
    for (const path of ["/laer", "/laer/digital-post", "/laer/digital-post/slut"]) {
      await open(page, at(path));
      await look(`${path}, begun`);
    }
  });

  test(`the pages of the staff are sound, ${language}`, async ({ page, sound }) => {
    await open(page, at("/personale/log-ind"));
    await signIn(page, accountToLock("nobody"), "wrong");
    await expect(page.locator(".error-summary")).toBeVisible();
    await hydrated(page);
    await sound.expect(page, "the sign-in, with an error", language);
    await signIn(page, "adviser", PASSWORD);
    await expect(heading(page, language === "da" ? "Personale" : "Staff")).toBeVisible();
    await hydrated(page);
    await sound.expect(page, "the staff's own page", language);
  });
}

test("no file is fetched twice", async ({ page }) => {
  test.skip(!javaScript(), "without JavaScript the browser fetches what the page names, once");
  for (const path of ["/", "/tid/mitid/borgerservice"]) {
    const fetched: string[] = [];
    const note = (request: Request) => fetched.push(request.url().replace(/[?&]+$/, ""));
    page.on("request", note);
    await open(page, path);
    await page.waitForLoadState("networkidle");
    page.off("request", note);
    expect(fetched.filter((url, index) => fetched.indexOf(url) !== index), path).toEqual([]);
  }
});

test("the old page stays until the new one is ready", async ({ page }) => {
  test.skip(!javaScript(), "without JavaScript the browser itself keeps the old page");
  await open(page, "/tid");
  const title = await page.title();
  let answer = () => {};
  const waiting = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/appointments/**", async (route) => {
    await waiting;
    await route.continue();
  });
  const asked = page.waitForRequest("**/api/appointments/**");
  await page.getByRole("link", { name: "Få MitID" }).click();
  await asked;
  // The answer is held back: whoever looks at the page now must see something.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect.soft(await page.getByRole("main").innerText(), "the page is not empty meanwhile").not.toBe("");
  expect.soft(await page.title(), "and has a title").not.toBe("");
  answer();
  await expect(heading(page, "Hvor vil du møde os?")).toBeFocused();
  await expect(page).not.toHaveTitle(title);
});

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.locator("input[name=username]").fill(username);
  await page.locator("input[name=password]").fill(password);
  // Whoever may also come in by the municipality's own sign-in has a button for that.
  await page.locator("form", { has: page.locator("input[name=password]") }).locator("button[type=submit]").click();
}
