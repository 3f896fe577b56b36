//! A transaction that the database gave up, because it stood in another's way, is tried again.

use std::time::Duration;

use crate::StoreError;

/// How long is waited before each further attempt: the one that it was given up for must have what it waits for first, or both
/// meet again. PostgreSQL looks for a deadlock when somebody has waited for a second, so the last attempt ends well within the time
/// that a request has.
const PAUSES: [Duration; 3] = [
    Duration::from_millis(20),
    Duration::from_millis(100),
    Duration::from_millis(300),
];

/// Runs a transaction, and runs it again while the database gives it up for another one's sake. Whatever has been given up has
/// changed nothing, so each attempt begins anew.
pub(crate) async fn retrying<Attempt, T>(attempt: impl Fn() -> Attempt) -> Result<T, StoreError>
where
    Attempt: Future<Output = Result<T, StoreError>>,
{
    for pause in PAUSES {
        match attempt().await {
            Err(error) if error.is_transaction_conflict() => tokio::time::sleep(pause).await,
            decided => return decided,
        }
    }
    attempt().await
}
