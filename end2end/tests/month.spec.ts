// Ways to a time: the month, the part of the day, and the first time at any place.

import { timesOffered, wallTime } from "./support/booking";
import { test } from "./support/sound";
import { expect, heading, javaScript, open } from "./support/test";
import type { Page } from "@playwright/test";

const TIMES = "/tid/mitid/borgerservice";

test("a day is chosen in the month, and its times come first", async ({ page, sound }) => {
  await open(page, TIMES);
  await page.getByRole("link", { name: "Vis hele måneden" }).click();
  await expect(heading(page, "Hvilken dag passer dig?")).toBeVisible();
  await sound.expectAccessible(page, "the month");
  await goOn(page);
  const table = page.getByRole("table", { name: /^[a-zå]+ 20\d\d$/ });
  await expect(table.getByRole("columnheader", { name: "man" })).toBeVisible();
  const day = table.getByRole("link").first();
  const name = (await day.locator(".sr-only").textContent())!;
  expect(name, "the day and its times in words").toMatch(/^[a-zøå]+dag \d+\. [a-z]+: \d+ tid(er)?$/);
  await day.click();
  await expect(heading(page, "Hvornår passer det dig?")).toBeVisible();
  const shown = page.getByRole("heading", { level: 2 }).first();
  await expect(shown).toHaveText(name.split(":")[0], { ignoreCase: true });
});

test("one goes forward and back in the months with the keyboard", async ({ page }) => {
  await open(page, `${TIMES}/maaned`);
  const first = (await page.locator("caption").textContent())!;
  await goOn(page, "Enter");
  if (javaScript()) await expect(page.getByRole("status").filter({ hasText: "dage med" }), "the count has the focus").toBeFocused();
  const back = page.locator("nav.pagination a[rel=prev]");
  await back.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("caption")).toHaveText(first);
  await expect(page.locator("nav.pagination a[rel=prev]"), "the past cannot be booked").toHaveCount(0);
});

test("the afternoon alone is shown, and how many times it has is told", async ({ page, sound }) => {
  await open(page, TIMES);
  const all = await timesOffered(page);
  await page.getByRole("link", { name: "Eftermiddag" }).click();
  await expect(page.getByRole("link", { name: "Eftermiddag" })).toHaveAttribute("aria-current", "true");
  const count = page.locator("p.result-count");
  if (javaScript()) await expect(count, "the count has the focus").toBeFocused();
  const afternoon = [...new Set(await timesOffered(page))];
  await expect(count).toHaveText(`${afternoon.length} ledige tider de nærmeste dage`);
  for (const slot of afternoon) expect(wallTime(new Date(slot)).hour).toBeGreaterThanOrEqual(12);
  expect(all.length).toBeGreaterThan(afternoon.length);
  await sound.expectAccessible(page, "times of the afternoon");

  await page.getByRole("link", { name: "Aften", exact: true }).click();
  await expect(count).toContainText("på det tidspunkt af dagen");
  await page.getByRole("link", { name: "Hele dagen" }).click();
  await expect(page.getByRole("link", { name: "Hele dagen" })).toHaveAttribute("aria-current", "true");
});

test("the first time at any place is held", async ({ page, sound }) => {
  await open(page, "/tid/mitid");
  await page.getByRole("link", { name: "Vis første ledige tid, uanset sted" }).click();
  await expect(heading(page, "Hvornår passer det dig?")).toBeVisible();
  await sound.expectAccessible(page, "the first times");
  const times = page.getByRole("button", { name: /^kl\. / });
  const places = await times.allInnerTexts();
  expect(new Set(places.map((text) => /Fjordby \w+|Strandby \w+/.exec(text)![0])).size, "several places").toBeGreaterThan(1);
  await times.first().click();
  await expect(heading(page, "Hvem kommer?")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Vi holder tiden til dig");
});

/** To the next month, which has all its days. */
async function goOn(page: Page, key?: "Enter"): Promise<void> {
  const before = (await page.locator("caption").textContent())!;
  const next = page.locator("nav.pagination a[rel=next]");
  if (key) {
    await next.focus();
    await page.keyboard.press(key);
  } else {
    await next.click();
  }
  await expect(page.locator("caption")).not.toHaveText(before);
}
