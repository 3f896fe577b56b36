use std::fs;
use std::path::Path;

use axum::http::StatusCode;
use tempfile::TempDir;

use crate::support::{TestServer, content_folder, on_both_databases};

const STEP: &str = "/laer/digital-post/hvad-er-det/hvem-skriver";
const EXERCISE_STEP: &str = "/laer/digital-post/svar-eller-ring/oev-svar";

#[tokio::test]
async fn an_answer_is_kept_and_one_goes_on_where_one_stopped() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let step = [
            ("course", "digital-post"),
            ("lesson", "hvad-er-det"),
            ("step", "hvem-skriver"),
            ("locale", "da"),
        ];

        let nothing = visitor.post("/api/learning/answer", &step).await;
        let page = visitor.get(nothing.leads_to()).await;
        assert!(page.has("Vælg et svar først."), "{}", page.body);
        assert_eq!(visitor.cookie, None, "nothing to keep yet");

        let option = first_option(&page.body);
        let answered = visitor
            .post(
                "/api/learning/answer",
                &[&step[..], &[("given[]", &option)]].concat(),
            )
            .await;
        assert_eq!(answered.leads_to(), STEP);
        assert!(visitor.cookie.is_some());
        let page = visitor.get(STEP).await;
        assert!(page.has("checked"), "the chosen option is still chosen");
        assert!(page.has("Svar igen"));

        let advanced = visitor.post("/api/learning/advance", &step).await;
        let next = advanced.leads_to().to_owned();
        assert_ne!(next, STEP);
        let course = visitor.get("/laer/digital-post").await;
        assert!(course.has("Fortsæt, hvor du slap"), "{}", course.body);
        assert!(course.has("1 af "), "{}", course.body);
    })
    .await;
}

#[tokio::test]
async fn a_stranger_sees_nothing_of_it() {
    on_both_databases(|server| async move {
        let step = [
            ("course", "digital-post"),
            ("step", "hvem-skriver"),
            ("locale", "da"),
        ];
        server.visitor().post("/api/learning/advance", &step).await;
        assert!(
            !server
                .visitor()
                .get("/laer/digital-post")
                .await
                .has("Fortsæt, hvor du slap")
        );
    })
    .await;
}

#[tokio::test]
async fn options_that_the_question_does_not_have_are_refused() {
    on_both_databases(|server| async move {
        let fields = [
            ("course", "digital-post"),
            ("lesson", "hvad-er-det"),
            ("step", "hvem-skriver"),
            ("locale", "da"),
            ("given[]", "findes-ikke"),
        ];
        let answer = server.visitor().post("/api/learning/answer", &fields).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.body);
    })
    .await;
}

#[tokio::test]
async fn an_untranslated_exercise_is_marked_in_a_translated_lesson() {
    let folder = TempDir::new().unwrap();
    copy(&content_folder(), folder.path());
    fs::remove_file(folder.path().join("simulators/indbakke-svar.en.toml")).unwrap();
    let server = TestServer::with_content(folder.path()).await;
    let page = server.visitor().get(&format!("/en{EXERCISE_STEP}")).await;
    let marked = "This exercise is only in Danish so far.<!></p><div lang=\"da\" dir=\"ltr\"><section";
    assert!(page.has(marked), "{}", page.body);

    let translated = TestServer::on_sqlite().await;
    let page = translated.visitor().get(&format!("/en{EXERCISE_STEP}")).await;
    assert!(
        page.has("class=\"simulator\"") && !page.has("foreign-note"),
        "{}",
        page.body
    );
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The value of the first option on a page with a question.
fn first_option(page: &str) -> String {
    let field = page
        .split("name=\"given[]\"")
        .nth(1)
        .or_else(|| page.split("given[]").nth(1))
        .unwrap();
    field
        .split("value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}
