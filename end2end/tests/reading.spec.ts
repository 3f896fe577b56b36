// The reading layer: a voice that reads the page, texts in three sizes, and lessons on paper.

import { SCHEDULE } from "./support/booking";
import { keyTexts, plainPart, steps, type Step } from "./support/course";
import { test } from "./support/sound";
import { DANISH, ENGLISH, listen, readAll, spoken, withVoices } from "./support/speech";
import { choose, expect, heading, javaScript, onPhone, open, reload } from "./support/test";
import type { Locator, Page } from "@playwright/test";

const COURSE = "/laer/digital-post";
const STEPS = steps("digital-post");
const FIRST = STEPS[0];
const GUIDE = "/lektier/broeker-5-klasse";
const SIZES = ["Almindelig tekst", "Større tekst", "Største tekst"];

const start = (page: Page) => page.getByRole("button", { name: "Læs op" });

test.describe("reading aloud", () => {
  test.skip(() => !javaScript(), "only scripts can speak");

  test("a step is read from its title to its last option, and each sentence is shown", async ({ page }) => {
    await withVoices(page, [ENGLISH, DANISH]);
    await open(page, FIRST.path);
    const all = await readAll(page);
    const { prompt, options } = FIRST.question!;
    const texts = all.map(({ text }) => text);
    expect(texts[0]).toBe(FIRST.title);
    expect(texts.slice(-options!.length - 2)).toEqual([prompt, "Vælg ét svar.", ...options!.map(({ text }) => text)]);
    expect(texts, "no key, no hint, and nothing that is not shown").not.toContain(options![0].feedback);
    for (const { text, shown, lang, voice, rate } of all) {
      expect(shown.replace(/\s+/g, " "), "what is read is shown").toBe(text);
      expect([lang, voice, rate]).toEqual(["da", DANISH.lang, 1]);
    }
    await expect(start(page), "at the end it can begin anew").toBeVisible();
    expect(await page.evaluate(() => CSS.highlights.has("read-aloud")), "nothing is shown any more").toBe(false);
  });

  test("hints and feedback are read too", async ({ page }) => {
    await withVoices(page, [DANISH]);
    await open(page, FIRST.path);
    const wrong = FIRST.question!.options!.find(({ correct }) => !correct)!;
    await page.getByRole("button", { name: "Giv mig et hint" }).click();
    await expect(page.getByText(FIRST.question!.hints![0])).toBeVisible();
    await choose(page, wrong.text);
    await page.getByRole("button", { name: "Svar", exact: true }).click();
    await expect(page.getByText(wrong.feedback)).toBeVisible();
    const text = (await readAll(page)).map(({ text }) => text).join(" ");
    expect(text).toContain(`Ikke helt ${wrong.feedback}`);
    expect(text).toContain(FIRST.question!.hints![0]);
    expect(text).toContain("Læs forklaringen, og prøv igen");
  });

  test("a pause keeps the place, and the sentence is read again", async ({ page }) => {
    await withVoices(page, [DANISH]);
    await open(page, FIRST.path);
    await start(page).click();
    await listen(page, 3);
    await page.getByRole("button", { name: "Hold pause" }).click();
    const before = await spoken(page);
    await page.getByRole("button", { name: "Læs videre" }).click();
    const after = await spoken(page);
    expect(after.slice(before.length).map(({ text }) => text)).toEqual([before.at(-1)!.text]);

    await page.getByRole("button", { name: "Stop" }).click();
    await expect(start(page), "the focus stays in the bar").toBeFocused();
    expect(await page.evaluate(() => CSS.highlights.has("read-aloud"))).toBe(false);
    await start(page).click();
    expect((await spoken(page)).at(-1)!.text, "after a stop it begins at the top").toBe(FIRST.title);
  });

  test("the speed is remembered, and nothing before it has been chosen", async ({ page, context }) => {
    await withVoices(page, [DANISH]);
    await open(page, FIRST.path);
    await start(page).click();
    expect((await context.storageState()).origins).toEqual([]);
    await page.getByRole("button", { name: "Langsomt" }).click();
    await listen(page, 1);
    expect((await spoken(page)).map(({ rate }) => Math.round(rate * 10))).toEqual([10, 8]);

    await open(page, GUIDE);
    await expect(page.getByRole("button", { name: "Langsomt" })).toHaveAttribute("aria-pressed", "true");
    await start(page).click();
    expect(Math.round((await spoken(page))[0].rate * 10)).toBe(8);
  });

  test("leaving the page ends the reading", async ({ page }) => {
    await withVoices(page, [DANISH]);
    await open(page, FIRST.path);
    await start(page).click();
    await page.getByRole("button", { name: "Spring over" }).click();
    await expect(heading(page, STEPS[1].title)).toBeVisible();
    await expect(start(page)).toBeVisible();
    const before = (await spoken(page)).length;
    await listen(page, 2);
    expect(await spoken(page), "nobody goes on reading the step before").toHaveLength(before);
  });

  test("explained words can still be pressed, and the reading goes on", async ({ page }) => {
    await withVoices(page, [DANISH]);
    await open(page, FIRST.path);
    await start(page).click();
    await listen(page, 1);
    await page.locator(".prose a[href*='/ordbog#']").first().click();
    await expect(page.locator(".word-card")).toBeVisible();
    await listen(page, 1);
    expect(await spoken(page)).toHaveLength(3);
  });

  test("the sentence that is read is on the screen", async ({ page }) => {
    await withVoices(page, [DANISH]);
    await open(page, GUIDE);
    await start(page).click();
    for (let sentence = 0; sentence < 30; sentence += 1) {
      await listen(page, 1);
      const outside = await page.evaluate(() => {
        const [range] = CSS.highlights.get("read-aloud")!.values() as unknown as Iterable<Range>;
        const { top, bottom } = range.getBoundingClientRect();
        return top < 0 || bottom > innerHeight ? String(range) : "";
      });
      expect(outside).toBe("");
    }
  });

  test("every text is read in its own language", async ({ page }) => {
    await withVoices(page, [DANISH, ENGLISH]);
    await open(page, "/en/lektier/division-5-klasse");
    await page.getByRole("button", { name: "Read aloud" }).click();
    await listen(page, 4);
    const heard = await spoken(page);
    expect([heard[0].lang, heard[0].voice]).toEqual(["da", DANISH.lang]);
    const note = heard.find(({ text }) => text === "This text is only in Danish so far.");
    expect([note?.lang, note?.voice]).toEqual(["en", ENGLISH.lang]);
  });

  test("without a voice of its own the browser says so, and what to do", async ({ page }) => {
    const elsewhere = { ...DANISH, localService: false };
    await withVoices(page, [ENGLISH, { lang: "nb-NO", localService: true }, elsewhere]);
    await open(page, "/hjaelp");
    await expect(page.getByText(/^Din browser har ingen dansk stemme\. .+/)).toBeVisible();
    await expect(start(page)).toBeDisabled();
    await expect(page.getByRole("group", { name: "Tempo" })).toHaveCount(0);
  });

  test("the bar is sound", async ({ page, sound }) => {
    await withVoices(page, [DANISH]);
    await open(page, FIRST.path);
    await start(page).click();
    const bar = page.getByRole("group", { name: "Oplæsning" });
    await expectLargeEnough(bar.getByRole("button"));
    await sound.expect(page, FIRST.path, "da");
    await sound.expectAccessible(page, FIRST.path);
  });
});

test("without JavaScript nothing promises to read", async ({ page }) => {
  test.skip(javaScript(), "the bar comes with the scripts");
  for (const path of [FIRST.path, GUIDE, "/hjaelp"]) {
    await open(page, path);
    await expect(page.getByText("Læs op")).toHaveCount(0);
  }
});

test("the text size follows from page to page", async ({ page, context }) => {
  await open(page, "/");
  const ordinary = await fontSize(page);
  for (const [index, name] of SIZES.entries()) {
    await page.getByRole("button", { name }).click();
    await expect(page.getByRole("button", { name })).toHaveAttribute("aria-pressed", "true");
    // The server is told in the background: the next choice waits for it, so that the last one told is the last one made.
    await expect.poll(async () => (await context.cookies())[0]?.value).toBe(["ordinary", "large", "largest"][index]);
    if (index > 0) expect(await fontSize(page)).toBeGreaterThan(ordinary);
  }
  const largest = await fontSize(page);
  await expect
    .poll(() => context.cookies())
    .toMatchObject([{ name: "startlinje-text-size", value: "largest", httpOnly: true, sameSite: "Lax", path: "/" }]);

  await open(page, `/en${GUIDE}`);
  expect(await fontSize(page)).toBe(largest);
  await page.getByRole("button", { name: "Ordinary text" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "ordinary");
  await expect(page, "one stays on the page").toHaveURL(new RegExp(`/en${GUIDE}$`));
  expect(await fontSize(page)).toBe(ordinary);
});

test("a page about an error has the chosen size as well", async ({ page, faults }) => {
  faults.expectStatus(404);
  await open(page, "/");
  await page.getByRole("button", { name: SIZES[2] }).click();
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "largest");
  await reload(page);
  await open(page, "/findes-ikke");
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "largest");
});

test("with scripts the size changes at once and what was typed stays", async ({ page }) => {
  test.skip(!javaScript(), "without scripts the page is fetched anew");
  await open(page, "/soeg");
  await page.getByRole("searchbox").or(page.getByRole("textbox")).first().fill("fuldmagt");
  await page.getByRole("button", { name: SIZES[1] }).click();
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "large");
  await expect(page.getByRole("searchbox").or(page.getByRole("textbox")).first()).toHaveValue("fuldmagt");
});

test("the largest texts fit every screen", async ({ page, sound }) => {
  test.slow();
  await open(page, "/");
  await page.getByRole("button", { name: SIZES[2] }).click();
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "largest");
  const paths = ["/", COURSE, FIRST.path, handout(FIRST), GUIDE, "/hjaelp", "/tid/mitid/borgerservice", "/soeg?q=post"];
  for (const path of paths) {
    await open(page, path);
    await sound.expect(page, path, "da");
  }
});

test("a lesson is printed from its course, with its tasks for a pen", async ({ page, baseURL }) => {
  const lesson = STEPS.filter((step) => step.lesson === FIRST.lesson);
  await open(page, COURSE);
  await page.getByRole("link", { name: /^Print lektionen/ }).first().click();
  await expect(page).toHaveURL(new RegExp(`${handout(FIRST)}$`));
  const sheet = page.getByRole("article");
  for (const [index, step] of lesson.entries()) {
    await expect(sheet.getByRole("heading", { name: `${index + 1}. ${step.title}` })).toBeVisible();
    if (step.question) await expect(sheet).toContainText(step.question.prompt);
    for (const { text } of step.question?.options ?? []) await expect(sheet).toContainText(text);
  }
  await expect(sheet).toContainText(SCHEDULE.municipality.phone);
  await expect(sheet).toContainText(`${baseURL}${COURSE}`);
  await expect(sheet.getByRole("img", { name: "QR-kode, der åbner lektionen" })).toBeVisible();
  await expect(sheet.getByRole("heading", { name: "Svære ord" })).toBeVisible();
  await expect(sheet.getByRole("heading", { name: "Dine noter" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Print lektionen" })).toHaveCount(javaScript() ? 1 : 0);
});

test("paper never tells what is right", async ({ page }) => {
  for (const lesson of new Set(STEPS.map(({ lesson }) => lesson))) {
    const answer = await page.goto(`${COURSE}/${lesson}/ark`);
    const body = await answer!.text();
    const questions = STEPS.filter((step) => step.lesson === lesson).flatMap(({ question }) => question ?? []);
    for (const text of questions.flatMap(keyTexts)) expect(body).not.toContain(plainPart(text));
  }
});

test("the easy text can be chosen for paper", async ({ page }) => {
  await open(page, handout(FIRST));
  const ordinary = await page.getByRole("article").innerText();
  await page.getByRole("link", { name: "Let at læse" }).click();
  await expect(page).toHaveURL(/\?tekst=let$/);
  await expect(page.getByRole("link", { name: "Let at læse" })).toHaveAttribute("aria-current", "true");
  expect(await page.getByRole("article").innerText()).not.toBe(ordinary);
});

test("on paper there is nothing to press, and every letter is 14 points or more", async ({ page }) => {
  test.skip(onPhone(), "paper is as wide as it is");
  await open(page, handout(FIRST));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".site-header").getByText("Startlinje")).toBeVisible();
  for (const gone of [page.getByRole("navigation"), page.getByRole("button"), page.getByRole("complementary")]) {
    await expect(gone.filter({ visible: true })).toHaveCount(0);
  }
  const small = await page.getByRole("article").evaluate((article) =>
    [...article.querySelectorAll("*")]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim()))
      // 14 points are 18.67 pixels.
      .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 18.6)
      .map((element) => element.outerHTML),
  );
  expect(small).toEqual([]);
});

/** Where a step's lesson is printed from. */
function handout(step: Step): string {
  return `${COURSE}/${step.lesson}/ark`;
}

/** The size of the page's running text, in pixels. */
async function fontSize(page: Page): Promise<number> {
  return page.locator("main p").first().evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
}

/** 44 by 44 pixels at least. */
async function expectLargeEnough(targets: Locator): Promise<void> {
  for (const target of await targets.all()) {
    const { width, height } = (await target.boundingBox())!;
    expect(Math.min(width, height), await target.innerText()).toBeGreaterThanOrEqual(44);
  }
}
