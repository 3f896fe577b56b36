//! What somebody is stuck on goes with them to the person who helps.

use axum::http::StatusCode;
use store::appointments;

use crate::support::{TestServer, Visitor, on_both_databases};

const STEP: &str = "/laer/digital-post/hvad-er-det/postkassen";
const TOPIC: [(&str, &str); 4] = [
    ("course", "digital-post"),
    ("lesson", "hvad-er-det"),
    ("step", "postkassen"),
    ("locale", "da"),
];

/// Presses "Tal med et menneske" on the step, and is led to a door.
async fn bring(visitor: &mut Visitor, door: &str) -> String {
    let form = [&TOPIC[..], &[("door", door)]].concat();
    visitor
        .post("/api/help-topic/bring", &form)
        .await
        .leads_to()
        .to_owned()
}

#[tokio::test]
async fn the_person_who_helps_is_told_which_step_it_is() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        assert!(visitor.get(STEP).await.has("/api/help-topic/bring"));
        assert_eq!(bring(&mut visitor, "appointments").await, "/tid");
        assert!(
            visitor.get("/tid").await.has(STEP),
            "the note leads back to the step"
        );
        let slot = visitor.first_free_time("mitid", "borgerservice").await;
        let who = [
            ("service", "mitid"),
            ("location", "borgerservice"),
            ("locale", "da"),
            ("slot", &*slot),
            ("name", "Birthe"),
            ("contact", "none"),
        ];
        visitor.post("/api/appointments/save-details", &who).await;
        assert!(visitor.get("/tid/tjek").await.has("Det handler om"));
        visitor.post("/api/appointments/book", &[("locale", "da")]).await;
        assert!(visitor.get("/tid/kvittering").await.has("Det handler om"));
        assert!(
            !visitor.get("/tid").await.has(STEP),
            "the next booking is about something else"
        );

        let kept = appointments::find(server.database.read(), domain::ids::AppointmentId(1))
            .await
            .unwrap()
            .unwrap();
        let topic = kept.topic.unwrap().to_string();
        assert_eq!(topic, "digital-post/hvad-er-det/postkassen");
    })
    .await;
}

#[tokio::test]
async fn it_goes_to_homework_help_too_and_can_be_left_out() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    assert_eq!(bring(&mut visitor, "homework").await, "/lektier");
    assert!(visitor.get("/lektier").await.has(STEP));
    let dropped = visitor
        .post("/api/help-topic/drop", &[("door", "homework"), ("locale", "da")])
        .await;
    assert_eq!(dropped.leads_to(), "/lektier");
    assert!(!visitor.get("/lektier").await.has(STEP));
    assert!(!visitor.get("/tid").await.has(STEP));
}

#[tokio::test]
async fn a_step_that_is_not_there_is_no_topic() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    for (name, value) in [
        ("step", "findes-ikke"),
        ("lesson", "find-brevet"),
        ("course", "../etc"),
        ("door", "staff"),
    ] {
        let mut form = [&TOPIC[..], &[("door", "appointments")]].concat();
        for field in form.iter_mut().filter(|field| field.0 == name) {
            field.1 = value;
        }
        let answer = visitor.post("/api/help-topic/bring", &form).await;
        assert!(
            [StatusCode::NOT_FOUND, StatusCode::BAD_REQUEST].contains(&answer.status),
            "{name}={value}: {}",
            answer.status
        );
    }
    assert!(visitor.cookie.is_none(), "nothing was kept");
}
