//! Who is signed in where.
//!
//! A session says which sign-in it holds; here stands whether it is still good. So somebody who is removed, or whom the
//! provider signs out, is out on every device with the next request, and a changed role counts at once.

use domain::ids::{SignInId, StaffId};
use jiff::Timestamp;
use sea_orm::sea_query::{Condition, Expr};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;
use crate::entities::staff_sign_ins::{ActiveModel, COLUMN, Column, Entity};
use crate::keyed_hash::keyed_hash;
use crate::staff::{self, StaffAccount};

/// Seconds without a page or a press after which a sign-in ends. The desk's pages ask by themselves, so an open desk stays
/// signed in; a page that was left behind does not.
pub const IDLE_SECONDS: i64 = 60 * 60;

/// That somebody is still there is noted so often, in seconds, and not with each request.
const NOTED_EVERY_SECONDS: i64 = 5 * 60;

/// A sign-in that begins.
pub struct NewSignIn<'a> {
    pub staff: StaffId,
    /// It ends then at the latest.
    pub ends_at: Timestamp,
    /// Where a provider has said who it is.
    pub by_provider: Option<ByProvider<'a>>,
}

/// What a provider has said.
pub struct ByProvider<'a> {
    /// [`crate::provider::identity_hash`].
    pub identity_hash: &'a str,
    /// The provider's name for its own session, which it may end by itself.
    pub session_hash: Option<&'a str>,
    /// How surely it is them, in the provider's words.
    pub assurance: Option<&'a str>,
}

/// Whose sign-ins a provider ends.
pub enum EndedByProvider<'a> {
    /// Those of one of its sessions.
    Session { hash: &'a str },
    /// All of somebody.
    Identity { hash: &'a str },
}

/// Notes a sign-in.
pub async fn begin(
    connection: &impl ConnectionTrait,
    new: &NewSignIn<'_>,
    now: Timestamp,
) -> Result<SignInId, StoreError> {
    let by = new.by_provider.as_ref();
    let row = ActiveModel {
        staff_id: Set(new.staff.0),
        ends_at: Set(new.ends_at.as_second()),
        seen_at: Set(now.as_second()),
        assurance: Set(by.and_then(|by| by.assurance).map(str::to_owned)),
        identity_hash: Set(by.map(|by| by.identity_hash.to_owned())),
        session_hash: Set(by.and_then(|by| by.session_hash).map(str::to_owned)),
        ..Default::default()
    };
    let inserted = Entity::insert(row).exec(connection).await?;
    Ok(SignInId(inserted.last_insert_id))
}

/// Whose a sign-in is, as they are now; nobody's when it has ended. Notes now and then, by `write`, that they are still there.
pub async fn current(
    read: &impl ConnectionTrait,
    write: &impl ConnectionTrait,
    id: SignInId,
    now: Timestamp,
) -> Result<Option<StaffAccount>, StoreError> {
    let found = Entity::find_by_id(id.0)
        .filter(COLUMN.ends_at.gt(now.as_second()))
        .filter(COLUMN.seen_at.gt(now.as_second() - IDLE_SECONDS))
        .one(read)
        .await?;
    let Some(sign_in) = found else {
        return Ok(None);
    };
    if sign_in.seen_at <= now.as_second() - NOTED_EVERY_SECONDS {
        note_seen(write, id, now).await?;
    }
    staff::find(read, StaffId(sign_in.staff_id)).await
}

async fn note_seen(
    connection: &impl ConnectionTrait,
    id: SignInId,
    now: Timestamp,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::SeenAt, Expr::value(now.as_second()))
        .filter(COLUMN.id.eq(id.0))
        .exec(connection)
        .await?;
    Ok(())
}

/// Ends one sign-in. Ending what has ended is no error.
pub async fn end(connection: &impl ConnectionTrait, id: SignInId) -> Result<(), StoreError> {
    Entity::delete_by_id(id.0).exec(connection).await?;
    Ok(())
}

/// Ends every sign-in of somebody.
pub async fn end_all_of(connection: &impl ConnectionTrait, staff: StaffId) -> Result<u64, StoreError> {
    let ended = Entity::delete_many()
        .filter(COLUMN.staff_id.eq(staff.0))
        .exec(connection)
        .await?;
    Ok(ended.rows_affected)
}

/// Ends what the provider has ended.
pub async fn end_by_provider(
    connection: &impl ConnectionTrait,
    ended: EndedByProvider<'_>,
) -> Result<u64, StoreError> {
    let which = match ended {
        EndedByProvider::Session { hash } => COLUMN.session_hash.eq(hash),
        EndedByProvider::Identity { hash } => COLUMN.identity_hash.eq(hash),
    };
    let ended = Entity::delete_many().filter(which).exec(connection).await?;
    Ok(ended.rows_affected)
}

/// Erases sign-ins that have ended.
pub async fn erase_ended(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let has_ended = Condition::any()
        .add(Column::EndsAt.lte(now.as_second()))
        .add(Column::SeenAt.lte(now.as_second() - IDLE_SECONDS));
    let deleted = Entity::delete_many().filter(has_ended).exec(connection).await?;
    Ok(deleted.rows_affected)
}

/// The provider's name for its session, as it is kept.
pub fn session_hash(secret: &str, issuer: &str, session: &str) -> String {
    keyed_hash(secret, &format!("provider session {issuer} {session}"))
}
