//! Who follows whose learning. The child makes a code and sees how many follow; whoever types it in sees what it has worked
//! on. Both are visitors, so everything goes with either of them.

use domain::ids::{FollowId, VisitorId};
use domain::learning::{FOLLOW_CODE_DAYS, FollowCode, MOST_FOLLOWERS};
use jiff::{Timestamp, ToSpan};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait,
    PaginatorTrait, QueryFilter, QueryOrder,
};

use crate::entities::{follow_codes, followers, practised_drills};
use crate::guesses::{Guess, GuessedCode};
use crate::keyed_hash::keyed_hash;
use crate::learning::{moved_to, number_today};
use crate::{Database, StoreError};

/// Somebody who is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    pub id: FollowId,
    pub visitor: VisitorId,
    pub since: Timestamp,
}

/// What became of a typed code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowOutcome {
    Followed,
    /// Nobody has this code, or its days are over.
    Unknown,
    /// Too many wrong codes that begin like this one have been tried today: see [`crate::GUESSES_A_DAY`].
    TooManyGuesses,
    /// It is the follower's own.
    Own,
    /// [`MOST_FOLLOWERS`] follow already.
    Full,
}

/// Keeps a code for a visitor in place of the one before. `false` when the code is somebody's already: draw another one.
///
/// Fails on a foreign key when the visitor has been erased.
pub async fn create_follow_code(
    connection: &impl ConnectionTrait,
    secret: &str,
    visitor: VisitorId,
    code: &FollowCode,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = follow_codes::ActiveModel {
        code_hash: Set(code_hash(secret, code)),
        visitor_id: Set(visitor.0),
        created_at: Set(now.as_second()),
    };
    let inserted = follow_codes::Entity::insert(row.clone())
        .on_conflict(
            OnConflict::column(follow_codes::Column::CodeHash)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    follow_codes::Entity::delete_many()
        .filter(follow_codes::COLUMN.visitor_id.eq(visitor.0))
        .filter(follow_codes::COLUMN.code_hash.ne(code_hash(secret, code)))
        .exec(connection)
        .await?;
    Ok(inserted == 1)
}

/// Lets `follower` follow whoever made a code. Typing it again changes nothing.
///
/// Two who type at once may both be the last that may follow; one more harms nobody.
pub async fn follow(
    database: &Database,
    secret: &str,
    code: &FollowCode,
    follower: VisitorId,
    now: Timestamp,
) -> Result<FollowOutcome, StoreError> {
    let [first_word, ..] = code.words();
    let guess = Guess::new(secret, GuessedCode::Follow, first_word, now);
    if !guess.count(database.write()).await? {
        return Ok(FollowOutcome::TooManyGuesses);
    }
    let Some(visitor) = owner(database, &code_hash(secret, code), now).await? else {
        return Ok(FollowOutcome::Unknown);
    };
    guess.forgive(database.write()).await?;
    if visitor == today(database, follower).await? {
        return Ok(FollowOutcome::Own);
    }
    if count_followers(database.read(), visitor).await? >= MOST_FOLLOWERS {
        return Ok(FollowOutcome::Full);
    }
    insert(database, visitor, follower, now).await?;
    Ok(FollowOutcome::Followed)
}

/// Whom a visitor follows, the first one first.
pub async fn followed(
    connection: &impl ConnectionTrait,
    follower: VisitorId,
) -> Result<Vec<Followed>, StoreError> {
    let rows = followers::Entity::find()
        .filter(
            followers::Column::FollowerId
                .into_expr()
                .eq(number_today(follower)),
        )
        .order_by_asc(followers::Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(Followed::try_from).collect()
}

/// How many follow a visitor.
pub async fn count_followers(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
) -> Result<i64, StoreError> {
    let followers = followers::Entity::find()
        .filter(followers::Column::VisitorId.into_expr().eq(number_today(visitor)))
        .count(connection)
        .await?;
    Ok(i64::try_from(followers).unwrap_or(i64::MAX))
}

/// Lets nobody follow a visitor any more: who did, codes that were given away, and what was counted for them.
pub async fn stop_followers(database: &Database, visitor: VisitorId) -> Result<(), StoreError> {
    let transaction = database.begin().await?;
    followers::Entity::delete_many()
        .filter(followers::COLUMN.visitor_id.eq(visitor.0))
        .exec(&transaction)
        .await?;
    follow_codes::Entity::delete_many()
        .filter(follow_codes::COLUMN.visitor_id.eq(visitor.0))
        .exec(&transaction)
        .await?;
    practised_drills::Entity::delete_many()
        .filter(practised_drills::COLUMN.visitor_id.eq(visitor.0))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}

/// Ends following somebody. `false` when the follower follows nobody of this number.
pub async fn stop_following(
    connection: &impl ConnectionTrait,
    follower: VisitorId,
    id: FollowId,
) -> Result<bool, StoreError> {
    let deleted = followers::Entity::delete_many()
        .filter(followers::COLUMN.id.eq(id.0))
        .filter(followers::COLUMN.follower_id.eq(follower.0))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Lets everything that names one visitor name another, who is the same person on another device. What both had goes with the
/// first.
pub(crate) async fn hand_over(
    transaction: &DatabaseTransaction,
    from: VisitorId,
    to: VisitorId,
) -> Result<(), StoreError> {
    use followers::Column::{FollowerId, VisitorId as Visitor};
    follow_codes::Entity::update_many()
        .col_expr(follow_codes::Column::VisitorId, Expr::value(to.0))
        .filter(follow_codes::COLUMN.visitor_id.eq(from.0))
        .exec(transaction)
        .await?;
    for (own, other) in [(Visitor, FollowerId), (FollowerId, Visitor)] {
        let there: Vec<i64> = numbers(transaction, own, other, to).await?;
        followers::Entity::update_many()
            .col_expr(own, Expr::value(to.0))
            .filter(own.eq(from.0))
            // Nobody follows the same twice, or themselves.
            .filter(other.is_not_in(there.into_iter().chain([to.0])))
            .exec(transaction)
            .await?;
    }
    super::practised::hand_over(transaction, from, to).await
}

/// Who stands beside a visitor.
async fn numbers(
    transaction: &DatabaseTransaction,
    own: followers::Column,
    other: followers::Column,
    visitor: VisitorId,
) -> Result<Vec<i64>, StoreError> {
    let rows = followers::Entity::find()
        .filter(own.eq(visitor.0))
        .all(transaction)
        .await?;
    let beside = rows.into_iter().map(|row| match other {
        followers::Column::FollowerId => row.follower_id,
        _ => row.visitor_id,
    });
    Ok(beside.collect())
}

async fn insert(
    database: &Database,
    visitor: VisitorId,
    follower: VisitorId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = followers::ActiveModel {
        visitor_id: Set(visitor.0),
        follower_id: Set(follower.0),
        since: Set(now.as_second()),
        ..Default::default()
    };
    followers::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([followers::Column::VisitorId, followers::Column::FollowerId])
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(database.write())
        .await?;
    Ok(())
}

/// Whose code it is.
async fn owner(database: &Database, hash: &str, now: Timestamp) -> Result<Option<VisitorId>, StoreError> {
    let oldest = now - (24 * FOLLOW_CODE_DAYS).hours();
    let row = follow_codes::Entity::find_by_id(hash)
        .filter(follow_codes::COLUMN.created_at.gte(oldest.as_second()))
        .one(database.read())
        .await?;
    Ok(row.map(|row| VisitorId(row.visitor_id)))
}

async fn today(database: &Database, visitor: VisitorId) -> Result<VisitorId, StoreError> {
    Ok(moved_to(database.read(), visitor).await?.unwrap_or(visitor))
}

/// The code as it stands in the database.
fn code_hash(secret: &str, code: &FollowCode) -> String {
    keyed_hash(secret, &format!("follow code {code}"))
}

impl TryFrom<followers::Model> for Followed {
    type Error = StoreError;

    fn try_from(row: followers::Model) -> Result<Self, StoreError> {
        let since = Timestamp::from_second(row.since).map_err(|error| StoreError::Corrupt {
            table: "followers",
            row: row.id,
            problem: error.to_string(),
        })?;
        Ok(Self {
            id: FollowId(row.id),
            visitor: VisitorId(row.visitor_id),
            since,
        })
    }
}
