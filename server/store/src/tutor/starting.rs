//! Beginning, and joining by a code.

use domain::ids::{CourseId, VisitorId};
use domain::learning::StepRef;
use domain::tutor::{PairingCode, Phase, Side};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter};

use super::helped::note_helper;
use super::news::commit_and_tell;
use super::pairing::{Pairing, Seat, lock};
use crate::entities::pairings;
use crate::guesses::{Guess, GuessedCode};
use crate::keyed_hash::keyed_hash;
use crate::{Database, StoreError};

/// Somebody who takes a side.
#[derive(Debug, Clone, Copy)]
pub struct Newcomer {
    /// In whose log a helper's help is counted.
    pub visitor: VisitorId,
    /// Random: the seat's number.
    pub key: i64,
}

/// A pairing that begins with one side.
#[derive(Debug, Clone)]
pub struct NewPairing<'a> {
    pub course: &'a CourseId,
    pub here: &'a StepRef,
    pub side: Side,
    /// For the other side.
    pub code: &'a PairingCode,
}

/// What became of a typed code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JoinOutcome {
    Joined(Seat),
    /// Nobody waits with this code: it is another one, was used, or has run out.
    Unknown,
    /// Too many wrong codes that begin like this one have been tried today: see [`crate::GUESSES_A_DAY`].
    TooManyGuesses,
}

/// Begins to wait for the other side. `None` when somebody has this code already: draw another one.
pub async fn start(
    database: &Database,
    secret: &str,
    new: &NewPairing<'_>,
    who: Newcomer,
    now: Timestamp,
) -> Result<Option<Seat>, StoreError> {
    let key = |side| (side == new.side).then_some(who.key);
    let row = pairings::ActiveModel {
        course: Set(new.course.to_string()),
        lesson: Set(new.here.lesson.to_string()),
        step: Set(new.here.step.to_string()),
        proposed: Set(false),
        citizen_key: Set(key(Side::Citizen)),
        helper_key: Set(key(Side::Helper)),
        code_hash: Set(Some(code_hash(secret, new.code))),
        code_made_at: Set(Some(now.as_second())),
        active_at: Set(now.as_second()),
        version: Set(0),
        ..Default::default()
    };
    let transaction = database.begin().await?;
    let free = OnConflict::column(pairings::Column::CodeHash)
        .do_nothing()
        .to_owned();
    let inserted = pairings::Entity::insert(row)
        .on_conflict(free)
        .exec_without_returning(&transaction)
        .await?;
    if inserted != 1 {
        return Ok(None);
    }
    let Some(pairing) = waiting_with(&transaction, &code_hash(secret, new.code)).await? else {
        return Ok(None);
    };
    let seat = Seat {
        pairing: pairing.id,
        side: new.side,
        key: who.key,
    };
    note_helper(&transaction, seat, who.visitor).await?;
    transaction.commit().await?;
    Ok(Some(seat))
}

/// Takes the side that a code was made for. A code is good for one device: of two who type it at once one is there.
pub async fn join(
    database: &Database,
    secret: &str,
    code: &PairingCode,
    who: Newcomer,
    now: Timestamp,
) -> Result<JoinOutcome, StoreError> {
    let [first_word, ..] = code.words();
    let guess = Guess::new(secret, GuessedCode::Pairing, first_word, now);
    if !guess.count(database.write()).await? {
        return Ok(JoinOutcome::TooManyGuesses);
    }
    let hash = code_hash(secret, code);
    let transaction = database.begin().await?;
    let Some(pairing) = waiting_with(&transaction, &hash).await? else {
        return Ok(JoinOutcome::Unknown);
    };
    let side = pairing.awaited();
    if pairing.life.phase(now) != Phase::Waiting || !take(&transaction, &hash, side, who.key, now).await? {
        return Ok(JoinOutcome::Unknown);
    }
    let seat = Seat {
        pairing: pairing.id,
        side,
        key: who.key,
    };
    note_helper(&transaction, seat, who.visitor).await?;
    guess.forgive(&transaction).await?;
    commit_and_tell(database, transaction, pairing.id).await?;
    Ok(JoinOutcome::Joined(seat))
}

/// Gives the other side a new code: the first one has run out, or their device is of no use any more. Whoever sat there has
/// left. `false` when the code is somebody's already, or it is all over.
pub async fn renew_code(
    database: &Database,
    secret: &str,
    seat: Seat,
    code: &PairingCode,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    let pairing = lock(&transaction, seat).await?;
    let Some(pairing) = pairing.filter(|pairing| pairing.life.ended_at.is_none()) else {
        return Ok(false);
    };
    let hash = code_hash(secret, code);
    if waiting_with(&transaction, &hash).await?.is_some() {
        return Ok(false);
    }
    pairings::Entity::update_many()
        .col_expr(key_column(seat.side.other()), Expr::value(None::<i64>))
        .col_expr(pairings::Column::CodeHash, Expr::value(hash))
        .col_expr(pairings::Column::CodeMadeAt, Expr::value(now.as_second()))
        .filter(pairings::COLUMN.id.eq(pairing.id.0))
        .exec(&transaction)
        .await?;
    commit_and_tell(database, transaction, pairing.id).await?;
    Ok(true)
}

async fn waiting_with(connection: &impl ConnectionTrait, hash: &str) -> Result<Option<Pairing>, StoreError> {
    let row = pairings::Entity::find()
        .filter(pairings::COLUMN.code_hash.eq(hash))
        .one(connection)
        .await?;
    row.map(Pairing::try_from).transpose()
}

/// `false` when the code has been used since it was looked up.
async fn take(
    connection: &impl ConnectionTrait,
    hash: &str,
    side: Side,
    key: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let taken = pairings::Entity::update_many()
        .col_expr(key_column(side), Expr::value(key))
        .col_expr(pairings::Column::CodeHash, Expr::value(None::<String>))
        .col_expr(pairings::Column::CodeMadeAt, Expr::value(None::<i64>))
        .col_expr(pairings::Column::ActiveAt, Expr::value(now.as_second()))
        .filter(pairings::COLUMN.code_hash.eq(hash))
        .exec(connection)
        .await?;
    Ok(taken.rows_affected == 1)
}

fn key_column(side: Side) -> pairings::Column {
    match side {
        Side::Citizen => pairings::Column::CitizenKey,
        Side::Helper => pairings::Column::HelperKey,
    }
}

/// The code as it stands in the database.
fn code_hash(secret: &str, code: &PairingCode) -> String {
    keyed_hash(secret, &format!("pairing code {code}"))
}
