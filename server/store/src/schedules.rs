//! Versions of the schedule document.

use std::collections::BTreeSet;

use domain::appointments::{Schedule, ScheduleDocument};
use domain::schedule::UsedIds;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use serde_json::Value;

use crate::StoreError;
use crate::entities::schedule_versions;

/// Versions that are in memory at once while all are looked through.
const DOCUMENTS_AT_ONCE: u64 = 20;

/// Stores a schedule as the current version and tells its number. Earlier versions are kept.
pub async fn import(
    connection: &impl ConnectionTrait,
    schedule: &Schedule,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let version = schedule_versions::ActiveModel {
        document: Set(written(schedule)),
        imported_at: Set(now.as_second()),
        ..Default::default()
    };
    let inserted = schedule_versions::Entity::insert(version)
        .exec(connection)
        .await?;
    Ok(inserted.last_insert_id)
}

/// Stores a schedule as the current version if the current one is still the one that it was made of. `None`, and nothing is
/// changed, when it is not.
///
/// Two who change the same version at once wait for each other at its row, and the second then sees the first one's.
pub async fn replace(
    transaction: &DatabaseTransaction,
    based_on: i64,
    schedule: &Schedule,
    now: Timestamp,
) -> Result<Option<i64>, StoreError> {
    schedule_versions::Entity::update_many()
        .col_expr(
            schedule_versions::Column::Version,
            Expr::col(schedule_versions::Column::Version),
        )
        .filter(schedule_versions::COLUMN.version.eq(based_on))
        .exec(transaction)
        .await?;
    if current_version(transaction).await? != Some(based_on) {
        return Ok(None);
    }
    import(transaction, schedule, now).await.map(Some)
}

/// An earlier version, or the current one.
pub async fn load(connection: &impl ConnectionTrait, version: i64) -> Result<Option<Schedule>, StoreError> {
    let row = schedule_versions::Entity::find_by_id(version)
        .one(connection)
        .await?;
    row.map(|row| parse(&row)).transpose()
}

/// The current version's number, `None` before the first import. Cheap: ask this to learn whether a cached schedule is
/// still current.
pub async fn current_version(connection: &impl ConnectionTrait) -> Result<Option<i64>, StoreError> {
    let version = schedule_versions::Entity::find()
        .select_only()
        .column(schedule_versions::Column::Version)
        .order_by_desc(schedule_versions::Column::Version)
        .limit(1)
        .into_tuple::<i64>()
        .one(connection)
        .await?;
    Ok(version)
}

/// The current version with its number, `None` before the first import.
///
/// [`StoreError::Corrupt`] when the stored document no longer passes the rules, which may have become stricter since.
pub async fn load_current(connection: &impl ConnectionTrait) -> Result<Option<(i64, Schedule)>, StoreError> {
    let newest = schedule_versions::Entity::find()
        .order_by_desc(schedule_versions::Column::Version)
        .one(connection)
        .await?;
    newest.map(|row| Ok((row.version, parse(&row)?))).transpose()
}

/// The ids of every place, service and adviser of any version.
///
/// The documents are read some at a time: there is one for each change that was ever made.
pub async fn used_ids(connection: &impl ConnectionTrait) -> Result<UsedIds, StoreError> {
    let mut ids = BTreeSet::new();
    let mut after = 0;
    loop {
        let rows = schedule_versions::Entity::find()
            .filter(schedule_versions::COLUMN.version.gt(after))
            .order_by_asc(schedule_versions::Column::Version)
            .limit(DOCUMENTS_AT_ONCE)
            .all(connection)
            .await?;
        let Some(last) = rows.last() else {
            return Ok(ids.into_iter().collect());
        };
        after = last.version;
        for row in &rows {
            ids.extend(ids_in(row)?);
        }
    }
}

/// The ids of a document, whatever else it says: an old one need not pass the rules of today.
fn ids_in(row: &schedule_versions::Model) -> Result<Vec<String>, StoreError> {
    let document: Value = serde_json::from_str(&row.document).map_err(|error| StoreError::Corrupt {
        table: "schedule_versions",
        row: row.version,
        problem: error.to_string(),
    })?;
    let things = ["locations", "services", "advisers", "resources"]
        .into_iter()
        .filter_map(|part| document.get(part)?.as_array())
        .flatten();
    let ids = things.filter_map(|thing| thing.get("id")?.as_str());
    Ok(ids.map(str::to_owned).collect())
}

fn written(document: &ScheduleDocument) -> String {
    serde_json::to_string(document).expect("a document has only keys that are strings")
}

fn parse(row: &schedule_versions::Model) -> Result<Schedule, StoreError> {
    let corrupt = |problem| StoreError::Corrupt {
        table: "schedule_versions",
        row: row.version,
        problem,
    };
    let document: ScheduleDocument =
        serde_json::from_str(&row.document).map_err(|error| corrupt(error.to_string()))?;
    Schedule::try_from(document).map_err(|faults| {
        let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
        corrupt(faults.join("; "))
    })
}
