// Takes pictures of the main pages, on a phone and on a desktop, for people to look at.
//
//   npm run screenshots -- FOLDER
//
// It serves the release program on a demonstration of its own; BASE_URL names another server instead.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

import { PASSWORD } from "./accounts.mjs";

const folder = process.argv[2];
if (!folder) throw new Error("where to? npm run screenshots -- FOLDER");
const PORT = 3290;
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

const here = dirname(fileURLToPath(import.meta.url));
const server = process.env.BASE_URL
  ? undefined
  : spawn("node", [join(here, "serve-for-tests.mjs"), String(PORT)], { stdio: "inherit" });
const baseURL = process.env.BASE_URL ?? `http://127.0.0.1:${PORT}`;
const executablePath = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find((path) => path && existsSync(path));

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  await ready();
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ baseURL, viewport, locale: "da-DK", reducedMotion: "reduce" });
    await walk(await context.newPage(), size);
    await context.close();
  }
} finally {
  await browser.close();
  if (server) {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

/** Waits until the server answers. */
async function ready() {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(`${baseURL}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${baseURL} does not answer`);
}

/** Walks through the three doors and takes a picture of each page. */
async function walk(page, size) {
  let number = 0;
  const take = async (name) => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    number += 1;
    const file = `${size}-${String(number).padStart(2, "0")}-${name}.png`;
    await page.screenshot({ path: join(folder, file), fullPage: true });
  };
  const open = async (path, name) => {
    await page.goto(path);
    await take(name);
  };
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const label = (text) => page.locator("label").getByText(text, { exact: true });

  await open("/", "front");
  await open("/en", "front-english");
  await open("/laer", "courses");
  await open("/laer/digital-post", "course");
  await open("/laer/digital-post/hvad-er-det/postkassen", "step");
  await label("Det gamle nøglekort fra NemID").click();
  await press("Svar");
  await page.getByText("Læs forklaringen, og prøv igen").waitFor();
  await take("step-answered-not-quite");
  await label("Mit eget MitID").click();
  await press("Svar igen");
  await page.getByText("Rigtigt. Gå videre").waitFor();
  await take("step-answered-right");
  await press("Videre");
  await page.waitForURL("**/hvem-skriver");
  await take("step-with-several-answers");
  await open("/laer/digital-post", "course-begun");
  await open("/laer/digital-post/slut", "course-so-far");

  await open("/lektier", "guides");
  await open("/lektier?fag=engelsk&klasse=9", "guides-none");
  await open("/lektier/broeker-5-klasse", "guide");
  await open("/en/lektier/gangetabeller-3-klasse", "guide-not-translated");

  await open("/penge", "money");
  await open("/penge/budget?indkomst=14.500&bolig=4.200&mad=600", "budget");
  await open("/penge/loenseddel?loen=30.000&pension=1.000", "payslip");
  await open("/penge/laan?beloeb=10.000&rente=12&maaneder=60&gebyr=30", "loan");
  await open("/penge/laan?beloeb=mange", "loan-with-errors");
  await open("/penge/opsparing?start=1.000&om-maaneden=500&rente=3&aar=30", "saving");
  await open("/penge/abonnementer?navn-1=Film&pris-1=99&navn-2=Avis&pris-2=1.200&hver-2=aar", "subscriptions");

  await open("/tid", "services");
  await open("/tid/mitid", "places");
  await open("/tid/mitid/borgerservice", "times");
  await page.getByRole("button", { name: /^kl\. / }).first().click();
  await page.waitForURL(/Z$/);
  await take("who-comes");
  await label("Ring eller send en sms").click();
  await press("Se, om det er rigtigt");
  await page.locator(".error-summary").waitFor();
  await take("who-comes-with-errors");
  await page.getByLabel("Navn", { exact: true }).fill("Birthe Holm");
  await page.getByLabel("Telefonnummer").fill("96 84 84 84");
  await press("Se, om det er rigtigt");
  await page.waitForURL("**/tid/tjek");
  await take("is-it-right");
  await press("Book tiden");
  await page.waitForURL("**/tid/kvittering");
  await take("ticket");
  const code = await page.locator(".ticket__code").innerText();
  await open("/tid/afbud", "cancel");
  await page.getByLabel("Kode", { exact: true }).fill(code);
  await page.getByLabel("Navn", { exact: true }).fill("Birthe Holm");
  await press("Find min tid");
  await page.waitForURL("**/afbud/tjek");
  await take("cancel-this");
  await press("Meld afbud");
  await page.waitForURL("**/afbud/slut");
  await take("cancelled");

  await open("/muligheder/borger", "role");
  await open("/hjaelp", "help");
  await open("/tilgaengelighed", "accessibility");
  await open("/soeg?q=post", "search");
  await open("/soeg?q=xyzzy", "search-nothing");
  await open("/findes-ikke", "not-found");
  await open("/personale", "not-signed-in");
  await open("/personale/log-ind", "sign-in");
  await page.getByLabel("Brugernavn").fill("adviser");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press("Log ind");
  await page.waitForURL("**/personale");
  await take("staff");
}
