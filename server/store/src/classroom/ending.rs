//! The end of a class, and of a pupil's seat in it.
//!
//! The progress goes with the seat, unless a recovery code leads to it: then the pupil has taken it along, and it is a
//! visitor's like any other.

use domain::ids::{ClassId, PupilId};
use jiff::civil::Date;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};

use crate::entities::{classes, pupils, recovery_codes, visitors};
use crate::{Database, StoreError};

/// Erases a class with everything about its pupils.
pub async fn erase_class(database: &Database, class: ClassId) -> Result<(), StoreError> {
    let transaction = database.begin().await?;
    let of_class = visitors_where(pupils::Column::ClassId.eq(class.0));
    forget(&transaction, of_class).await?;
    classes::Entity::delete_by_id(class.0).exec(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

/// Takes a pupil out of a class. `false` when the class has no such pupil.
pub async fn remove_pupil(database: &Database, class: ClassId, pupil: PupilId) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    let is_pupil = pupils::Column::Id
        .eq(pupil.0)
        .and(pupils::Column::ClassId.eq(class.0));
    forget(&transaction, visitors_where(is_pupil)).await?;
    let deleted = pupils::Entity::delete_many()
        .filter(pupils::COLUMN.id.eq(pupil.0))
        .filter(pupils::COLUMN.class_id.eq(class.0))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(deleted.rows_affected == 1)
}

/// Erases the classes whose last day has passed, and tells how many. The progress first: what is interrupted is found again.
pub(crate) async fn erase_ended(connection: &impl ConnectionTrait, today: Date) -> Result<u64, StoreError> {
    let ended = Query::select()
        .column(classes::Column::Id)
        .from(classes::Entity)
        .and_where(classes::Column::EndsOn.lt(today.to_string()))
        .to_owned();
    forget(
        connection,
        visitors_where(pupils::Column::ClassId.in_subquery(ended)),
    )
    .await?;
    let deleted = classes::Entity::delete_many()
        .filter(classes::COLUMN.ends_on.lt(today.to_string()))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

fn visitors_where(condition: sea_orm::sea_query::SimpleExpr) -> SelectStatement {
    Query::select()
        .column(pupils::Column::VisitorId)
        .from(pupils::Entity)
        .and_where(condition)
        .and_where(pupils::Column::VisitorId.is_not_null())
        .to_owned()
}

async fn forget(connection: &impl ConnectionTrait, whose: SelectStatement) -> Result<(), StoreError> {
    let taken_along = Query::select()
        .column(recovery_codes::Column::VisitorId)
        .from(recovery_codes::Entity)
        .to_owned();
    visitors::Entity::delete_many()
        .filter(visitors::Column::Id.in_subquery(whose))
        .filter(visitors::Column::Id.not_in_subquery(taken_along))
        .exec(connection)
        .await?;
    Ok(())
}
