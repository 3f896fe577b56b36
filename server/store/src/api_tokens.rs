//! Tokens by which other systems do what staff may.

use std::collections::BTreeSet;

use domain::api_access::{ApiToken, Scope};
use domain::ids::TokenId;
use domain::staff::Workplaces;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::StoreError;
use crate::entities::api_tokens::{ActiveModel, COLUMN, Column, Entity, Model};
use crate::keyed_hash::keyed_hash;
use crate::retention::days_since_1970;
use crate::staff::{workplaces, workplaces_text};

/// What a token is to be good for.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// Which system has it.
    pub name: String,
    pub scopes: BTreeSet<Scope>,
    /// The places whose citizens it shows.
    pub workplaces: Workplaces,
}

/// A token as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptToken {
    pub id: TokenId,
    pub name: String,
    pub scopes: BTreeSet<Scope>,
    pub workplaces: Workplaces,
    pub created_at: Timestamp,
    /// The day in UTC, in days since 1970, on which it was last used, if it ever was.
    pub last_used_day: Option<i64>,
    pub is_revoked: bool,
}

/// Keeps a token. `secret` is the installation's; see [`crate::secrets::get_or_create`].
pub async fn add(
    connection: &impl ConnectionTrait,
    secret: &str,
    token: &ApiToken,
    new: &NewToken,
    now: Timestamp,
) -> Result<TokenId, StoreError> {
    let row = ActiveModel {
        token_hash: Set(token_hash(secret, token)),
        name: Set(new.name.clone()),
        scopes: Set(scopes_text(&new.scopes)),
        workplaces: Set(workplaces_text(&new.workplaces)),
        created_at: Set(now.as_second()),
        ..Default::default()
    };
    let inserted = Entity::insert(row).exec(connection).await?;
    Ok(TokenId(inserted.last_insert_id))
}

/// The token that a program has sent, unless it is unknown or revoked.
pub async fn find(
    connection: &impl ConnectionTrait,
    secret: &str,
    token: &ApiToken,
) -> Result<Option<KeptToken>, StoreError> {
    let row = Entity::find()
        .filter(COLUMN.token_hash.eq(token_hash(secret, token)))
        .filter(COLUMN.revoked_at.is_null())
        .one(connection)
        .await?;
    row.map(KeptToken::try_from).transpose()
}

/// Notes that a token is used today. It writes once a day.
pub async fn note_use(
    connection: &impl ConnectionTrait,
    token: &KeptToken,
    now: Timestamp,
) -> Result<(), StoreError> {
    let today = days_since_1970(now);
    if token.last_used_day.is_some_and(|day| day >= today) {
        return Ok(());
    }
    let earlier = Condition::any()
        .add(COLUMN.last_used_day.is_null())
        .add(COLUMN.last_used_day.lt(today));
    Entity::update_many()
        .col_expr(Column::LastUsedDay, Expr::value(today))
        .filter(COLUMN.id.eq(token.id.0))
        .filter(earlier)
        .exec(connection)
        .await?;
    Ok(())
}

/// Every token, revoked ones too, the oldest first.
pub async fn list(connection: &impl ConnectionTrait) -> Result<Vec<KeptToken>, StoreError> {
    let rows = Entity::find().order_by_asc(Column::Id).all(connection).await?;
    rows.into_iter().map(KeptToken::try_from).collect()
}

/// Takes a token out of force, at once and for ever. `false` when there is none in force with this id.
pub async fn revoke(
    connection: &impl ConnectionTrait,
    id: TokenId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let revoked = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(now.as_second()))
        .filter(COLUMN.id.eq(id.0))
        .filter(COLUMN.revoked_at.is_null())
        .exec(connection)
        .await?;
    Ok(revoked.rows_affected == 1)
}

fn token_hash(secret: &str, token: &ApiToken) -> String {
    keyed_hash(secret, &format!("api token {}", token.secret()))
}

fn scopes_text(scopes: &BTreeSet<Scope>) -> String {
    let names: Vec<_> = scopes.iter().map(|scope| scope.as_str()).collect();
    names.join(" ")
}

impl TryFrom<Model> for KeptToken {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let corrupt = |problem: &str| StoreError::Corrupt {
            table: "api_tokens",
            row: row.id,
            problem: problem.to_owned(),
        };
        let scopes = row.scopes.split_whitespace().map(str::parse);
        Ok(Self {
            id: TokenId(row.id),
            scopes: scopes.collect::<Result<_, _>>().map_err(|_| corrupt("scopes"))?,
            workplaces: workplaces(row.workplaces.as_deref()).ok_or_else(|| corrupt("workplaces"))?,
            created_at: Timestamp::from_second(row.created_at).map_err(|_| corrupt("created_at"))?,
            last_used_day: row.last_used_day,
            is_revoked: row.revoked_at.is_some(),
            name: row.name,
        })
    }
}
