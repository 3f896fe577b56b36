// Taking one's progress along, and having it forgotten.

import { answerRight } from "./support/answers";
import { steps } from "./support/course";
import { choose, expect, heading, hydrated, javaScript, open, test } from "./support/test";

const POST = steps("digital-post");
const PHONE = steps("telefon-tablet");

test("a code brings what was learned to another browser, and nothing is lost", async ({ page, browser, faults }) => {
  const [here, there] = [POST.find(({ question }) => question)!, PHONE.find(({ question }) => question)!];
  await open(page, here.path);
  await answerRight(page, here.question!);
  await page.getByRole("button", { name: "Videre" }).click();
  await open(page, "/laer/gem");
  await page.getByRole("button", { name: "Giv mig en kode" }).click();
  const code = (await page.locator(".ticket__code").innerText()).trim();
  expect(code.split(/\s+/)).toHaveLength(4);
  await expect(page.getByRole("img", { name: "QR-kode, der åbner siden" })).toBeVisible();

  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, ...test.info().project.use });
  const other = await context.newPage();
  faults.watch(other);
  await open(other, there.path);
  await answerRight(other, there.question!);
  await other.getByRole("button", { name: "Videre" }).click();
  await open(other, "/laer/gem");
  await other.getByLabel("Skriv de fire ord").fill("hest hest hest");
  await other.getByRole("button", { name: "Hent det, jeg har lært" }).click();
  await expect(other.getByText("En kode er fire ord.")).toBeVisible();
  await expect(other.getByLabel("Skriv de fire ord"), "what was typed is kept").toHaveValue("hest hest hest");
  await other.getByLabel("Skriv de fire ord").fill(code.toUpperCase());
  await other.getByRole("button", { name: "Hent det, jeg har lært" }).click();
  await expect(other.getByText("Du har nu 2 trin i 2 forløb og 2 svar.")).toBeVisible();
  for (const { path } of [here, there]) {
    await open(other, path);
    await expect(other.getByRole("button", { name: "Svar igen" }), path).toBeVisible();
  }

  await open(page, there.path);
  await expect(page.getByRole("button", { name: "Svar igen" }), "the first browser has it too").toBeVisible();
  await context.close();
});

test("a code that a camera has read is typed in, and stands in no address", async ({ page }) => {
  test.skip(!javaScript(), "without scripts the words are typed");
  await open(page, "/laer/gem#kode=fjord-kanel-lampe-hest");
  await expect(page.getByLabel("Skriv de fire ord")).toHaveValue("fjord kanel lampe hest");
  expect(new URL(page.url()).hash).toBe("");
});

test("on a shared computer everything is forgotten", async ({ page, context }) => {
  const step = POST.find(({ question }) => question)!;
  await open(page, step.path);
  await answerRight(page, step.question!);
  await open(page, "/laer/gem");
  await page.getByRole("button", { name: "Ja, det er en fælles computer" }).click();
  await expect(page.getByText("Vi husker dig kun, mens du sidder her.")).toBeVisible();
  await page.getByRole("button", { name: "Glem alt på denne enhed" }).click();
  await expect(heading(page, "Alt er glemt her")).toBeVisible();
  await hydrated(page);
  expect(await context.cookies()).toEqual([]);
  await open(page, step.path);
  await expect(page.getByRole("button", { name: "Svar", exact: true })).toBeVisible();
});

test("whoever keeps failing is offered help, and in the end a person", async ({ page }) => {
  test.slow();
  const step = POST.find(({ question }) => question?.kind === "single" && question.hints)!;
  const wrong = step.question!.options!.find(({ correct }) => !correct)!;
  await open(page, step.path);
  for (let failures = 1; failures <= 8; failures += 1) {
    await choose(page, wrong.text);
    await page.getByRole("button", { name: /^Svar( igen)?$/ }).click();
    // What was said of the answer before still stands there: the form tells when this one has been heard.
    await expect(page.locator("form[aria-busy]")).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: "Ikke helt" })).toBeVisible();
    if (failures < 4) await expect(page.getByText("Det driller.")).toBeHidden();
    if (failures === 4) await expect(page.getByText("Tryk på hintet")).toBeVisible();
  }
  await page.getByRole("button", { name: "Book en tid, hvor vi ser på det sammen" }).click();
  await expect(heading(page, "Hvad vil du have hjælp til?")).toBeVisible();
  const note = page.locator(".note", { hasText: "Det handler om" });
  await expect(note.getByRole("link", { name: step.title }), "the step goes along").toBeVisible();
  await note.getByRole("button", { name: "Nej, det handler om noget andet" }).click();
  await expect(note).toBeHidden();
});

test("hints are given one by one, and the easy text is one press away", async ({ page }) => {
  const step = POST.find(({ question }) => question?.hints && question.hints.length > 1)!;
  await open(page, step.path);
  const [first, second] = step.question!.hints!;
  await expect(page.getByText(first)).toHaveCount(0);
  await page.getByRole("button", { name: "Giv mig et hint" }).click();
  await expect(page.getByText(first)).toBeVisible();
  await expect(page.getByText(second)).toHaveCount(0);
  await page.getByRole("button", { name: "Giv mig et hint" }).click();
  await expect(page.getByText(second)).toBeVisible();

  await page.getByRole("button", { name: "Læs den lette udgave" }).click();
  await expect(page.getByRole("button", { name: "Læs den almindelige udgave" })).toBeVisible();
  await page.getByRole("button", { name: "Spring over" }).click();
  await expect(heading(page, step.title)).toBeHidden();
  await expect(page.getByRole("button", { name: "Læs den almindelige udgave" }), "the choice is kept").toBeVisible();
});
