//! Questions that a class answers together. Who has answered what is known until the question is closed; then there are numbers.

use domain::classroom::{DiscussionQuestion, DiscussionView};
use domain::ids::{ClassId, DiscussionId, PupilId};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::making::lock_class;
use crate::entities::{discussion_answers, discussions};
use crate::{Database, StoreError};

/// Puts a question to a class; one that is open is closed. Of two teachers who do it at once the second one's question stands.
pub async fn put_question(
    database: &Database,
    class: ClassId,
    question: &DiscussionQuestion,
    now: Timestamp,
) -> Result<(), StoreError> {
    let transaction = database.begin().await?;
    lock_class(&transaction, class).await?;
    close(&transaction, class, now).await?;
    let row = discussions::ActiveModel {
        class_id: Set(class.0),
        question: Set(question.question().to_owned()),
        answers: Set(question.answers().join("\n")),
        opened_at: Set(now.as_second()),
        ..Default::default()
    };
    discussions::Entity::insert(row).exec(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

/// Closes the question of a class: from now on there are numbers, and nobody's answer. Doing it twice is the same as doing it
/// once.
pub async fn close_question(database: &Database, class: ClassId, now: Timestamp) -> Result<(), StoreError> {
    let transaction = database.begin().await?;
    lock_class(&transaction, class).await?;
    close(&transaction, class, now).await?;
    transaction.commit().await?;
    Ok(())
}

/// The latest question of a class, open or closed.
pub async fn latest_question(
    connection: &impl ConnectionTrait,
    class: ClassId,
) -> Result<Option<DiscussionView>, StoreError> {
    let row = discussions::Entity::find()
        .filter(discussions::COLUMN.class_id.eq(class.0))
        .order_by_desc(discussions::Column::Id)
        .one(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let answers: Vec<_> = row.answers.lines().map(str::to_owned).collect();
    let counts = match &row.counts {
        Some(counts) => counts
            .split(' ')
            .filter_map(|number| number.parse().ok())
            .collect(),
        None => count_answers(connection, row.id, answers.len()).await?,
    };
    Ok(Some(DiscussionView {
        id: DiscussionId(row.id),
        question: row.question,
        answers,
        counts: Some(counts),
        is_open: row.closed_at.is_none(),
    }))
}

/// What a pupil has answered, from 0; nothing once the question is closed.
pub async fn own_answer(
    connection: &impl ConnectionTrait,
    discussion: DiscussionId,
    pupil: PupilId,
) -> Result<Option<i64>, StoreError> {
    let row = discussion_answers::Entity::find_by_id((discussion.0, pupil.0))
        .one(connection)
        .await?;
    Ok(row.map(|row| row.choice))
}

/// A pupil of a class answers its question, or changes their mind. `false` when the class has no such question, it is closed,
/// or has no such answer.
pub async fn answer_question(
    database: &Database,
    (class, pupil): (ClassId, PupilId),
    discussion: DiscussionId,
    choice: i64,
) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    // Whoever closes it waits, or has closed it.
    let row = discussions::Entity::find_by_id(discussion.0)
        .filter(discussions::COLUMN.class_id.eq(class.0))
        .filter(discussions::Column::ClosedAt.is_null())
        .lock_shared()
        .one(&transaction)
        .await?;
    let is_there = |row: &discussions::Model| {
        let answers = domain::count(&row.answers.lines().collect::<Vec<_>>());
        (0..answers).contains(&choice)
    };
    if !row.as_ref().is_some_and(is_there) {
        return Ok(false);
    }
    let answer = discussion_answers::ActiveModel {
        discussion_id: Set(discussion.0),
        pupil_id: Set(pupil.0),
        choice: Set(choice),
    };
    discussion_answers::Entity::insert(answer)
        .on_conflict(
            OnConflict::columns([
                discussion_answers::Column::DiscussionId,
                discussion_answers::Column::PupilId,
            ])
            .update_column(discussion_answers::Column::Choice)
            .to_owned(),
        )
        .exec_without_returning(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(true)
}

async fn close(transaction: &DatabaseTransaction, class: ClassId, now: Timestamp) -> Result<(), StoreError> {
    let open = discussions::Entity::find()
        .filter(discussions::COLUMN.class_id.eq(class.0))
        .filter(discussions::Column::ClosedAt.is_null())
        .lock_exclusive()
        .all(transaction)
        .await?;
    for row in &open {
        let counts = count_answers(transaction, row.id, row.answers.lines().count()).await?;
        let counts: Vec<_> = counts.iter().map(i64::to_string).collect();
        discussions::Entity::update_many()
            .col_expr(discussions::Column::ClosedAt, Expr::value(now.as_second()))
            .col_expr(discussions::Column::Counts, Expr::value(counts.join(" ")))
            .filter(discussions::COLUMN.id.eq(row.id))
            .exec(transaction)
            .await?;
    }
    let closed = Query::select()
        .column(discussions::Column::Id)
        .from(discussions::Entity)
        .and_where(discussions::Column::ClassId.eq(class.0))
        .to_owned();
    discussion_answers::Entity::delete_many()
        .filter(discussion_answers::Column::DiscussionId.in_subquery(closed))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn count_answers(
    connection: &impl ConnectionTrait,
    discussion: i64,
    answers: usize,
) -> Result<Vec<i64>, StoreError> {
    let found: Vec<(i64, i64)> = discussion_answers::Entity::find()
        .select_only()
        .column(discussion_answers::Column::Choice)
        .column_as(discussion_answers::Column::PupilId.count(), "pupils")
        .filter(discussion_answers::COLUMN.discussion_id.eq(discussion))
        .group_by(discussion_answers::Column::Choice)
        .into_tuple()
        .all(connection)
        .await?;
    let counted = (0_i64..).take(answers).map(|choice| {
        let of_choice = found.iter().find(|(other, _)| *other == choice);
        of_choice.map_or(0, |(_, pupils)| *pupils)
    });
    Ok(counted.collect())
}
