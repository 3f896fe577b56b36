// Who may help in the homework café: an attest that counts, and a shift; and finding a café.

import { ALWAYS } from "./support/cafe";
import { anotherBrowser, cafeHours, signInTo } from "./support/desk";
import { test } from "./support/sound";
import { expect, open } from "./support/test";
import type { Locator, Page } from "@playwright/test";

const HELPER = "/personale/cafe";
const ROSTER = "/personale/cafe/frivillige";
/** A coordinator may help too: nobody but this test puts this one on the roster, and never with a shift. */
const NAME = "Karl Koordinator";

test("without an attest, or outside shifts, nobody takes a question", async ({ page, browser, baseURL, sound }) => {
  await cafeHours(ALWAYS, async () => {
    const helper = await anotherBrowser(browser, baseURL);
    await signInTo(helper, HELPER, "coordinator");
    await signInTo(page, ROSTER, "coordinator");
    await saveAttest(page, "");
    await expect(own(page).getByText("Ingen gyldig børneattest: kan ikke tage imod")).toBeVisible();
    await open(helper, HELPER);
    await expect(helper.getByText("Din børneattest mangler eller er udløbet.")).toBeVisible();
    await expect(helper.getByRole("button", { name: "Tag den næste" })).toHaveCount(0);
    await sound.expectAccessible(helper, "a volunteer without an attest");

    await saveAttest(page, "2999-12-31");
    await expect(own(page).getByText("gælder til 31. december 2999")).toBeVisible();
    await open(helper, HELPER);
    await expect(helper.getByText("Uden for dine vagter kan ingen kontakte dig.").first()).toBeVisible();
    await expect(helper.getByRole("button", { name: "Tag den næste" })).toHaveCount(0);
    await saveAttest(page, "");
    await expect(own(page).getByText("Ingen gyldig børneattest: kan ikke tage imod")).toBeVisible();
    await helper.context().close();
  });
});

test("a café is found by what one needs", async ({ page, sound }) => {
  await open(page, "/lektier/cafe");
  const finder = page.locator(".cafe-finder");
  await finder.getByLabel("Hjælp på").selectOption("Polski");
  await finder.getByLabel("Plads").selectOption("Uden booking");
  await finder.getByLabel("Sted").selectOption("Strandby Medborgerhus");
  await finder.getByRole("button", { name: "Vis lektiecaféer" }).click();
  await page.waitForURL("**/lektier/cafe?*sprog=pl*");
  await expect(page.getByText("1 lektiecafé passer.")).toBeVisible();
  await expect(page.locator(".cafe-table")).toContainText("Strandby Medborgerhus");
  await expect(finder.getByLabel("Hjælp på")).toHaveValue("pl");
  await sound.expect(page, "a café that fits", "da");
  await finder.getByLabel("Plads").selectOption("Med booking");
  await finder.getByRole("button", { name: "Vis lektiecaféer" }).click();
  await expect(page.getByText("Ingen lektiecafé passer til alt det.")).toBeVisible();
  await page.getByRole("link", { name: "Vis alle lektiecaféer" }).click();
  await expect(page.locator(".cafe-table").first()).toBeVisible();
  await expect(page.getByText("Ingen lektiecafé passer til alt det.")).toHaveCount(0);
});

/** The coordinator's part of the roster. */
function own(page: Page): Locator {
  return page.locator(".cafe-table").filter({ has: page.getByRole("heading", { name: NAME, exact: true }) });
}

async function saveAttest(page: Page, until: string): Promise<void> {
  await open(page, ROSTER);
  const part = own(page);
  await part.getByText(`Ret, hvad ${NAME} hjælper med`).click();
  await part.getByLabel("Børneattest gælder til og med").fill(until);
  await part.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
}
