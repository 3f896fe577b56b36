//! "Det kan du nu" is sent once.

use domain::tutor::Side;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};

use super::pairing::{Seat, lock};
use crate::StoreError;
use crate::entities::pairings;

/// Mails that are sent in a day at most, by everybody together. Anybody may type an address, without an account; so nobody can
/// make us a nuisance to others. A municipality's pupils and helpers need some dozens.
pub const HANDOUTS_A_DAY: u64 = 200;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// Whether it may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandoutClaim {
    /// Write it to the outbox in this transaction.
    Yours,
    /// It has been sent, or nobody has joined, or only the citizen may.
    NotNow,
    /// [`HANDOUTS_A_DAY`] have been sent.
    TooMany,
}

/// Takes the one mail of a pairing, in the transaction that writes it. It goes to the citizen's own address, so only they type
/// one.
pub async fn claim_handout(
    transaction: &DatabaseTransaction,
    seat: Seat,
    now: Timestamp,
) -> Result<HandoutClaim, StoreError> {
    let pairing = lock(transaction, seat).await?;
    let is_theirs = |side| side == Side::Citizen;
    let Some(pairing) = pairing.filter(|pairing| is_theirs(seat.side) && !pairing.is_handed_out) else {
        return Ok(HandoutClaim::NotNow);
    };
    let lately = pairings::Entity::find()
        .filter(pairings::Column::HandedOutAt.gt(now.as_second() - DAY_SECONDS))
        .count(transaction)
        .await?;
    if lately >= HANDOUTS_A_DAY {
        return Ok(HandoutClaim::TooMany);
    }
    pairings::Entity::update_many()
        .col_expr(pairings::Column::HandedOutAt, Expr::value(now.as_second()))
        .filter(pairings::COLUMN.id.eq(pairing.id.0))
        .exec(transaction)
        .await?;
    Ok(HandoutClaim::Yours)
}
