// The catalogue: what is looked for, and what is advised.

import { steps } from "./support/course";
import { expect, heading, open, test } from "./support/test";

test("courses are found by topic, by whom they are for, and by level", async ({ page }) => {
  await open(page, "/laer");
  const count = page.getByRole("status");
  const all = await count.innerText();
  await page.getByRole("navigation", { name: "Emne" }).getByRole("link", { name: "Penge" }).click();
  await expect(page).toHaveURL(/\/laer\?emne=penge$/);
  await expect(count).not.toHaveText(all);
  await expect(page.getByRole("heading", { level: 3, name: "Dit første budget" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: "Digital Post: læs, svar og bed om hjælp" })).toBeHidden();

  await page.getByText("Flere valg").click();
  await page.getByRole("navigation", { name: "Niveau" }).getByRole("link", { name: "Fra begyndelsen" }).click();
  await expect(page).toHaveURL(/\/laer\?emne=penge&niveau=1$/);
  await expect(page.getByRole("heading", { level: 3, name: "Lån, ÅOP og kviklån" })).toBeHidden();
  await page.getByRole("navigation", { name: "For hvem?" }).getByRole("link", { name: "Sagsbehandler" }).click();
  await expect(page.getByText("Ingen kurser passer til alle dine valg.")).toBeVisible();
});

test("whoever has begun is advised to go on, and is told why", async ({ page }) => {
  const [first] = steps("mitid");
  await open(page, "/laer");
  await expect(page.getByRole("heading", { name: "Det næste for dig" })).toBeHidden();
  await open(page, first.path);
  await page.getByRole("button", { name: /^(Videre|Spring over)$/ }).click();
  await expect(heading(page, first.title)).toBeHidden();
  await open(page, "/laer");
  const advice = page.getByRole("region", { name: "Det næste for dig" });
  await expect(advice.getByText("Fordi du er i gang: 1 af")).toBeVisible();
  await open(page, "/laer/mitid/slut");
  await expect(page.getByRole("heading", { name: "Det næste for dig" }), "not to where one is").toBeHidden();
});
