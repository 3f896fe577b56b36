//! Whose account it is that a provider's somebody signs in to.

use domain::admission::Admission;
use jiff::Timestamp;
use store::staff::{self, NewStaff, StaffAccount};
use store::{Database, StoreError, provider};

use crate::provider::NewAccounts;

/// Their account with what the provider says of them now; a new one where that is wanted, and none otherwise.
pub async fn account_of(
    database: &Database,
    identity: &str,
    admission: &Admission,
    new_accounts: NewAccounts,
) -> Result<Option<StaffAccount>, StoreError> {
    let owner = provider::owner(database.read(), identity).await?;
    let owner = match (owner, new_accounts) {
        (Some(owner), _) => owner,
        (None, NewAccounts::Refuse) => return Ok(None),
        (None, NewAccounts::Create) => {
            create(database, identity, admission).await?;
            // Of two who come at once by the same identity, one has made it.
            match provider::owner(database.write(), identity).await? {
                Some(owner) => owner,
                None => return Ok(None),
            }
        }
    };
    staff::update_from_provider(database.write(), owner, admission).await?;
    staff::find(database.write(), owner).await
}

/// An account without a password. Its username is drawn at random, for nobody ever types it.
async fn create(database: &Database, identity: &str, admission: &Admission) -> Result<(), StoreError> {
    let transaction = database.begin().await?;
    let username = format!("oidc-{:016x}", rand::random::<u64>());
    let newcomer = NewStaff {
        username: &username,
        display_name: admission.display_name.as_deref().unwrap_or(&username),
        password_hash: "",
        role: admission.role,
        workplaces: admission.workplaces.clone(),
    };
    let now = Timestamp::now();
    if let Some(staff) = staff::add(&transaction, newcomer, now).await?
        && provider::link(&transaction, identity, staff, now).await?
    {
        transaction.commit().await?;
    }
    Ok(())
}
