// A course that was written by the README of the content, served by a program of its own.

import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PROGRAM, ROOT, options } from "../program.mjs";
import { FIRST_PORT, WORKERS } from "./support/servers";
import { choose, expect, heading, open, test } from "./support/test";

let folder: string;
let server: ChildProcess;
let base: string;

test.beforeAll(async ({}, info) => {
  const port = FIRST_PORT + WORKERS + info.parallelIndex;
  base = `http://127.0.0.1:${port}`;
  folder = mkdtempSync(join(tmpdir(), "startlinje-author-"));
  const content = join(folder, "content");
  cpSync(join(ROOT, "server/content/tests/it/by_the_book"), content, { recursive: true });
  // The drawings of the site itself, such as the one in the browser's tab.
  cpSync(join(ROOT, "content/pictures"), join(content, "pictures"), { recursive: true, force: false });
  cpSync(join(ROOT, "content/demo"), join(content, "demo"), { recursive: true });
  const { env } = options(port);
  const workplace = { cwd: ROOT, env: { ...env, STARTLINJE_DATA_DIR: folder, STARTLINJE_CONTENT: content } };
  const load = spawn(PROGRAM, ["demo", "load"], workplace);
  await new Promise((done) => load.once("exit", done));
  server = spawn(PROGRAM, ["serve", "--addr", `127.0.0.1:${port}`], { ...workplace, stdio: "inherit" });
  await expect.poll(() => fetch(base).then(({ ok }) => ok, () => false), { timeout: 20_000 }).toBe(true);
});

test.afterAll(() => {
  server.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

test("a course by the book is found, answered wrong and right, and kept", async ({ page }) => {
  await page.goto(`${base}/laer`);
  await open(page, `${base}/laer/laan-en-bog`);
  await page.getByRole("link", { name: "Begynd", exact: true }).click();
  await expect(heading(page, "Søg på titlen")).toBeVisible();
  await choose(page, "Jeg venter på en sms");
  await page.getByRole("button", { name: "Svar", exact: true }).click();
  await expect(page.getByText("Der kommer ingen sms, før du selv har bedt om bogen.")).toBeVisible();
  await choose(page, "Jeg skriver titlen i feltet");
  await page.getByRole("button", { name: "Svar igen" }).click();
  await expect(page.getByText("Ja. Så kan du se, om bogen er hjemme.")).toBeVisible();
  await page.getByRole("button", { name: "Videre" }).click();
  await expect(heading(page, "Find hylden")).toBeVisible();
  await open(page, `${base}/laer/laan-en-bog`);
  await expect(page.getByText(/^1 af \d+ trin er klaret$/)).toBeVisible();
});
