//! Two visitors become one.

use domain::ids::VisitorId;
use domain::learning::{MergeReceipt, VisitorWork};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entities::{moved_visitors, recovery_codes};
use crate::learning::visitors::forget_visitor;
use crate::learning::work;
use crate::{StoreError, classroom, homework, tutor};

/// Merges `own` into `owner`, and tells what came of it. Both must be locked. Where there is nobody to merge, the receipt tells
/// what the owner has.
pub(super) async fn into_owner(
    transaction: &DatabaseTransaction,
    owner: VisitorId,
    own: Option<VisitorId>,
    now: Timestamp,
) -> Result<MergeReceipt, StoreError> {
    let brought = work::load(transaction, owner).await?;
    let Some(own) = own else {
        return Ok(MergeReceipt::of(&VisitorWork::default(), &brought, &brought));
    };
    if own == owner {
        return Ok(MergeReceipt::of(&brought, &brought, &brought));
    }
    let here = work::load(transaction, own).await?;
    let together = brought.clone().merge(here.clone());
    work::replace(transaction, owner, &together, now).await?;
    homework::hand_over(transaction, own, owner).await?;
    tutor::hand_over(transaction, own, owner).await?;
    classroom::hand_over(transaction, own, owner).await?;
    redirect(transaction, own, owner, now).await?;
    forget_visitor(transaction, own).await?;
    Ok(MergeReceipt::of(&here, &brought, &together))
}

/// Lets everything that leads to `own` lead to `owner`: their codes, whoever was merged into them, and their own number.
async fn redirect(
    transaction: &DatabaseTransaction,
    own: VisitorId,
    owner: VisitorId,
    now: Timestamp,
) -> Result<(), StoreError> {
    recovery_codes::Entity::update_many()
        .col_expr(recovery_codes::Column::VisitorId, Expr::value(owner.0))
        .filter(recovery_codes::COLUMN.visitor_id.eq(own.0))
        .exec(transaction)
        .await?;
    moved_visitors::Entity::update_many()
        .col_expr(moved_visitors::Column::NowId, Expr::value(owner.0))
        .filter(moved_visitors::COLUMN.now_id.eq(own.0))
        .exec(transaction)
        .await?;
    let moved = moved_visitors::ActiveModel {
        visitor_id: Set(own.0),
        now_id: Set(owner.0),
        moved_at: Set(now.as_second()),
    };
    moved_visitors::Entity::insert(moved)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}
