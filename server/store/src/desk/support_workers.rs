//! Those who come with citizens because it is their work.

use domain::contact::PersonName;
use domain::desk::SupportCode;
use domain::ids::SupportWorkerId;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::StoreError;
use crate::entities::support_workers::{ActiveModel, COLUMN, Column, Entity, Model};
use crate::keyed_hash::keyed_hash;

/// A support worker.
#[derive(Clone, PartialEq, Eq)]
pub struct SupportWorker {
    pub id: SupportWorkerId,
    pub name: PersonName,
    pub organisation: PersonName,
}

/// Registers somebody. `false`, and nothing is changed, when the code word is another's: draw one more.
pub async fn add_support_worker(
    connection: &impl ConnectionTrait,
    secret: &str,
    (name, organisation): (&PersonName, &PersonName),
    code: &SupportCode,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = ActiveModel {
        name: Set(name.as_str().to_owned()),
        organisation: Set(organisation.as_str().to_owned()),
        code_hash: Set(hash(secret, code)),
        last_seen_at: Set(now.as_second()),
        ..Default::default()
    };
    let inserted = Entity::insert(row)
        .on_conflict(OnConflict::column(Column::CodeHash).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

/// Everybody, by organisation and name.
pub async fn support_workers(connection: &impl ConnectionTrait) -> Result<Vec<SupportWorker>, StoreError> {
    let rows = Entity::find()
        .order_by_asc(Column::Organisation)
        .order_by_asc(Column::Name)
        .all(connection)
        .await?;
    rows.into_iter().map(SupportWorker::try_from).collect()
}

/// Whether somebody has this code word. They are remembered for another while then; which of them it was is not kept.
pub async fn recognise(
    connection: &impl ConnectionTrait,
    secret: &str,
    code: &SupportCode,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let seen = Entity::update_many()
        .col_expr(Column::LastSeenAt, Expr::value(now.as_second()))
        .filter(COLUMN.code_hash.eq(hash(secret, code)))
        .exec(connection)
        .await?;
    Ok(seen.rows_affected == 1)
}

/// Forgets somebody. Their code word is worth nothing from now on.
pub async fn remove_support_worker(
    connection: &impl ConnectionTrait,
    id: SupportWorkerId,
) -> Result<(), StoreError> {
    Entity::delete_by_id(id.0).exec(connection).await?;
    Ok(())
}

fn hash(secret: &str, code: &SupportCode) -> String {
    keyed_hash(secret, &format!("support worker {code}"))
}

impl TryFrom<Model> for SupportWorker {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let name = |text: &str, column: &str| {
            PersonName::parse(text).map_err(|_| StoreError::Corrupt {
                table: "support_workers",
                row: row.id,
                problem: column.to_owned(),
            })
        };
        Ok(Self {
            id: SupportWorkerId(row.id),
            name: name(&row.name, "name")?,
            organisation: name(&row.organisation, "organisation")?,
        })
    }
}
