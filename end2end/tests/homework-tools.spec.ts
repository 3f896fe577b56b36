// The tools for homework: the plan for the week, and how hard a text is.

import { test } from "./support/sound";
import { expect, heading, javaScript, open, reload } from "./support/test";

test("a family writes its week, ticks something off and begins anew", async ({ page, sound }) => {
  await open(page, "/lektier");
  await page.getByRole("link", { name: "Ugens plan" }).click();
  await expect(heading(page, "Ugens plan")).toBeVisible();
  await page.getByRole("button", { name: "Skriv på planen" }).click();
  await expect(page.locator(".error-summary")).toContainText("Skriv, hvad der skal laves.");

  await page.getByLabel("Hvad skal laves?").fill("Gangetabel 7");
  await page.getByLabel("Dag", { exact: true }).selectOption("Torsdag");
  await page.getByLabel("Fag", { exact: true }).selectOption("Matematik");
  await page.getByRole("button", { name: "Skriv på planen" }).click();
  const thursday = page.locator("section").filter({ has: page.getByRole("heading", { name: "Torsdag" }) });
  await expect(thursday.getByRole("listitem")).toContainText("Gangetabel 7");
  await expect(page.getByLabel("Hvad skal laves?")).toHaveValue("");

  await thursday.getByRole("button", { name: /^Gjort ?: Gangetabel 7$/ }).click();
  await expect(thursday.getByRole("button", { name: /^Ikke gjort alligevel ?: Gangetabel 7$/ })).toBeVisible();
  await reload(page);
  await expect(thursday.getByRole("listitem")).toContainText("(gjort)");
  await sound.expect(page, "a week with something on it", "da");

  await page.getByText("Begynd en ny uge").click();
  await page.getByRole("button", { name: "Slet hele planen" }).click();
  await expect(thursday).toBeHidden();
});

test("a text is measured, in the browser without being sent", async ({ page, sound }) => {
  await open(page, "/lektier/lix");
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  const text = "Kommunalbestyrelsen godkendte redegørelsen vedrørende implementeringen af digitaliseringsstrategien.";
  await page.getByLabel("Teksten").fill(text);
  if (!javaScript()) await page.getByRole("button", { name: "Se, hvor svær den er" }).click();
  await expect(page.getByRole("heading", { name: "LIX-tallet er 93" })).toBeVisible();
  await expect(page.locator(".lix__scale [aria-current]")).toContainText("Meget svær");
  if (javaScript()) expect(sent).toEqual([]);
  await sound.expect(page, "a measured text", "da");
});

test("a text typed before the page's own code came is measured when it comes", async ({ page }) => {
  test.skip(!javaScript(), "without JavaScript there is nothing to wait for");
  let codeMayCome = () => {};
  const typed = new Promise<void>((done) => (codeMayCome = done));
  await page.route("**/*.wasm", async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto("/lektier/lix", { waitUntil: "commit" });
  await page.getByLabel("Teksten").fill("Katten sov. Hunden gik ud.");
  codeMayCome();
  await expect(page.getByRole("heading", { name: /^LIX-tallet er/ })).toBeVisible();
  await expect(page.getByLabel("Teksten")).toHaveValue("Katten sov. Hunden gik ud.");
});

test("the week for the fridge takes one side of paper, in every language", async ({ page, sound }) => {
  await open(page, "/lektier/ugeplan");
  for (const [day, task] of [["Mandag", "Gangetabel 7"], ["Torsdag", "Læs side 12 til 14 højt"], ["Torsdag", "Gymnastiktøj i tasken"]]) {
    await page.getByLabel("Hvad skal laves?").fill(task);
    await page.getByLabel("Dag", { exact: true }).selectOption(day);
    await page.getByRole("button", { name: "Skriv på planen" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: task })).toBeVisible();
    await expect(page.getByLabel("Hvad skal laves?")).toHaveValue("");
  }
  await page.getByRole("link", { name: "Print ugen til køleskabet" }).click();
  await expect(heading(page, "Min uge")).toBeVisible();
  const thursday = page.locator(".my-week__day").filter({ hasText: /torsdag/i });
  await expect(thursday).toContainText("Læs side 12 til 14 højt");
  await expect(thursday).toContainText("Vi læste i");
  await sound.expect(page, "the week for the fridge", "da");
  await page.getByRole("link", { name: "Denne uge" }).click();
  await expect(page).toHaveURL(/\?uge=denne$/);
  await expect(page.getByRole("link", { name: "Denne uge" })).toHaveAttribute("aria-current", "true");
  for (const language of ["", "/en", "/ar"]) {
    await page.goto(`${language}/lektier/min-uge`);
    await expect(page.locator(".my-week__day")).toHaveCount(7);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g), language).toHaveLength(1);
  }
});
