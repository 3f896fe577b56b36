use axum::http::StatusCode;

use crate::support::on_both_databases;

const STEP: &str = "/laer/digital-post/hvad-er-det/hvem-skriver";

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
