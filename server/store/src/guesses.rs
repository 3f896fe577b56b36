//! The limit on guessing codes, without knowing who guesses: no address and no session is kept, and none would stop somebody
//! who has many.

use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};

use crate::entities::recovery_guesses::{ActiveModel, COLUMN, Column, Entity};
use crate::keyed_hash::keyed_hash;
use crate::retention::days_since_1970;
use crate::{Database, StoreError};

/// Wrong codes with the same first word that may be tried in a day (UTC).
///
/// There are 1,024 first words, so all the world together has some ten thousand guesses a day at each kind of code;
/// `RecoveryCode` tells how far that reaches. Whoever uses up a word keeps out only those whose codes begin with it, and only until tomorrow.
pub const GUESSES_A_DAY: i64 = 10;

/// What a typed code leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ByCode<T> {
    Found(T),
    /// There is nothing with this code, or not for whoever typed it; which of them is not told.
    Unknown,
    /// Too many wrong ones that begin like this one have been tried today: see [`GUESSES_A_DAY`].
    TooManyGuesses,
}

/// What is guessed at. Each kind is counted by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GuessedCode {
    Recovery,
    Booking,
    Pairing,
    /// The code of a class.
    Class,
    /// The pictures or words of a pupil.
    Pupil,
    Cafe,
    Follow,
}

impl GuessedCode {
    fn name(self) -> &'static str {
        match self {
            Self::Recovery => "recovery",
            Self::Booking => "booking",
            Self::Pairing => "pairing",
            Self::Class => "class",
            Self::Pupil => "pupil",
            Self::Cafe => "cafe",
            Self::Follow => "follow",
        }
    }
}

/// A code that is tried on some day. Of the code only a keyed hash of the first word is kept.
pub(crate) struct Guess {
    day: i64,
    bucket: String,
}

impl Guess {
    pub(crate) fn new(secret: &str, kind: GuessedCode, first_word: &str, now: Timestamp) -> Self {
        Self {
            day: days_since_1970(now),
            bucket: keyed_hash(secret, &format!("{} guess {first_word}", kind.name())),
        }
    }

    /// Looks for what the code leads to. It is counted as a guess unless it is right, whoever asks: a library has one address,
    /// and whoever guesses has many.
    pub(crate) async fn look_up<T>(
        &self,
        database: &Database,
        search: impl Future<Output = Result<Option<T>, StoreError>>,
    ) -> Result<ByCode<T>, StoreError> {
        if !self.count(database.write()).await? {
            return Ok(ByCode::TooManyGuesses);
        }
        let Some(found) = search.await? else {
            return Ok(ByCode::Unknown);
        };
        self.forgive(database.write()).await?;
        Ok(ByCode::Found(found))
    }

    /// Counts the guess before it is looked at, so that those which arrive together are all counted; a right one until it
    /// has been forgiven. `false` when there have been too many.
    pub(crate) async fn count(&self, connection: &impl ConnectionTrait) -> Result<bool, StoreError> {
        self.count_up_to(connection, GUESSES_A_DAY).await
    }

    /// The same where another number of guesses may be made.
    pub(crate) async fn count_up_to(
        &self,
        connection: &impl ConnectionTrait,
        most: i64,
    ) -> Result<bool, StoreError> {
        let failures = || Expr::col(("recovery_guesses", "failures"));
        let first = ActiveModel {
            day: Set(self.day),
            bucket: Set(self.bucket.clone()),
            failures: Set(1),
        };
        let counted = Entity::insert(first)
            .on_conflict(
                OnConflict::columns([Column::Day, Column::Bucket])
                    .value(Column::Failures, failures().add(1))
                    .action_and_where(failures().lt(most))
                    .to_owned(),
            )
            .exec_without_returning(connection)
            .await?;
        Ok(counted == 1)
    }

    /// How many guesses have been counted.
    pub(crate) async fn counted(&self, connection: &impl ConnectionTrait) -> Result<i64, StoreError> {
        let row = Entity::find()
            .filter(COLUMN.day.eq(self.day))
            .filter(COLUMN.bucket.eq(&self.bucket))
            .one(connection)
            .await?;
        Ok(row.map_or(0, |row| row.failures))
    }

    /// Takes the guess back: it was right.
    pub(crate) async fn forgive(&self, connection: &impl ConnectionTrait) -> Result<(), StoreError> {
        Entity::update_many()
            .col_expr(Column::Failures, Expr::col("failures").sub(1))
            .filter(COLUMN.day.eq(self.day))
            .filter(COLUMN.bucket.eq(&self.bucket))
            .exec(connection)
            .await?;
        Ok(())
    }
}
