// Asking in the homework café, and helping there.

import { anotherBrowser, signInTo } from "./desk";
import { choose, expect, heading, open } from "./test";
import type { Browser, Page } from "@playwright/test";

/** The weekdays on which the café is open all day. */
export const ALWAYS = [1, 2, 3, 4, 5, 6, 7];

/** Asks on the page for it. */
export async function ask(page: Page, task: string, button = "Stil spørgsmålet"): Promise<void> {
  await choose(page, "Matematik");
  await choose(page, "5. klasse");
  await page.getByLabel("Opgaven, og hvad du har prøvet").fill(task);
  await page.getByRole("button", { name: button }).click();
  await expect(heading(page, "Matematik · 5. klasse")).toBeVisible();
}

/** A volunteer who takes questions until it is this one: other tests may have left theirs in the line. */
export async function taking(browser: Browser, baseURL: string | undefined, task: string): Promise<Page> {
  const helper = await anotherBrowser(browser, baseURL);
  await signInTo(helper, "/personale/cafe", "volunteer");
  for (let rooms = 0; rooms < 20; rooms += 1) {
    const own = helper.getByRole("link", { name: "Gå til samtalen" });
    if (await own.isVisible()) await own.click();
    else await helper.getByRole("button", { name: "Tag den næste" }).click();
    await helper.waitForURL("**/personale/cafe/rum/*");
    await expect(helper.locator(".cafe-messages")).toBeVisible();
    if (await helper.getByText(task).isVisible()) return helper;
    await endRoom(helper);
    await open(helper, "/personale/cafe");
  }
  throw new Error("the question is not in the line");
}

/** Ends the room that a page shows. */
export async function endRoom(page: Page): Promise<void> {
  await page.getByText("Slut for i dag").click();
  await page.getByRole("button", { name: "Slut samtalen" }).click();
  await expect(page.locator(".cafe-standing")).toHaveText("Samtalen er slut.");
}
