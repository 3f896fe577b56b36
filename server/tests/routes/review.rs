//! Genopfrisk: a sitting from the first question to the last.

use domain::ids::{CourseId, StepId, VisitorId};
use domain::learning::{Memory, ReviewCard};
use jiff::{Timestamp, ToSpan};
use store::learning;

use crate::support::{Answer, TestServer, Visitor, on_both_databases};

const PAGE: &str = "/laer/genopfrisk";
const ANSWER: &str = "/api/learning/review/answer";
const COURSE: &str = "digital-post";
/// Questions of the course with what is right: one more than there are in a sitting.
const QUESTIONS: [(&str, &str); 9] = [
    ("postkassen", "mitid"),
    ("privat-post", "eboks"),
    ("brevet-taeller", "ja"),
    ("fire-doere", "nej"),
    ("gaa-ind", "pause"),
    ("nemsms", "stadig"),
    ("amirs-brev", "skrive"),
    ("to-dage-foer", "13"),
    ("svaere-ord", "uenig"),
];

/// Somebody who has done a step, and their number: the first of the server's database.
async fn learner(server: &TestServer) -> (Visitor, VisitorId) {
    let mut visitor = server.visitor();
    let step = [("course", COURSE), ("step", "hvem-skriver"), ("locale", "da")];
    visitor.post("/api/learning/advance", &step).await.leads_to();
    (visitor, VisitorId(1))
}

/// Lets a question come back that was due so many days ago.
async fn bring_back(server: &TestServer, visitor: VisitorId, course: &str, step: &str, days: i64) {
    let due = Timestamp::now() - (days * 24).hours();
    let card = ReviewCard {
        course: CourseId::parse(course).unwrap(),
        step: StepId::parse(step).unwrap(),
        reviewed_at: due - 24.hours(),
        due,
        memory: Memory::new(1.0, 5.0).unwrap(),
    };
    learning::add_card(server.database.write(), visitor, &card)
        .await
        .unwrap();
}

/// Lets all the questions come back, the first of them first.
async fn bring_all_back(server: &TestServer, visitor: VisitorId) {
    for ((step, _), days) in QUESTIONS.iter().zip((1..=9).rev()) {
        bring_back(server, visitor, COURSE, step, days).await;
    }
}

/// Answers a question and follows where that leads.
async fn answer(visitor: &mut Visitor, course: &str, step: &str, given: &[&str]) -> Answer {
    let mut fields = vec![("course", course), ("step", step), ("locale", "da")];
    fields.extend(given.iter().map(|given| ("given[]", *given)));
    let answered = visitor.post(ANSWER, &fields).await;
    assert_eq!(answered.leads_to(), PAGE);
    visitor.get(PAGE).await
}

/// Checks what the page asks, and how much is said to be left.
fn assert_asks(page: &Answer, step: &str, due: usize) {
    assert!(
        page.has(&format!("name=\"step\" value=\"{step}\"")),
        "{}",
        page.body
    );
    assert!(
        page.has(&format!("{due} klar til at blive genopfrisket")),
        "{}",
        page.body
    );
}

async fn card(server: &TestServer, visitor: VisitorId, step: &str) -> ReviewCard {
    let cards = learning::cards(server.database.read(), visitor).await.unwrap();
    cards.into_iter().find(|card| card.step.as_str() == step).unwrap()
}

#[tokio::test]
async fn a_sitting_is_walked_through_to_its_end() {
    on_both_databases(|server| async move {
        let (mut visitor, id) = learner(&server).await;
        bring_all_back(&server, id).await;
        let page = visitor.get(PAGE).await;
        assert_asks(&page, "postkassen", 9);
        assert!(!page.has("Vælg et svar først."));

        let page = answer(&mut visitor, COURSE, "postkassen", &[]).await;
        assert_asks(&page, "postkassen", 9);
        assert!(page.has("Vælg et svar først."), "{}", page.body);

        let page = answer(&mut visitor, COURSE, "postkassen", &["mitid"]).await;
        assert!(page.has("Rigtigt"), "{}", page.body);
        assert_asks(&page, "privat-post", 8);

        let page = answer(&mut visitor, COURSE, "privat-post", &["borgerdk"]).await;
        assert!(page.has("Ikke helt"), "{}", page.body);
        assert_asks(&page, "brevet-taeller", 7);

        let remembered = card(&server, id, "postkassen").await;
        let missed = card(&server, id, "privat-post").await;
        assert!(missed.due > Timestamp::now(), "it comes back another day");
        assert!(remembered.due > missed.due, "what was remembered waits longer");

        for (step, right) in &QUESTIONS[2..7] {
            answer(&mut visitor, COURSE, step, &[right]).await;
        }
        let end = answer(&mut visitor, COURSE, "to-dage-foer", &["13"]).await;
        assert!(end.has("Godt gået") && end.has("1 klar"), "{}", end.body);
        assert!(!end.has("name=\"step\""), "a sitting is short");

        let more = visitor
            .post("/api/learning/review/more", &[("locale", "da")])
            .await;
        let page = visitor.get(more.leads_to()).await;
        assert_asks(&page, "svaere-ord", 1);
        let end = answer(&mut visitor, COURSE, "svaere-ord", &["uenig"]).await;
        assert!(end.has("Godt gået") && !end.has("Tag lidt flere"), "{}", end.body);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_sent_twice_counts_once() {
    on_both_databases(|server| async move {
        let (mut visitor, id) = learner(&server).await;
        bring_all_back(&server, id).await;
        answer(&mut visitor, COURSE, "postkassen", &["mitid"]).await;
        let once = card(&server, id, "postkassen").await;
        let page = answer(&mut visitor, COURSE, "postkassen", &["noeglekort"]).await;
        assert_asks(&page, "privat-post", 8);
        assert!(page.has("Rigtigt"), "the first answer stands: {}", page.body);
        assert_eq!(card(&server, id, "postkassen").await, once);
    })
    .await;
}

#[tokio::test]
async fn a_question_that_has_not_come_back_cannot_be_answered() {
    on_both_databases(|server| async move {
        let (mut visitor, id) = learner(&server).await;
        bring_back(&server, id, COURSE, "postkassen", 1).await;
        for given in ["ja", ""] {
            let page = answer(&mut visitor, COURSE, "brevet-taeller", &[given]).await;
            assert_asks(&page, "postkassen", 1);
            assert!(
                !page.has("Rigtigt") && !page.has("Vælg et svar først."),
                "{}",
                page.body
            );
        }
        assert_eq!(
            learning::cards(server.database.read(), id).await.unwrap().len(),
            1
        );
        let forged = [
            ("course", COURSE),
            ("step", "findes-ikke"),
            ("locale", "da"),
            ("given[]", "ja"),
        ];
        assert_eq!(visitor.post(ANSWER, &forged).await.status, 404);

        let mut stranger = server.visitor();
        let page = answer(&mut stranger, COURSE, "postkassen", &["mitid"]).await;
        assert!(page.has("Der er ikke noget at genopfriske"), "{}", page.body);
        assert_eq!(stranger.cookie, None, "there is nothing to keep");
    })
    .await;
}

#[tokio::test]
async fn what_was_missed_or_needed_a_hint_comes_back_another_day() {
    on_both_databases(|server| async move {
        let (mut visitor, id) = learner(&server).await;
        let step = |step| {
            [
                ("course", COURSE),
                ("lesson", "hvad-er-det"),
                ("step", step),
                ("locale", "da"),
            ]
        };
        let wrong = [&step("postkassen")[..], &[("given[]", "noeglekort")]].concat();
        visitor.post("/api/learning/answer", &wrong).await.leads_to();
        visitor
            .post("/api/learning/hint", &step("privat-post"))
            .await
            .leads_to();
        let hinted = [&step("privat-post")[..], &[("given[]", "eboks")]].concat();
        visitor.post("/api/learning/answer", &hinted).await.leads_to();
        let right = [&step("brevet-taeller")[..], &[("given[]", "ja")]].concat();
        visitor.post("/api/learning/answer", &right).await.leads_to();

        let cards = learning::cards(server.database.read(), id).await.unwrap();
        let steps: Vec<_> = cards.iter().map(|card| card.step.as_str()).collect();
        assert_eq!(steps, ["postkassen", "privat-post"]);
        assert!(visitor.get(PAGE).await.has("Der er ikke noget at genopfriske"));
    })
    .await;
}

#[tokio::test]
async fn a_question_that_is_no_longer_asked_stands_in_nobodys_way() {
    on_both_databases(|server| async move {
        let (mut visitor, id) = learner(&server).await;
        for removed in 0..8 {
            bring_back(&server, id, "nedlagt", &format!("trin-{removed}"), 30).await;
        }
        bring_back(&server, id, COURSE, "postkassen", 1).await;
        assert_asks(&visitor.get(PAGE).await, "postkassen", 1);
        let end = answer(&mut visitor, COURSE, "postkassen", &["mitid"]).await;
        assert!(end.has("Godt gået") && !end.has("Tag lidt flere"), "{}", end.body);
    })
    .await;
}

#[tokio::test]
async fn another_device_of_somebody_who_was_merged_goes_on_with_it() {
    on_both_databases(|server| async move {
        let (mut owner, id) = learner(&server).await;
        bring_back(&server, id, COURSE, "postkassen", 1).await;
        let (mut phone, _) = learner(&server).await;
        let mut tablet = server.visitor();
        tablet.redeem(&phone.recovery_code().await).await;
        phone.redeem(&owner.recovery_code().await).await;

        assert_asks(&tablet.get(PAGE).await, "postkassen", 1);
        let end = answer(&mut tablet, COURSE, "postkassen", &["mitid"]).await;
        assert!(end.has("Rigtigt") && end.has("Godt gået"), "{}", end.body);
        assert!(owner.get(PAGE).await.has("Der er ikke noget at genopfriske"));
    })
    .await;
}
