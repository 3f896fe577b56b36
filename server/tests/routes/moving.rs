use domain::ids::AppointmentId;
use jiff::Timestamp;
use store::{appointments, outbox};

use crate::support::{TestServer, Visitor, on_both_databases};

const PLACE: [(&str, &str); 3] = [
    ("service", "mitid"),
    ("location", "borgerservice"),
    ("locale", "da"),
];

/// Books the first free time with a mail address; gives the time and the code.
async fn book(visitor: &mut Visitor) -> (String, String) {
    let slot = visitor.first_free_time("mitid", "borgerservice").await;
    let who = [
        ("slot", &*slot),
        ("name", "Birthe Holm"),
        ("contact", "email"),
        ("email", "birthe@example.dk"),
    ];
    visitor
        .post("/api/appointments/save-details", &[&PLACE[..], &who].concat())
        .await;
    visitor.post("/api/appointments/book", &[("locale", "da")]).await;
    let code = code(visitor).await;
    (slot, code)
}

async fn code(visitor: &mut Visitor) -> String {
    let page = visitor.get("/tid/kvittering").await;
    let ticket = page
        .body
        .split("class=\"ticket__code\"")
        .nth(1)
        .expect("a ticket");
    let code = ticket.split('>').nth(1).unwrap();
    code.split('<').next().unwrap().to_owned()
}

async fn find(visitor: &mut Visitor, code: &str) -> String {
    let typed = [("locale", "da"), ("code", code), ("name", "birthe holm")];
    let answer = visitor.post("/api/appointments/find", &typed).await;
    answer.leads_to().to_owned()
}

/// The first time that the found booking can move to, at a place.
async fn first_to_move_to(visitor: &mut Visitor, location: &str) -> String {
    let page = visitor.get(&format!("/tid/flyt?sted={location}")).await;
    let path = format!("/tid/flyt/{location}/");
    let start = page.body.find(&path).unwrap_or_else(|| panic!("{}", page.body)) + path.len();
    page.body[start..].split('"').next().unwrap().to_owned()
}

async fn press_move(visitor: &mut Visitor, location: &str, slot: &str) -> String {
    let form = [
        ("locale", "da"),
        ("location", location),
        ("slot", slot),
        ("sequence", "0"),
    ];
    let answer = visitor.post("/api/appointments/move", &form).await;
    answer.leads_to().to_owned()
}

/// The calendar files of the mails of a kind.
async fn mails(server: &TestServer, kind: &str) -> Vec<String> {
    let due = outbox::due(server.database.read(), Timestamp::now(), 50)
        .await
        .unwrap();
    let of_kind = due.into_iter().filter(|mail| mail.kind == kind);
    of_kind.map(|mail| mail.attachment.unwrap().text).collect()
}

fn line(calendar: &str, name: &str) -> String {
    let folded = calendar.replace("\r\n ", "");
    let found = folded.lines().find(|line| line.starts_with(&format!("{name}:")));
    found.unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_booking_moves_to_another_time_with_the_same_code() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let (old, code_before) = book(&mut visitor).await;
        let before = mails(&server, "booking-confirmation").await;
        let mut visitor = server.visitor();
        assert_eq!(find(&mut visitor, &code_before).await, "/tid/afbud/tjek");
        assert!(visitor.get("/tid/afbud/tjek").await.has("/tid/flyt"));
        let new = first_to_move_to(&mut visitor, "borgerservice").await;
        assert_ne!(new, old, "the time that one has is not offered");
        // Looking moves nothing.
        let check = visitor.get(&format!("/tid/flyt/borgerservice/{new}")).await;
        assert!(check.has("Vil du flytte til denne tid?"), "{}", check.body);
        let kept = appointments::find(server.database.read(), AppointmentId(1))
            .await
            .unwrap()
            .unwrap();
        assert_eq!((kept.sequence, kept.slot.to_string()), (0, old));

        for _ in 0..2 {
            assert_eq!(
                press_move(&mut visitor, "borgerservice", &new).await,
                "/tid/kvittering"
            );
        }
        let ticket = visitor.get("/tid/kvittering").await;
        assert!(ticket.has("Din tid er flyttet"), "{}", ticket.body);
        assert_eq!(code(&mut visitor).await, code_before);

        let after = mails(&server, "booking-moved").await;
        assert_eq!(after.len(), 1, "two presses are told once");
        let withdrawn = mails(&server, "booking-confirmation").await;
        assert!(
            withdrawn.is_empty(),
            "what tells the old time is not sent any more"
        );
        assert_eq!(line(&after[0], "UID"), line(&before[0], "UID"));
        assert_eq!(line(&after[0], "SEQUENCE"), "SEQUENCE:1");
        let start = new.replace(['-', ':'], "").replace('Z', "00Z");
        assert_eq!(line(&after[0], "DTSTART"), format!("DTSTART:{start}"));
        let file = visitor.get("/tid/kalender.ics").await;
        assert_eq!(line(&file.body, "SEQUENCE"), "SEQUENCE:1");
    })
    .await;
}

#[tokio::test]
async fn a_booking_moves_to_another_place() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let (_, code) = book(&mut visitor).await;
        find(&mut visitor, &code).await;
        let new = first_to_move_to(&mut visitor, "bibliotek").await;
        assert_eq!(
            press_move(&mut visitor, "bibliotek", &new).await,
            "/tid/kvittering"
        );
        assert!(visitor.get("/tid/kvittering").await.has("Fjordby Bibliotek"));
    })
    .await;
}

#[tokio::test]
async fn when_the_new_time_is_taken_the_old_one_stands() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let (_, code) = book(&mut visitor).await;
        find(&mut visitor, &code).await;
        let never = "2026-11-25T03:00Z";
        assert_eq!(
            press_move(&mut visitor, "borgerservice", never).await,
            "/tid/flyt?sted=borgerservice"
        );
        assert!(visitor.get("/tid/flyt").await.has("Din gamle tid er stadig din"));
        assert!(mails(&server, "booking-moved").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn whoever_cancels_is_told_by_mail_and_what_is_cancelled_does_not_move() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let (old, code) = book(&mut visitor).await;
        let confirmed = mails(&server, "booking-confirmation").await;
        find(&mut visitor, &code).await;
        let new = first_to_move_to(&mut visitor, "borgerservice").await;
        for _ in 0..2 {
            visitor
                .post("/api/appointments/cancel", &[("locale", "da")])
                .await;
        }
        let told = mails(&server, "booking-cancelled").await;
        assert_eq!(told.len(), 1);
        assert_eq!(line(&told[0], "METHOD"), "METHOD:CANCEL");
        assert_eq!(line(&told[0], "STATUS"), "STATUS:CANCELLED");
        assert_eq!(line(&told[0], "SEQUENCE"), "SEQUENCE:1");
        assert_eq!(line(&told[0], "UID"), line(&confirmed[0], "UID"));

        let form = [
            ("locale", "da"),
            ("location", "borgerservice"),
            ("slot", &*new),
            ("sequence", "0"),
        ];
        let refused = visitor.post("/api/appointments/move", &form).await;
        assert!(
            refused
                .headers
                .get("location")
                .is_none_or(|to| to != "/tid/kvittering")
        );
        assert!(mails(&server, "booking-moved").await.is_empty());
        assert_eq!(
            server.visitor().first_free_time("mitid", "borgerservice").await,
            old
        );
    })
    .await;
}

#[tokio::test]
async fn wrong_codes_are_slowed_and_other_peoples_are_not() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let (_, code) = book(&mut visitor).await;
        let mut guesser = server.visitor();
        for _ in 0..10 {
            let wrong = [("locale", "da"), ("code", &*code), ("name", "Bo")];
            guesser.post("/api/appointments/find", &wrong).await;
            assert!(
                guesser
                    .get("/tid/afbud")
                    .await
                    .has("Vi kan ikke finde en kommende tid")
            );
        }
        assert_eq!(find(&mut guesser, &code).await, "/tid/afbud");
        let told = guesser.get("/tid/afbud").await;
        assert!(
            told.has("Der er prøvet mange forkerte koder i dag"),
            "{}",
            told.body
        );
        // From the same computer, with another code.
        let mut neighbour = server.visitor();
        let (_, other) = book(&mut neighbour).await;
        if other.split('-').next() != code.split('-').next() {
            assert_eq!(find(&mut guesser, &other).await, "/tid/afbud/tjek");
        }
    })
    .await;
}
