// Signing in by a real OpenID Connect provider, for those who work here.

import type { Page } from "@playwright/test";

import { FIRST_PORT } from "./support/servers";
import { test } from "./support/sound";
import { expect, heading, hydrated, open } from "./support/test";

const SIGN_IN = "/personale/log-ind";

/** The provider of this worker's server. */
function provider(): string {
  return `http://127.0.0.1:${FIRST_PORT + test.info().parallelIndex + 100}`;
}

/** Goes to the provider's page, where somebody says who they are. */
async function goThere(page: Page): Promise<void> {
  await open(page, SIGN_IN);
  await page.getByRole("button", { name: "Log ind med Fjordby" }).click();
  await expect(heading(page, "Hvem er du?")).toBeVisible();
}

async function be(page: Page, person: string): Promise<void> {
  await page.getByRole("button", { name: person, exact: true }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/personale"));
  await hydrated(page);
}

async function expectRefusal(page: Page, text: string): Promise<void> {
  await expect(heading(page, "Log ind som personale")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText(text);
  expect(page.url(), "nothing of the provider stays in the address").toMatch(/log-ind$/);
}

test("somebody signs in, and signs out at both", async ({ page, faults }) => {
  faults.expectStatus(401);
  await goThere(page);
  await be(page, "asta");
  await expect(heading(page, "Personale")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Asta fra udbyderen");
  await expect(page.getByRole("main")).toContainText("Servicekonsulent");
  expect(new URL(page.url()).search).toBe("");

  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(heading(page, "Log ud")).toBeVisible();
  await page.getByRole("button", { name: "Log ud her også" }).click();
  await expect(heading(page, "Log ind som personale")).toBeVisible();
  expect((await page.goto("/personale"))?.status()).toBe(401);

  // The provider asks again who they are, so another may come.
  await goThere(page);
  await be(page, "lone");
  await expect(page.getByRole("main")).toContainText("Lærer");
});

test("the roles of the provider are those of the rules, and whoever has none is told", async ({ page, sound }) => {
  await goThere(page);
  await be(page, "karl");
  await expect(page.getByRole("main")).toContainText("Koordinator");
  await page.context().clearCookies();

  await goThere(page);
  await be(page, "fremmed");
  await expectRefusal(page, "Du er logget ind, men har ingen rolle her.");
  await sound.expect(page, "a refusal", "da");
  // Without this they would come back as the same person for ever.
  await page.getByRole("link", { name: "Log ud af Fjordby, og log ind som en anden" }).click();
  await page.getByRole("button", { name: "Log ud her også" }).click();
  await goThere(page);
  await be(page, "usikker");
  await expectRefusal(page, "Log ind med et højere sikringsniveau");
});

test("whoever turns round at the provider's is told so", async ({ page }) => {
  await goThere(page);
  await be(page, "ingen");
  await expectRefusal(page, "Du afbrød login.");
});

test("a return is good once, in its own browser, and not for ever", async ({ page, browser, faults }) => {
  faults.expectStatus(401);
  await goThere(page);
  let back = "";
  page.on("request", (request) => {
    if (request.url().includes("/log-ind/retur")) back = request.url();
  });
  await be(page, "asta");
  expect(back).toContain("code=");
  await page.goto(back);
  await hydrated(page);
  await expectRefusal(page, "Det tog for lang tid, eller du begyndte i et andet vindue.");

  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto(back);
  expect(new URL(other.url()).pathname).toBe(SIGN_IN);
  await stranger.close();

  await page.goto(`${SIGN_IN}/retur?state=x&code=y&error_description=hej`);
  await hydrated(page);
  await expectRefusal(page, "Det tog for lang tid");
  await expect(page.getByRole("main")).not.toContainText("hej");
});

test("without the provider the page says so, and the password still works", async ({ page, request }) => {
  await goThere(page);
  await request.post(`${provider()}/test/down`);
  try {
    await be(page, "asta");
    await expectRefusal(page, "Login virker ikke lige nu.");
    await expect(page.getByLabel("Brugernavn")).toBeVisible();
  } finally {
    await request.post(`${provider()}/test/up`);
  }
});

test("whoever signs out at the provider's is signed out here", async ({ page, faults }) => {
  faults.expectStatus(401);
  await goThere(page);
  await be(page, "asta");
  await page.goto(`${provider()}/session/end`);
  await page.getByRole("button", { name: "Log ud her også" }).click();
  await expect(page.getByText("Du er logget ud.")).toBeVisible();
  expect((await page.goto("/personale"))?.status()).toBe(401);
});
