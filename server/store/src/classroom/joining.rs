//! Pupils sign in, and guesses at their codes are slowed down.
//!
//! A class is never locked: what is limited is how often devices that have not been in it may be wrong within an hour. A
//! device on which somebody of the class has signed in before has a limit of its own, so nobody outside keeps a class out.

use domain::classroom::{ClassCode, SignInCode, SignInKind};
use domain::ids::{ClassId, PupilId, VisitorId};
use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::class::Class;
use super::codes::{class_code_hash, sign_in_hash};
use super::pupils::Pupil;
use crate::entities::{classes, pupils};
use crate::guesses::{Guess, GuessedCode};
use crate::learning::{create_visitor, touch_visitor};
use crate::{ByCode, Database, StoreError};

/// Wrong codes that devices that have not been in a class may type in an hour, all together. With 30 pupils one of 267 guesses
/// at pictures is right, so somebody who knows the class's code needs a day; its teacher sees that somebody tries.
pub const WRONG_CODES_AN_HOUR: i64 = 12;
/// Wrong codes that may be typed in an hour on a device that has been in the class: many children share one, and press wrongly.
pub const WRONG_CODES_A_DEVICE: i64 = 60;

/// On what somebody signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// Nobody of the class has signed in on it.
    New,
    /// It has this number in the class.
    Known(u64),
}

/// What became of a pupil's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JoinOutcome {
    Joined(Joined),
    Unknown,
    TooManyGuesses,
}

/// A pupil who has signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    pub pupil: PupilId,
    /// Whose progress it is.
    pub visitor: VisitorId,
    /// With which of their cards.
    pub card: i64,
    pub until: Timestamp,
}

/// The class that a code leads to, and how its pupils sign in. Guesses are counted as those at recovery codes are.
pub async fn class_by_code(
    database: &Database,
    secret: &str,
    code: &ClassCode,
    now: Timestamp,
) -> Result<ByCode<(ClassId, SignInKind)>, StoreError> {
    let [first_word, _] = code.words();
    let guess = Guess::new(secret, GuessedCode::Class, first_word, now);
    let search = async {
        let row = classes::Entity::find()
            .filter(classes::Column::CodeHash.eq(class_code_hash(secret, code)))
            .one(database.read())
            .await?;
        let class = row.map(Class::try_from).transpose()?;
        Ok(class.map(|class| (class.id, class.sign_in())))
    };
    guess.look_up(database, search).await
}

/// Signs a pupil in for a lesson. They become a visitor when they do so for the first time.
pub async fn join(
    database: &Database,
    secret: &str,
    (class, code): (ClassId, &SignInCode),
    device: Device,
    now: Timestamp,
) -> Result<JoinOutcome, StoreError> {
    let (guess, most) = guess_on(secret, class, device, now);
    if !guess.count_up_to(database.write(), most).await? {
        return Ok(JoinOutcome::TooManyGuesses);
    }
    let transaction = database.begin().await?;
    let Some(row) = classes::Entity::find_by_id(class.0).one(&transaction).await? else {
        return Ok(JoinOutcome::Unknown);
    };
    let pupil = pupils::Entity::find()
        .filter(pupils::COLUMN.class_id.eq(class.0))
        .filter(pupils::Column::CodeHash.eq(sign_in_hash(secret, class, code)))
        .one(&transaction)
        .await?;
    let Some(pupil) = pupil else {
        return Ok(JoinOutcome::Unknown);
    };
    let until = now + SignedDuration::from_mins(Class::try_from(row)?.lesson.number());
    let joined = sign_in(&transaction, Pupil::try_from(pupil)?, until, now).await?;
    guess.forgive(&transaction).await?;
    transaction.commit().await?;
    Ok(JoinOutcome::Joined(joined))
}

/// The pupil whom a device has signed in with a card, and their class; `None` when the pupil has been removed, or has got
/// another card since.
pub async fn signed_in_pupil(
    connection: &impl ConnectionTrait,
    pupil: PupilId,
    card: i64,
) -> Result<Option<(Pupil, Class)>, StoreError> {
    let row = pupils::Entity::find_by_id(pupil.0)
        .filter(pupils::COLUMN.card.eq(card))
        .one(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let class = classes::Entity::find_by_id(row.class_id).one(connection).await?;
    let Some(class) = class else { return Ok(None) };
    Ok(Some((Pupil::try_from(row)?, Class::try_from(class)?)))
}

/// A pupil signs out, or is at the end of the lesson.
pub async fn leave(connection: &impl ConnectionTrait, pupil: PupilId) -> Result<(), StoreError> {
    pupils::Entity::update_many()
        .col_expr(pupils::Column::SignedInUntil, Expr::value(None::<i64>))
        .col_expr(pupils::Column::AskedAt, Expr::value(None::<i64>))
        .col_expr(pupils::Column::ComingAt, Expr::value(None::<i64>))
        .filter(pupils::COLUMN.id.eq(pupil.0))
        .exec(connection)
        .await?;
    Ok(())
}

/// How many wrong codes have been typed in this hour on devices that had not been in the class.
pub async fn wrong_codes_this_hour(
    connection: &impl ConnectionTrait,
    secret: &str,
    class: ClassId,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let (guess, _) = guess_on(secret, class, Device::New, now);
    guess.counted(connection).await
}

/// Nobody has been here as this pupil for so long that their progress was erased: then they begin anew.
async fn sign_in(
    transaction: &DatabaseTransaction,
    pupil: Pupil,
    until: Timestamp,
    now: Timestamp,
) -> Result<Joined, StoreError> {
    let visitor = match pupil.visitor {
        Some(visitor) => {
            touch_visitor(transaction, visitor, now).await?;
            visitor
        }
        None => create_visitor(transaction, now).await?,
    };
    pupils::Entity::update_many()
        .col_expr(pupils::Column::VisitorId, Expr::value(visitor.0))
        .col_expr(pupils::Column::SignedInUntil, Expr::value(until.as_second()))
        .filter(pupils::COLUMN.id.eq(pupil.id.0))
        .exec(transaction)
        .await?;
    Ok(Joined {
        pupil: pupil.id,
        visitor,
        card: pupil.card,
        until,
    })
}

fn guess_on(secret: &str, class: ClassId, device: Device, now: Timestamp) -> (Guess, i64) {
    let hour = now.as_second().div_euclid(60 * 60);
    let bucket = format!("{class:?} {device:?} {hour}");
    let most = match device {
        Device::New => WRONG_CODES_AN_HOUR,
        Device::Known(_) => WRONG_CODES_A_DEVICE,
    };
    (Guess::new(secret, GuessedCode::Pupil, &bucket, now), most)
}
