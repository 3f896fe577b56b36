//! A coordinator makes, changes and ends series.

use axum::http::StatusCode;
use domain::appointments::{Series, SeriesDates};
use domain::ids::ServiceId;
use domain::staff::Role;
use store::schedules;

use crate::schedule::save;
use crate::series::book;
use crate::support::{TestServer, Visitor, on_both_databases};

const COURSE: &str = "/personale/plan/ydelse/it-kursus";

async fn series(server: &TestServer) -> Option<Vec<Series>> {
    let current = schedules::load_current(server.database.read()).await.unwrap();
    let course = ServiceId::parse("it-kursus").unwrap();
    current.unwrap().1.service(&course).unwrap().series.clone()
}

/// Sends a form about the course, and tells where it leads.
async fn propose(coordinator: &mut Visitor, form: &str, fields: &[(&str, &str)]) -> String {
    let course = [("locale", "da"), ("service", "it-kursus"), ("version", "1")];
    let fields = [&course[..], fields].concat();
    let answer = coordinator.post(&format!("/api/schedule/{form}"), &fields).await;
    assert!(answer.status.is_redirection(), "{form}: {}", answer.body);
    answer.leads_to().to_owned()
}

/// The fields of a series of two dates.
fn listed(dates: &'static str) -> [(&'static str, &'static str); 4] {
    [
        ("location", "bibliotek"),
        ("adviser", "it-kursus"),
        ("kind", "listed"),
        ("listed", dates),
    ]
}

#[tokio::test]
async fn a_series_is_made_and_can_be_booked() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let page = coordinator.get(COURSE).await;
        for text in ["onsdag kl. 10, 4 gange", "nyt-forloeb", "forloeb/1"] {
            assert!(page.has(text), "{text}: {}", page.body);
        }
        let form = listed("6-1-2027 kl. 13\n13-1-2027 kl. 13");
        assert_eq!(
            propose(&mut coordinator, "change-series", &form).await,
            "/personale/plan/tjek"
        );
        let preview = coordinator.get("/personale/plan/tjek").await;
        for text in ["Forløb", "6. januar", "Ingen aftaler bliver ramt"] {
            assert!(preview.has(text), "{text}: {}", preview.body);
        }
        assert_eq!(save(&mut coordinator, "call").await, "/personale/plan/gemt");
        let all = series(&server).await.unwrap();
        assert_eq!(all.len(), 2);
        assert!(matches!(&all[1].dates, SeriesDates::Listed(dates) if dates.len() == 2));
        assert!(
            coordinator
                .get(&format!("{COURSE}/forloeb/2"))
                .await
                .has("13-1-2027 kl. 13")
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_has_booked_a_date_that_goes_is_shown_first() {
    on_both_databases(|server| async move {
        book(&mut server.visitor(), "Karen Lund").await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        assert!(
            coordinator
                .get(&format!("{COURSE}/forloeb/1"))
                .await
                .has("value=\"4\"")
        );
        let number = [("number", "1")];
        let fewer = [
            ("kind", "rule"),
            ("location", "bibliotek"),
            ("adviser", "it-kursus"),
            ("weekday", "3"),
            ("clock", "10"),
            ("times", "3"),
            ("every_weeks", "1"),
            ("begins", "every_weeks"),
            ("begins_every", "4"),
        ];
        let form = [&number[..], &fewer].concat();
        assert_eq!(
            propose(&mut coordinator, "change-series", &form).await,
            "/personale/plan/tjek"
        );
        let preview = coordinator.get("/personale/plan/tjek").await;
        for text in [
            "Karen Lund",
            "Den gang er ikke længere på kurset",
            "Én aftale",
            "3 gange",
        ] {
            assert!(preview.has(text), "{text}: {}", preview.body);
        }
        propose(&mut coordinator, "remove-series", &number).await;
        assert!(
            coordinator
                .get("/personale/plan/tjek")
                .await
                .has("4 aftaler passer ikke")
        );
        assert_eq!(save(&mut coordinator, "call").await, "/personale/plan/gemt");
        assert_eq!(series(&server).await, Some(vec![]));
        assert!(coordinator.get(COURSE).await.has("Der er ingen forløb"));
        propose(&mut coordinator, "book-singly", &[]).await;
        assert_eq!(save(&mut coordinator, "call").await, "/personale/plan/gemt");
        assert_eq!(series(&server).await, None);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_series_is_told_in_its_form_and_what_was_typed_is_kept() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let new = format!("{COURSE}/nyt-forloeb");
        for (dates, told) in [
            ("6-1-2027 kl. 13\nonsdag", "Linje 2: Skriv en dato"),
            ("6-1-2027 kl. 13", "mindst 2 og højst 20"),
            ("6-1-2027 kl. 13\n6-1-2027 kl. 13.05", "før den forrige er slut"),
        ] {
            assert_eq!(
                propose(&mut coordinator, "change-series", &listed(dates)).await,
                new
            );
            let page = coordinator.get(&new).await;
            assert!(
                page.has(told) && page.has("href=\"#field-listed\""),
                "{told}: {}",
                page.body
            );
            assert!(
                page.has("6-1-2027 kl. 13") && !page.has("<b>onsdag"),
                "{}",
                page.body
            );
        }
        let stranger = [
            ("adviser", "asta"),
            ("listed", "6-1-2027 kl. 13\n13-1-2027 kl. 13"),
        ];
        let form = [&[("location", "bibliotek"), ("kind", "listed")][..], &stranger].concat();
        assert_eq!(propose(&mut coordinator, "change-series", &form).await, new);
        assert!(coordinator.get(&new).await.has("Et forløb skal holdes af en"));
        let gone = [
            ("locale", "da"),
            ("service", "it-kursus"),
            ("version", "1"),
            ("number", "7"),
        ];
        let gone = coordinator.post("/api/schedule/remove-series", &gone).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn an_edit_that_would_break_a_series_is_told_so_in_its_form() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let teacher = ("adviser", "it-kursus");
        let nowhere = (0..7).map(|day| format!("days[{day}]")).collect::<Vec<_>>();
        let nowhere: Vec<_> = nowhere.iter().map(|day| (day.as_str(), "")).collect();
        let shifts = [&[teacher, ("location", "bibliotek")][..], &nowhere].concat();
        let page = "/personale/plan/medarbejder/it-kursus";
        for (form, fields, path) in [
            ("skills", vec![teacher, ("services[]", "mitid")], page.to_owned()),
            ("change-shifts", shifts, format!("{page}/bibliotek")),
        ] {
            assert_eq!(propose(&mut coordinator, form, &fields).await, path, "{form}");
            let told = coordinator.get(&path).await;
            assert!(told.has("Et forløb skal holdes af en"), "{form}: {}", told.body);
        }
    })
    .await;
}
