// A time is held while the form is filled in.

import { advisers, book, chooseTime, slotInAddress, timesOffered } from "./support/booking";
import { test } from "./support/sound";
import { expect, heading, hydrated, javaScript, open } from "./support/test";

const TIMES = "/tid/fuldmagt/medborgerhus";
const HELD = /Vi holder tiden til dig indtil kl\. \d{1,2}(\.\d\d)?\. Tag dig god tid\./;

test("a chosen time is held, more time is given once, and what was typed is kept", async ({ page, browser, baseURL, sound }) => {
  expect(advisers("fuldmagt", "medborgerhus"), "there is one of each time").toHaveLength(1);
  await open(page, TIMES);
  const slot = (await timesOffered(page)).at(-1)!;
  await chooseTime(page, slot);
  expect(slotInAddress(page)).toBe(slot);
  await expect(page.getByText(HELD)).toBeVisible();
  const first = await page.getByText(HELD).innerText();
  if (javaScript()) await sound.expectAccessible(page, "a held time");

  const another = await browser.newContext({ baseURL, javaScriptEnabled: javaScript(), locale: "da-DK" });
  const second = await another.newPage();
  await open(second, TIMES);
  expect(await timesOffered(second), "nobody else is offered it").not.toContain(slot);
  await open(second, `${TIMES}/${slot}`);
  await expect(heading(second, "Tiden er lige blevet taget")).toBeVisible();
  await second.getByRole("link", { name: "Se ledige tider" }).click();
  await expect(heading(second, "Hvornår passer det dig?")).toBeVisible();

  await page.getByLabel("Navn", { exact: true }).fill("Ida Holm");
  await page.getByRole("button", { name: "Jeg har brug for mere tid" }).click();
  await expect(page.getByRole("button", { name: "Jeg har brug for mere tid" })).toHaveCount(0);
  await hydrated(page);
  expect(await page.getByText(HELD).innerText(), "ten minutes later").not.toBe(first);
  await expect(page.getByLabel("Navn", { exact: true })).toHaveValue("Ida Holm");
  await expect(page.locator(".error-summary"), "nothing is missing yet").toHaveCount(0);

  // Another time is chosen, and the first is anybody's.
  await open(page, TIMES);
  const other = (await timesOffered(page)).find((time) => time !== slot)!;
  await chooseTime(page, other);
  await open(second, TIMES);
  const offered = await timesOffered(second);
  expect(offered).toContain(slot);
  expect(offered).not.toContain(other);
  await book(page, "Ida Holm");
  await another.close();
});

test("opening the address of a time holds nothing", async ({ page, browser, baseURL }) => {
  await open(page, TIMES);
  const slot = (await timesOffered(page)).at(-1)!;
  await open(page, `${TIMES}/${slot}`);
  await expect(heading(page, "Hvem kommer?")).toBeVisible();
  await expect(page.getByText(HELD)).toHaveCount(0);
  const another = await browser.newContext({ baseURL, javaScriptEnabled: javaScript(), locale: "da-DK" });
  const second = await another.newPage();
  await open(second, TIMES);
  expect(await timesOffered(second)).toContain(slot);
  await another.close();
});
