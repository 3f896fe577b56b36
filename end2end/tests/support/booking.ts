// Booking an appointment, and what the demonstration municipality's schedule says about it.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { choose, expect, heading, javaScript } from "./test";
import type { Page } from "@playwright/test";

interface Shift {
  location: string;
  /** 1 is Monday. */
  weekday: number;
  from: string;
  to: string;
}

interface Schedule {
  municipality: { phone: string };
  services: { id: string; duration_minutes: number }[];
  advisers: { id: string; services: string[]; shifts: Shift[] }[];
}

export const SCHEDULE: Schedule = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "..", "content", "demo", "fjordby.json"), "utf8"),
);

/** A starting time as it stands in addresses: `2026-11-25T09:30Z`. */
const SLOT = /\/(\d{4}-\d\d-\d\dT\d\d:\d\dZ)$/;

/** Advisers who give a service at a place, on any day. */
export function advisers(service: string, location: string): string[] {
  return SCHEDULE.advisers
    .filter((adviser) => adviser.services.includes(service))
    .filter((adviser) => adviser.shifts.some((shift) => shift.location === location))
    .map((adviser) => adviser.id);
}

/** Advisers who give a service at a place at one time, when nothing is booked. */
export function advisersAt(service: string, location: string, slot: string): string[] {
  const { weekday, hour, minute } = wallTime(new Date(slot));
  const begins = hour * 60 + minute;
  const ends = begins + SCHEDULE.services.find(({ id }) => id === service)!.duration_minutes;
  const works = (shift: Shift) =>
    shift.location === location && shift.weekday === weekday && minutes(shift.from) <= begins && ends <= minutes(shift.to);
  return SCHEDULE.advisers
    .filter((adviser) => adviser.services.includes(service) && adviser.shifts.some(works))
    .map((adviser) => adviser.id);
}

function minutes(time: string): number {
  const [hour, minute] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/** The starting times that the page of free times offers, also those that are folded away. */
export async function timesOffered(page: Page): Promise<string[]> {
  return page.locator("main button[name=slot]").evaluateAll((times) => times.map((time) => time.getAttribute("value") ?? ""));
}

/** Presses a time that the page of free times offers, also one that is folded away. */
export async function chooseTime(page: Page, slot: string): Promise<void> {
  const times = page.locator(`button[name=slot][value="${slot}"]`);
  const folded = page.locator("main details", { has: times }).locator("summary");
  const seen = page.getByRole("main").locator(times).filter({ visible: true }).first();
  if (!(await seen.isVisible())) await folded.first().click();
  await seen.click();
  await expect(heading(page, "Hvem kommer?")).toBeVisible();
}

/** The starting time in the address of the page. */
export function slotInAddress(page: Page): string {
  return SLOT.exec(new URL(page.url()).pathname)![1];
}

/** Fills in who comes: a name, and no way to be reached. */
export async function fillInName(page: Page, name: string): Promise<void> {
  await page.getByLabel("Navn", { exact: true }).fill(name);
  await choose(page, "Jeg har hverken mail eller mobil");
}

/** From the form that asks who comes to the page that asks whether it is right. */
export async function goToCheck(page: Page, name: string): Promise<void> {
  await expect(heading(page, "Hvem kommer?")).toBeVisible();
  await fillInName(page, name);
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(heading(page, "Er det rigtigt?")).toBeVisible();
}

/** From the form that asks who comes to the ticket; gives its code. */
export async function book(page: Page, name: string): Promise<string> {
  await goToCheck(page, name);
  await page.getByRole("button", { name: "Book tiden" }).click();
  return code(page);
}

/** The code on the ticket that is being shown. */
export async function code(page: Page, title = "Din tid er booket"): Promise<string> {
  await expect(heading(page, title)).toBeVisible();
  const code = await page.locator(".ticket__code").innerText();
  expect(code, "three words").toMatch(/^[a-z]+-[a-z]+-[a-z]+$/);
  return code;
}

/** Looks for a booking by its code and name. */
export async function find(page: Page, code: string, name: string): Promise<void> {
  await page.getByLabel("Kode", { exact: true }).fill(code);
  await page.getByLabel("Navn", { exact: true }).fill(name);
  // With JavaScript the answer is drawn into the same page: it is over when that has happened, and not before.
  const drawn = javaScript() ? page.waitForResponse(/\/api\/appointments\/(cancel-form|found)/) : undefined;
  await page.getByRole("button", { name: "Find min tid" }).click();
  if (!drawn) return;
  await drawn;
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const MONTHS = [
  "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december",
];
const WEEKDAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

/** What a clock and a calendar in Denmark show at a moment. */
export function wallTime(moment: Date) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Copenhagen", hourCycle: "h23",
    year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((part) => part.type === type)!.value);
  const [year, month, day] = [part("year"), part("month"), part("day")];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
  return { year, month, day, weekday, hour: part("hour"), minute: part("minute") };
}

/** "kl. 10.30" at a moment, in Danish time. */
export function danishClock(moment: Date): string {
  const { hour, minute } = wallTime(moment);
  return minute === 0 ? `kl. ${hour}` : `kl. ${hour}.${String(minute).padStart(2, "0")}`;
}

/** "onsdag 25. november" at a moment, in Danish time. */
export function danishDay(moment: Date): string {
  const { weekday, day, month } = wallTime(moment);
  return `${WEEKDAYS[weekday - 1]} ${day}. ${MONTHS[month - 1]}`;
}

/** `2026-11-25`, some days from today. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
