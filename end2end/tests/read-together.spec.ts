// A child and a parent read together.

import { test } from "./support/sound";
import { expect, heading, open, reload } from "./support/test";

test("a child and a parent read, and write down what they read", async ({ page, sound }) => {
  await open(page, "/lektier");
  await page.getByRole("link", { name: "Læs sammen" }).click();
  await expect(heading(page, "Læs sammen")).toBeVisible();
  await sound.expect(page, "before they read", "da");
  await page.getByRole("button", { name: "Begynd at læse" }).click();
  await expect(page.getByRole("heading", { name: /^I begyndte kl\. \d/ })).toBeVisible();

  await page.getByLabel("Hvor mange minutter læste I?").fill("to");
  await page.getByLabel("Hvilken bog?").fill("Ronja Røverdatter");
  await page.getByLabel("Fra side").fill("12");
  await page.getByLabel("Til side").fill("18");
  await page.getByLabel("Hvad læste I om?").fill("De sprang over afgrunden.");
  await page.getByRole("button", { name: "Skriv det op" }).click();
  await expect(page.locator(".error-summary")).toContainText("et tal fra 1 til 180");
  await expect(page.getByLabel("Hvad læste I om?")).toHaveValue("De sprang over afgrunden.");
  await page.getByLabel("Hvor mange minutter læste I?").fill("20");
  await page.getByRole("button", { name: "Skriv det op" }).click();

  const list = page.locator(".read-list");
  await expect(list.getByRole("listitem")).toContainText("20 minutter · side 12-18");
  await expect(list).toContainText("I alt 20 minutter og 7 sider");
  await reload(page);
  await expect(list.getByRole("listitem")).toContainText("Ronja Røverdatter");
  await sound.expect(page, "a list with something on it", "da");

  await list.getByRole("button", { name: /^Slet ?: / }).click();
  await expect(list).toContainText("Når I har skrevet noget op");
});

test("what they read is written down without the clock too, and goes on where they left the book", async ({ page }) => {
  await open(page, "/lektier/laes");
  await page.getByText("Skriv noget op, som I har læst").click();
  await page.getByLabel("Hvor mange minutter læste I?").fill("15");
  await page.getByLabel("Hvilken bog?").fill("Mio, min Mio");
  await page.getByLabel("Til side").fill("24");
  await page.getByRole("button", { name: "Skriv det op" }).click();
  await expect(page.locator(".read-list").getByRole("listitem")).toContainText("15 minutter · side 24");

  await page.getByRole("button", { name: "Begynd at læse" }).click();
  await expect(page.getByLabel("Hvilken bog?")).toHaveValue("Mio, min Mio");
  await expect(page.getByLabel("Fra side")).toHaveValue("25");
  await page.getByRole("button", { name: "Stop uden at skrive noget op" }).click();
  await expect(page.getByRole("button", { name: "Begynd at læse" })).toBeVisible();
});

test("the questions fit the child's age", async ({ page }) => {
  await open(page, "/lektier/laes");
  await expect(page.getByRole("heading", { name: "Mens I læser" })).toBeVisible();
  await page.getByRole("navigation", { name: "Barnets alder" }).getByRole("link", { name: "3-5 år" }).click();
  await expect(page).toHaveURL(/\?alder=3-5$/);
  await expect(page.getByText("Hvad kan du se på billedet foran på bogen?")).toBeVisible();
  await expect(page.getByRole("link", { name: "3-5 år" })).toHaveAttribute("aria-current", "true");
});
