// Mail through a real mail server: what it says, and that none is lost or sent twice when the server is away.

import { chooseTime, code, danishClock, danishDay, timesOffered } from "./support/booking";
import { end, MailServer, serveWithMail, STUMBLES, type Mail } from "./support/post";
import { FIRST_PORT } from "./support/servers";
import { choose, expect, test } from "./support/test";
import type { ChildProcess } from "node:child_process";
import type { Page } from "@playwright/test";

const PORT = FIRST_PORT + 60;
const mail = new MailServer(FIRST_PORT + 61);
let program: ChildProcess | undefined;

test.use({ baseURL: `http://127.0.0.1:${PORT}` });
test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  if (!isOnce()) return;
  await mail.start();
  program = await serveWithMail(PORT, mail.port);
});

test.afterAll(async () => {
  if (program) await end(program, PORT);
  await mail.stop();
});

test.beforeEach(() => test.skip(!isOnce(), "what is sent is the same for every browser"));

test("a confirmation says when and where in Danish time, in text, HTML and calendar", async ({ page }) => {
  const { slot, ticket } = await bookByMail(page, "birthe@example.dk");
  await expect.poll(() => mail.to("birthe@example.dk").length, { timeout: 20_000 }).toBe(1);
  const [sent] = mail.to("birthe@example.dk");
  expect(sent.subject).toMatch(/^Din tid: /);
  expect(sent.from.text).toContain("post@fjordby.example");
  const at = new Date(slot);
  const time = `${danishDay(at)} ${at.getUTCFullYear()} ${danishClock(at)}`;
  for (const said of [time, "Fjordby Borgerservice", ticket, "Ring 10 20 30 40"]) {
    expect(sent.text).toContain(said);
    expect(sent.html).toContain(said);
  }
  expect(sent.html).toContain('<html lang="da" dir="ltr">');
  expect(sent.html, "nothing is loaded when it is opened").not.toMatch(/src=|url\(/);

  const calendar = calendarOf(sent);
  expect(calendar).toContain(`DTSTART:${slot.replaceAll(/[-:]/g, "").replace("Z", "00Z")}`);
  expect(calendar).toContain("METHOD:PUBLISH");
  expect(calendar, "nothing about the person").not.toContain("Birthe");
});

test("while the mail server is away nothing is lost, and nothing is sent twice", async ({ page }) => {
  test.setTimeout(240_000);
  await mail.stop();
  await bookByMail(page, "karl@example.dk");
  await bookByMail(page, "aase@example.dk");
  // Long enough for a first attempt at both.
  await page.waitForTimeout(12_000);
  expect(mail.to("karl@example.dk")).toHaveLength(0);
  await mail.start();
  for (const address of ["karl@example.dk", "aase@example.dk"]) {
    await expect.poll(() => mail.to(address).length, { timeout: 150_000 }).toBe(1);
  }
  await page.waitForTimeout(12_000);
  const counts = ["birthe@example.dk", "karl@example.dk", "aase@example.dk"].map((address) => mail.to(address).length);
  expect(counts).toEqual([1, 1, 1]);
});

test("a mail server that stumbles gets each mail, and knows one again that it has had", async ({ page }) => {
  test.setTimeout(240_000);
  for (const address of Object.values(STUMBLES)) await bookByMail(page, address);
  await expect.poll(() => mail.to(STUMBLES.later).length, { timeout: 150_000 }).toBe(1);
  await expect.poll(() => mail.to(STUMBLES.cut).length, { timeout: 150_000 }).toBe(2);
  const [first, second] = mail.to(STUMBLES.cut);
  expect(second.messageId, "whoever was sent it twice sees it once").toBe(first.messageId);
  expect(first.messageId).toMatch(/@fjordby\.example>$/);
  expect(mail.asked.get(STUMBLES.unknown), "what is refused for good is not tried again").toBe(1);
  const ids = mail.mails.map(({ messageId }) => messageId);
  expect(new Set(ids).size, "each other mail has a name of its own").toBe(ids.length - 1);
});

/** Mail is the same whatever browser the booking was made in. */
function isOnce(): boolean {
  return test.info().project.name === "nojs-desktop";
}

/** Books the last time that is offered; gives it, and the code of its ticket. */
async function bookByMail(page: Page, address: string): Promise<{ slot: string; ticket: string }> {
  await page.goto("/tid/mitid/borgerservice");
  const slot = (await timesOffered(page)).at(-1)!;
  await chooseTime(page, slot);
  await page.getByLabel("Navn", { exact: true }).fill("Birthe Holm");
  await choose(page, "Skriv en mail");
  await page.getByLabel("Mailadresse").fill(address);
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await page.getByRole("button", { name: "Book tiden" }).click();
  return { slot, ticket: await code(page) };
}

function calendarOf({ attachments }: Mail): string {
  expect(attachments.map((file) => [file.filename, file.contentType])).toEqual([["startlinje.ics", "text/calendar"]]);
  return attachments[0].content.toString();
}
