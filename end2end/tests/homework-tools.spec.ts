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
