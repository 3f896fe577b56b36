// The first door: a course, from its first step to its last.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { SITE } from "../program.mjs";
import { answerRight, walkThrough } from "./support/answers";
import { courses, keyTexts, plainPart, scenario, steps, type Option, type Step } from "./support/course";
import { choose, expect, heading, hydrated, javaScript, onPhone, open, reload, test } from "./support/test";
import type { BrowserContext, Page } from "@playwright/test";

const COURSE = "/laer/digital-post";
const STEPS = steps("digital-post");
const FIRST = STEPS[0];
/** A step of frivillig fordybelse is never asked for. */
const REQUIRED = STEPS.filter(({ deepening }) => !deepening);

test("a question is answered wrong, then right, and the answer is kept", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "Lær selv" }).click();
  await expect(heading(page, "Lær selv")).toBeVisible();
  await page.getByRole("link", { name: /^Digital Post/ }).click();
  await page.getByRole("link", { name: "Begynd", exact: true }).click();
  await expect(heading(page, FIRST.title)).toBeVisible();
  await expect(page.getByText("Lektion 1 af 6, trin 1 af 4")).toBeVisible();

  const [wrong, right] = [option(FIRST, false), option(FIRST, true)];
  await choose(page, wrong.text);
  await page.getByRole("button", { name: "Svar", exact: true }).click();
  await expectVerdict(page, wrong, "Ikke helt");
  await expect(page.getByRole("status").filter({ hasText: "Læs forklaringen, og prøv igen" })).toBeVisible();
  await expect(page.getByText(right.feedback), "what was not chosen is not explained").toHaveCount(0);

  await choose(page, right.text);
  await page.getByRole("button", { name: "Svar igen" }).click();
  await expectVerdict(page, right, "Rigtigt");
  await expect(page.getByText(wrong.feedback)).toHaveCount(0);

  await reload(page);
  await expect(choice(page, right)).toBeChecked();
  await expectVerdict(page, right, "Rigtigt");
});

test("whoever comes back goes on at the exact step", async ({ page }) => {
  await open(page, COURSE);
  await page.getByRole("link", { name: "Begynd", exact: true }).click();
  for (const step of STEPS.slice(0, 2)) {
    await expect(heading(page, step.title)).toBeVisible();
    await page.getByRole("button", { name: "Spring over" }).click();
  }
  await expect(heading(page, STEPS[2].title)).toBeVisible();

  await open(page, "/");
  await page.getByRole("navigation", { name: "Hovedmenu" }).getByRole("link", { name: "Lær" }).click();
  await expect(page.getByText(`2 af ${REQUIRED.length} trin er klaret`, { exact: true })).toBeVisible();
  const advice = page.getByRole("region", { name: "Det næste for dig" });
  await advice.getByRole("link", { name: /^Digital Post/ }).click();
  await expect(heading(page, STEPS[2].title)).toBeVisible();

  await open(page, COURSE);
  await page.getByRole("link", { name: "Fortsæt, hvor du slap" }).click();
  await expect(heading(page, STEPS[2].title)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(STEPS[2].path);
});

test("nothing chosen is said kindly, and is no answer", async ({ page, context }) => {
  await open(page, FIRST.path);
  await page.getByRole("button", { name: "Svar", exact: true }).click();
  await expect(page.getByText("Vælg et svar først.")).toBeVisible();
  expect(await context.cookies(), "there is nothing to keep yet").toEqual([]);
  await hydrated(page);

  const right = option(FIRST, true);
  await choose(page, right.text);
  await page.getByRole("button", { name: "Svar", exact: true }).click();
  await expectVerdict(page, right, "Rigtigt");
  await expect(page.getByText("Vælg et svar først.")).toHaveCount(0);
});

test("the whole course leads to its end", async ({ page }) => {
  test.slow();
  await open(page, COURSE);
  await page.getByRole("link", { name: "Begynd", exact: true }).click();
  for (const step of STEPS) {
    await expect(heading(page, step.title)).toBeVisible();
    await expect(page.locator("input:checked"), "a new question begins with nothing chosen").toHaveCount(0);
    if (step.question) await answerRight(page, step.question);
    if (step.scenario) await walkThrough(page, scenario(step.scenario));
    await page.getByRole("button", { name: "Videre" }).click();
  }
  await expect(heading(page, /^Godt gået/)).toBeVisible();
  await expect(page.getByText(`${REQUIRED.length} af ${REQUIRED.length} trin er klaret`)).toBeVisible();
  const lessons = page.getByRole("main").getByRole("listitem").filter({ hasText: "Klar" });
  await expect(lessons, "every lesson is ready").toHaveCount(6);
  await expect(page.getByText("Øv mere")).toHaveCount(0);

  await open(page, COURSE);
  await page.getByRole("link", { name: "Se, hvad du kan nu" }).click();
  await expect(heading(page, /^Godt gået/)).toBeVisible();
});

test("no wasm holds an answer key", () => {
  test.skip(!javaScript() || onPhone(), "the files are the same for all");
  const folder = join(SITE, "pkg");
  const files = readdirSync(folder).filter((file) => file.endsWith(".wasm"));
  const code = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  expect(code, "the files were looked through").toContain("/api/learning/answer");
  const questions = courses().flatMap((course) => steps(course)).flatMap(({ question }) => question ?? []);
  const keys = questions.flatMap(keyTexts).map(plainPart).filter((text) => text.length > 12);
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.filter((text) => code.includes(text))).toEqual([]);
});

test("the answer key stays on the server until there is an answer", async ({ page }) => {
  const bodies = bodiesOf(page);
  await open(page, COURSE);
  await page.getByRole("link", { name: "Begynd", exact: true }).click();
  for (const step of STEPS.slice(0, 4)) {
    await expect(heading(page, step.title)).toBeVisible();
    await page.getByRole("button", { name: "Spring over" }).click();
  }
  await expect(heading(page, STEPS[4].title)).toBeVisible();
  const seen = (await bodies()).join("\n");
  expect(seen, "the pages were looked through").toContain(plainPart(STEPS[3].question!.options![0].text));
  for (const { question } of STEPS) {
    for (const text of question ? keyTexts(question) : []) expect(seen).not.toContain(plainPart(text));
  }
  expect(seen.replaceAll("\\", "")).not.toMatch(/"correct":\s*(true|false)/);
});

test("an answer to a question with several right ones tells when some are missing", async ({ page }) => {
  const step = STEPS.find(({ question }) => question?.kind === "multiple")!;
  const [first, second] = step.question!.options!.filter(({ correct }) => correct);
  await open(page, step.path);
  await choose(page, first.text);
  await page.getByRole("button", { name: "Svar", exact: true }).click();
  await expectVerdict(page, first, "Rigtigt");
  await expect(page.getByRole("status").filter({ hasText: "Der er flere rigtige svar" })).toBeVisible();
  await expect(page.getByText(second.feedback)).toHaveCount(0);
});

test("no cookie is set before there is something to keep", async ({ page, context }) => {
  for (const path of ["/", "/laer", COURSE, FIRST.path, `${COURSE}/slut`, "/lektier", "/tid/mitid/borgerservice", "/soeg?q=post"]) {
    await open(page, path);
    expect(await context.cookies(), `after reading ${path}`).toEqual([]);
  }

  await open(page, FIRST.path);
  const right = option(FIRST, true);
  await choose(page, right.text);
  await page.getByRole("button", { name: "Svar", exact: true }).click();
  await expectVerdict(page, right, "Rigtigt");
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name)).toEqual(["startlinje"]);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  await expectNothingInStorage(page, context);
});

/** An option of a step's question that is right, or one that is not. */
function option(step: Step, correct: boolean): Option {
  return step.question!.options!.find((option) => Boolean(option.correct) === correct)!;
}

function choice(page: Page, { text }: Option) {
  return page.getByLabel(text, { exact: true });
}

/** The feedback stands beside the option that was chosen: in words, and told with it to those who cannot see it. */
async function expectVerdict(page: Page, option: Option, word: string): Promise<void> {
  const row = page.getByRole("group").locator("div").filter({ has: choice(page, option) }).first();
  await expect(row).toContainText(word);
  await expect(row).toContainText(option.feedback);
  await expect(choice(page, option)).toHaveAccessibleDescription(new RegExp(escaped(option.feedback)));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Collects what the server sends, apart from files that are the same for everybody. */
function bodiesOf(page: Page): () => Promise<string[]> {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const file = /^\/(pkg|fonts|pictures|texts)\//.test(pathname);
    const redirect = response.status() >= 300 && response.status() < 400;
    if (!file && !redirect) bodies.push(response.text());
  });
  return () => Promise.all(bodies);
}

async function expectNothingInStorage(page: Page, context: BrowserContext): Promise<void> {
  const { origins } = await context.storageState();
  expect(origins, `nothing is kept in ${new URL(page.url()).origin}'s storage`).toEqual([]);
}
