// Every page in both languages, and dates and times as each language writes them.

import { danishClock, timesOffered, wallTime } from "./support/booking";
import { expect, heading, hydrated, open, test } from "./support/test";

const PAGES: [path: string, danish: string | RegExp, english: string | RegExp][] = [
  ["/", "Velkommen. Hvad vil du gerne?", "Welcome. What would you like to do?"],
  ["/laer", "Lær selv", "Learn by yourself"],
  ["/lektier?fag=matematik&klasse=5", "Hjælp med lektier", "Help with homework"],
  ["/lektier/broeker-5-klasse", "Brøker i 5. klasse", "Fractions in grade 5 (brøker)"],
  ["/lektier/oev/plus/1", "Plus · Niveau 1", "Addition · Level 1"],
  ["/tid/mitid", "Hvor vil du møde os?", "Where would you like to meet us?"],
  ["/soeg?q=mitid", "Søg", "Search"],
  ["/personale/log-ind", "Log ind som personale", "Staff sign-in"],
];

for (const [path, danish, english] of PAGES) {
  test(`the language is switched at ${path}, and the page stays`, async ({ page, baseURL }) => {
    await open(page, path);
    await expect(heading(page, danish)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "da");

    await page.getByRole("link", { name: "English" }).click();
    await expect(heading(page, english)).toBeVisible();
    await expect(page).toHaveURL(`${baseURL}${path === "/" ? "/en" : `/en${path}`}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await hydrated(page);

    await page.getByRole("link", { name: "Dansk" }).click();
    await expect(heading(page, danish)).toBeVisible();
    await expect(page).toHaveURL(`${baseURL}${path}`);
  });
}

test("the language can be switched in the middle of a visit", async ({ page, baseURL }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "Book et menneske" }).click();
  await page.getByRole("link", { name: "Få MitID" }).click();
  await expect(heading(page, "Hvor vil du møde os?")).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(heading(page, "Where would you like to meet us?")).toBeVisible();
  await expect(page).toHaveURL(`${baseURL}/en/tid/mitid`);
  await hydrated(page);
  await page.getByRole("link", { name: "Fjordby Citizen Service" }).click();
  await page.getByRole("button", { name: "No, show times" }).click();
  await expect(heading(page, "When suits you?")).toBeVisible();
  await expect(page, "links stay in the language").toHaveURL(`${baseURL}/en/tid/mitid/borgerservice`);
});

test("dates and times are written as each language does", async ({ page }) => {
  const days = /^(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag) \d{1,2}\. [a-z]{3,9}$/;
  await open(page, "/tid/mitid/borgerservice");
  const danish = await page.locator(".time-row__time").allTextContents();
  const slots = await timesOffered(page);
  expect(danish).toEqual(slots.map((slot) => danishClock(new Date(slot))));
  expect(danish.some((clock) => /^kl\. \d{1,2}\.\d{2}$/.test(clock)), "kl. 10.30").toBe(true);
  for (const day of await page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents()) {
    expect(day, "onsdag 25. november").toMatch(days);
  }

  await open(page, "/en/tid/mitid/borgerservice");
  const english = await page.locator(".time-row__time").allTextContents();
  const clock = (slot: string) => {
    const { hour, minute } = wallTime(new Date(slot));
    return `${hour}:${String(minute).padStart(2, "0")}`;
  };
  expect(await timesOffered(page)).toEqual(slots);
  expect(english, "the same Danish times, as 10:30").toEqual(slots.map(clock));
  for (const day of await page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents()) {
    expect(day, "Wednesday 25 November").toMatch(/^[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+$/);
  }
});
