//! All of a visitor's work at once, for merging it with another's.

use domain::ids::{CourseId, VisitorId};
use domain::learning::{CourseWork, LessonRecord, ReviewCard, StepRecord, VisitorWork};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

use super::{lessons, records, review};
use crate::StoreError;
use crate::entities::{lesson_records, review_cards, step_results};

/// Rows that are inserted by one statement. With fifteen columns it stays below SQLite's limit of 32,766 values.
const ROWS_AT_ONCE: usize = 1000;

/// Everything of a visitor, locked until the transaction ends: who answers meanwhile waits, so nothing is lost between reading
/// and writing.
pub(super) async fn load(
    transaction: &DatabaseTransaction,
    visitor: VisitorId,
) -> Result<VisitorWork, StoreError> {
    let mut work = VisitorWork::default();
    for row in records::of_visitor(visitor)
        .lock_exclusive()
        .all(transaction)
        .await?
    {
        let course = records::row_of(&row).parsed(CourseId::parse(&row.course))?;
        let record = StepRecord::try_from(row)?;
        course_of(&mut work, course)
            .steps
            .insert(record.step.clone(), record);
    }
    for row in lessons::of_visitor(visitor)
        .lock_exclusive()
        .all(transaction)
        .await?
    {
        let course = lessons::row_of(&row).parsed(CourseId::parse(&row.course))?;
        let record = LessonRecord::try_from(row)?;
        course_of(&mut work, course)
            .lessons
            .insert(record.lesson.clone(), record);
    }
    for row in review::of_visitor(visitor)
        .lock_exclusive()
        .all(transaction)
        .await?
    {
        let card = ReviewCard::try_from(row)?;
        course_of(&mut work, card.course.clone())
            .reviews
            .insert(card.step.clone(), card);
    }
    Ok(work)
}

/// Makes this the visitor's work, in the place of what was there.
pub(super) async fn replace(
    transaction: &DatabaseTransaction,
    visitor: VisitorId,
    work: &VisitorWork,
    now: Timestamp,
) -> Result<(), StoreError> {
    clear(transaction, visitor).await?;
    let (mut steps, mut lessons, mut cards) = (Vec::new(), Vec::new(), Vec::new());
    for (course, of_course) in &work.0 {
        steps.extend(
            of_course
                .steps
                .values()
                .map(|step| records::row(visitor, course, step, now)),
        );
        lessons.extend(
            of_course
                .lessons
                .values()
                .map(|lesson| lessons::row(visitor, course, lesson)),
        );
        cards.extend(of_course.reviews.values().map(|card| review::row(visitor, card)));
    }
    insert(transaction, steps).await?;
    insert(transaction, lessons).await?;
    insert(transaction, cards).await
}

fn course_of(work: &mut VisitorWork, course: CourseId) -> &mut CourseWork {
    work.0.entry(course).or_default()
}

async fn clear(transaction: &DatabaseTransaction, visitor: VisitorId) -> Result<(), StoreError> {
    step_results::Entity::delete_many()
        .filter(step_results::COLUMN.visitor_id.eq(visitor.0))
        .exec(transaction)
        .await?;
    lesson_records::Entity::delete_many()
        .filter(lesson_records::COLUMN.visitor_id.eq(visitor.0))
        .exec(transaction)
        .await?;
    review_cards::Entity::delete_many()
        .filter(review_cards::COLUMN.visitor_id.eq(visitor.0))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn insert<A: ActiveModelTrait>(
    transaction: &DatabaseTransaction,
    rows: Vec<A>,
) -> Result<(), StoreError> {
    for some in rows.chunks(ROWS_AT_ONCE) {
        <A::Entity as EntityTrait>::insert_many(some.to_vec())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}
