//! Two visitors turn out to be one person on two devices.

use domain::ids::VisitorId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;

/// Gives all that one visitor has in a table to another. The column says whose a row is.
pub(crate) async fn hand_rows_over<E: EntityTrait>(
    connection: &impl ConnectionTrait,
    (_, owner): (E, E::Column),
    from: VisitorId,
    to: VisitorId,
) -> Result<(), StoreError> {
    E::update_many()
        .col_expr(owner, Expr::value(to.0))
        .filter(owner.eq(from.0))
        .exec(connection)
        .await?;
    Ok(())
}
