// The start-line check: a few questions, and a path.

import { expect, heading, open, reload, test } from "./support/test";

test("somebody who does not know is led to the first courses, with reasons", async ({ page }) => {
  await open(page, "/laer");
  await page.getByRole("link", { name: "Find din startlinje" }).click();
  await expect(heading(page, "Find din startlinje")).toBeVisible();
  await page.getByRole("button", { name: "Begynd" }).click();
  await expect(page.getByText("Vælg et svar først.")).toBeVisible();

  await page.locator("label").getByText("Jeg vil klare mere selv").click();
  await page.getByRole("button", { name: "Begynd" }).click();
  const plan = heading(page, "Din plan");
  for (let asked = 1; asked <= 11; asked += 1) {
    const question = page.getByText(`Spørgsmål ${asked} af højst 10`);
    await expect(question.or(plan), "the next question, or the plan").toBeVisible();
    if (await plan.isVisible()) break;
    expect(asked, "ten questions at most").toBeLessThanOrEqual(10);
    const pass = page.getByRole("button", { name: "Ved ikke" });
    if (await pass.isVisible()) {
      await pass.click();
    } else {
      await page.locator("label").getByText("Ved ikke", { exact: true }).click();
      await page.getByRole("button", { name: "Videre" }).click();
    }
  }
  await expect(plan).toBeVisible();
  const first = page.locator(".lesson-list").getByRole("listitem").first();
  await expect(first).toContainText("Din telefon eller tablet");
  await expect(first).toContainText("Fordi");
  await expect(page.getByRole("link", { name: /hjælp fra et menneske/ })).toBeVisible();

  await reload(page);
  await expect(heading(page, "Din plan"), "the plan is still there").toBeVisible();
  await page.getByRole("button", { name: "Tag tjekket igen" }).click();
  await expect(heading(page, "Find din startlinje")).toBeVisible();
});

test("a task that cannot be read keeps what was filled in", async ({ page }) => {
  await open(page, "/laer/startlinje");
  await page.locator("label").getByText("Jeg vil have styr på mine penge").click();
  await page.getByRole("button", { name: "Begynd" }).click();
  await page.locator("label").getByText("Ja, på egen hånd").click();
  await page.getByRole("button", { name: "Videre" }).click();
  await expect(page.getByText("Spørgsmål 2 af højst 10")).toBeVisible();
  await page.getByRole("button", { name: "Videre" }).click();
  await expect(page.getByText("Vælg et svar først.").first()).toBeVisible();
});
