use axum::http::StatusCode;

use crate::support::{Visitor, on_both_databases};

const PLACE: [(&str, &str); 3] = [
    ("service", "mitid"),
    ("location", "borgerservice"),
    ("locale", "da"),
];

/// Fills in who comes, and goes on to the check.
async fn fill_in(visitor: &mut Visitor, slot: &str, name: &str) -> String {
    let who = [("slot", slot), ("name", name), ("contact", "none")];
    let answer = visitor
        .post("/api/appointments/save-details", &[&PLACE[..], &who].concat())
        .await;
    answer.leads_to().to_owned()
}

/// Books a time and gives the code of its ticket.
async fn book(visitor: &mut Visitor, slot: &str, name: &str) -> String {
    assert_eq!(fill_in(visitor, slot, name).await, "/tid/tjek");
    assert_eq!(
        visitor
            .post("/api/appointments/book", &[("locale", "da")])
            .await
            .leads_to(),
        "/tid/kvittering"
    );
    let ticket = visitor.get("/tid/kvittering").await;
    assert_eq!(ticket.status, StatusCode::OK);
    code_of(&ticket.body)
}

/// Three words joined by hyphens, in an element of its own.
fn code_of(page: &str) -> String {
    page.split(['<', '>'])
        .find(|text| {
            let words: Vec<_> = text.split('-').collect();
            words.len() == 3
                && words
                    .iter()
                    .all(|word| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
        })
        .expect("the ticket has a code")
        .to_owned()
}

#[tokio::test]
async fn a_time_is_booked_and_cancelled() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let slot = visitor.first_free_time("mitid", "borgerservice").await;
        let code = book(&mut visitor, &slot, "Birthe Holm").await;

        // From the telephone of a neighbour, with the code as it was said.
        let mut neighbour = server.visitor();
        let typed = code.to_uppercase().replace('-', "  ");
        let wrong = neighbour
            .post(
                "/api/appointments/find",
                &[("locale", "da"), ("code", &typed), ("name", "Bo")],
            )
            .await;
        assert_eq!(wrong.leads_to(), "/tid/afbud");
        let form = neighbour.get("/tid/afbud").await;
        assert!(form.has("Vi kan ikke finde en kommende tid"), "{}", form.body);
        let right = [("locale", "da"), ("code", &*typed), ("name", "birthe  holm")];
        assert_eq!(
            neighbour.post("/api/appointments/find", &right).await.leads_to(),
            "/tid/afbud/tjek"
        );
        assert!(neighbour.get("/tid/afbud/tjek").await.has("Birthe Holm"));

        // Looking has changed nothing.
        let undone = neighbour.get("/tid/afbud/slut").await;
        assert!(undone.has("Tiden er stadig din"), "{}", undone.body);
        assert_eq!(
            neighbour
                .post("/api/appointments/cancel", &[("locale", "da")])
                .await
                .leads_to(),
            "/tid/afbud/slut"
        );
        assert!(neighbour.get("/tid/afbud/slut").await.has("Du har meldt afbud"));
        assert_eq!(
            neighbour.post("/api/appointments/find", &right).await.leads_to(),
            "/tid/afbud"
        );
        assert_eq!(
            server.visitor().first_free_time("mitid", "borgerservice").await,
            slot
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_survives_what_is_wrong_with_it() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let slot = visitor.first_free_time("mitid", "borgerservice").await;
        let who = [
            ("slot", &*slot),
            ("name", " "),
            ("contact", "phone"),
            ("phone", "12 34"),
        ];
        let back = visitor
            .post("/api/appointments/save-details", &[&PLACE[..], &who].concat())
            .await;
        assert_eq!(back.leads_to(), format!("/tid/mitid/borgerservice/{slot}"));
        let form = visitor.get(back.leads_to()).await;
        assert!(
            form.has("Skriv, hvad vi skal kalde dig.") && form.has("Telefonnummeret ser ikke rigtigt ud")
        );
        assert!(form.has("value=\"12 34\""), "{}", form.body);
        let page = visitor.get("/tid/tjek").await;
        assert!(!page.has("Book tiden"), "a form with errors cannot be booked");
    })
    .await;
}

#[tokio::test]
async fn two_presses_of_the_button_are_one_booking() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let slot = visitor.first_free_time("mitid", "borgerservice").await;
        let code = book(&mut visitor, &slot, "Amir").await;
        assert_eq!(
            visitor
                .post("/api/appointments/book", &[("locale", "da")])
                .await
                .leads_to(),
            "/tid/kvittering"
        );
        assert_eq!(code_of(&visitor.get("/tid/kvittering").await.body), code);
        let calendar = visitor.get("/tid/kalender.ics").await;
        let start = slot.replace(['-', ':'], "").replace('Z', "00Z");
        assert!(calendar.has(&format!("DTSTART:{start}")), "{}", calendar.body);
        assert!(
            !calendar.has("Amir"),
            "a calendar file holds nothing about the person"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_second_is_told_and_keeps_what_was_typed() {
    on_both_databases(|server| async move {
        // One adviser alone answers the telephone.
        let place = [
            ("service", "vi-ringer"),
            ("location", "borgerservice"),
            ("locale", "da"),
        ];
        let (mut first, mut second) = (server.visitor(), server.visitor());
        let slot = first.first_free_time("vi-ringer", "borgerservice").await;
        let form = |name| {
            [
                &place[..],
                &[("slot", &*slot), ("name", name), ("phone", "20 10 12 34")],
            ]
            .concat()
        };
        let won = first.post("/api/appointments/save-details", &form("Karen")).await;
        assert_eq!(won.leads_to(), "/tid/tjek");
        let lost = second
            .post("/api/appointments/save-details", &form("Sofie"))
            .await;
        assert_eq!(lost.leads_to(), "/tid/vi-ringer/borgerservice");
        let page = second.get(lost.leads_to()).await;
        assert!(page.has("Tiden er lige blevet taget"), "{}", page.body);
        let other = second.first_free_time("vi-ringer", "borgerservice").await;
        assert_ne!(other, slot);
        assert!(
            second
                .get(&format!("/tid/vi-ringer/borgerservice/{other}"))
                .await
                .has("value=\"Sofie\"")
        );
        let booked = first.post("/api/appointments/book", &[("locale", "da")]).await;
        assert_eq!(booked.leads_to(), "/tid/kvittering");
    })
    .await;
}
