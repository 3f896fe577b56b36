// What other systems and sites get: the page that explains the API, and the next free time in a frame.

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { test } from "./support/sound";
import { expect, heading } from "./support/test";
import type { Page } from "@playwright/test";

const WIDGET = "/widget/next-time?service=mitid&location=borgerservice";

/** Nothing on the page lies beside what the screen shows. */
async function expectFits(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, "pixels beside the screen").toBeLessThanOrEqual(0);
}

test("the API is explained to everybody", async ({ page, sound }) => {
  await page.goto("/api/v1");
  await expect(heading(page, "The API of Startlinje")).toBeVisible();
  await page.getByRole("link", { name: "Book an appointment" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Book an appointment" })).toBeInViewport();
  await expectFits(page);
  await sound.expectAccessible(page, "the API's page");
});

for (const [language, title] of [
  ["da", "Næste ledige tid"],
  ["en", "Next free time"],
  ["ar", "أقرب وقت متاح"],
] as const) {
  test(`the next free time is shown to everybody, ${language}`, async ({ page, sound }) => {
    await page.setViewportSize({ width: 320, height: 320 });
    await page.goto(`${WIDGET}&lang=${language}`);
    await expect(heading(page, title)).toBeVisible();
    await expectFits(page);
    await sound.expectAccessible(page, `the next free time, ${language}`);
  });
}

/** Another site that shows a page of ours in a frame, for as long as `use` takes. */
async function onAnotherSite(framed: string, use: (address: string) => Promise<void>): Promise<void> {
  const body = `<!DOCTYPE html><iframe src="${framed}" title="Næste ledige tid"></iframe>`;
  const site = createServer((_, answer) => answer.setHeader("content-type", "text/html; charset=utf-8").end(body));
  await once(site.listen(0, "127.0.0.1"), "listening");
  try {
    await use(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  } finally {
    site.closeAllConnections();
    site.close();
  }
}

test("the next free time leads out of its frame to the times", async ({ page, baseURL }) => {
  await onAnotherSite(`${baseURL}${WIDGET}`, async (address) => {
    await page.goto(address);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("heading", { name: "Næste ledige tid" })).toBeVisible();
    await frame.getByRole("link", { name: "Se ledige tider" }).click();
    await page.waitForURL(/\/tid\/mitid\/borgerservice$/);
    expect(await page.context().cookies(), "no cookie is set").toEqual([]);
  });
});
