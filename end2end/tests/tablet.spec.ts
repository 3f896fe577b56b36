// What schools hold in their hands: a class, and a lesson of two, on tablets.

import { enterClass, newClass, openClass, press as pressCard, row } from "./support/classroom";
import { choose, expect, heading, onPhone, open } from "./support/test";
import { steps } from "./support/course";
import { anotherBrowser } from "./support/desk";
import { test } from "./support/sound";
import { CHECK, SECOND, press, shown, two } from "./support/tutor";

const TABLET = { width: 820, height: 1180 };

test.use({ viewport: TABLET, hasTouch: true });

// A tablet is a tablet in every project: once with scripts and once without is enough.
test.beforeEach(() => test.skip(onPhone(), "the same tablet as beside the desktop"));

test("a class on tablets: made, joined by pictures, stuck, seen and helped", async ({ page, browser, baseURL, sound }) => {
  test.slow();
  const name = `1.t ${test.info().project.name} ${test.info().retry}`;
  const [ali, bertha] = await newClass(page, name, "1");
  await sound.expect(page, "the cards", "da");
  const first = await anotherBrowser(browser, baseURL, TABLET);
  await enterClass(first, ali.code);
  await expect(heading(first, "Tryk på billede 1")).toBeVisible();
  await sound.expect(first, "the pictures", "da");
  await pressCard(first, ali);
  await sound.expect(first, "today", "da");

  // Four wrong answers: the teacher sees it though nobody has asked.
  const step = steps("digital-post").find(({ question }) => question?.kind === "single")!;
  const wrong = step.question!.options!.find(({ correct }) => !correct)!;
  await open(first, step.path);
  for (let failures = 1; failures <= 4; failures += 1) {
    await choose(first, wrong.text);
    await first.getByRole("button", { name: /^Svar( igen)?$/ }).click();
    await expect(first.locator("form[aria-busy]")).toHaveCount(0);
    await expect(first.getByRole("status").filter({ hasText: "Ikke helt" })).toBeVisible();
  }
  await openClass(page, name);
  await sound.expect(page, "the class", "da");
  await page.getByRole("link", { name: "Se, hvordan det går nu" }).click();
  await expect(row(page, "Ali")).toContainText("Har svaret forkert fire gange eller mere");

  // The next pupil takes the same tablet.
  await first.getByRole("button", { name: "Log ud" }).click();
  await expect(heading(first, "Du er logget ud")).toBeVisible();
  await first.getByRole("link", { name: "Log en anden ind" }).click();
  await pressCard(first, bertha);
  await first.getByRole("button", { name: "Jeg sidder fast" }).click();
  await expect(first.getByText("Din lærer ved, at du sidder fast.")).toBeVisible();
  await shown(page, () => expect(row(page, "Bertha")).toContainText("Beder om hjælp"));
  await expect(row(page, "Ali")).toContainText("Ikke logget ind");
  await sound.expect(page, "the class just now", "da");
  await row(page, "Bertha").getByRole("button", { name: /^Har fået hjælp/ }).click();
  await expect(row(page, "Bertha")).toContainText("I gang");
  await first.context().close();
});

test("a lesson of two on tablets", async ({ page, browser, baseURL, sound }) => {
  test.slow();
  const helper = await two(page, browser, baseURL, TABLET);
  await sound.expect(page, "the citizen's tablet", "da");
  await sound.expect(helper, "the helper's tablet", "da");
  await press(helper, CHECK);
  await shown(page, () => expect(page.getByRole("button", { name: CHECK })).toHaveAttribute("aria-pressed", "true"));
  await press(page, "Ja, videre");
  await expect(heading(page, SECOND)).toBeVisible();
  await shown(helper, () => expect(heading(helper, SECOND)).toBeVisible());
  await press(page, "Slut for i dag");
  await expect(heading(page, "Godt gået")).toBeVisible();
  await sound.expect(page, "the end", "da");
  await helper.context().close();
});
