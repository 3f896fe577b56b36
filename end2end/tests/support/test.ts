// What every test stands on: a page that is watched for faults, and ways to open pages.

import { test as base, expect, type Page } from "@playwright/test";

import { FIRST_PORT } from "./servers";

export { expect };

/** A language of the interface. */
export type Language = "da" | "en" | "ar";

/** What the browser complained about: errors, warnings, refused scripts, hydration that went wrong. */
export class Faults {
  private readonly found: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(readonly page: Page) {
    this.watch(page);
    // What is fetched early is fetched for the scripts; without JavaScript there are none, and a test may be gone before
    // they have run. That nothing is fetched twice has a test of its own.
    this.expect(/was preloaded using link preload but not used/);
  }

  /** Watches one more page. */
  watch(page: Page): void {
    page.on("pageerror", (error) => this.found.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.found.push(`${page.url()}: ${message.text()}`);
    });
  }

  /** The test opens a page that answers with this status on purpose. Browsers tell it to the console. */
  expectStatus(...statuses: number[]): void {
    for (const status of statuses) this.expected.push(new RegExp(`the server responded with a status of ${status}\\b`));
  }

  /** The test brings this about on purpose. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  /** Everything found so far that was not expected. */
  unexpected(): string[] {
    return this.found.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }
}

interface Fixtures {
  faults: Faults;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use, info) => use(`http://127.0.0.1:${FIRST_PORT + info.parallelIndex}`),
  faults: [
    async ({ page }, use) => {
      const faults = new Faults(page);
      await use(faults);
      expect(faults.unexpected(), "the browser's console is quiet").toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a page and waits until it is live. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** Loads the page again and waits until it is live. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await hydrated(page);
}

/**
 * Waits until the browser has taken the page over. Without JavaScript, and on a page that stays as the server made it,
 * there is nothing to wait for.
 */
export async function hydrated(page: Page): Promise<void> {
  if (!javaScript()) return;
  if ((await page.locator('script[type="module"]').count()) === 0) return;
  await expect(page.locator("html"), "the page is live").toHaveAttribute("data-hydrated", "true", { timeout: 20_000 });
}

/** Whether this project runs with JavaScript. */
export function javaScript(): boolean {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** Whether this project is a phone. */
export function onPhone(): boolean {
  return test.info().project.name.endsWith("phone");
}

/** Chooses an option as people do: by pressing the row that it stands in. Its label covers the button. */
export async function choose(page: Page, label: string): Promise<void> {
  await page.locator("label").getByText(label, { exact: true }).click();
  await expect(page.getByLabel(label, { exact: true })).toBeChecked();
}

/** The page's one heading of the first level. */
export function heading(page: Page, name: string | RegExp) {
  return page.getByRole("heading", { level: 1, name, exact: true });
}
