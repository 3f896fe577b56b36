// One lesson on two screens: a citizen and a helper, each with a browser of their own.

import { anotherBrowser, signInTo } from "./support/desk";
import { test } from "./support/sound";
import { expect, heading, hydrated, open, reload } from "./support/test";
import { CHECK, FIRST, SECOND, begin, press, settled, shown, two } from "./support/tutor";

test("the helper asks, both tick, and the citizen decides when to go on", async ({ page, browser, baseURL, faults, sound }) => {
  test.slow();
  const helper = await two(page, browser, baseURL);
  faults.watch(helper);
  await sound.expectAccessible(page, "the citizen's screen");
  await sound.expectAccessible(helper, "the helper's screen");
  await expect(helper.getByRole("heading", { name: "Hænderne væk fra telefonen" })).toBeVisible();
  await expect(page.getByText("Hænderne væk")).toHaveCount(0);

  await press(helper, CHECK);
  await shown(page, () => expect(page.getByRole("button", { name: CHECK })).toHaveAttribute("aria-pressed", "true"));
  await press(helper, "Spørg, om I skal videre");
  await expect(helper.getByText("Du har spurgt. Vent på et ja.")).toBeVisible();
  await shown(page, () => expect(page.getByText("Er du klar til det næste?")).toBeVisible());
  await expect(heading(page, FIRST), "nobody but the citizen moves").toBeVisible();
  await press(page, "Nej, vent lidt");
  await expect(page.getByText("Er du klar til det næste?")).toHaveCount(0);
  await press(page, "Ja, videre");
  await expect(heading(page, SECOND)).toBeVisible();
  await shown(helper, () => expect(heading(helper, SECOND)).toBeVisible());
  await press(page, "Et trin tilbage");
  await expect(heading(page, FIRST)).toBeVisible();
  await press(page, "Ja, videre");

  await press(page, "Slut for i dag");
  await expect(heading(page, "Godt gået")).toBeVisible();
  await sound.expectAccessible(page, "the end");
  await shown(helper, () => expect(heading(helper, "Tak, fordi du hjalp")).toBeVisible());
  await expect(helper.getByText("Gange, du har hjulpet: 1.")).toBeVisible();
  await page.getByRole("link", { name: "Se, hvad du kan nu" }).click();
  await expect(heading(page, "Det kan du nu")).toBeVisible();
  await expect(page.getByText(CHECK)).toBeVisible();
  await hydrated(page);
  await sound.expectAccessible(page, "what was learned");
  await page.getByLabel("Din egen mailadresse").fill("birthe@example.dk");
  await page.getByRole("button", { name: "Send til mig" }).click();
  await expect(page.getByText("Mailen er på vej.")).toBeVisible();
  await expect(page.getByLabel("Din egen mailadresse"), "it is sent once").toHaveCount(0);
  await helper.context().close();
});

test("a line that is cut loses neither the place nor a tick", async ({ page, browser, baseURL }) => {
  test.slow();
  const helper = await two(page, browser, baseURL);
  await helper.context().setOffline(true);
  await press(page, CHECK);
  await expect(page.getByRole("button", { name: CHECK })).toHaveAttribute("aria-pressed", "true");
  await press(page, "Ja, videre");
  await expect(heading(page, SECOND)).toBeVisible();
  await expect(heading(helper, FIRST), "nothing has reached the helper").toBeVisible();
  await helper.context().setOffline(false);
  await reload(helper);
  await expect(heading(helper, SECOND)).toBeVisible();
  await helper.context().close();
});

test("an adviser begins at the desk, and the citizen joins by keyboard alone", async ({ page, browser, baseURL, sound }) => {
  await signInTo(page, "/sammen?kursus=mitid");
  const code = await begin(page, "Jeg hjælper en anden");
  await sound.expectAccessible(page, "a code");
  const citizen = await anotherBrowser(browser, baseURL);
  await open(citizen, "/sammen");
  await citizen.getByLabel("Skriv de tre ord").focus();
  await citizen.keyboard.type(code);
  await citizen.keyboard.press("Enter");
  await settled(citizen);
  await citizen.getByRole("button", { name: "Ja, videre" }).focus();
  await citizen.keyboard.press("Enter");
  await expect(heading(citizen, SECOND)).toBeVisible();
  await shown(page, () => expect(heading(page, SECOND)).toBeVisible());
  await citizen.context().close();
});

test("a code that leads nowhere is told, and stays to be mended", async ({ page, sound }) => {
  await open(page, "/sammen");
  await sound.expect(page, "where two begin", "da");
  await page.getByLabel("Skriv de tre ord").fill("hest hest");
  await page.getByRole("button", { name: "Vær med" }).click();
  await expect(page.getByText("En kode er tre ord.")).toBeVisible();
  await expect(page.getByLabel("Skriv de tre ord")).toHaveValue("hest hest");
});
