// The homework café: a child asks in one browser, a volunteer answers in another, a coordinator looks on.

import { ALWAYS, ask, taking } from "./support/cafe";
import { anotherBrowser, cafeHours, signInTo } from "./support/desk";
import { test } from "./support/sound";
import { expect, heading, javaScript, open } from "./support/test";
import type { Locator, Page } from "@playwright/test";

const OWN = "/lektier/cafe/rum";
/** A green PNG of 8 by 4 pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mnAAAAFElEQVR4nGMUibJhwAaYsIqSJQEAQuAAsiEzkbYAAAAASUVORK5CYII=",
  "base64",
);

test("a child asks, a volunteer answers, and both see what the other writes", async ({ page, browser, baseURL, sound }) => {
  await cafeHours(ALWAYS, async () => {
    await open(page, "/lektier/cafe");
    await expect(page.locator(".cafe-door__sign")).toContainText("Åben nu");
    await sound.expect(page, "the café", "da");
    await page.getByRole("link", { name: "Stil et spørgsmål" }).click();
    await expect(heading(page, "Hvad sidder du fast i?")).toBeVisible();
    await sound.expect(page, "asking", "da");
    await ask(page, "Hvad er 3/4 + 1/2?");
    await expect(page.locator(".cafe-standing")).toContainText(/næste|før dig/);
    await sound.expect(page, "the line", "da");

    const helper = await taking(browser, baseURL, "Hvad er 3/4 + 1/2?");
    await expect(helper.getByText("Vi løser den ikke for dig.")).toBeVisible();
    await sound.expectAccessible(helper, "the volunteer's room");
    await withNews(page, page.locator(".cafe-standing"), /minutter tilbage/);

    await write(helper, "Hvad har du prøvet?");
    await seeNews(page);
    await expect(page.getByText("Hvad har du prøvet?")).toBeVisible();
    await write(page, "Jeg fik 4/6");
    await seeNews(helper);
    await expect(helper.getByText("Jeg fik 4/6")).toBeVisible();
    await sound.expect(page, "the child's room", "da");

    await write(helper, "Min snap er viggo");
    await expect(helper.getByText("Det ligner et navn på et socialt medie.")).toBeVisible();
    await expect(helper.getByLabel("Skriv", { exact: true })).toHaveValue("Min snap er viggo");

    await page.getByText("Slut for i dag").click();
    await page.getByLabel("Hvad vil du prøve næste gang?").fill("Tegne brøkerne");
    await page.getByRole("button", { name: "Slut samtalen" }).click();
    await expect(page.locator(".cafe-standing")).toHaveText("Samtalen er slut.");
    await seeNews(helper);
    await expect(helper.getByText("Tegne brøkerne")).toBeVisible();
    await helper.context().close();
  });
});

test("a coordinator ends a room that somebody has reported", async ({ page, browser, baseURL, sound }) => {
  await cafeHours(ALWAYS, async () => {
    await open(page, "/lektier/cafe/spoerg");
    await ask(page, "Hvorfor er 0,5 det samme som 1/2?");
    const helper = await taking(browser, baseURL, "Hvorfor er 0,5");
    await page.goto(OWN);
    await page.getByRole("button", { name: "Bed en voksen fra kommunen se på det" }).click();
    await expect(page.getByText("En voksen fra kommunen ser på samtalen.")).toBeVisible();

    const coordinator = await anotherBrowser(browser, baseURL);
    await signInTo(coordinator, "/personale/cafe/log", "coordinator");
    await sound.expectAccessible(coordinator, "the log");
    await coordinator.locator(".desk-row").filter({ hasText: "I gang" }).getByRole("link").first().click();
    await expect(coordinator.getByText("Hvorfor er 0,5")).toBeVisible();
    await coordinator.getByText("Slut for i dag").click();
    await coordinator.getByRole("button", { name: "Slut samtalen" }).click();
    await expect(coordinator.locator(".cafe-standing")).toHaveText("Samtalen er slut.");
    await withNews(page, page.locator(".cafe-standing"), "Samtalen er slut.");
    await open(coordinator, "/personale/cafe/frivillige");
    await sound.expectAccessible(coordinator, "the roster");
    await coordinator.context().close();
    await helper.context().close();
  });
});

test("outside hours a question is kept, and read elsewhere by its code", async ({ page, browser, baseURL, sound }) => {
  await cafeHours([], async () => {
    await open(page, "/lektier/cafe");
    await expect(page.locator(".cafe-door__sign")).toContainText("Lukket");
    await page.getByRole("link", { name: "Skriv nu, få svar når vi åbner" }).click();
    await ask(page, "Hvordan staver man til hvordan?", "Gem spørgsmålet");
    await expect(page.getByText("Vi har gemt dit spørgsmål.")).toBeVisible();
    await sound.expect(page, "a question that is kept", "da");
    const code = await page.locator(".ticket__code").innerText();
    expect(code, "three words").toMatch(/^[a-z]+-[a-z]+-[a-z]+$/);

    const telephone = await anotherBrowser(browser, baseURL);
    await open(telephone, "/lektier/cafe");
    await telephone.getByLabel("Din kode").fill(code.replaceAll("-", " "));
    await telephone.getByRole("button", { name: "Vis mit spørgsmål" }).click();
    await expect(telephone.getByText("Hvordan staver man til hvordan?")).toBeVisible();
    await telephone.context().close();
    await page.getByRole("button", { name: "Træk spørgsmålet tilbage" }).click();
    await expect(heading(page, "Lektiecafé")).toBeVisible();
  });
});

test("what may not pass is told, and nothing typed is lost", async ({ page, sound }) => {
  await open(page, "/lektier/cafe/spoerg");
  await page.getByLabel("Opgaven, og hvad du har prøvet").fill("Ring til 23 45 67 89");
  await page.getByRole("button", { name: /spørgsmålet$/ }).click();
  await expect(page.getByRole("alert")).toContainText("Vælg et fag.");
  await expect(page.getByRole("alert")).toContainText("Det ligner et telefonnummer.");
  await expect(page.getByLabel("Opgaven, og hvad du har prøvet")).toHaveValue("Ring til 23 45 67 89");
  await sound.expectAccessible(page, "asking with errors");
});

test("a picture is sent while somebody waits, and what is none is refused", async ({ page, sound }) => {
  await cafeHours(ALWAYS, async () => {
    await open(page, "/lektier/cafe/spoerg");
    await ask(page, "Hvad står der på side 12?");
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
    await sendPicture(page, "tegning.png", svg);
    await expect(page.getByText("Filen er ikke et billede, vi kan vise.")).toBeVisible();
    await sound.expectAccessible(page, "a file that is no picture");
    await sendPicture(page, "opgave.png", PICTURE);
    const picture = page.getByAltText("Billede af opgaven");
    await expect(picture).toHaveJSProperty("naturalWidth", 8);
    await sound.expect(page, "a question with a picture", "da");
    await page.getByRole("button", { name: "Træk spørgsmålet tilbage" }).click();
    await expect(heading(page, "Lektiecafé")).toBeVisible();
  });
});

test("a picture that is too large is made smaller before it is sent", async ({ page }) => {
  test.skip(!javaScript(), "only a script can");
  await cafeHours(ALWAYS, async () => {
    await open(page, "/lektier/cafe/spoerg");
    await ask(page, "Hvad er der på det store billede?");
    await page.getByText("Send et billede", { exact: true }).click();
    const field = page.getByLabel("Billede af opgaven", { exact: true });
    const bytes = () => field.evaluate((input: HTMLInputElement) => input.files![0].size);
    await field.setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: await noise(page, 2000, 1000) });
    await expect.poll(bytes).toBeLessThan(5_000_000);
    await page.getByRole("button", { name: "Send billedet" }).click();
    await expect(page.getByAltText("Billede af opgaven")).toHaveJSProperty("naturalWidth", 1600);
    await page.getByRole("button", { name: "Træk spørgsmålet tilbage" }).click();
    await expect(heading(page, "Lektiecafé")).toBeVisible();
  });
});

test("nobody finds a room that is not theirs", async ({ page, faults }) => {
  faults.expectStatus(401, 404);
  expect((await page.goto(OWN))?.status()).toBe(404);
  expect((await page.goto("/personale/cafe/rum/1"))?.status()).toBe(401);
  await signInTo(page, "/personale/cafe", "volunteer");
  expect((await page.goto("/personale/cafe/rum/999999"))?.status()).toBe(404);
});

async function sendPicture(page: Page, name: string, buffer: Buffer): Promise<void> {
  const field = page.getByLabel("Billede af opgaven", { exact: true });
  if (!(await field.isVisible())) await page.getByText("Send et billede", { exact: true }).click();
  await field.setInputFiles({ name, mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "Send billedet" }).click();
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
}

/** A PNG that cannot be packed: three bytes a pixel. */
async function noise(page: Page, width: number, height: number): Promise<Buffer> {
  const address = await page.evaluate(
    ([width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const context = canvas.getContext("2d")!;
      const pixels = context.createImageData(width, height);
      pixels.data.forEach((_, index) => (pixels.data[index] = index % 4 === 3 ? 255 : Math.random() * 256));
      context.putImageData(pixels, 0, 0);
      return canvas.toDataURL("image/png");
    },
    [width, height],
  );
  return Buffer.from(address.split(",")[1], "base64");
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel("Skriv", { exact: true }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator("form[aria-busy]")).toHaveCount(0);
}

/** Without scripts the second button fetches the page; with them it must come by itself. */
async function seeNews(page: Page): Promise<void> {
  if (!javaScript()) await page.getByRole("button", { name: "Se nyt, behold min tekst" }).click();
}

/** Without scripts the page is loaded again. */
async function withNews(page: Page, place: Locator, text: string | RegExp): Promise<void> {
  if (!javaScript()) await page.reload();
  await expect(place).toHaveText(text);
}
