// What somebody needs is asked before they see times, and honoured; what it is about may be told without a CPR number.

import { chooseTime, code, timesOffered } from "./support/booking";
import { test } from "./support/sound";
import { choose, expect, heading, hydrated, open } from "./support/test";

const TIMES = "/tid/digital-post/bibliotek";
const NEEDS = "Er der noget, vi skal vide for at hjælpe dig?";

test("whoever needs nothing sees every time after one press", async ({ page, sound }) => {
  await open(page, "/tid/fuldmagt");
  await page.getByRole("link", { name: "Strandby Medborgerhus" }).click();
  await expect(heading(page, NEEDS)).toBeVisible();
  await expect(page.getByLabel("En vej ind uden trin"), "the house has steps").toBeVisible();
  await expect(page.getByText("Hvilket sprog vil du tale?"), "nobody there speaks another").toHaveCount(0);
  await sound.expect(page, "what is needed", "da");
  await page.getByRole("button", { name: "Nej, vis tider" }).click();
  await expect(heading(page, "Hvornår passer det dig?")).toBeVisible();
  expect((await timesOffered(page)).length).toBeGreaterThan(0);
  expect(new URL(page.url()).search, "nothing of it stands in the address").toBe("");
});

test("a language, more time and a call are honoured and written down", async ({ page, sound }) => {
  await open(page, `${TIMES}/behov`);
  await choose(page, "I ringer til mig");
  await choose(page, "arabisk (العربية)");
  await choose(page, "Mere tid");
  await page.getByLabel("Har du brug for en tolk?").last().selectOption({ label: "tigrinya (ትግርኛ)" });
  await page.getByRole("button", { name: "Vis tider, der passer" }).click();
  await expect(heading(page, "Hvornår passer det dig?")).toBeVisible();
  await expect(page.getByText("Vi viser kun tider, der passer til det, du har fortalt.")).toBeVisible();
  expect(page.url()).toMatch(/\/tid\/digital-post\/bibliotek$/);
  await chooseTime(page, (await timesOffered(page)).at(-1)!);

  // There is no other way to be reached than the one that is needed.
  await expect(page.getByText("Jeg har hverken mail eller mobil")).toHaveCount(0);
  await page.getByLabel("Navn", { exact: true }).fill("Amina");
  await page.getByLabel("Hvilket nummer skal vi ringe til?").fill("20 10 12 34");
  await page.getByLabel("Vil du fortælle, hvad det drejer sig om?").fill("Jeg er 010203-1234. Et brev fra 20.11.2026.");
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Der mangler noget" });
  await expect(summary).toContainText("noget, der ligner et CPR-nummer");
  await hydrated(page);
  await sound.expect(page, "a note with a CPR number", "da");
  const note = page.getByLabel("Vil du fortælle, hvad det drejer sig om?");
  await expect(note, "only the number is gone").toHaveValue("Jeg er xxxxxx-xxxx. Et brev fra 20.11.2026.");
  await note.fill("Et brev fra 20.11.2026.");
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(heading(page, "Er det rigtigt?")).toBeVisible();
  const told = ["Vi ringer til dig", "du vil tale arabisk, du skal have en tolk til tigrinya, du får 15 minutter ekstra", "Et brev fra 20.11.2026."];
  for (const said of told) await expect(page.getByRole("main")).toContainText(said);
  await page.getByRole("button", { name: "Book tiden" }).click();
  await code(page);
  for (const said of [...told, "(45 minutter)"]) await expect(page.locator(".ticket")).toContainText(said);
});

test("what nobody can give is said, and mended with a link", async ({ page }) => {
  await open(page, `${TIMES}/behov`);
  await choose(page, "arabisk (العربية)");
  await choose(page, "Tegnsprog");
  await page.getByRole("button", { name: "Vis tider, der passer" }).click();
  await expect(page.getByRole("status").filter({ hasText: "der passer til det hele" })).toBeVisible();
  await page.getByRole("link", { name: "Ret det, du har fortalt" }).click();
  await expect(heading(page, NEEDS)).toBeVisible();
  await expect(page.getByLabel("Tegnsprog"), "what was said is still there").toBeChecked();
  await page.getByRole("button", { name: "Nej, vis tider" }).click();
  await expect(heading(page, "Hvornår passer det dig?")).toBeVisible();
  expect((await timesOffered(page)).length).toBeGreaterThan(0);
});
