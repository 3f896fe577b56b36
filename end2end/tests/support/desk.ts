// Working at the desk.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PASSWORD } from "../../accounts.mjs";
import { ROOT, run } from "../../program.mjs";
import { choose, expect, heading, javaScript, open, test } from "./test";
import { FIRST_PORT } from "./servers";
import type { Browser, Page, ViewportSize } from "@playwright/test";

/** Signs in and opens the page. */
export async function signInTo(page: Page, path: string, username = "adviser"): Promise<void> {
  await open(page, "/personale/log-ind");
  await page.getByLabel("Brugernavn").fill(username);
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(heading(page, "Personale")).toBeVisible();
  await open(page, path);
}

/** A colleague with a browser of their own. */
export async function colleague(browser: Browser, baseURL: string | undefined, path: string): Promise<Page> {
  const page = await anotherBrowser(browser, baseURL);
  await signInTo(page, path, "coordinator");
  return page;
}

/** Somebody else's browser, of a size of its own where one is named. */
export async function anotherBrowser(
  browser: Browser,
  baseURL: string | undefined,
  viewport?: ViewportSize,
): Promise<Page> {
  const size = viewport ? { viewport, hasTouch: true } : {};
  const context = await browser.newContext({ baseURL, javaScriptEnabled: javaScript(), locale: "da-DK", ...size });
  return context.newPage();
}

/** Sits down at a counter of the desk that is open. */
export async function sit(page: Page, counter: string): Promise<void> {
  await page.getByLabel("Skranke eller lokale").fill(counter);
  await page.getByRole("button", { name: "Sæt dig her" }).click();
  await expect(page.getByRole("heading", { level: 2, name: counter, exact: true })).toBeVisible();
}

/** Gives somebody a number who walks in, and tells it and the address of its page. */
export async function giveNumber(page: Page, place: string, service: string, code?: string): Promise<[string, string]> {
  await open(page, `/skranke/${place}/nyt-nummer`);
  await choose(page, service);
  if (code) {
    await choose(page, "Ja, en ledsager, som er oprettet hos os");
    await page.getByLabel("Ledsagerens kodeord").fill(code);
  }
  await page.getByRole("button", { name: "Giv nummeret" }).click();
  await expect(heading(page, /^Nummer [AB]\d+$/)).toBeVisible();
  const number = await page.locator(".number-paper__number").innerText();
  return [number, `/nummer/${new URL(page.url()).pathname.split("/").at(-1)}`];
}

/** The number at the own counter, or nothing while nobody is there. */
export function current(page: Page) {
  return page.locator(".desk-current__number");
}

/** Loads a page again where no script tells it of changes; with scripts it must learn of them by itself. */
export async function withChanges(page: Page): Promise<void> {
  if (!javaScript()) await page.reload();
}

/** Lets the online homework café be open all day, every day, or never, for as long as `during` takes. */
export async function cafeHours(weekdays: number[], during: () => Promise<void>): Promise<void> {
  await withSchedule((schedule) => {
    schedule.closing_days = [];
    schedule.homework.online = weekdays.map((weekday) => ({ weekday, opens: "00:00:00", closes: "00:00:00" }));
  }, during);
}

/** Lets a place be open all day, every day, for as long as `during` takes: a test at night books a time today. */
export async function openAllDay(place: string, during: () => Promise<void>): Promise<void> {
  const days = [1, 2, 3, 4, 5, 6, 7];
  await withSchedule((schedule) => {
    schedule.booking.lead_minutes = 0;
    schedule.closing_days = [];
    schedule.locations.find(({ id }: { id: string }) => id === place).hours = days.map((weekday) => ({
      weekday, opens: "00:00:00", closes: "00:00:00",
    }));
    schedule.advisers[0].shifts = days.map((weekday) => ({ location: place, weekday, from: "00:00:00", to: "00:00:00" }));
  }, during);
}

/** Puts another schedule in force for as long as `during` takes. */
async function withSchedule(change: (schedule: any) => void, during: () => Promise<void>): Promise<void> {
  const port = FIRST_PORT + test.info().parallelIndex;
  const original = join(ROOT, "content", "demo", "fjordby.json");
  const schedule = JSON.parse(readFileSync(original, "utf8"));
  change(schedule);
  const folder = mkdtempSync(join(tmpdir(), "startlinje-schedule-"));
  writeFileSync(join(folder, "changed.json"), JSON.stringify(schedule));
  run(port, ["schedule", "import", join(folder, "changed.json"), "--accept-orphans"]);
  try {
    await during();
  } finally {
    run(port, ["schedule", "import", original, "--accept-orphans"]);
    rmSync(folder, { recursive: true });
  }
}
