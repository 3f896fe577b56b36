// Pretend services to practise on.

import { walkThrough } from "./support/answers";
import { scenario, scenarioIds, wayThrough } from "./support/course";
import { expect, heading, open, reload, test } from "./support/test";

for (const id of scenarioIds()) {
  test(`the exercise ${id} can be walked through`, async ({ page }) => {
    const exercise = scenario(id);
    await open(page, `/oevelser/${id}`);
    await expect(heading(page, exercise.title)).toBeVisible();
    await expect(page.getByText("Det her er en øvelse.")).toBeVisible();
    await walkThrough(page, exercise);
    await expect(page.getByText("Du klarede det")).toBeVisible();
  });
}

test("a mistake is explained, and one can go on, come back and begin again", async ({ page }) => {
  const exercise = scenario("indbakke-svar");
  const begin = exercise.screens.find(({ id }) => id === exercise.start)!;
  const mistake = begin.actions!.find(({ to }) => to === undefined)!;
  const [onward] = wayThrough(exercise);
  const next = exercise.screens.find(({ id }) => id === onward.to)!;

  await open(page, "/oevelser");
  await page.getByRole("link", { name: exercise.title }).click();
  await page.locator(`button[value="${mistake.id}"]`).click();
  await expect(page.getByRole("status").filter({ hasText: mistake.feedback! })).toBeVisible();
  await expect(page.getByRole("heading", { name: begin.title, exact: true })).toBeVisible();

  await page.locator(`button[value="${onward.press!.id}"]`).click();
  await expect(page.getByRole("heading", { name: next.title, exact: true })).toBeVisible();
  await reload(page);
  await expect(page.getByRole("heading", { name: next.title, exact: true }), "a reload loses nothing").toBeVisible();

  await page.getByRole("button", { name: "Begynd forfra" }).click();
  await expect(page.getByRole("heading", { name: begin.title, exact: true })).toBeVisible();
});

test("what is right in an exercise is not told beforehand", async ({ page }) => {
  const exercise = scenario("falsk-sms-pakke");
  await open(page, "/oevelser/falsk-sms-pakke");
  const html = await page.content();
  expect(html).toContain(exercise.task.slice(0, 20));
  expect(html).not.toContain(exercise.learned.slice(0, 30));
  for (const { actions } of exercise.screens) {
    for (const { feedback } of actions ?? []) if (feedback) expect(html).not.toContain(feedback.slice(0, 30));
  }
});
