//! The first rows of a booking: the appointment, and the message about it.

use domain::ids::AppointmentId;
use jiff::Timestamp;
use sea_orm::sea_query::{CommonTableExpression, InsertStatement, OnConflict, Query, WithClause, WithQuery};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryTrait, TryInsertResult};

use crate::StoreError;
use crate::entities::appointments::{ActiveModel, Column, Entity};
use crate::outbox::{self, About, NewMessage};

/// What a statement calls the appointment that it makes.
const MADE: &str = "made";

/// Inserts an appointment and its message; `None`, and nothing is inserted, when its idempotency key has booked before.
///
/// On PostgreSQL both are one statement, for to wait for an answer costs more than to write the row. SQLite has no such
/// statement, and no way to an answer.
pub(super) async fn insert(
    transaction: &DatabaseTransaction,
    row: ActiveModel,
    message: Option<&NewMessage>,
    now: Timestamp,
) -> Result<Option<AppointmentId>, StoreError> {
    let once = OnConflict::column(Column::IdempotencyKey).do_nothing().to_owned();
    let appointment = Entity::insert(row).on_conflict(once);
    match message {
        Some(message) if transaction.get_database_backend() == DbBackend::Postgres => {
            let both = with_message(appointment.into_query(), message, now);
            let made = transaction.query_one(&both).await?;
            let id = made.map(|made| made.try_get_by_index(0)).transpose()?;
            Ok(id.map(AppointmentId))
        }
        message => {
            let inserted = appointment.try_insert().exec(transaction).await?;
            let TryInsertResult::Inserted(inserted) = inserted else {
                return Ok(None);
            };
            let id = AppointmentId(inserted.last_insert_id);
            if let Some(message) = message {
                outbox::enqueue_about(transaction, About::new(id), message, now).await?;
            }
            Ok(Some(id))
        }
    }
}

/// `WITH made AS (INSERT … RETURNING id), told AS (INSERT … SELECT … FROM made) SELECT id FROM made`.
fn with_message(mut appointment: InsertStatement, message: &NewMessage, now: Timestamp) -> WithQuery {
    appointment.returning_col(Column::Id);
    let named = |name: &'static str, query: InsertStatement| {
        let mut expression = CommonTableExpression::new();
        expression.table_name(name).query(query);
        expression
    };
    let mut rows = WithClause::new();
    rows.cte(named(MADE, appointment));
    rows.cte(named("told", outbox::about_made(message, MADE, Column::Id, now)));
    rows.query(Query::select().column(Column::Id).from(MADE).to_owned())
}
