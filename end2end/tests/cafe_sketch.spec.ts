// The paper of a homework café's room: both draw, and both see it.

import { ALWAYS, ask, endRoom, taking } from "./support/cafe";
import { anotherBrowser, cafeHours, signInTo } from "./support/desk";
import { test } from "./support/sound";
import { choose, expect, javaScript, open } from "./support/test";
import type { Browser, Locator, Page } from "@playwright/test";

test("what one draws or puts in, the other sees", async ({ page, browser, baseURL, sound }) => {
  await cafeHours(ALWAYS, async () => {
    const helper = await room(page, browser, baseURL, "Hvor ligger 3/4 på papiret?");
    await expect(paper(page)).toHaveAccessibleName("Papiret er tomt.");
    await sound.expect(page, "an empty paper", "da");

    await page.getByText("Sæt en figur ind").click();
    await page.getByLabel("Farvede dele").fill("5");
    await page.getByLabel("Dele i alt").fill("4");
    await page.getByRole("button", { name: /Sæt ind.*Brøk/ }).click();
    await expect(page.getByText("Der kan ikke være flere farvede dele, end der er dele.")).toBeVisible();
    await sound.expectAccessible(page, "a figure that cannot be drawn");
    await page.getByLabel("Farvede dele").fill("3");
    await page.getByRole("button", { name: /Sæt ind.*Brøk/ }).click();
    await expect(paper(page)).toHaveAccessibleName("En brøk: 3 af 4 dele er farvet.");
    await see(helper, "En brøk: 3 af 4 dele er farvet.");

    await draw(page, "Blå", "blue");
    await see(helper, "Spørgeren: 1 streg. En brøk: 3 af 4 dele er farvet.");
    await draw(helper, "Rød", "red");
    await see(page, "Du: 1 streg. Den frivillige: 1 streg. En brøk: 3 af 4 dele er farvet.");
    await expect(paper(page).locator("polyline")).toHaveCount(2);
    await sound.expect(page, "a drawing of two", "da");

    // Half a sentence stays while somebody draws and takes back.
    await helper.getByLabel("Skriv", { exact: true }).fill("Hvor mange");
    await helper.getByRole("button", { name: "Ryd min tegning" }).click();
    await expect(paper(helper)).toHaveAccessibleName("Spørgeren: 1 streg. En brøk: 3 af 4 dele er farvet.");
    await see(page, "Du: 1 streg. En brøk: 3 af 4 dele er farvet.");
    if (javaScript()) await expect(helper.getByLabel("Skriv", { exact: true })).toHaveValue("Hvor mange");
    await page.getByRole("button", { name: "Fortryd min sidste streg" }).click();
    await expect(paper(page)).toHaveAccessibleName("En brøk: 3 af 4 dele er farvet.");

    const coordinator = await anotherBrowser(browser, baseURL);
    await signInTo(coordinator, "/personale/cafe/log", "coordinator");
    const row = coordinator.locator(".desk-row").filter({ hasText: "I gang" });
    await row.filter({ hasText: "Der er en tegning" }).getByRole("link").first().click();
    await expect(paper(coordinator).locator(".is-taken-back polyline").first()).toBeAttached();
    await sound.expectAccessible(coordinator, "the coordinator's sight of it");
    await coordinator.context().close();
    await endRoom(helper);
    await helper.context().close();
  });
});

function paper(page: Page): Locator {
  return page.locator("svg.cafe-paper");
}

/** The other's paper says so: by itself with scripts, and when the page is loaded again without. */
async function see(page: Page, said: string): Promise<void> {
  if (!javaScript()) await page.reload();
  await expect(paper(page)).toHaveAccessibleName(said);
}

/** Draws a line across the paper. Without scripts there is no pen, so the stroke is sent as the pen would send it. */
async function draw(page: Page, colour: string, ink: string): Promise<void> {
  if (javaScript()) {
    await choose(page, colour);
    await expect(page.locator(".cafe-pen.is-ready")).toBeVisible();
    await paper(page).scrollIntoViewIfNeeded();
    const box = await paper(page).boundingBox();
    if (box === null) throw new Error("there is no paper");
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6, { steps: 8 });
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.4, { steps: 8 });
    await page.mouse.up();
    await expect(page.locator(".cafe-pen polyline")).toHaveCount(0);
    return;
  }
  await expect(page.getByText("Du kan se tegningen her.")).toBeVisible();
  const room = await page.locator("input[name=room]").first().inputValue();
  const form = { room, strokes: `${ink} 100,100 300,400 700,200` };
  const origin = new URL(page.url()).origin;
  const sent = await page.context().request.post("/api/cafe/draw", { form, headers: { origin, referer: page.url() } });
  expect(sent.ok()).toBe(true);
}

/** Asks, and has a volunteer take it. */
async function room(page: Page, browser: Browser, baseURL: string | undefined, task: string): Promise<Page> {
  await open(page, "/lektier/cafe/spoerg");
  await ask(page, task);
  const helper = await taking(browser, baseURL, task);
  await page.goto("/lektier/cafe/rum");
  await expect(page.locator(".cafe-standing")).toHaveText(/minutter tilbage/);
  return helper;
}
