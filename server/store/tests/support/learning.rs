//! Visitors and their work, as tests want them.

use domain::ids::{CourseId, LessonId, StepId, VisitorId};
use domain::learning::{LessonRecord, Memory, RecoveryCode, ReviewCard, StepRecord};
use store::learning::{self, GradedAnswer};
use store::{ConnectionTrait, Database, StoreError};

use super::{days, now};

/// The installation's secret.
pub(crate) const SECRET: &str = "secret";

pub(crate) fn course(id: &str) -> CourseId {
    CourseId::parse(id).unwrap()
}

pub(crate) fn step(id: &str) -> StepId {
    StepId::parse(id).unwrap()
}

/// The code that begins with one word and goes on with another.
pub(crate) fn code(first: u32, second: u32) -> RecoveryCode {
    RecoveryCode::from_random([first, second, 0, 0])
}

/// A lesson of the step `s1`, begun now.
pub(crate) fn lesson(id: &str) -> LessonRecord {
    LessonRecord {
        lesson: LessonId::parse(id).unwrap(),
        criterion: "4 of 5".parse().unwrap(),
        steps: [step("s1")].into(),
        started_at: now(),
        ready_at: None,
    }
}

/// A card for a step of the course `kursus`, due tomorrow.
pub(crate) fn card(of: &str) -> ReviewCard {
    ReviewCard {
        course: course("kursus"),
        step: step(of),
        reviewed_at: now(),
        due: now() + days(1),
        memory: Memory::new(0.212, 6.4133).unwrap(),
    }
}

pub(crate) async fn visitor(database: &Database) -> VisitorId {
    learning::create_visitor(database.write(), now()).await.unwrap()
}

/// Answers a step of the course `kursus`.
pub(crate) async fn answer(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    of: &str,
    given: &[&str],
    correct: bool,
) -> Result<(), StoreError> {
    let given: Vec<_> = given.iter().copied().map(str::to_owned).collect();
    let graded = GradedAnswer {
        course: &course("kursus"),
        step: &step(of),
        given: &given,
        correct,
    };
    learning::save_answer(connection, visitor, graded, now()).await
}

/// A visitor who has answered these steps of the course `kursus`, and whose code is this.
pub(crate) async fn visitor_with_code(database: &Database, code: &RecoveryCode, steps: &[&str]) -> VisitorId {
    let visitor = visitor(database).await;
    for step in steps {
        answer(database.write(), visitor, step, &["a"], true)
            .await
            .unwrap();
    }
    let created = learning::create_code(database.write(), SECRET, visitor, code, now()).await;
    assert!(created.unwrap());
    visitor
}

/// A visitor's work on the course `kursus`.
pub(crate) async fn records(database: &Database, visitor: VisitorId) -> Vec<StepRecord> {
    learning::records(database.read(), visitor, &course("kursus"))
        .await
        .unwrap()
}

/// The steps of the course `kursus` that a visitor has worked on.
pub(crate) async fn steps(database: &Database, visitor: VisitorId) -> Vec<String> {
    let records = records(database, visitor).await;
    records.into_iter().map(|record| record.step.into()).collect()
}
