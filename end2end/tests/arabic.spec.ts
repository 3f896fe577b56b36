// Arabic: from right to left, with Danish beside it where something has not been translated.

import { steps, type Option } from "./support/course";
import { test } from "./support/sound";
import { choose, expect, heading, hydrated, open } from "./support/test";
import type { Locator } from "@playwright/test";

const STEPS = steps("mitid", "ar");
const FIRST = STEPS[0];
const POINT = STEPS.find(({ question }) => question?.kind === "point")!;
const GROUPS = STEPS.find(({ question }) => question?.kind === "groups")!;
const EXERCISE = STEPS.find(({ scenario }) => scenario)!;
const ONLY_DANISH = "هذا النص متوفر باللغة الدنماركية فقط حتى الآن.";

/** Pages of every kind. */
const PAGES = [
  "/ar",
  "/ar/laer",
  "/ar/laer/mitid",
  "/ar/laer/mitid/slut",
  `/ar${FIRST.path}`,
  `/ar${POINT.path}`,
  `/ar${GROUPS.path}`,
  `/ar${EXERCISE.path}`,
  "/ar/laer/foerste-budget",
  "/ar/lektier",
  "/ar/lektier/oev",
  "/ar/lektier/oev/broeker-samme-naevner/1",
  "/ar/ordbog",
  "/ar/hjaelp",
  "/ar/privatliv",
  "/ar/soeg?q=mitid",
  "/ar/tid",
  "/ar/tid/mitid/borgerservice",
];

test("a page is switched to Arabic, and turns", async ({ page, baseURL }) => {
  await open(page, "/laer/mitid");
  await page.getByRole("link", { name: "العربية" }).click();
  await expect(page).toHaveURL(`${baseURL}/ar/laer/mitid`);
  await expect(heading(page, /^MitID: كيف تحصل عليه/)).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await hydrated(page);

  await page.getByRole("link", { name: "ابدأ", exact: true }).click();
  await expect(heading(page, FIRST.title), "links stay in the language").toBeVisible();
  await expect(page).toHaveURL(`${baseURL}/ar${FIRST.path}`);
});

test("a question is answered in Arabic, wrong and then right", async ({ page }) => {
  const [wrong, right] = [option(false), option(true)];
  await open(page, `/ar${FIRST.path}`);
  await choose(page, wrong.text);
  await page.getByRole("button", { name: "أجب", exact: true }).click();
  await expect(page.getByText(wrong.feedback)).toBeVisible();
  await choose(page, right.text);
  await page.getByRole("button", { name: "أجب مرة أخرى" }).click();
  await expect(page.getByText(right.feedback)).toBeVisible();
  await page.getByRole("button", { name: "التالي" }).click();
  await expect(heading(page, STEPS[1].title)).toBeVisible();
});

test("telephone numbers are read from the left", async ({ page }) => {
  await open(page, "/ar/hjaelp");
  await expect(page.locator(".help-band__phone")).toHaveCSS("direction", "ltr");
  const support = page.getByRole("listitem").filter({ hasText: "33\u00a098\u00a000\u00a010" });
  expect(await leftToRight(support, "33", "10"), "33 stands left of 10").toBe(true);
});

test("dates and times are Arabic, with the digits of Danish letters", async ({ page }) => {
  await open(page, "/ar/tid/mitid/borgerservice");
  for (const day of await page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents()) {
    expect(day, "الأربعاء 25 نوفمبر").toMatch(/^\p{Script=Arabic}+ \d{1,2} \p{Script=Arabic}+$/u);
  }
  for (const time of await page.locator(".time-row__time").allTextContents()) {
    expect(time).toMatch(/^الساعة \d{1,2}:\d\d$/);
  }
});

test("what has not been translated is in Danish, from the left, and marked so", async ({ page }) => {
  for (const path of ["/ar/laer/foerste-budget", "/ar/lektier/broeker-5-klasse"]) {
    await open(page, path);
    const text = page.locator("article[lang=da]");
    await expect(text).toHaveAttribute("dir", "ltr");
    const note = text.getByText(ONLY_DANISH);
    await expect(note, path).toBeVisible();
    await expect(note).toHaveAttribute("lang", "ar");
    await expect(note).toHaveAttribute("dir", "rtl");
  }
});

test("the pages are sound in Arabic", async ({ page, sound }) => {
  test.setTimeout(180_000);
  for (const path of PAGES) {
    await open(page, path);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await sound.expect(page, path, "ar");
    if (path === "/ar/laer/mitid") await sound.expectAccessible(page, path);
  }
});

/** An option of the first question that is right, or one that is not. */
function option(correct: boolean): Option {
  return FIRST.question!.options!.find((option) => Boolean(option.correct) === correct)!;
}

/** Whether one part of a text is drawn to the left of another. */
async function leftToRight(place: Locator, first: string, second: string): Promise<boolean> {
  return place.evaluate(
    (element, parts) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent!;
        if (!parts.every((part) => text.includes(part))) continue;
        const [left, right] = parts.map((part) => {
          const range = document.createRange();
          range.setStart(walker.currentNode, text.indexOf(part));
          range.setEnd(walker.currentNode, text.indexOf(part) + part.length);
          return range.getBoundingClientRect().left;
        });
        return left < right;
      }
      return false;
    },
    [first, second],
  );
}
