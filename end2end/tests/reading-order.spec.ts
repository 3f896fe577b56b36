// A booking as a screen reader says it: each page from its beginning, and what belongs to each field.
//
// What is written down here was read aloud: where one is, the question, what goes before the answer, the answer, what comes of
// it. A page may say more between two lines, but nothing of this in another order.

import { expect, heading, open, test } from "./support/test";
import type { Page } from "@playwright/test";

const main = (page: Page) => page.getByRole("main");

test("a booking is heard in the order in which it is understood", async ({ page }) => {
  await open(page, "/tid");
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - navigation "Brødkrumme"
      - paragraph: Spørgsmål 1 af 6
      - heading "Hvad vil du have hjælp til?" [level=1]
      - paragraph: /Hjælpen er gratis/
      - article:
        - heading "Få MitID" [level=2]:
          - link "Få MitID"
        - paragraph: /Vi hjælper dig med at få MitID/
        - paragraph: /45 minutter/
  `);
  await page.getByRole("link", { name: "Få MitID" }).click();
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - paragraph: Spørgsmål 2 af 6
      - heading "Hvor vil du møde os?" [level=1]
      - article:
        - heading "Fjordby Borgerservice" [level=2]:
          - link "Fjordby Borgerservice"
        - paragraph: /Havnegade 12/
        - paragraph: /Første ledige tid/
      - note:
        - paragraph:
          - strong: Hvem kan komme?
      - note:
        - paragraph:
          - strong: Tag med
        - list:
          - listitem: /Pas, kørekort/
      - complementary "Det har du valgt"
  `);
  await page.getByRole("link", { name: "Fjordby Borgerservice" }).click();
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - paragraph: Spørgsmål 3 af 6
      - heading "Er der noget, vi skal vide for at hjælpe dig?" [level=1]
      - paragraph: /Du behøver ikke fortælle noget/
      - button "Nej, vis tider"
      - heading "Ja, det er der" [level=2]
      - paragraph: /Du skal ikke fortælle hvorfor/
      - group "Har du brug for en tolk?":
        - paragraph: Vi bestiller tolken.
        - combobox "Har du brug for en tolk?"
      - group "Har du brug for andet?":
        - checkbox "Mere tid"
      - button "Vis tider, der passer"
  `);
  await expect(page.getByRole("group", { name: "Har du brug for en tolk?" })).toHaveAccessibleDescription(
    "Vi bestiller tolken.",
  );
  await page.getByRole("button", { name: "Nej, vis tider" }).click();
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - paragraph: Spørgsmål 4 af 6
      - heading "Hvornår passer det dig?" [level=1]
      - navigation "Tid på dagen"
      - status: /\\d+ ledige tider/
      - heading /dag \\d+\\. / [level=2]
      - list:
        - listitem:
          - button /^kl\\. \\d+.* .+dag \\d+\\. .+$/
  `);
});

test("the fields of a booking say what is asked, what helps, and what is wrong", async ({ page }) => {
  await open(page, "/tid/mitid/borgerservice");
  await page.getByRole("button", { name: /^kl\. / }).first().click();
  await expect(heading(page, "Hvem kommer?")).toBeVisible();
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - paragraph: Spørgsmål 5 af 6
      - heading "Hvem kommer?" [level=1]
      - paragraph: /Skriv ikke dit CPR-nummer/
      - note:
        - paragraph: /Vi holder tiden til dig indtil kl\\. /
      - text: Navn
      - paragraph: Det, vi skal kalde dig. Et fornavn er nok.
      - textbox "Navn"
      - group "Hvordan kan vi få fat i dig?":
        - radio "Ring eller send en sms"
        - radio "Skriv en mail"
        - radio "Jeg har hverken mail eller mobil" [checked]
        - paragraph: /Det er helt i orden/
      - text: Vil du fortælle, hvad det drejer sig om?
      - paragraph: /Du behøver ikke/
      - textbox "Vil du fortælle, hvad det drejer sig om?"
      - button "Se, om det er rigtigt"
      - button "Jeg har brug for mere tid"
      - complementary "Det har du valgt":
        - term: Hjælp til
        - definition: /Få MitID/
        - term: Sted
        - term: Tid
  `);
  const name = page.getByRole("textbox", { name: "Navn", exact: true });
  await expect(name).toHaveAccessibleDescription("Det, vi skal kalde dig. Et fornavn er nok.");

  // What is missing is said first, and again where it is to be written, after the hint and before the field.
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Der mangler noget" });
  await expect(alert).toBeFocused();
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - paragraph: Spørgsmål 5 af 6
      - alert:
        - heading "Der mangler noget" [level=2]
        - list:
          - listitem:
            - link "Skriv, hvad vi skal kalde dig."
      - heading "Hvem kommer?" [level=1]
      - text: Navn
      - paragraph: Det, vi skal kalde dig. Et fornavn er nok.
      - paragraph: Skriv, hvad vi skal kalde dig.
      - textbox "Navn"
  `);
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAccessibleDescription(/Skriv, hvad vi skal kalde dig\./);

  await name.fill("Karen Lund");
  await page.getByRole("button", { name: "Se, om det er rigtigt" }).click();
  await expect(heading(page, "Er det rigtigt?")).toBeVisible();
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - paragraph: Spørgsmål 6 af 6
      - heading "Er det rigtigt?" [level=1]
      - term: Hjælp til
      - definition: /Få MitID/
      - term: Sted
      - definition: /Fjordby Borgerservice, Havnegade 12/
      - term: Tid
      - definition: /kl\\. /
      - term: Navn
      - definition: Karen Lund
      - term: Hvordan kan vi få fat i dig?
      - definition: Hverken mail eller mobil
      - button "Book tiden"
      - paragraph:
        - link "Ret noget"
  `);
  await page.getByRole("button", { name: "Book tiden" }).click();
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Din tid er booket" [level=1]
      - term: Hjælp til
      - definition: Få MitID
      - term: Tid
      - definition: /kl\\. .* \\(45 minutter\\)/
      - term: Sted
      - term: Find vej
      - heading "Tag med" [level=2]
      - list:
        - listitem: /Pas, kørekort/
      - img "QR-kode til at melde, at du er kommet"
      - paragraph: Din kode
      - paragraph: /\\w+-\\w+-\\w+/
      - note:
        - paragraph: /Skriv koden ned/
  `);
});
