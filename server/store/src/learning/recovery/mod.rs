//! Recovery codes: a visitor's way to their progress from another device, with no name and no password.
//!
//! Whoever redeems a code becomes the visitor whose code it is. What they had done before is merged into that visitor's
//! work, so nothing is lost on either side, and their own number goes. The rules of merging are
//! [`domain::learning::VisitorWork`]'s.

mod merge;

use domain::ids::VisitorId;
use domain::learning::{MergeReceipt, RecoveryCode};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, Order, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::visitors::{moved_to, touch_visitor};
use crate::entities::{recovery_codes, visitors};
use crate::guesses::{Guess, GuessedCode};
use crate::keyed_hash::keyed_hash;
use crate::{Database, StoreError};

/// How many codes of a visitor are valid, the newest ones: one on paper, one on the telephone, and some that were mislaid.
/// Each asks for a new one, for what is kept cannot be shown again.
pub const CODES_PER_VISITOR: u64 = 5;

/// What became of a typed code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RedeemOutcome {
    /// From now on the session belongs to this visitor.
    Redeemed {
        visitor: VisitorId,
        receipt: MergeReceipt,
    },
    /// Nobody has this code, or they have been erased.
    Unknown,
    /// Too many wrong codes that begin like this one have been tried today: see [`crate::GUESSES_A_DAY`].
    TooManyGuesses,
}

/// Keeps a code for a visitor, and drops their oldest beyond [`CODES_PER_VISITOR`]. `false` when the code is somebody's
/// already: draw another one. It happens about once in 2^40 / codes.
///
/// Fails on a foreign key when the visitor has been erased.
pub async fn create_code(
    connection: &impl ConnectionTrait,
    secret: &str,
    visitor: VisitorId,
    code: &RecoveryCode,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let hash = code_hash(secret, code);
    let row = recovery_codes::ActiveModel {
        code_hash: Set(hash.clone()),
        visitor_id: Set(visitor.0),
        created_at: Set(now.as_second()),
        last_used_at: Set(None),
    };
    let inserted = recovery_codes::Entity::insert(row)
        .on_conflict(
            OnConflict::column(recovery_codes::Column::CodeHash)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    drop_older_than(connection, visitor, &hash).await?;
    Ok(inserted == 1)
}

/// Whether any code leads to a visitor, so that they may come back from another device.
pub async fn has_code(connection: &impl ConnectionTrait, visitor: VisitorId) -> Result<bool, StoreError> {
    let codes = recovery_codes::Entity::find()
        .filter(recovery_codes::COLUMN.visitor_id.eq(visitor.0))
        .limit(1)
        .one(connection)
        .await?;
    Ok(codes.is_some())
}

/// Makes whoever typed a code the visitor whose code it is. `own` is who they were, if anybody: their work is merged into that
/// visitor's, and their own codes lead there too.
///
/// All or nothing, in one transaction. When it fails, and whenever somebody is in doubt, it can be done again: a code that has
/// been redeemed changes nothing more. Two who redeem each other's codes at once end up as one visitor.
pub async fn redeem(
    database: &Database,
    secret: &str,
    code: &RecoveryCode,
    own: Option<VisitorId>,
    now: Timestamp,
) -> Result<RedeemOutcome, StoreError> {
    let [first_word, ..] = code.words();
    let guess = Guess::new(secret, GuessedCode::Recovery, first_word, now);
    if !guess.count(database.write()).await? {
        return Ok(RedeemOutcome::TooManyGuesses);
    }
    let redeeming = Redeeming {
        hash: code_hash(secret, code),
        guess,
        own,
        now,
    };
    let mut conflicts = 0;
    loop {
        match redeeming.attempt(database).await {
            Ok(Some(outcome)) => return Ok(outcome),
            // The code has got another owner in the meantime. Each time there is a visitor less, so this ends.
            Ok(None) => {}
            Err(error) if error.is_transaction_conflict() && conflicts == 0 => conflicts += 1,
            Err(error) => return Err(error),
        }
    }
}

/// A code that has been typed.
struct Redeeming {
    hash: String,
    guess: Guess,
    own: Option<VisitorId>,
    now: Timestamp,
}

impl Redeeming {
    /// One transaction. `None`, and nothing has been changed, when the code's owner was merged into another visitor before
    /// both could be locked.
    async fn attempt(&self, database: &Database) -> Result<Option<RedeemOutcome>, StoreError> {
        let transaction = database.begin().await?;
        let Some(owner) = self.owner(&transaction).await? else {
            return Ok(Some(RedeemOutcome::Unknown));
        };
        let own = self.own_today(&transaction).await?;
        let there = lock(&transaction, own.into_iter().chain([owner])).await?;
        if self.owner(&transaction).await? != Some(owner) {
            return Ok(None);
        }
        let own = own.filter(|own| there.contains(own));
        let receipt = merge::into_owner(&transaction, owner, own, self.now).await?;
        self.note_use(&transaction, owner).await?;
        transaction.commit().await?;
        Ok(Some(RedeemOutcome::Redeemed {
            visitor: owner,
            receipt,
        }))
    }

    async fn owner(&self, transaction: &DatabaseTransaction) -> Result<Option<VisitorId>, StoreError> {
        let code = recovery_codes::Entity::find_by_id(&self.hash)
            .one(transaction)
            .await?;
        Ok(code.map(|code| VisitorId(code.visitor_id)))
    }

    /// Who asks. Their session may know them by the number of somebody who was merged into another.
    async fn own_today(&self, transaction: &DatabaseTransaction) -> Result<Option<VisitorId>, StoreError> {
        let Some(own) = self.own else { return Ok(None) };
        Ok(Some(moved_to(transaction, own).await?.unwrap_or(own)))
    }

    /// The code has been used, so its owner has been here, and it was no guess.
    async fn note_use(&self, transaction: &DatabaseTransaction, owner: VisitorId) -> Result<(), StoreError> {
        recovery_codes::Entity::update_many()
            .col_expr(
                recovery_codes::Column::LastUsedAt,
                Expr::value(self.now.as_second()),
            )
            .filter(recovery_codes::COLUMN.code_hash.eq(&self.hash))
            .exec(transaction)
            .await?;
        touch_visitor(transaction, owner, self.now).await?;
        self.guess.forgive(transaction).await
    }
}

/// The code as it stands in the database.
fn code_hash(secret: &str, code: &RecoveryCode) -> String {
    keyed_hash(secret, &format!("recovery code {code}"))
}

/// Locks those of these visitors who exist, lowest number first, so that two who do it do not wait for each other in a circle.
/// On PostgreSQL nobody can give them anything new until the transaction ends; on SQLite nobody else writes anyway.
async fn lock(
    transaction: &DatabaseTransaction,
    wanted: impl Iterator<Item = VisitorId>,
) -> Result<Vec<VisitorId>, StoreError> {
    let there = visitors::Entity::find()
        .filter(visitors::COLUMN.id.is_in(wanted.map(|visitor| visitor.0)))
        .order_by_asc(visitors::Column::Id)
        .lock_exclusive()
        .all(transaction)
        .await?;
    Ok(there.into_iter().map(|visitor| VisitorId(visitor.id)).collect())
}

async fn drop_older_than(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    hash: &str,
) -> Result<(), StoreError> {
    let newest = Query::select()
        .column(recovery_codes::Column::CodeHash)
        .from(recovery_codes::Entity)
        .and_where(recovery_codes::Column::VisitorId.eq(visitor.0))
        .order_by(recovery_codes::Column::CreatedAt, Order::Desc)
        .limit(CODES_PER_VISITOR)
        .to_owned();
    recovery_codes::Entity::delete_many()
        .filter(recovery_codes::COLUMN.visitor_id.eq(visitor.0))
        .filter(recovery_codes::COLUMN.code_hash.ne(hash))
        .filter(recovery_codes::Column::CodeHash.not_in_subquery(newest))
        .exec(connection)
        .await?;
    Ok(())
}
