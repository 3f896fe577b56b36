// What goes wrong is told as it is, with a way on, and nothing of the inside is shown.

import { daysFromNow, fillInName, timesOffered } from "./support/booking";
import { steps } from "./support/course";
import { expect, heading, hydrated, javaScript, open, test } from "./support/test";
import type { APIResponse, Page, Response } from "@playwright/test";

const HTML = { Accept: "text/html" };
const STEPS = steps("digital-post").filter(({ deepening }) => !deepening).length;
const BROKEN_TEXT = Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3d, 0xff, 0xfe, 0x26, 0x6c, 0x3d, 0xc3, 0x28]);

test("what does not exist is answered with a page that leads on", async ({ page, faults }) => {
  faults.expectStatus(404);
  const past = "2020-01-06T09:00Z";
  const night = `${daysFromNow(3)}T02:00Z`;
  for (const path of [
    "/findes-ikke",
    "/findes/slet/ikke",
    "/tid/findes-ikke",
    "/tid/FINDES IKKE",
    "/tid/mitid/findes-ikke",
    "/tid/vi-ringer/bibliotek",
    `/tid/mitid/borgerservice/${past}`,
    `/tid/mitid/borgerservice/${night}`,
    "/tid/mitid/borgerservice/i-morgen",
    "/laer/findes-ikke",
    "/laer/digital-post/hvad-er-det/findes-ikke",
    "/laer/digital-post/findes-ikke/postkassen",
    "/lektier/findes-ikke",
    "/muligheder/findes-ikke",
    "/en/findes-ikke",
  ]) {
    const answer = await page.goto(path);
    const title = path.startsWith("/en/") ? "We cannot find the page" : "Vi kan ikke finde siden";
    await expectErrorPage(page, answer, 404, title);
    await hydrated(page);
    await expect(heading(page, title)).toBeVisible();
  }
  await page.getByRole("link", { name: "Get help", exact: true }).click();
  await expect(page).toHaveURL(/\/en\/hjaelp$/);
});

test("a lesson's own page is found, but not under another lesson", async ({ page, faults }) => {
  faults.expectStatus(404);
  const answer = await page.goto("/laer/digital-post/find-brevet/postkassen");
  await expectErrorPage(page, answer, 404, "Vi kan ikke finde siden");
});

test("a page that needs what was typed says so when it is gone", async ({ page, faults }) => {
  faults.expectStatus(409);
  for (const path of ["/tid/tjek", "/tid/kvittering", "/tid/afbud/tjek", "/tid/afbud/slut"]) {
    await expectErrorPage(page, await page.goto(path), 409, "Vi har ikke længere det, du skrev");
  }
});

test("a name of a million letters is refused, and nothing happens", async ({ page, faults }) => {
  faults.expectStatus(413);
  await openFirstTime(page);
  await fillInName(page, "a");
  await page.getByLabel("Navn", { exact: true }).evaluate((field: HTMLInputElement) => (field.value = "a".repeat(1 << 20)));
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(page.getByText(/Du har sendt mere, end vi kan tage imod/)).toBeVisible();
  if (javaScript()) {
    await expect(page.getByLabel("Navn", { exact: true }), "what was typed is still there").toHaveValue(/^a{1000}/);
  } else {
    await expect(heading(page, "Det var for meget på én gang")).toBeVisible();
    await expectHelp(page);
  }
});

test("a name that is far too long for a name is refused in words", async ({ page }) => {
  await openFirstTime(page);
  await fillInName(page, "å".repeat(5_000));
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Navnet er for langt" })).toBeFocused();
});

test("text that is no text is refused", async ({ page, context, faults }) => {
  faults.expectStatus(400, 404);
  for (const path of ["/laer/%FF%FE", "/lektier/%C3%28", "/soeg?q=%FF%FE", "/tid/mitid/%ED%A0%80"]) {
    const answer = await page.goto(path);
    expect([200, 400, 404], `${path} is answered`).toContain(answer!.status());
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectHelp(page);
    expectNothingLeaked(await answer!.text());
  }
  for (const path of ["/api/appointments/save-details", "/api/staff/sign-in", "/api/learning/answer"]) {
    const headers = { ...HTML, "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await context.request.post(path, { headers, data: BROKEN_TEXT });
    expect(answer.status(), path).toBe(400);
    await expectErrorAnswer(answer, "Det forstod vi ikke");
  }
});

test("what makes no sense in a form is refused", async ({ context }) => {
  const details = { service: "mitid", location: "borgerservice", slot: "i morgen", locale: "da", name: "Bo", contact: "none" };
  const cases: [path: string, form: Record<string, string>, status: number][] = [
    ["/api/appointments/save-details", details, 400],
    ["/api/appointments/save-details", { ...details, slot: "2026-11-25T09:31Z" }, 400],
    ["/api/appointments/save-details", { ...details, contact: "brevdue" }, 400],
    ["/api/appointments/save-details", { ...details, slot: "2026-11-25T09:30Z", location: "bibliotek", service: "vi-ringer" }, 404],
    ["/api/learning/answer", { course: "digital-post", lesson: "hvad-er-det", step: "postkassen", locale: "da", "given[0]": "findes-ikke" }, 400],
    ["/api/learning/advance", { course: "digital-post", step: "findes-ikke", locale: "da" }, 404],
    ["/api/appointments/book", { locale: "klingon" }, 400],
    ["/api/appointments/book", { locale: "da" }, 409],
    ["/api/appointments/cancel", { locale: "da" }, 409],
  ];
  for (const [path, form, status] of cases) {
    const answer = await context.request.post(path, { headers: HTML, form, maxRedirects: 0 });
    expect(answer.status(), `${path} ${JSON.stringify(form)}`).toBe(status);
    await expectErrorAnswer(answer);
    const plain = await context.request.post(path, { headers: { Accept: "application/json" }, form, maxRedirects: 0 });
    expect(plain.status(), `${path} for a program`).toBe(status);
    expectNothingLeaked(await plain.text());
  }
});

test("whoever brings a cookie that is none is a new visitor", async ({ page, context, baseURL }) => {
  for (const value of ["abc", "%00%ff", "A".repeat(22), "../../etc/passwd", "'; DROP TABLE session; --"]) {
    await context.addCookies([{ name: "startlinje", value: encodeURIComponent(value), url: baseURL! }]);
    await open(page, "/laer/digital-post/hvad-er-det/postkassen");
    await page.getByRole("button", { name: "Spring over" }).click();
    await expect(heading(page, "Hvem skriver til dig?")).toBeVisible();
    const [cookie] = await context.cookies();
    expect(decodeURIComponent(cookie.value), "a new session").not.toBe(value);
    await open(page, "/laer");
    await expect(page.getByText(`1 af ${STEPS} trin er klaret`, { exact: true })).toBeVisible();
  }
});

test("a form sent from another site is refused", async ({ page, context, faults, baseURL }) => {
  faults.expectStatus(403);
  const form = { locale: "da", course: "digital-post", step: "postkassen" };
  for (const headers of [
    { ...HTML, Origin: "https://ond.example", "Sec-Fetch-Site": "cross-site" },
    { ...HTML, "Sec-Fetch-Site": "cross-site" },
    { ...HTML, "Sec-Fetch-Site": "same-site" },
    { ...HTML, Origin: "https://ond.example" },
    { ...HTML, Origin: "null" },
  ]) {
    const answer = await context.request.post("/api/learning/advance", { headers, form, maxRedirects: 0 });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
    await expectErrorAnswer(answer);
  }
  expect(await context.cookies(), "nothing has been kept").toEqual([]);

  // The same from a real page of another site.
  await page.route("https://ond.example/", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="da"><title>Ond</title><form method="post" action="${baseURL}/api/learning/advance">
        <input name="locale" value="da"><input name="course" value="digital-post"><input name="step" value="postkassen">
        <button>Vind en præmie</button></form></html>`,
    }),
  );
  await page.goto("https://ond.example/");
  await page.getByRole("button", { name: "Vind en præmie" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du har ikke adgang til siden");
  await expectHelp(page);
  expect(await context.cookies(), "nothing has been kept").toEqual([]);
});

test("a page without a connection says so and keeps what was typed", async ({ page, context, faults }) => {
  test.skip(!javaScript(), "without JavaScript the browser has its own page for it");
  await openFirstTime(page);
  await fillInName(page, "Birthe Holm");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Se efter, om du er på nettet" })).toBeVisible();
  await expect(page.getByLabel("Navn", { exact: true })).toHaveValue("Birthe Holm");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(heading(page, "Er det rigtigt?")).toBeVisible();
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
});

/** The form that asks who comes, for a time that is free. */
async function openFirstTime(page: Page): Promise<void> {
  await open(page, "/tid/digital-post/bibliotek");
  const [slot] = await timesOffered(page);
  await open(page, `/tid/digital-post/bibliotek/${slot}`);
}

async function expectErrorPage(page: Page, answer: Response | null, status: number, title: string): Promise<void> {
  expect(answer?.status(), page.url()).toBe(status);
  expectNothingLeaked(await answer!.text());
  await expect(heading(page, title)).toBeVisible();
  await expectHelp(page);
}

/** The way to a person is on every page, also on those about errors. */
async function expectHelp(page: Page): Promise<void> {
  await expect(page.getByRole("complementary").getByRole("link", { name: "10 20 30 40" })).toBeVisible();
}

async function expectErrorAnswer(answer: APIResponse, title?: string): Promise<void> {
  const body = await answer.text();
  expectNothingLeaked(body);
  expect(answer.headers()["content-type"]).toContain("text/html");
  expect(body).toContain("10 20 30 40");
  if (title) expect(body).toContain(title);
}

function expectNothingLeaked(body: string): void {
  expect(body).not.toMatch(/panicked|stack backtrace|\.rs:\d|sqlx|sea_orm|sqlite|SELECT |INSERT |no such table|\/root\/|\/work\//i);
}
