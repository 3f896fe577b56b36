//! The homework café: asking and being helped.

use std::ops::Deref;

use axum::http::StatusCode;
use domain::appointments::{Schedule, ScheduleDocument};
use domain::cafe::{Attest, HelpLanguage, Shift, Skills};
use domain::homework::Subject;
use domain::ids::StaffId;
use domain::opening::WeeklyHours;
use domain::recurrence::Recurrence;
use domain::staff::Role;
use domain::time::date_in_denmark;
use futures_util::StreamExt;
use jiff::Timestamp;
use jiff::civil::Time;
use store::{cafe, schedules, staff};

use crate::support::{Answer, TestServer, Visitor, demo_schedule, on_both_databases};

pub const OWN: &str = "/lektier/cafe/rum";
const ASK: &str = "/lektier/cafe/spoerg";

/// Opens the café all day, or closes it for good.
async fn keep_hours(server: &TestServer, weekdays: std::ops::RangeInclusive<i8>) {
    let mut document: ScheduleDocument = demo_schedule().deref().clone();
    let open = |weekday| WeeklyHours {
        weekday,
        opens: Time::midnight(),
        closes: Time::midnight(),
        when: Recurrence::default(),
    };
    document.homework.online = weekdays.map(open).collect();
    document.closing_days.clear();
    let schedule = Schedule::try_from(document).unwrap();
    schedules::import(server.database.write(), &schedule, Timestamp::now())
        .await
        .unwrap();
}

pub async fn open_all_day(server: &TestServer) {
    keep_hours(server, 1..=7).await;
}

#[allow(clippy::reversed_empty_ranges, reason = "no weekday at all")]
pub async fn close(server: &TestServer) {
    keep_hours(server, 1..=0).await;
}

/// The latest account: whoever has just been made.
pub async fn latest_account(server: &TestServer) -> StaffId {
    let accounts = staff::all(server.database.read()).await.unwrap();
    accounts.iter().map(|account| account.id).max().unwrap()
}

/// A volunteer on the roster, always on shift, with an attest that counts for so many days from today.
pub async fn volunteer(server: &TestServer, attest_days: i64) -> Visitor {
    let visitor = server.staff(Role::Volunteer).await;
    let id = latest_account(server).await;
    let today = date_in_denmark(Timestamp::now());
    let attest = Attest {
        checked_on: "2020-01-01".parse().unwrap(),
        valid_until: today.saturating_add(jiff::Span::new().days(attest_days)),
    };
    let skills = Skills {
        subjects: Subject::ALL.into(),
        languages: HelpLanguage::ALL.into(),
    };
    let database = server.database.write();
    cafe::save_volunteer(database, id, (&skills, &[]), Some((attest, id)))
        .await
        .unwrap();
    for weekday in 1..=7 {
        let shift = Shift::new(weekday, 0, 24 * 60).unwrap();
        cafe::add_shift(database, id, shift).await.unwrap();
    }
    visitor
}

pub async fn ask(child: &mut Visitor, text: &str) -> Answer {
    let fields = [
        ("locale", "da"),
        ("subject", "matematik"),
        ("grade", "5"),
        ("language", "da"),
        ("text", text),
    ];
    child.post("/api/cafe/ask", &fields).await
}

pub async fn take(helper: &mut Visitor) -> String {
    let taken = helper.post("/api/cafe/take", &[("locale", "da")]).await;
    taken.leads_to().to_owned()
}

pub async fn write(visitor: &mut Visitor, room: &str, text: &str, intent: &str) -> Answer {
    let fields = [
        ("locale", "da"),
        ("room", room),
        ("text", text),
        ("intent", intent),
    ];
    visitor.post("/api/cafe/write", &fields).await
}

pub fn number(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

#[tokio::test]
async fn a_child_is_helped_by_a_volunteer_and_says_what_to_try_next() {
    on_both_databases(|server| async move {
        open_all_day(&server).await;
        let (mut child, mut helper) = (server.visitor(), volunteer(&server, 30).await);
        assert_eq!(ask(&mut child, "Hvad er 3/4 + 1/2?").await.leads_to(), OWN);
        assert!(child.get(OWN).await.has("Du er den næste."));
        assert!(helper.get("/personale/cafe").await.has("1 venter"));
        let room = take(&mut helper).await;
        let page = helper.get(&room).await;
        assert!(page.has("Hvad er 3/4 + 1/2?") && page.has("Vi løser den ikke for dig"));
        assert!(page.has("/lektier/oev/"), "practice that fits stands beside");

        assert_eq!(
            write(&mut helper, number(&room), "Hvad har du prøvet?", "send")
                .await
                .leads_to(),
            room
        );
        assert_eq!(write(&mut child, "", "Jeg fik 4/6", "send").await.leads_to(), OWN);
        assert!(child.get(OWN).await.has("Hvad har du prøvet?"));
        assert!(helper.get(&room).await.has("Jeg fik 4/6"));
        let fields = [
            ("locale", "da"),
            ("room", ""),
            ("step", "end"),
            ("next_try", "Tegne brøkerne"),
        ];
        child.post("/api/cafe/step", &fields).await;
        assert!(helper.get(&room).await.has("Tegne brøkerne"));
        assert!(helper.get("/personale/cafe").await.has("Du har hjulpet 1 gang"));
    })
    .await;
}

#[tokio::test]
async fn contact_details_do_not_pass_and_what_was_typed_is_kept() {
    on_both_databases(|server| async move {
        open_all_day(&server).await;
        let mut child = server.visitor();
        assert_eq!(ask(&mut child, "Ring til 23 45 67 89").await.leads_to(), ASK);
        let page = child.get(ASK).await;
        assert!(page.has("Det ligner et telefonnummer") && page.has("Ring til 23 45 67 89"));
        assert_eq!(ask(&mut child, &"x".repeat(10_000)).await.leads_to(), ASK);
        let page = child.get(ASK).await;
        assert!(page.has("Teksten er for lang") && page.has(&"x".repeat(10_000)));
        assert_eq!(ask(&mut child, "Hvad er 23 45 67 89 + 12?").await.leads_to(), OWN);

        let mut helper = volunteer(&server, 30).await;
        let room = take(&mut helper).await;
        write(&mut helper, number(&room), "Min snap er viggo", "send").await;
        assert!(
            helper
                .get(&room)
                .await
                .has("Det ligner et navn på et socialt medie")
        );
        assert!(!child.get(OWN).await.has("viggo"));
    })
    .await;
}

#[tokio::test]
async fn looking_for_news_keeps_what_is_being_typed() {
    on_both_databases(|server| async move {
        open_all_day(&server).await;
        let (mut child, mut helper) = (server.visitor(), volunteer(&server, 30).await);
        ask(&mut child, "Hvad er 7 · 8?").await;
        let room = take(&mut helper).await;
        write(&mut child, "", "Jeg tror det er", "look").await;
        assert!(child.get(OWN).await.has("Jeg tror det er"));
        assert!(
            !helper.get(&room).await.has("Jeg tror det er"),
            "nothing was sent"
        );
    })
    .await;
}

#[tokio::test]
async fn outside_hours_a_question_is_kept_and_read_by_its_code() {
    on_both_databases(|server| async move {
        close(&server).await;
        let mut child = server.visitor();
        ask(&mut child, "Hvordan dividerer man brøker?").await;
        let page = child.get(OWN).await;
        assert!(page.has("Vi har gemt dit spørgsmål"));
        let (_, rest) = page.body.split_once("\"ticket__code\"").unwrap();
        let code = rest.split(['>', '<']).nth(1).unwrap().to_owned();

        open_all_day(&server).await;
        let mut helper = volunteer(&server, 30).await;
        let room = take(&mut helper).await;
        write(
            &mut helper,
            number(&room),
            "Vend den ene om, og gang. Hvorfor mon?",
            "send",
        )
        .await;
        let mut telephone = server.visitor();
        let fields = [("locale", "da"), ("code", code.as_str())];
        let opened = telephone.post("/api/cafe/open-by-code", &fields).await;
        assert_eq!(opened.leads_to(), OWN);
        assert!(telephone.get(OWN).await.has("Vend den ene om"));
        let wrong = [("locale", "da"), ("code", "hund kat")];
        telephone.post("/api/cafe/open-by-code", &wrong).await;
        assert!(
            telephone
                .get("/lektier/cafe")
                .await
                .has("Det ligner ikke en kode")
        );
    })
    .await;
}

#[tokio::test]
async fn a_question_is_withdrawn_while_it_waits() {
    on_both_databases(|server| async move {
        open_all_day(&server).await;
        let mut child = server.visitor();
        ask(&mut child, "Hvad er 7 · 8?").await;
        let left = child.post("/api/cafe/leave", &[("locale", "da")]).await;
        assert_eq!(left.leads_to(), "/lektier/cafe");
        assert_eq!(child.get(OWN).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn pages_are_told_when_something_is_written() {
    on_both_databases(|server| async move {
        open_all_day(&server).await;
        let (mut child, mut helper) = (server.visitor(), volunteer(&server, 30).await);
        ask(&mut child, "Hvad er 7 · 8?").await;
        let room = take(&mut helper).await;
        let stream = server.open(&format!("/api/cafe/events/{}", number(&room))).await;
        let mut events = stream.into_body().into_data_stream();
        let patience = std::time::Duration::from_secs(10);
        let first = tokio::time::timeout(patience, events.next()).await.unwrap();
        assert!(first.is_some(), "it is told at once that the line stands");
        write(&mut child, "", "Er det 54?", "send").await;
        let event = tokio::time::timeout(patience, events.next())
            .await
            .unwrap()
            .unwrap()
            .unwrap();
        assert_eq!(&event[..], b"data: changed\n\n");
        assert_eq!(
            server.open("/api/cafe/events/x").await.status(),
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn a_cafe_is_found_by_place_language_subject_day_and_booking() {
    on_both_databases(|server| async move {
        open_all_day(&server).await;
        let mut parent = server.visitor();
        for (query, told, place) in [
            ("", "3 lektiecaféer passer.", "Fjordby Bibliotek"),
            ("?sted=_online", "1 lektiecafé passer.", "Skriv et spørgsmål her"),
            (
                "?sprog=pl&booking=nej",
                "2 lektiecaféer passer.",
                "Strandby Medborgerhus",
            ),
            ("?fag=engelsk&dag=2", "2 lektiecaféer passer.", "Bibliotek"),
            ("?sprog=tr&booking=ja", "Ingen lektiecafé passer", "færre valg"),
            ("?sted=%3Cscript%3E&dag=9", "3 lektiecaféer passer.", ""),
        ] {
            let page = parent.get(&format!("/lektier/cafe{query}")).await;
            assert!(page.has(told) && page.has(place), "{query}");
        }
    })
    .await;
}
