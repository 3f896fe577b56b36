// An appointment gets another time.

import { advisers, book, chooseTime, code, danishClock, danishDay, find, timesOffered } from "./support/booking";
import { test } from "./support/sound";
import { expect, heading, javaScript, open } from "./support/test";
import type { Page } from "@playwright/test";

const TIMES = "/tid/mitid/medborgerhus";

test("an appointment is moved by its code and name, keeps its code, and the old time is free", async ({ page, sound }) => {
  expect(advisers("mitid", "medborgerhus"), "there is one of each time").toHaveLength(1);
  await open(page, TIMES);
  const old = (await timesOffered(page)).at(-1)!;
  await chooseTime(page, old);
  const ticket = await book(page, "Åse Bæk");

  await findMine(page, ticket);
  await page.getByRole("link", { name: "Flyt tiden" }).click();
  await expect(heading(page, "Hvornår passer det dig bedre?")).toBeVisible();
  if (javaScript()) await sound.expectAccessible(page, "the times to move to");
  const times = await timesToMoveTo(page);
  expect(times, "the time that one has is not offered").not.toContain(old);
  await page.getByRole("link", { name: /^kl\. / }).first().click();
  await expect(heading(page, "Vil du flytte til denne tid?")).toBeVisible();
  const moment = new Date(times[0]);
  const main = page.getByRole("main");
  for (const at of [new Date(old), moment]) await expect(main).toContainText(`${danishDay(at)} ${danishClock(at)}`);

  // Nothing has moved yet.
  const check = new URL(page.url()).pathname;
  await open(page, TIMES);
  expect(await timesOffered(page)).not.toContain(old);
  await open(page, check);
  await page.getByRole("button", { name: "Flyt tiden hertil" }).click();
  expect(await code(page, "Din tid er flyttet"), "the same code").toBe(ticket);
  await expect(page.locator(".ticket")).toContainText(danishClock(moment));

  await open(page, TIMES);
  const free = await timesOffered(page);
  expect(free).toContain(old);
  expect(free).not.toContain(times[0]);
});

test("going back and pressing the button again moves nothing more", async ({ page }) => {
  await open(page, TIMES);
  await chooseTime(page, (await timesOffered(page)).at(-1)!);
  const ticket = await book(page, "Karl Holm");
  await findMine(page, ticket, "Karl Holm");
  await page.getByRole("link", { name: "Flyt tiden" }).click();
  await page.getByRole("link", { name: "Fjordby Borgerservice" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /Fjordby Borgerservice/ })).toBeVisible();
  await page.getByRole("link", { name: /^kl\. / }).first().click();
  await page.getByRole("button", { name: "Flyt tiden hertil" }).click();
  expect(await code(page, "Din tid er flyttet")).toBe(ticket);
  await expect(page.locator(".ticket")).toContainText("Fjordby Borgerservice");
  await page.goBack();
  const again = page.getByRole("button", { name: "Flyt tiden hertil" });
  if (await again.isVisible()) await again.click();
  await open(page, "/tid/kvittering");
  expect(await code(page, "Din tid er flyttet")).toBe(ticket);
});

async function findMine(page: Page, ticket: string, name = "Åse Bæk"): Promise<void> {
  await open(page, "/tid/afbud");
  await find(page, ticket, name);
  await expect(heading(page, "Hvad vil du med denne tid?")).toBeVisible();
}

/** The times that an appointment can move to, as the page shows them. */
async function timesToMoveTo(page: Page): Promise<string[]> {
  const hrefs = await page.locator("main a.time-row").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.map((href) => href.split("/").at(-1)!);
}
