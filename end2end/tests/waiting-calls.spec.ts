// Whoever reads neither mail nor SMS waits to be called, and staff call them while the time is held.

import { colleague } from "./support/desk";
import { test } from "./support/sound";
import { choose, expect, heading, open, reload } from "./support/test";
import type { Page } from "@playwright/test";

const CALLS = "/skranke/ring";
/** The server looks for free times every ten seconds. */
const HELD_WITHIN = 30_000;

test("somebody asks to be called, and takes the time that is held for them", async ({ page, browser, baseURL, sound }) => {
  const name = `Vera ${test.info().project.name.replace(/[^a-z]/g, "")}`;
  await open(page, "/tid/venteliste/foerste-skridt/bibliotek");
  await page.getByLabel("Navn", { exact: true }).fill(name);
  await choose(page, "Ring til mig");
  await page.getByRole("button", { name: "Skriv mig på venteliste" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Der mangler noget" });
  await alert.getByRole("link", { name: "Skriv dit telefonnummer." }).click();
  const number = page.getByLabel("Telefonnummer, også fastnet");
  await expect(number).toBeFocused();
  await number.fill("75 10 12 34");
  await page.getByRole("button", { name: "Skriv mig på venteliste" }).click();
  await expect(heading(page, /^(Du står på venteliste|Der er en tid til dig)$/)).toBeVisible();

  const staff = await colleague(browser, baseURL, CALLS);
  const call = await held(staff, name);
  await sound.expectAccessible(staff, "whom to call");
  await expect(call.getByRole("link", { name: /75 ?10 ?12 ?34/ })).toHaveAttribute("href", /^tel:/);
  await expect(call).toContainText("De første skridt, Fjordby Bibliotek");
  await call.getByRole("button", { name: "De tager tiden" }).click();
  await expect(staff.locator(".ticket")).toContainText(name);
  await open(staff, CALLS);
  await expect(staff.getByRole("main")).not.toContainText(name);
  await staff.context().close();
});

async function held(staff: Page, name: string) {
  const call = staff.locator("section").filter({ has: staff.getByRole("heading", { name, exact: true }) });
  await expect(async () => {
    await reload(staff);
    await expect(call).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: HELD_WITHIN });
  return call;
}
