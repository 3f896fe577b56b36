use axum::http::StatusCode;
use store::ConnectionTrait;

use crate::support::{TestServer, Visitor, on_both_databases};

const LIBRARY: [(&str, &str); 3] = [
    ("service", "digital-post"),
    ("location", "bibliotek"),
    ("locale", "da"),
];
const TIMES: &str = "/tid/digital-post/bibliotek";
const ASK: &str = "/tid/digital-post/bibliotek/behov";

async fn tell(visitor: &mut Visitor, said: &[(&str, &str)]) -> String {
    let fields = [&LIBRARY[..], said].concat();
    let answer = visitor.post("/api/appointments/save-needs", &fields).await;
    answer.leads_to().to_owned()
}

async fn save(visitor: &mut Visitor, slot: &str, who: &[(&str, &str)]) -> String {
    let fields = [&LIBRARY[..], &[("slot", slot)], who].concat();
    let answer = visitor.post("/api/appointments/save-details", &fields).await;
    answer.leads_to().to_owned()
}

async fn book(visitor: &mut Visitor) -> String {
    let booked = visitor.post("/api/appointments/book", &[("locale", "da")]).await;
    assert_eq!(booked.leads_to(), "/tid/kvittering");
    visitor.get("/tid/kvittering").await.body
}

/// The free times that a page offers.
fn offered(page: &str) -> Vec<&str> {
    let times = page.split("name=\"slot\" value=\"").skip(1);
    times.map(|rest| rest.split('"').next().unwrap()).collect()
}

#[tokio::test]
async fn only_what_can_matter_is_asked() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let library = visitor.get(ASK).await;
        for said in [
            "Hvilket sprog vil du tale?",
            "arabisk",
            "Tegnsprog",
            "I ringer til mig",
            "15 minutter mere",
        ] {
            assert!(library.has(said), "{said}: {}", library.body);
        }
        assert!(!library.has("uden trin"), "the library has no steps");
        let house = visitor.get("/tid/fuldmagt/medborgerhus/behov").await;
        assert!(
            house.has("En vej ind uden trin") && !house.has("Hvilket sprog"),
            "{}",
            house.body
        );
        assert!(!house.has("Hvordan vil du mødes?"), "{}", house.body);
        let visits = visitor.get("/tid/hjemmebesoeg/borgerservice/behov").await;
        for said in [
            "Hvordan vil du mødes?",
            "Vi kommer hjem til dig",
            "Vi spørger om din adresse",
        ] {
            assert!(visits.has(said), "{said}: {}", visits.body);
        }
        assert!(visitor.cookie.is_none(), "looking keeps nothing");
        let nowhere = visitor.get("/tid/fuldmagt/bibliotek-x/behov").await;
        assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn only_times_that_fit_are_shown_and_no_is_one_press() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let all = visitor.get(TIMES).await;
        assert_eq!(
            tell(&mut visitor, &[("needs[]", "sign_language"), ("language", "ar")]).await,
            TIMES
        );
        let none = visitor.get(TIMES).await;
        assert!(
            none.has("Der er ingen ledige tider, der passer til det hele"),
            "nobody speaks Arabic and signs"
        );
        tell(&mut visitor, &[("language", "ar")]).await;
        let arabic = visitor.get(TIMES).await;
        assert!(arabic.has("du vil tale arabisk") && arabic.has("Vi viser kun tider, der passer"));
        assert!(!offered(&arabic.body).is_empty());
        let asked = visitor.get(ASK).await;
        assert!(asked.has("value=\"ar\" checked"), "{}", asked.body);
        tell(&mut visitor, &[("press", "nothing")]).await;
        assert_eq!(offered(&visitor.get(TIMES).await.body), offered(&all.body));
    })
    .await;
}

#[tokio::test]
async fn what_was_told_is_held_booked_and_shown_to_its_owner_only() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let said = [
            ("language", "ar"),
            ("interpreter", "ti"),
            ("needs[]", "extra_time"),
            ("needs[]", "acts_for_another"),
        ];
        tell(&mut visitor, &said).await;
        let slot = visitor.first_free_time("digital-post", "bibliotek").await;
        let who = [("name", "Amina"), ("contact", "none"), ("note", "Et brev fra banken")];
        assert_eq!(save(&mut visitor, &slot, &who).await, "/tid/tjek");
        let told = [
            "du vil tale arabisk, du skal have en tolk til tigrinya, du får 15 minutter ekstra, du kommer for en anden",
            "Et brev fra banken",
        ];
        let check = visitor.get("/tid/tjek").await;
        let ticket = book(&mut visitor).await;
        for said in told {
            assert!(check.has(said) && ticket.contains(said), "{said}: {ticket}");
        }
        assert!(ticket.contains("(45 minutter)"), "half an hour and what was asked for");
        let again = visitor.get(ASK).await;
        assert!(!again.has("value=\"ar\" checked"), "the next one to book is asked anew");
        let kept = "needs LIKE '%\"ar\"%' AND note = 'Et brev fra banken' AND booked_by IS NULL";
        assert_eq!(rows(&server, "appointments", "note", kept).await, 1);
        let units = rows(&server, "occupancy", "seat", "resource = 'emine'").await;
        assert_eq!(units, 9, "three quarters of an hour of somebody who speaks it");
    })
    .await;
}

#[tokio::test]
async fn whoever_asks_for_more_afterwards_holds_more() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let slot = visitor.first_free_time("digital-post", "bibliotek").await;
        let hold = [&LIBRARY[..], &[("slot", &*slot)]].concat();
        visitor.post("/api/appointments/hold", &hold).await;
        let units = async || rows(&server, "occupancy", "seat", "hold IS NOT NULL").await;
        assert_eq!(units().await, 6);
        tell(&mut visitor, &[("needs[]", "extra_time")]).await;
        visitor.post("/api/appointments/hold", &hold).await;
        assert_eq!(units().await, 9);
    })
    .await;
}

#[tokio::test]
async fn a_move_keeps_what_was_needed() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        tell(&mut visitor, &[("language", "ar"), ("needs[]", "extra_time")]).await;
        let slot = visitor.first_free_time("digital-post", "bibliotek").await;
        save(&mut visitor, &slot, &[("name", "Amina"), ("contact", "none")]).await;
        let ticket = book(&mut visitor).await;
        let code = ticket.split("class=\"ticket__code\"").nth(1).unwrap();
        let code = code.split(['<', '>']).nth(1).unwrap();
        let find = [("locale", "da"), ("code", code), ("name", "Amina")];
        visitor.post("/api/appointments/find", &find).await;
        let found = visitor.get("/tid/afbud/tjek").await;
        assert!(
            found.has("du vil tale arabisk, du får 15 minutter ekstra"),
            "{}",
            found.body
        );
        let times = visitor.get("/tid/flyt").await;
        let path = times.body.split("href=\"/tid/flyt/bibliotek/").nth(1).unwrap();
        let other = path.split('"').next().unwrap();
        let fields = [
            ("location", "bibliotek"),
            ("slot", other),
            ("sequence", "0"),
            ("locale", "da"),
        ];
        let moved = visitor.post("/api/appointments/move", &fields).await;
        assert_eq!(moved.leads_to(), "/tid/kvittering");
        let hers = "resource = 'emine' AND appointment_id IS NOT NULL";
        assert_eq!(rows(&server, "occupancy", "seat", hers).await, 9);
    })
    .await;
}

#[tokio::test]
async fn a_cpr_number_is_caught_before_anything_is_kept_and_nothing_else_is_lost() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let slot = visitor.first_free_time("digital-post", "bibliotek").await;
        let note = "Jeg er født 010203-1234.\r\nBrevet er fra 20.11.2026, ring 20 10 12 34";
        let who = [
            ("name", "Amina 0102031234"),
            ("contact", "email"),
            ("email", "a@b.dk"),
            ("note", note),
        ];
        assert_eq!(save(&mut visitor, &slot, &who).await, format!("{TIMES}/{slot}"));
        let form = visitor.get(&format!("{TIMES}/{slot}")).await;
        for said in [
            "Der stod noget, der ligner et CPR-nummer",
            "Jeg er født xxxxxx-xxxx.",
            "Brevet er fra 20.11.2026, ring 20 10 12 34",
            "value=\"Amina xxxxxxxxxx\"",
            "value=\"a@b.dk\"",
        ] {
            assert!(form.has(said), "{said}: {}", form.body);
        }
        let kept = "data LIKE '%010203%'";
        assert_eq!(rows(&server, "sessions", "data", kept).await, 0);
        assert_eq!(rows(&server, "sessions", "data", "data LIKE '%xxxxxx%'").await, 1);
        let long = "å".repeat(301);
        let who = [("name", "Amina"), ("contact", "none"), ("note", &*long)];
        save(&mut visitor, &slot, &who).await;
        let form = visitor.get(&format!("{TIMES}/{slot}")).await;
        assert!(form.has("Teksten er for lang") && form.has(&long));
    })
    .await;
}

#[tokio::test]
async fn whoever_is_to_be_rung_up_says_where() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        tell(&mut visitor, &[("way", "telephone")]).await;
        let slot = visitor.first_free_time("digital-post", "bibliotek").await;
        let address = format!("{TIMES}/{slot}");
        let form = visitor.get(&address).await;
        assert!(form.has("Hvilket nummer skal vi ringe til?") && !form.has("hverken mail eller mobil"));
        assert_eq!(
            save(&mut visitor, &slot, &[("name", "Bo"), ("contact", "none")]).await,
            address
        );
        assert!(
            visitor
                .get(&address)
                .await
                .has("Skriv det nummer, vi skal ringe til.")
        );
        assert_eq!(
            save(&mut visitor, &slot, &[("name", "Bo"), ("phone", "20 10 12 34")]).await,
            "/tid/tjek"
        );
        let check = visitor.get("/tid/tjek").await;
        assert!(
            check.has("Vi ringer til dig") && check.has("På telefon 20 10 12 34"),
            "{}",
            check.body
        );
    })
    .await;
}

#[tokio::test]
async fn what_no_form_of_ours_sends_is_refused_or_not_listened_to() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        for nonsense in [
            ("interpreter", "<b>"),
            ("way", "teleport"),
            ("needs[]", "wings"),
            ("press", "hard"),
        ] {
            let fields = [&LIBRARY[..], &[nonsense]].concat();
            let answer = visitor.post("/api/appointments/save-needs", &fields).await;
            assert!(
                !answer.status.is_server_error(),
                "{nonsense:?}: {}",
                answer.status
            );
        }
        // A language that nobody there speaks was not asked for.
        tell(&mut visitor, &[("language", "uk")]).await;
        assert!(!offered(&visitor.get(TIMES).await.body).is_empty());
    })
    .await;
}

/// How many rows of a table are so. Setting a column to what it is changes nothing, and is counted.
async fn rows(server: &TestServer, table: &str, column: &str, condition: &str) -> u64 {
    let sql = format!("UPDATE {table} SET {column} = {column} WHERE {condition}");
    let changed = server.database.write().execute_unprepared(&sql).await.unwrap();
    changed.rows_affected()
}
