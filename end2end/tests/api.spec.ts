// What other systems and sites get: the page that explains the API, and the next free time in a frame.

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

test("the next free time leads out of its frame to the times", async ({ page, baseURL }) => {
  await page.route("https://another.example/", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!DOCTYPE html><iframe src="${baseURL}${WIDGET}" title="Næste ledige tid"></iframe>`,
    }),
  );
  await page.goto("https://another.example/");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Næste ledige tid" })).toBeVisible();
  await frame.getByRole("link", { name: "Se ledige tider" }).click();
  await page.waitForURL(/\/tid\/mitid\/borgerservice$/);
  expect(await page.context().cookies(), "no cookie is set").toEqual([]);
});
