use store::ConnectionTrait;

use crate::support::{TestServer, Visitor, on_both_databases};

/// One adviser alone answers the telephone, so there is one of each time.
const PLACE: [(&str, &str); 3] = [
    ("service", "vi-ringer"),
    ("location", "borgerservice"),
    ("locale", "da"),
];
const TIMES: &str = "/tid/vi-ringer/borgerservice";

async fn hold(visitor: &mut Visitor, slot: &str) -> String {
    let form = [&PLACE[..], &[("slot", slot)]].concat();
    let answer = visitor.post("/api/appointments/hold", &form).await;
    answer.leads_to().to_owned()
}

async fn first_free(visitor: &mut Visitor) -> String {
    visitor.first_free_time("vi-ringer", "borgerservice").await
}

/// Lets every hold run out.
async fn wait_until_holds_run_out(server: &TestServer) {
    let sql = "UPDATE occupancy SET expires_at = 0 WHERE hold IS NOT NULL";
    server.database.write().execute_unprepared(sql).await.unwrap();
}

/// Until when the form says that the time is held.
fn until(page: &str) -> String {
    let said = page.split("til dig indtil ").nth(1).expect("the time is held");
    said.split(". Tag").next().unwrap().to_owned()
}

async fn save(visitor: &mut Visitor, slot: &str, press: &str) -> String {
    let who = [
        ("slot", slot),
        ("name", "Karen"),
        ("phone", "20 10 12 34"),
        ("press", press),
    ];
    let form = [&PLACE[..], &who].concat();
    let answer = visitor.post("/api/appointments/save-details", &form).await;
    answer.leads_to().to_owned()
}

#[tokio::test]
async fn a_chosen_time_is_held_and_others_are_not_offered_it() {
    on_both_databases(|server| async move {
        let (mut first, mut second) = (server.visitor(), server.visitor());
        let slot = first_free(&mut first).await;
        let address = format!("{TIMES}/{slot}");
        // Looking holds nothing.
        first.get(&address).await;
        assert_eq!(first_free(&mut second).await, slot);

        assert_eq!(hold(&mut first, &slot).await, address);
        let form = first.get(&address).await;
        assert!(form.has("Vi holder tiden til dig indtil kl. "), "{}", form.body);
        assert_eq!(
            first_free(&mut first).await,
            slot,
            "one's own hold is no obstacle"
        );
        let other = first_free(&mut second).await;
        assert_ne!(other, slot);
        assert_eq!(hold(&mut second, &slot).await, TIMES);
        assert!(second.get(TIMES).await.has("Tiden er lige blevet taget"));

        // Choosing another time gives the first one back.
        let third = format!("{TIMES}/{other}");
        assert_eq!(hold(&mut first, &other).await, third);
        assert_eq!(first_free(&mut second).await, slot);
    })
    .await;
}

#[tokio::test]
async fn more_time_is_given_once_and_what_was_typed_is_kept() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let slot = first_free(&mut visitor).await;
        let address = hold(&mut visitor, &slot).await;
        let form = visitor.get(&address).await;
        assert!(form.has("Jeg har brug for mere tid"));
        let first = until(&form.body);
        assert_eq!(save(&mut visitor, &slot, "more_time").await, address);
        let form = visitor.get(&address).await;
        let extended = until(&form.body);
        assert_ne!(extended, first);
        assert!(form.has("value=\"Karen\""), "{}", form.body);
        assert!(!form.has("Jeg har brug for mere tid"));
        assert_eq!(save(&mut visitor, &slot, "more_time").await, address);
        assert_eq!(
            until(&visitor.get(&address).await.body),
            extended,
            "the server gives it once"
        );
        assert_eq!(save(&mut visitor, &slot, "check").await, "/tid/tjek");
    })
    .await;
}

#[tokio::test]
async fn a_hold_that_has_run_out_books_all_the_same_unless_somebody_was_faster() {
    on_both_databases(|server| async move {
        let (mut unhurried, mut fast) = (server.visitor(), server.visitor());
        let slot = first_free(&mut unhurried).await;
        assert_eq!(save(&mut unhurried, &slot, "check").await, "/tid/tjek");
        wait_until_holds_run_out(&server).await;
        let booked = unhurried
            .post("/api/appointments/book", &[("locale", "da")])
            .await;
        assert_eq!(booked.leads_to(), "/tid/kvittering");

        let mut unhurried = server.visitor();
        let slot = first_free(&mut unhurried).await;
        assert_eq!(save(&mut unhurried, &slot, "check").await, "/tid/tjek");
        wait_until_holds_run_out(&server).await;
        assert_eq!(hold(&mut fast, &slot).await, format!("{TIMES}/{slot}"));
        let lost = unhurried
            .post("/api/appointments/book", &[("locale", "da")])
            .await;
        assert_eq!(lost.leads_to(), TIMES);
        assert!(unhurried.get(TIMES).await.has("Tiden er lige blevet taget"));
        let other = first_free(&mut unhurried).await;
        let address = hold(&mut unhurried, &other).await;
        assert!(
            unhurried.get(&address).await.has("value=\"Karen\""),
            "what was typed is kept"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_back_to_a_time_that_is_gone_is_told_and_led_on() {
    on_both_databases(|server| async move {
        let (mut unhurried, mut fast) = (server.visitor(), server.visitor());
        let slot = first_free(&mut unhurried).await;
        let address = format!("{TIMES}/{slot}");
        assert_eq!(save(&mut unhurried, &slot, "check").await, "/tid/tjek");
        wait_until_holds_run_out(&server).await;
        assert_eq!(hold(&mut fast, &slot).await, address);
        let gone = unhurried.get(&address).await;
        assert!(gone.has("Tiden er lige blevet taget"), "{}", gone.body);
        assert!(gone.has(&format!("href=\"{TIMES}\"")), "{}", gone.body);

        assert_eq!(save(&mut fast, &slot, "check").await, "/tid/tjek");
        fast.post("/api/appointments/book", &[("locale", "da")]).await;
        let back = fast.get(&address).await;
        assert!(back.has("Du har allerede booket tiden"), "{}", back.body);
        assert!(back.has("href=\"/tid/kvittering\""));
    })
    .await;
}
