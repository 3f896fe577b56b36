// Everything can be done with the keyboard alone, and one can always see where one is.

import { code } from "./support/booking";
import { expect, heading, hydrated, javaScript, open, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

/** More presses of Tab than any page needs before its content is reached. */
const PATIENCE = 80;

test("a booking is made with the keyboard alone", async ({ page }) => {
  await open(page, "/");
  await follow(page, page.getByRole("link", { name: "Book et menneske" }), "Hvad vil du have hjælp til?");
  await follow(page, page.getByRole("link", { name: "De første skridt" }), "Hvor vil du møde os?");
  const needs = "Er der noget, vi skal vide for at hjælpe dig?";
  await follow(page, page.getByRole("link", { name: "Fjordby Bibliotek" }), needs);
  await follow(page, page.getByRole("button", { name: "Nej, vis tider" }), "Hvornår passer det dig?");
  await follow(page, page.getByRole("button", { name: /^kl\. / }).first(), "Hvem kommer?");

  // Nothing but the number first, so that the error has to be found with the keyboard as well.
  const reach = (name: string) => page.getByRole("radio", { name });
  await tabTo(page, reach("Jeg har hverken mail eller mobil"));
  await page.keyboard.press("ArrowUp");
  await expect(reach("Skriv en mail")).toBeFocused();
  await expect(reach("Skriv en mail")).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(reach("Ring eller send en sms")).toBeChecked();
  await expectFocusSeen(page);
  await tabTo(page, page.getByLabel("Telefonnummer"));
  await page.keyboard.type("96 84 84 84");
  await page.keyboard.press("Enter");
  const summary = page.getByRole("alert").filter({ hasText: "Der mangler noget" });
  await expect(summary).toBeFocused();
  await hydrated(page);
  await tabTo(page, summary.getByRole("link", { name: "Skriv, hvad vi skal kalde dig." }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Navn", { exact: true })).toBeFocused();
  await page.keyboard.type("Svend Tastatur");
  await tabTo(page, page.getByRole("button", { name: "Se, om det er rigtigt" }));
  await page.keyboard.press("Space");
  await arrived(page, "Er det rigtigt?");
  await expect(page.getByRole("main")).toContainText("På telefon 96 84 84 84");
  await tabTo(page, page.getByRole("button", { name: "Book tiden" }));
  await page.keyboard.press("Enter");
  await code(page);
});

test("a question is answered with the keyboard alone", async ({ page }) => {
  await open(page, "/laer/digital-post/hvad-er-det/postkassen");
  const right = page.getByRole("radio", { name: "Mit eget MitID" });
  await tabTo(page, right);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(right).toBeChecked();
  await tabTo(page, page.getByRole("button", { name: "Svar", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Rigtigt. Gå videre, når du er klar.")).toBeVisible();
  await hydrated(page);
  await tabTo(page, page.getByRole("button", { name: "Videre" }));
  await page.keyboard.press("Enter");
  await arrived(page, "Hvem skriver til dig?");
});

test("every place that the keyboard comes to can be seen", async ({ page }) => {
  for (const path of ["/", "/lektier", "/laer/digital-post", "/tid/mitid/borgerservice", "/personale/log-ind"]) {
    await open(page, path);
    const seen = new Set<string>();
    for (let press = 0; press < 200; press += 1) {
      await page.keyboard.press("Tab");
      const here = await expectFocusSeen(page);
      if (here === "" || seen.has(here)) break;
      seen.add(here);
    }
    expect(seen.size, `${path} was walked through`).toBeGreaterThan(10);
  }
});

test("the skip link leads past the menu", async ({ page }) => {
  await open(page, "/laer");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Gå til indholdet" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Tab");
  const inMain = await page.evaluate(() => document.activeElement?.closest("main") !== null);
  expect(inMain, "the next stop is in the content").toBe(true);
});

test("after a navigation in the browser the new page is told", async ({ page }) => {
  // Without JavaScript the browser itself loads and tells every page.
  test.skip(!javaScript(), "the browser navigates itself");
  await open(page, "/");
  let loads = 0;
  page.on("load", () => (loads += 1));
  const front = await page.title();
  await page.getByRole("navigation", { name: "Hovedmenu" }).getByRole("link", { name: "Lektier" }).click();
  await expect(heading(page, "Hjælp med lektier")).toBeFocused();
  await expect(page).toHaveTitle("Hjælp med lektier · Startlinje");
  await page.getByRole("link", { name: "Brøker i 5. klasse" }).click();
  await expect(heading(page, "Brøker i 5. klasse")).toBeFocused();
  await expect(page).toHaveTitle("Brøker i 5. klasse · Startlinje");
  expect(await page.evaluate(() => window.scrollY), "the page begins at its top").toBe(0);

  await page.goBack();
  await expect(heading(page, "Hjælp med lektier")).toBeFocused();
  await expect(page).toHaveTitle("Hjælp med lektier · Startlinje");
  await page.goBack();
  await expect(page).toHaveTitle(front);
  expect(loads, "nothing was loaded anew").toBe(0);
});

/** Follows a link with the keyboard, and waits for the page with this heading. */
async function follow(page: Page, link: Locator, title: string): Promise<void> {
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await arrived(page, title);
}

/** Waits for the page with this heading, and until it is live. */
async function arrived(page: Page, title: string): Promise<void> {
  await expect(heading(page, title)).toBeVisible();
  await hydrated(page);
}

/** Presses Tab until an element has the focus. Everything on the way must show that it has it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < PATIENCE; press += 1) {
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the keyboard does not come to ${target}`);
}

/** The element with the focus is on the screen and has a ring; gives what it is, or nothing when it is the browser's own. */
async function expectFocusSeen(page: Page): Promise<string> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const hasRing = (candidate: Element | null) => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(candidate);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    };
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
    const all = [...document.querySelectorAll("a, button, input, summary, [tabindex]")];
    return {
      what: `${element.tagName.toLowerCase()} "${(element.textContent || element.id).trim().slice(0, 40)}" (${all.indexOf(element)})`,
      // The row of a choice has the ring of its button, a card that of its link.
      ring: [element, element.closest("article, .form-group-radio, .form-group-checkbox")].some(hasRing),
      shown: width > 1 && height > 1 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    };
  });
  if (!focus) return "";
  expect(focus, `the focus is seen at ${page.url()}`).toEqual({ what: focus.what, ring: true, shown: true });
  return focus.what;
}
