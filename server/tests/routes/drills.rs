//! Practice without JavaScript: an exercise, its hints, answers and worksheets.

use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use domain::drills::{Drill, DrillKind, Level, Seed, exercise};

use crate::support::{TestServer, on_both_databases};

const ANSWER: &str = "/api/drills/answer";
const HINT: &str = "/api/drills/hint";
const NEXT: &str = "/api/drills/next";
const PLUS: &str = "/lektier/oev/plus/1";

/// What the form of the exercise with seed 7 sends.
const FORM: [(&str, &str); 4] = [("kind", "plus"), ("level", "1"), ("seed", "7"), ("locale", "da")];

fn right_answer() -> String {
    let drill = Drill {
        kind: DrillKind::Addition,
        level: Level::First,
    };
    exercise(drill, Seed::new(7)).answer.written().remove(0)
}

fn with_answer(answer: &str) -> Vec<(&'static str, &str)> {
    FORM.into_iter().chain([("given[0]", answer)]).collect()
}

#[tokio::test]
async fn every_drill_has_an_exercise_and_a_worksheet_and_looking_keeps_nothing() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    for drill in Drill::all() {
        let path = format!("/lektier/oev/{}/{}", drill.kind.as_str(), drill.level.number());
        for path in [path.clone(), format!("{path}/ark?ark=5")] {
            let page = visitor.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(
                page.headers.get(SET_COOKIE).is_none(),
                "{path} makes nobody a visitor"
            );
        }
    }
}

#[tokio::test]
async fn ten_exercises_of_each_kind_can_be_done() {
    let server = TestServer::on_sqlite().await;
    for drill in Drill::all() {
        let mut visitor = server.visitor();
        let (kind, level) = (drill.kind.as_str(), drill.level.number().to_string());
        let path = format!("/lektier/oev/{kind}/{level}");
        for _ in 0..10 {
            let seed = seed_on(&visitor.get(&path).await.body);
            let written = exercise(drill, seed.parse().unwrap()).answer.written();
            let names: Vec<_> = (0..written.len())
                .map(|field| format!("given[{field}]"))
                .collect();
            let mut form = vec![
                ("kind", kind),
                ("level", &level),
                ("seed", &seed),
                ("locale", "da"),
            ];
            form.extend(
                names
                    .iter()
                    .map(String::as_str)
                    .zip(written.iter().map(String::as_str)),
            );
            assert_eq!(visitor.post(ANSWER, &form).await.leads_to(), path);
            let page = visitor.get(&path).await;
            assert!(page.has("Rigtigt!"), "{path} {seed}: {written:?}");
            visitor
                .post(
                    NEXT,
                    &form[..2]
                        .iter()
                        .copied()
                        .chain([("locale", "da")])
                        .collect::<Vec<_>>(),
                )
                .await;
        }
    }
}

/// The seed in the form of an exercise's page.
fn seed_on(page: &str) -> String {
    let field = page.split("name=\"seed\" value=\"").nth(1).unwrap_or_default();
    field.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn practice_is_found_by_what_can_be_practised() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    for words in ["regneopgaver", "brøker med samme nævner", "diktat"] {
        let words = words.replace(' ', "+");
        assert!(
            visitor
                .get(&format!("/soeg?q={words}"))
                .await
                .has("href=\"/lektier/oev\""),
            "{words}"
        );
    }
}

#[tokio::test]
async fn an_answer_is_told_to_be_right_and_leads_on() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let answer = visitor.post(ANSWER, &with_answer(&right_answer())).await;
        assert_eq!(answer.leads_to(), PLUS);
        let page = visitor.get(PLUS).await;
        assert!(page.has("Rigtigt!"), "{}", page.body);
        assert!(page.has("Næste opgave") && !page.has("Tjek svaret"));
        assert_eq!(visitor.post(NEXT, &FORM).await.leads_to(), PLUS);
        let next = visitor.get(PLUS).await;
        assert!(next.has("Tjek svaret") && !next.has("Rigtigt!"));
    })
    .await;
}

#[tokio::test]
async fn a_wrong_answer_stays_to_be_mended_and_hints_come_one_by_one() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    visitor.post(ANSWER, &with_answer("1")).await;
    let page = visitor.get(PLUS).await;
    assert!(
        page.has("Prøv igen") && page.has("value=\"1\"") && page.has("value=\"7\""),
        "{}",
        page.body
    );
    for hints in 1..=2 {
        assert_eq!(visitor.post(HINT, &FORM).await.leads_to(), PLUS);
        let page = visitor.get(PLUS).await;
        let steps = page.body.split("drill__steps").nth(1).unwrap_or_default();
        let steps = steps.split("</ol>").next().unwrap_or_default();
        assert_eq!(steps.matches("<li").count(), hints, "{steps}");
    }
}

#[tokio::test]
async fn bad_input_is_told_or_refused() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    for (typed, told) in [
        ("", "Skriv et svar i feltet."),
        ("mange <b>", "Skriv svaret med tal."),
        (&"9".repeat(10_000), "Svaret er for langt."),
    ] {
        visitor.post(ANSWER, &with_answer(typed)).await;
        let page = visitor.get(PLUS).await;
        assert!(page.has(told), "{told}: {}", page.body);
        assert!(!page.has("mange <b>"));
    }
    for path in [
        "/lektier/oev/trylleri/1",
        "/lektier/oev/plus/4",
        "/lektier/oev/plus/x",
        "/lektier/oev/plus/0/ark",
    ] {
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for field in [("kind", "trylleri"), ("level", "9"), ("seed", "-1")] {
        let form = FORM.map(|(name, value)| if name == field.0 { field } else { (name, value) });
        let answer = visitor.post(HINT, &form).await;
        assert!(answer.status.is_client_error(), "{field:?}: {}", answer.status);
    }
}

#[tokio::test]
async fn the_number_of_a_worksheet_brings_it_back() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let mut sums = async |query: &str| {
        let page = visitor.get(&format!("/lektier/oev/minus/2/ark{query}")).await;
        let lines = page.body.split("drill__line").skip(1);
        lines
            .map(|line| line.chars().take(40).collect())
            .collect::<Vec<String>>()
    };
    let first = sums("?ark=41").await;
    assert_eq!(first.len(), 18);
    assert_eq!(first, sums("?ark=41").await);
    assert_ne!(first, sums("?ark=42").await);
    assert_eq!(
        sums("?ark=intet").await.len(),
        18,
        "an address that is mistyped gives some sheet"
    );
}

#[tokio::test]
async fn drills_are_chosen_by_subject_and_grade() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let mut count = async |query: &str| {
        let page = visitor.get(&format!("/lektier/oev{query}")).await;
        page.body.matches("class=\"drill-card ").count()
    };
    assert_eq!(count("").await, DrillKind::ALL.len());
    assert_eq!(count("?fag=engelsk").await, 1);
    assert_eq!(count("?fag=engelsk&klasse=2").await, 0);
    assert!(count("?klasse=3").await > 3);
}
