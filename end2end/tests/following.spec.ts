// A parent follows a child's learning with the child's own code; the child sees it, and ends it.

import { test } from "./support/sound";
import { expect, heading, hydrated, open, reload } from "./support/test";
import type { Page } from "@playwright/test";

test("a parent follows with the child's code, and the child sees it and stops it", async ({ page, browser, faults, sound }) => {
  await open(page, "/laer/gem");
  await expect(page.getByText("Lige nu er der ingen, der følger med.")).toBeVisible();
  await press(page, "Lav en kode til min forælder");
  const code = (await page.locator(".ticket__code").innerText()).trim();
  expect(code.split(/\s+/)).toHaveLength(4);
  await sound.expect(page, "a code for a parent", "da");

  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, ...test.info().project.use });
  const parent = await context.newPage();
  faults.watch(parent);
  await open(parent, "/lektier");
  await parent.getByRole("link", { name: "Følg dit barns læring" }).click();
  await expect(heading(parent, "Følg dit barns læring")).toBeVisible();
  await parent.getByLabel("Skriv de fire ord").fill("hest hest");
  await press(parent, "Følg med");
  await expect(parent.getByText("En kode er fire ord.")).toBeVisible();
  await expect(parent.getByLabel("Skriv de fire ord"), "what was typed is kept").toHaveValue("hest hest");
  await parent.getByLabel("Skriv de fire ord").fill(code.toUpperCase());
  await press(parent, "Følg med");
  await expect(parent.getByRole("heading", { name: "Barn 1" })).toBeVisible();
  await expect(parent.getByText("Her er ikke lavet noget endnu.")).toBeVisible();

  await reload(page);
  await expect(page.getByText("1 følger med i det, du lærer.")).toBeVisible();
  await open(page, "/lektier/oev/plus/1");
  await page.getByLabel("Svar").fill("1");
  await press(page, "Tjek svaret");
  await reload(parent);
  await expect(parent.getByRole("listitem").filter({ hasText: "Plus" })).toContainText("Opgaver: 1. Rigtige i første forsøg: 0.");
  await sound.expect(parent, "a child that is followed", "da");

  await open(page, "/laer/gem");
  await press(page, "Stop, så ingen følger med");
  await expect(page.getByText("Lige nu er der ingen, der følger med.")).toBeVisible();
  await reload(parent);
  await expect(parent.getByRole("heading", { name: "Barn 1" })).toHaveCount(0);
  await context.close();
});

/** Presses a button that sends a form, and waits for what comes of it. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
  await hydrated(page);
}
