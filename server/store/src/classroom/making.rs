//! Making a class and its cards.

use domain::classroom::{NamesProblem, NewClass, PupilName, SignInKind, read_names};
use domain::ids::{ClassId, PupilId, StaffId};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

use super::codes::{class_code, class_code_hash, sign_in_code, sign_in_hash};
use super::teachers::add_teacher;
use crate::entities::{classes, pupils};
use crate::{Database, StoreError};

/// Codes drawn until one is nobody's. Of 8,000 cards 40 are in use at most, so the second draw seldom meets another.
const DRAWS: i64 = 64;

/// What came of adding pupils.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddOutcome {
    Added,
    /// Nothing has been changed.
    Refused(NamesProblem),
}

/// Makes a class with its pupils, all or nothing.
pub async fn make_class(
    database: &Database,
    secret: &str,
    teacher: StaffId,
    new: &NewClass,
    now: Timestamp,
) -> Result<ClassId, StoreError> {
    let transaction = database.begin().await?;
    let row = classes::ActiveModel {
        name: Set(new.name.as_str().to_owned()),
        grade: Set(new.grade.number()),
        code_number: Set(0),
        // Its code is made of its number, which it has not got yet; no code's hash looks like this.
        code_hash: Set(format!("none yet {teacher:?} {now}")),
        lesson_minutes: Set(new.lesson.number()),
        ends_on: Set(new.ends_on.to_string()),
        created_at: Set(now.as_second()),
        ..Default::default()
    };
    let inserted = classes::Entity::insert(row).exec(&transaction).await?;
    let class = ClassId(inserted.last_insert_id);
    give_class_code(&transaction, secret, class, 0).await?;
    add_teacher(&transaction, class, teacher).await?;
    seat(&transaction, secret, (class, new.sign_in()), &new.pupils).await?;
    transaction.commit().await?;
    Ok(class)
}

/// Gives a class another code. The old one leads nowhere; whoever is signed in stays so.
pub async fn renew_class_code(database: &Database, secret: &str, class: ClassId) -> Result<(), StoreError> {
    let transaction = database.begin().await?;
    if let Some(row) = lock_class(&transaction, class).await? {
        give_class_code(&transaction, secret, class, row.code_number).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Adds pupils to a class. Two teachers who do it at once add all of theirs, or are told that the class is full.
pub async fn add_pupils(
    database: &Database,
    secret: &str,
    (class, kind): (ClassId, SignInKind),
    typed: &str,
) -> Result<AddOutcome, StoreError> {
    let transaction = database.begin().await?;
    lock_class(&transaction, class).await?;
    let there = super::pupils::pupils(&transaction, class).await?;
    let there: Vec<_> = there.into_iter().map(|pupil| pupil.name).collect();
    match read_names(typed, &there) {
        Ok(names) => {
            seat(&transaction, secret, (class, kind), &names).await?;
            transaction.commit().await?;
            Ok(AddOutcome::Added)
        }
        Err(problem) => Ok(AddOutcome::Refused(problem)),
    }
}

/// Gives a pupil another card. The old one is worth nothing, and devices that it signed in are signed out. `false` when the
/// class has no such pupil.
pub async fn renew_card(
    database: &Database,
    secret: &str,
    (class, kind): (ClassId, SignInKind),
    pupil: PupilId,
) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    lock_class(&transaction, class).await?;
    let row = pupils::Entity::find_by_id(pupil.0)
        .filter(pupils::COLUMN.class_id.eq(class.0))
        .one(&transaction)
        .await?;
    let Some(row) = row else { return Ok(false) };
    give_card(&transaction, secret, (class, kind), pupil, row.card).await?;
    transaction.commit().await?;
    Ok(true)
}

/// Until the transaction ends nobody else changes the class's codes.
pub(super) async fn lock_class(
    transaction: &DatabaseTransaction,
    class: ClassId,
) -> Result<Option<classes::Model>, StoreError> {
    let row = classes::Entity::find_by_id(class.0)
        .lock_exclusive()
        .one(transaction)
        .await?;
    Ok(row)
}

async fn seat(
    transaction: &DatabaseTransaction,
    secret: &str,
    (class, kind): (ClassId, SignInKind),
    names: &[PupilName],
) -> Result<(), StoreError> {
    for (place, name) in (0_i64..).zip(names) {
        let row = pupils::ActiveModel {
            class_id: Set(class.0),
            name: Set(name.as_str().to_owned()),
            card: Set(0),
            code_hash: Set(format!("none yet {place}")),
            ..Default::default()
        };
        let inserted = pupils::Entity::insert(row).exec(transaction).await?;
        give_card(
            transaction,
            secret,
            (class, kind),
            PupilId(inserted.last_insert_id),
            0,
        )
        .await?;
    }
    Ok(())
}

async fn give_card(
    transaction: &DatabaseTransaction,
    secret: &str,
    (class, kind): (ClassId, SignInKind),
    pupil: PupilId,
    latest: i64,
) -> Result<(), StoreError> {
    for card in latest + 1..latest + DRAWS {
        let hash = sign_in_hash(secret, class, &sign_in_code(secret, kind, pupil, card));
        if is_free(transaction, class, &hash).await? {
            pupils::Entity::update_many()
                .col_expr(pupils::Column::Card, Expr::value(card))
                .col_expr(pupils::Column::CodeHash, Expr::value(hash))
                .col_expr(pupils::Column::SignedInUntil, Expr::value(None::<i64>))
                .filter(pupils::COLUMN.id.eq(pupil.0))
                .exec(transaction)
                .await?;
            return Ok(());
        }
    }
    Err(StoreError::Corrupt {
        table: "pupils",
        row: pupil.0,
        problem: "no card is free".to_owned(),
    })
}

async fn is_free(transaction: &DatabaseTransaction, class: ClassId, hash: &str) -> Result<bool, StoreError> {
    let taken = pupils::Entity::find()
        .filter(pupils::COLUMN.class_id.eq(class.0))
        .filter(pupils::Column::CodeHash.eq(hash))
        .one(transaction)
        .await?;
    Ok(taken.is_none())
}

async fn give_class_code(
    transaction: &DatabaseTransaction,
    secret: &str,
    class: ClassId,
    latest: i64,
) -> Result<(), StoreError> {
    for number in latest + 1..latest + DRAWS {
        let hash = class_code_hash(secret, &class_code(secret, class, number));
        let taken = classes::Entity::find()
            .filter(classes::Column::CodeHash.eq(&hash))
            .one(transaction)
            .await?;
        if taken.is_none() {
            classes::Entity::update_many()
                .col_expr(classes::Column::CodeNumber, Expr::value(number))
                .col_expr(classes::Column::CodeHash, Expr::value(hash))
                .filter(classes::COLUMN.id.eq(class.0))
                .exec(transaction)
                .await?;
            return Ok(());
        }
    }
    Err(StoreError::Corrupt {
        table: "classes",
        row: class.0,
        problem: "no code is free".to_owned(),
    })
}
