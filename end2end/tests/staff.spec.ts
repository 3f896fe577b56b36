// Signing in, for those who work here.

import { accountToLock, PASSWORD } from "../accounts.mjs";
import { expect, heading, hydrated, open, test } from "./support/test";
import type { Page } from "@playwright/test";

const WRONG = "Brugernavnet eller adgangskoden passer ikke. Prøv igen.";
const LOCKED = "Der er prøvet for mange gange. Vent et kvarter, og prøv igen.";

test("a member of staff signs in and out", async ({ page, context, faults }) => {
  faults.expectStatus(401);
  await open(page, "/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Log ind for ansatte" }).click();
  await expect(heading(page, "Log ind som personale")).toBeVisible();
  await signIn(page, "coordinator", "ikke rigtig");
  await expectProblem(page, WRONG);
  const before = (await context.cookies())[0].value;

  await signIn(page, "coordinator", PASSWORD);
  await expect(heading(page, "Personale")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Karl Koordinator");
  await expect(page.getByRole("main")).toContainText("Koordinator");
  const [cookie] = await context.cookies();
  expect(cookie.value, "whoever knew the old session is not signed in with it").not.toBe(before);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await open(page, "/personale");
  await expect(heading(page, "Personale")).toBeVisible();

  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(heading(page, "Log ind som personale")).toBeVisible();
  const answer = await page.goto("/personale");
  expect(answer?.status()).toBe(401);
  await expect(heading(page, "Log ind først")).toBeVisible();

  // The session that was signed in is gone on the server too.
  await context.addCookies([cookie]);
  expect((await page.goto("/personale"))?.status()).toBe(401);
});

test("a wrong password and an unknown name are told the same", async ({ page }) => {
  await open(page, "/personale/log-ind");
  for (const [username, password] of [["teacher", "ikke rigtig"], ["findes-ikke", PASSWORD], ["", ""]]) {
    await signIn(page, username, password);
    await expectProblem(page, WRONG);
    await expect(page.getByLabel("Brugernavn"), "the name is kept").toHaveValue(username);
    expect(await page.content(), "the password never is").not.toContain("ikke rigtig");
  }
});

test("after five wrong passwords the account rests, also for the right one", async ({ page, faults }) => {
  faults.expectStatus(401);
  const account = accountToLock(test.info().project.name);
  await open(page, "/personale/log-ind");
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await signIn(page, account, `forkert ${attempt}`);
    await expectProblem(page, WRONG);
  }
  await signIn(page, account, PASSWORD);
  await expectProblem(page, LOCKED);
  expect((await page.goto("/personale"))?.status()).toBe(401);

  // Others are not locked out by it.
  await open(page, "/personale/log-ind");
  await signIn(page, "admin", PASSWORD);
  await expect(heading(page, "Personale")).toBeVisible();
});

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel("Brugernavn").fill(username);
  await page.getByLabel("Adgangskode").fill(password);
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === "/api/staff/sign-in");
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await answered;
}

async function expectProblem(page: Page, text: string): Promise<void> {
  const summary = page.getByRole("alert").filter({ hasText: text });
  await expect(summary).toBeVisible();
  await expect(summary).toBeFocused();
  await hydrated(page);
}
