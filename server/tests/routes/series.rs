//! A series is booked once for all its dates, and given up whole or date by date.

use crate::support::{TestServer, Visitor, on_both_databases};

const PLACE: [(&str, &str); 3] = [
    ("service", "it-kursus"),
    ("location", "bibliotek"),
    ("locale", "da"),
];

/// Books the first series there is, and gives the code of its ticket.
pub async fn book(visitor: &mut Visitor, name: &str) -> String {
    let slot = visitor.first_free_time("it-kursus", "bibliotek").await;
    let who = [
        ("slot", &*slot),
        ("name", name),
        ("contact", "email"),
        ("email", "karen@example.dk"),
    ];
    let check = visitor
        .post("/api/appointments/save-details", &[&PLACE[..], &who].concat())
        .await;
    assert_eq!(check.leads_to(), "/tid/tjek");
    assert!(visitor.get("/tid/tjek").await.has("4 gange: "));
    let booked = visitor.post("/api/appointments/book", &[("locale", "da")]).await;
    assert_eq!(booked.leads_to(), "/tid/kvittering");
    let ticket = visitor.get("/tid/kvittering").await;
    assert!(ticket.has("4 gange: "), "{}", ticket.body);
    ticket
        .body
        .split(['<', '>'])
        .find(|text| text.split('-').filter(|word| word.len() >= 4).count() == 3 && !text.contains(' '))
        .expect("the ticket has a code")
        .to_owned()
}

async fn find(visitor: &mut Visitor, code: &str, name: &str) {
    let typed = [("locale", "da"), ("code", code), ("name", name)];
    let found = visitor.post("/api/appointments/find", &typed).await;
    assert_eq!(found.leads_to(), "/tid/afbud/tjek");
}

/// The numbers behind the buttons that give up a date.
fn dates(page: &str) -> Vec<String> {
    page.split("name=\"date\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn a_series_is_listed_booked_and_put_into_calendars_with_all_its_dates() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let list = visitor.get("/tid").await;
        assert!(list.has("4 gange: "), "{}", list.body);
        let times = visitor.get("/tid/it-kursus/bibliotek").await;
        assert!(times.has("4 gange: "), "{}", times.body);
        book(&mut visitor, "Karen Lund").await;
        let calendar = visitor.get("/tid/kalender.ics?sprog=da").await.body;
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 4);
        let mut ids: Vec<_> = calendar.lines().filter(|line| line.starts_with("UID:")).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 4, "{calendar}");
    })
    .await;
}

#[tokio::test]
async fn a_date_is_given_up_and_then_the_rest() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let code = book(&mut visitor, "Karen Lund").await;
    find(&mut visitor, &code, "Karen Lund").await;
    let page = visitor.get("/tid/afbud/tjek").await;
    let four = dates(&page.body);
    assert_eq!(four.len(), 4, "{}", page.body);
    assert!(!page.has("/tid/flyt\""), "a series does not move");

    let given_up = visitor
        .post(
            "/api/appointments/cancel-date",
            &[("locale", "da"), ("date", &four[0])],
        )
        .await;
    assert_eq!(given_up.leads_to(), "/tid/afbud/slut");
    let after = visitor.get("/tid/afbud/slut").await;
    assert!(
        after.has("Du har meldt afbud til en af gangene"),
        "{}",
        after.body
    );
    assert!(after.has("3 gange: "), "{}", after.body);

    // The code leads to the dates that are left.
    find(&mut visitor, &code, "Karen Lund").await;
    assert_eq!(dates(&visitor.get("/tid/afbud/tjek").await.body), four[1..]);
    visitor
        .post("/api/appointments/cancel", &[("locale", "da")])
        .await;
    let after = visitor.get("/tid/afbud/slut").await;
    assert!(after.has("Du har meldt afbud"), "{}", after.body);
    let gone = [("locale", "da"), ("code", &*code), ("name", "Karen Lund")];
    let nothing = visitor.post("/api/appointments/find", &gone).await;
    assert_eq!(nothing.leads_to(), "/tid/afbud");
}

#[tokio::test]
async fn nobody_gives_up_what_they_have_not_found() {
    let server = TestServer::on_sqlite().await;
    let (mut karen, mut other) = (server.visitor(), server.visitor());
    let karens = book(&mut karen, "Karen Lund").await;
    let others = book(&mut other, "Bo Friis").await;
    find(&mut karen, &karens, "Karen Lund").await;
    find(&mut other, &others, "Bo Friis").await;
    let date = dates(&karen.get("/tid/afbud/tjek").await.body)[0].clone();
    for bad in [date.as_str(), "999999"] {
        let refused = other
            .post(
                "/api/appointments/cancel-date",
                &[("locale", "da"), ("date", bad)],
            )
            .await;
        assert_ne!(refused.status, 200);
    }
    assert_eq!(dates(&karen.get("/tid/afbud/tjek").await.body).len(), 4);
    // A time in the middle of a series is none that can be booked, and a date does not move.
    let middle = [
        &PLACE[..],
        &[("slot", "2099-01-07T09:00Z"), ("name", "Bo"), ("contact", "none")],
    ]
    .concat();
    let taken = other.post("/api/appointments/save-details", &middle).await;
    assert_eq!(taken.leads_to(), "/tid/it-kursus/bibliotek");
    let slot = other.first_free_time("it-kursus", "bibliotek").await;
    let moved = [&PLACE[1..], &[("slot", &*slot), ("sequence", "0")]].concat();
    other.post("/api/appointments/move", &moved).await;
    assert_eq!(dates(&other.get("/tid/afbud/tjek").await.body).len(), 4);
}
