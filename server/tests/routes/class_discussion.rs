//! A question that a class answers together, as browsers without JavaScript meet it.

use axum::http::StatusCode;
use domain::staff::Role;

use super::classroom::{id_of, make_class, pupil_by_words, value_after};
use crate::support::{Visitor, on_both_databases};

async fn put(teacher: &mut Visitor, class: &str, question: &str, answers: &str) -> StatusCode {
    let fields = [
        ("locale", "da"),
        ("class", id_of(class)),
        ("question", question),
        ("answers", answers),
    ];
    teacher.post("/api/classroom/put-question", &fields).await.status
}

#[tokio::test]
async fn a_class_answers_on_its_own_devices_and_nobody_is_named() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali\nBo").await;
        let mut ali = pupil_by_words(&server, &mut teacher, &class).await;
        put(&mut teacher, &class, "Hvad ville du gøre?", "Svare\nSlette").await;
        assert!(ali.get("/klasse/i-dag").await.has("Hvad ville du gøre?"));

        let own = "/klasse/spoergsmaal";
        let page = ali.get(own).await.body;
        let id = value_after(&page, "name=\"discussion\" value=\"");
        let answer = [("locale", "da"), ("discussion", &*id), ("choice", "1")];
        let led_to = ali.post("/api/classroom/answer-question", &answer).await;
        assert_eq!(led_to.leads_to(), own);
        let page = ali.get(own).await;
        assert!(
            page.has("Du har svaret") && !page.has("1 har svaret"),
            "no chart while it is open"
        );
        let shown = teacher.get(&format!("{class}/spoergsmaal")).await;
        assert!(shown.has("1 har svaret") && !shown.has("Ali"));

        let close = [("locale", "da"), ("class", id_of(&class))];
        let mut other = server.staff(Role::Teacher).await;
        let foreign = other.post("/api/classroom/close-question", &close).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        teacher.post("/api/classroom/close-question", &close).await;
        let page = ali.get(own).await;
        assert!(page.has("1 har svaret") && page.has("B: Slette"));
        assert!(!ali.get("/klasse/i-dag").await.has("Hvad ville du gøre?"));
        ali.post("/api/classroom/answer-question", &answer).await;
        assert!(ali.get(own).await.has("1 har svaret"), "it is closed");
    })
    .await;
}

#[tokio::test]
async fn a_question_of_a_course_is_put_at_a_press_and_an_unfit_one_is_shown_again() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali").await;
        let page = format!("{class}/spoergsmaal");
        put(&mut teacher, &class, "010203-1234", "Ja").await;
        let refused = teacher.get(&page).await;
        assert!(refused.has("højst 300 tegn") && refused.has("2 til 6 svar") && !refused.has("010203"));
        let of_course = teacher.get(&format!("{page}?kursus=digital-post")).await;
        assert!(of_course.has("Hvad bruger du til at låse din postkasse på nettet op?"));
        let stranger = server.visitor().get("/klasse/spoergsmaal").await;
        assert!(stranger.has("ikke noget spørgsmål"));
    })
    .await;
}
