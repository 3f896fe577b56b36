//! What is kept for signing in by an OpenID Connect provider: whose its identities are, and sign-ins that are under way.

use domain::ids::StaffId;
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter};

use crate::StoreError;
use crate::entities::{provider_requests, staff_identities};
use crate::keyed_hash::keyed_hash;

/// Somebody is on their way to the provider and back.
pub struct Request<'a> {
    /// What must come back, drawn at random.
    pub state: &'a str,
    /// What must stand in the token.
    pub nonce: &'a str,
    /// What the code can be exchanged with alone (PKCE).
    pub verifier: &'a str,
    pub expires_at: Timestamp,
}

/// What is needed to end a sign-in that was begun.
#[derive(Clone, PartialEq, Eq)]
pub struct Begun {
    pub nonce: String,
    pub verifier: String,
}

/// Somebody of a provider, as they are kept: some providers put a name into their word for somebody.
pub fn identity_hash(secret: &str, issuer: &str, subject: &str) -> String {
    keyed_hash(secret, &format!("provider identity {issuer} {subject}"))
}

/// Whose an identity is.
pub async fn owner(connection: &impl ConnectionTrait, identity: &str) -> Result<Option<StaffId>, StoreError> {
    let row = staff_identities::Entity::find_by_id(identity)
        .one(connection)
        .await?;
    Ok(row.map(|row| StaffId(row.staff_id)))
}

/// Makes an identity somebody's. `false`, and nothing is changed, when it is somebody's already.
pub async fn link(
    connection: &impl ConnectionTrait,
    identity: &str,
    staff: StaffId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = staff_identities::ActiveModel {
        identity_hash: Set(identity.to_owned()),
        staff_id: Set(staff.0),
        created_at: Set(now.as_second()),
    };
    let taken = OnConflict::column(staff_identities::Column::IdentityHash)
        .do_nothing()
        .to_owned();
    let inserted = staff_identities::Entity::insert(row)
        .on_conflict(taken)
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

/// Keeps a sign-in that begins.
pub async fn begin(
    connection: &impl ConnectionTrait,
    secret: &str,
    request: &Request<'_>,
) -> Result<(), StoreError> {
    let row = provider_requests::ActiveModel {
        state_hash: Set(state_hash(secret, request.state)),
        nonce: Set(request.nonce.to_owned()),
        verifier: Set(request.verifier.to_owned()),
        expires_at: Set(request.expires_at.as_second()),
    };
    provider_requests::Entity::insert(row)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Takes the sign-in with a state, once: whoever comes second with it gets nothing, however close behind. Nothing either
/// when it is over.
pub async fn take(
    connection: &impl ConnectionTrait,
    secret: &str,
    state: &str,
    now: Timestamp,
) -> Result<Option<Begun>, StoreError> {
    let hash = state_hash(secret, state);
    let row = provider_requests::Entity::find_by_id(hash.clone())
        .one(connection)
        .await?;
    let deleted = provider_requests::Entity::delete_by_id(hash)
        .exec(connection)
        .await?;
    let taken = row.filter(|row| deleted.rows_affected == 1 && row.expires_at > now.as_second());
    Ok(taken.map(|row| Begun {
        nonce: row.nonce,
        verifier: row.verifier,
    }))
}

/// Erases sign-ins that nobody has come back from.
pub async fn erase_expired(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let deleted = provider_requests::Entity::delete_many()
        .filter(provider_requests::COLUMN.expires_at.lte(now.as_second()))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected)
}

fn state_hash(secret: &str, state: &str) -> String {
    keyed_hash(secret, &format!("provider state {state}"))
}
