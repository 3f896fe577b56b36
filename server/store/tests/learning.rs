use domain::ids::{CourseId, OptionId, StepId, VisitorId};
use domain::learning::StepRecord;
use store::learning::{self, GradedAnswer, StepState};
use store::{Database, StoreError};

use crate::support::{days, now, on_each_database};

#[tokio::test]
async fn the_first_answer_is_remembered_and_the_latest_counts() {
    on_each_database(async |database| {
        let visitor = learning::create_visitor(database.write(), now()).await.unwrap();
        answer(&database, visitor, &["a"], false).await.unwrap();
        answer(&database, visitor, &["a", "b"], true).await.unwrap();
        answer(&database, visitor, &["b"], false).await.unwrap();
        assert_eq!(
            records(&database, visitor).await,
            [StepState {
                step: step("s1"),
                done: false,
                attempts: 3,
                first_correct: Some(false),
                correct: Some(false),
                last_answer: Some(vec![option("b")]),
            }]
        );
    })
    .await;
}

#[tokio::test]
async fn done_and_answered_do_not_disturb_each_other() {
    on_each_database(async |database| {
        let visitor = learning::create_visitor(database.write(), now()).await.unwrap();
        for _ in 0..2 {
            mark_done(&database, visitor, "kursus", "s1").await;
        }
        let untouched = &records(&database, visitor).await[0];
        assert!(untouched.done && untouched.attempts == 0 && untouched.last_answer.is_none());

        answer(&database, visitor, &["a"], true).await.unwrap();
        mark_done(&database, visitor, "kursus", "s1").await;
        let state = &records(&database, visitor).await[0];
        assert!(state.done && state.attempts == 1 && state.first_correct == Some(true));
        assert_eq!(
            StepRecord::from(state),
            StepRecord {
                step: step("s1"),
                done: true,
                correct: Some(true)
            }
        );
    })
    .await;
}

#[tokio::test]
async fn courses_and_visitors_are_kept_apart() {
    on_each_database(async |database| {
        let visitor = learning::create_visitor(database.write(), now()).await.unwrap();
        let other = learning::create_visitor(database.write(), now()).await.unwrap();
        for (course, step) in [("kursus", "s1"), ("kursus", "s2"), ("andet", "s1")] {
            mark_done(&database, visitor, course, step).await;
        }
        let all = learning::records_of_all_courses(database.read(), visitor)
            .await
            .unwrap();
        let counts: Vec<_> = all
            .iter()
            .map(|(course, steps)| (course.as_str(), steps.len()))
            .collect();
        assert_eq!(counts, [("andet", 1), ("kursus", 2)]);
        assert_eq!(records(&database, visitor).await.len(), 2);
        assert!(records(&database, other).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn answers_that_arrive_together_are_all_counted() {
    on_each_database(async |database| {
        let visitor = learning::create_visitor(database.write(), now()).await.unwrap();
        let writing: Vec<_> = (0..16)
            .map(|_| {
                let server = Database::clone(&database);
                tokio::spawn(async move { answer(&server, visitor, &["a"], true).await })
            })
            .collect();
        for written in writing {
            written.await.unwrap().unwrap();
        }
        assert_eq!(records(&database, visitor).await[0].attempts, 16);
    })
    .await;
}

#[tokio::test]
async fn an_erased_visitor_is_told() {
    on_each_database(async |database| {
        let visitor = learning::create_visitor(database.write(), now()).await.unwrap();
        assert!(
            learning::touch_visitor(database.write(), visitor, now() + days(1))
                .await
                .unwrap()
        );
        let nobody = VisitorId(visitor.0 + 1);
        assert!(
            !learning::touch_visitor(database.write(), nobody, now())
                .await
                .unwrap()
        );
        assert!(answer(&database, nobody, &["a"], true).await.is_err());
    })
    .await;
}

async fn answer(
    database: &Database,
    visitor: VisitorId,
    chosen: &[&str],
    correct: bool,
) -> Result<(), StoreError> {
    let chosen: Vec<_> = chosen.iter().map(|id| option(id)).collect();
    let graded = GradedAnswer {
        course: &course("kursus"),
        step: &step("s1"),
        chosen: &chosen,
        correct,
    };
    learning::save_answer(database.write(), visitor, graded, now()).await
}

async fn mark_done(database: &Database, visitor: VisitorId, of: &str, done: &str) {
    learning::mark_done(database.write(), visitor, &course(of), &step(done), now())
        .await
        .unwrap();
}

async fn records(database: &Database, visitor: VisitorId) -> Vec<StepState> {
    learning::records(database.read(), visitor, &course("kursus"))
        .await
        .unwrap()
}

fn course(id: &str) -> CourseId {
    CourseId::parse(id).unwrap()
}

fn step(id: &str) -> StepId {
    StepId::parse(id).unwrap()
}

fn option(id: &str) -> OptionId {
    OptionId::parse(id).unwrap()
}
