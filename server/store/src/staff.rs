//! People who can sign in.

use std::fmt;

use domain::admission::Admission;
use domain::ids::{AdviserId, LocationId, StaffId};
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use sea_orm::sea_query::{CaseStatement, Expr, OnConflict, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::entities::staff;
use crate::{StoreError, sign_ins};

/// Wrong passwords in a row after which an account is locked.
pub const FAILURES_UNTIL_LOCKED: i64 = 5;

/// How long an account stays locked, in seconds. It locks longer than guessing pays and shorter than a shift.
pub const LOCKED_SECONDS: i64 = 15 * 60;

/// Somebody who is to be able to sign in.
pub struct NewStaff<'a> {
    /// Any case; kept trimmed and in lower case.
    pub username: &'a str,
    pub display_name: &'a str,
    /// A hash in PHC string format; the password itself never comes here. Empty for whoever has none.
    pub password_hash: &'a str,
    pub role: Role,
    pub workplaces: Workplaces,
}

/// Somebody who can sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct StaffAccount {
    pub id: StaffId,
    /// Lower case.
    pub username: String,
    pub display_name: String,
    pub password_hash: String,
    pub role: Role,
    pub workplaces: Workplaces,
    /// Wrong passwords since the last right one.
    pub failed_attempts: i64,
    /// No password is tried before this moment.
    pub locked_until: Option<Timestamp>,
}

impl fmt::Debug for StaffAccount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("StaffAccount")
            .field("id", &self.id)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

impl StaffAccount {
    /// Whether no password may be tried at the moment.
    pub fn is_locked(&self, now: Timestamp) -> bool {
        self.locked_until.is_some_and(|until| now < until)
    }
}

/// Adds a member of staff. `None`, and nothing is changed, when the username is taken.
pub async fn add(
    connection: &impl ConnectionTrait,
    new: NewStaff<'_>,
    now: Timestamp,
) -> Result<Option<StaffId>, StoreError> {
    let username = normalized(new.username);
    let row = staff::ActiveModel {
        username: Set(username.clone()),
        display_name: Set(new.display_name.to_owned()),
        password_hash: Set(new.password_hash.to_owned()),
        role: Set(new.role.as_str().to_owned()),
        workplaces: Set(workplaces_text(&new.workplaces)),
        failed_attempts: Set(0),
        created_at: Set(now.as_second()),
        ..Default::default()
    };
    let inserted = staff::Entity::insert(row)
        .on_conflict(
            OnConflict::column(staff::Column::Username)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    if inserted == 0 {
        return Ok(None);
    }
    let account = find_by_username(connection, &username).await?;
    Ok(account.map(|account| account.id))
}

/// The account with a username, in any case.
pub async fn find_by_username(
    connection: &impl ConnectionTrait,
    username: &str,
) -> Result<Option<StaffAccount>, StoreError> {
    let row = staff::Entity::find()
        .filter(staff::COLUMN.username.eq(normalized(username)))
        .one(connection)
        .await?;
    row.map(StaffAccount::try_from).transpose()
}

/// The account with an id, as it stands in a session.
pub async fn find(
    connection: &impl ConnectionTrait,
    id: StaffId,
) -> Result<Option<StaffAccount>, StoreError> {
    let row = staff::Entity::find_by_id(id.0).one(connection).await?;
    row.map(StaffAccount::try_from).transpose()
}

/// Everybody who can sign in, by username.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<StaffAccount>, StoreError> {
    let rows = staff::Entity::find()
        .order_by_asc(staff::Column::Username)
        .all(connection)
        .await?;
    rows.into_iter().map(StaffAccount::try_from).collect()
}

/// Changes what somebody may do and whose citizens they see. `false` when nobody has the username.
pub async fn set_role(
    connection: &impl ConnectionTrait,
    username: &str,
    role: Role,
    workplaces: &Workplaces,
) -> Result<bool, StoreError> {
    let updated = staff::Entity::update_many()
        .col_expr(staff::Column::Role, Expr::value(role.as_str()))
        .col_expr(
            staff::Column::Workplaces,
            Expr::value(workplaces_text(workplaces)),
        )
        .filter(staff::COLUMN.username.eq(normalized(username)))
        .exec(connection)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// Takes over what a provider says of somebody: their role and places, and their name where it tells one.
pub async fn update_from_provider(
    connection: &impl ConnectionTrait,
    id: StaffId,
    admission: &Admission,
) -> Result<(), StoreError> {
    let places = workplaces_text(&admission.workplaces);
    let mut update = staff::Entity::update_many()
        .col_expr(staff::Column::Role, Expr::value(admission.role.as_str()))
        .col_expr(staff::Column::Workplaces, Expr::value(places));
    if let Some(name) = &admission.display_name {
        update = update.col_expr(staff::Column::DisplayName, Expr::value(name.as_str()));
    }
    update.filter(staff::COLUMN.id.eq(id.0)).exec(connection).await?;
    Ok(())
}

/// Says which adviser of the schedule somebody is, or that they are none. `false` when nobody has the username.
pub async fn set_adviser(
    connection: &impl ConnectionTrait,
    username: &str,
    adviser: Option<&AdviserId>,
) -> Result<bool, StoreError> {
    let updated = staff::Entity::update_many()
        .col_expr(
            staff::Column::Adviser,
            Expr::value(adviser.map(|adviser| adviser.as_str().to_owned())),
        )
        .filter(staff::COLUMN.username.eq(normalized(username)))
        .exec(connection)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// The adviser that an account is, if it is one. They may have left the schedule since.
pub async fn adviser_of(
    connection: &impl ConnectionTrait,
    id: StaffId,
) -> Result<Option<AdviserId>, StoreError> {
    let adviser = staff::Entity::find_by_id(id.0)
        .select_only()
        .column(staff::Column::Adviser)
        .into_tuple::<Option<String>>()
        .one(connection)
        .await?;
    Ok(adviser.flatten().and_then(|id| AdviserId::parse(&id).ok()))
}

/// Removes an account, and signs it out everywhere. `false` when nobody has the username.
pub async fn remove(connection: &impl ConnectionTrait, username: &str) -> Result<bool, StoreError> {
    let deleted = staff::Entity::delete_many()
        .filter(staff::COLUMN.username.eq(normalized(username)))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Counts a wrong password, and locks the account from the [`FAILURES_UNTIL_LOCKED`]th in a row.
///
/// One statement, so guesses that arrive together are all counted. After a lock has run out, counting starts anew.
pub async fn record_failure(
    connection: &impl ConnectionTrait,
    id: StaffId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let locks = failures_now(now).gte(FAILURES_UNTIL_LOCKED);
    let locked_until = CaseStatement::new()
        .case(locks, Expr::value(now.as_second() + LOCKED_SECONDS))
        .finally(Expr::value(None::<i64>));
    staff::Entity::update_many()
        .col_expr(staff::Column::LockedUntil, locked_until.into())
        .col_expr(staff::Column::FailedAttempts, failures_now(now))
        .filter(staff::COLUMN.id.eq(id.0))
        .exec(connection)
        .await?;
    Ok(())
}

/// Forgets wrong passwords and unlocks: after a right one, or by a colleague's hand.
pub async fn clear_failures(connection: &impl ConnectionTrait, id: StaffId) -> Result<(), StoreError> {
    staff::Entity::update_many()
        .col_expr(staff::Column::FailedAttempts, Expr::value(0_i64))
        .col_expr(staff::Column::LockedUntil, Expr::value(None::<i64>))
        .filter(staff::COLUMN.id.eq(id.0))
        .exec(connection)
        .await?;
    Ok(())
}

/// Replaces an account's password, unlocks it and signs it out everywhere. `false` when there is no such account.
pub async fn set_password_hash(
    connection: &impl ConnectionTrait,
    id: StaffId,
    password_hash: &str,
) -> Result<bool, StoreError> {
    let updated = staff::Entity::update_many()
        .col_expr(staff::Column::PasswordHash, Expr::value(password_hash))
        .col_expr(staff::Column::FailedAttempts, Expr::value(0_i64))
        .col_expr(staff::Column::LockedUntil, Expr::value(None::<i64>))
        .filter(staff::COLUMN.id.eq(id.0))
        .exec(connection)
        .await?;
    sign_ins::end_all_of(connection, id).await?;
    Ok(updated.rows_affected == 1)
}

/// The number of failures once one more has been counted.
fn failures_now(now: Timestamp) -> SimpleExpr {
    CaseStatement::new()
        .case(Expr::col("locked_until").lte(now.as_second()), Expr::value(1_i64))
        .finally(Expr::col("failed_attempts").add(1_i64))
        .into()
}

fn normalized(username: &str) -> String {
    username.trim().to_lowercase()
}

/// Ids with spaces between them; nothing for every place.
pub(crate) fn workplaces_text(workplaces: &Workplaces) -> Option<String> {
    match workplaces {
        Workplaces::All => None,
        Workplaces::Only(locations) => {
            let ids: Vec<_> = locations.iter().map(LocationId::as_str).collect();
            Some(ids.join(" "))
        }
    }
}

pub(crate) fn workplaces(text: Option<&str>) -> Option<Workplaces> {
    let Some(text) = text else {
        return Some(Workplaces::All);
    };
    let locations = text.split_whitespace().map(LocationId::parse);
    locations.collect::<Result<_, _>>().ok().map(Workplaces::Only)
}

impl TryFrom<staff::Model> for StaffAccount {
    type Error = StoreError;

    fn try_from(row: staff::Model) -> Result<Self, StoreError> {
        let corrupt = |problem: String| StoreError::Corrupt {
            table: "staff",
            row: row.id,
            problem,
        };
        Ok(Self {
            id: StaffId(row.id),
            role: row
                .role
                .parse()
                .map_err(|error: domain::staff::UnknownRole| corrupt(error.to_string()))?,
            workplaces: workplaces(row.workplaces.as_deref())
                .ok_or_else(|| corrupt("workplaces".to_owned()))?,
            locked_until: row
                .locked_until
                .map(Timestamp::from_second)
                .transpose()
                .map_err(|error| corrupt(error.to_string()))?,
            username: row.username,
            display_name: row.display_name,
            password_hash: row.password_hash,
            failed_attempts: row.failed_attempts,
        })
    }
}
