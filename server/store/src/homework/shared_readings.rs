//! What a child and a parent have read together. Every query names its visitor, so nobody can touch what is somebody else's.

use domain::homework::{BookTitle, MOST_READINGS, NewSharedReading, PageRange, ReadMinutes, SharedReading};
use domain::ids::{SharedReadingId, VisitorId};
use domain::time::date_in_denmark;
use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};

use crate::entities::shared_readings::{ActiveModel, COLUMN, Column, Entity, Model};
use crate::handing_over::hand_rows_over;
use crate::learning::number_today;
use crate::{Database, StoreError};

/// What a visitor has read with somebody, the latest first.
pub async fn shared_readings(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<Vec<SharedReading>, StoreError> {
    let rows = Entity::find()
        .filter(Column::VisitorId.into_expr().eq(number_today(visitor)))
        .order_by_desc(Column::ReadAt)
        .order_by_desc(Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(SharedReading::try_from).collect()
}

/// Writes down what a visitor has read. `false`, and nothing is written, when there are [`MOST_READINGS`] already.
///
/// Two who write at once may both see the last free line; a list that is one longer harms nobody.
pub async fn add_shared_reading(
    database: &Database,
    visitor: VisitorId,
    reading: &NewSharedReading,
    read_at: Timestamp,
) -> Result<bool, StoreError> {
    let written = Entity::find()
        .filter(COLUMN.visitor_id.eq(visitor.0))
        .count(database.read())
        .await?;
    if written >= MOST_READINGS.unsigned_abs() {
        return Ok(false);
    }
    let row = ActiveModel {
        visitor_id: Set(visitor.0),
        read_at: Set(read_at.as_second()),
        minutes: Set(reading.minutes.get()),
        book: Set(reading.book.as_ref().map(|book| book.as_str().to_owned())),
        first_page: Set(reading.pages.map(PageRange::first)),
        last_page: Set(reading.pages.map(PageRange::last)),
        what: Set(reading.what.as_ref().map(|what| what.as_str().to_owned())),
        ..Default::default()
    };
    Entity::insert(row)
        .exec_without_returning(database.write())
        .await?;
    Ok(true)
}

/// Takes something off the list. `false` when the visitor has no such time.
pub async fn remove_shared_reading(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    reading: SharedReadingId,
) -> Result<bool, StoreError> {
    let deleted = Entity::delete_many()
        .filter(COLUMN.id.eq(reading.0))
        .filter(COLUMN.visitor_id.eq(visitor.0))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Empties a visitor's list.
pub async fn clear_shared_readings(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<(), StoreError> {
    Entity::delete_many()
        .filter(COLUMN.visitor_id.eq(visitor.0))
        .exec(connection)
        .await?;
    Ok(())
}

/// Gives one visitor's list to another, who is the same person on another device: both write on one list from now on.
pub(super) async fn hand_over(
    connection: &impl ConnectionTrait,
    from: VisitorId,
    to: VisitorId,
) -> Result<(), StoreError> {
    hand_rows_over(connection, (Entity, Column::VisitorId), from, to).await
}

impl TryFrom<Model> for SharedReading {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let corrupt = |problem: String| StoreError::Corrupt {
            table: "shared_readings",
            row: row.id,
            problem,
        };
        let read_at = Timestamp::from_second(row.read_at).map_err(|error| corrupt(error.to_string()))?;
        let minutes = ReadMinutes::new(row.minutes).ok_or_else(|| corrupt("the minutes".to_owned()))?;
        let book = BookTitle::parse(row.book.as_deref().unwrap_or_default());
        let what = row.what.clone().map(TryFrom::try_from).transpose();
        Ok(Self {
            id: SharedReadingId(row.id),
            date: date_in_denmark(read_at),
            reading: NewSharedReading {
                minutes,
                book: book.map_err(|problem| corrupt(problem.to_string()))?,
                pages: pages(&row),
                what: what.map_err(|error: domain::free_text::FreeTextError| corrupt(error.to_string()))?,
            },
        })
    }
}

/// Without its first page, or its last one, nobody knows which pages they were.
fn pages(row: &Model) -> Option<PageRange> {
    PageRange::new(row.first_page?, row.last_page?)
}
