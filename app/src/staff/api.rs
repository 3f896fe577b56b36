use domain::locale::Locale;
use domain::staff::SignedInStaff;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::password;
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{SIGN_IN_ATTEMPT, SignedInBy, context, now, recall, redirect, session, signed_in, site},
    staff::sign_in::{PROVIDER_SIGN_OUT, begin_sign_in, refuse_sign_in},
};
#[cfg(feature = "ssr")]
use store::sign_ins;
#[cfg(feature = "ssr")]
use store::staff::{self as accounts, StaffAccount};

/// A sign-in that did not succeed: what was typed (never the password), and why.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInForm {
    pub username: String,
    pub problem: Option<SignInProblem>,
    /// What the provider is called by which one may sign in instead.
    pub provider: Option<String>,
}

/// Why somebody was not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInProblem {
    /// The username or the password is wrong; which of them is not told.
    Wrong,
    /// Too many wrong passwords in a row: the account rests for a quarter of an hour.
    Locked,
    /// Somebody came back from the provider too late, twice, or with another browser.
    Expired,
    /// The provider does not answer, or not as it should.
    ProviderAway,
    /// Somebody turned round at the provider's.
    Declined,
    /// The provider knows them, but not as anything that has a meaning here.
    NoRole,
    /// The provider names no place of ours.
    NoPlace,
    /// They have not shown surely enough that it is them.
    TooUnsure,
    /// They have no account here.
    NoAccount,
}

/// What was typed before. **Permissions**: anyone; the attempt is the visitor's own.
#[server(prefix = "/api", name = LoadSignInForm, endpoint = "staff/sign-in-form", input = GetUrl)]
pub async fn sign_in_form() -> Result<Reply<SignInForm>, AppError> {
    let attempt: Option<SignInForm> = recall(&session().await?, SIGN_IN_ATTEMPT).await?;
    Reply::of(&SignInForm {
        provider: site().provider.map(|name| name.to_string()),
        ..attempt.unwrap_or_default()
    })
}

/// Who is signed in. **Permissions**: whoever is signed in.
#[server(prefix = "/api", name = LoadSignedInStaff, endpoint = "staff/me", input = GetUrl)]
pub async fn signed_in_staff() -> Result<Reply<SignedInStaff>, AppError> {
    let signed_in = signed_in(&session().await?).await?;
    Reply::of(&signed_in.ok_or(AppError::NotSignedIn)?.staff)
}

/// Signs somebody in who knows the password. **Permissions**: anyone; five tries an account, then a quarter of an hour's rest.
#[server(prefix = "/api", endpoint = "staff/sign-in")]
pub async fn sign_in(
    locale: Locale,
    #[server(default)] username: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let session = session().await?;
    match check_password(&username, password).await? {
        Ok(account) => {
            begin_sign_in(&context(), &session, account, None).await?;
            redirect(locale, "/personale");
        }
        Err(problem) => {
            refuse_sign_in(&session, username, problem).await?;
            redirect(locale, "/personale/log-ind");
        }
    }
    Ok(())
}

/// Signs out, and forgets the session; whoever came by a provider is led on to sign out there too. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "staff/sign-out")]
pub async fn sign_out(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let signed_in = signed_in(&session).await?;
    if let Some(signed_in) = &signed_in {
        sign_ins::end(context().database.write(), signed_in.sign_in).await?;
    }
    session.flush().await.map_err(|error| {
        tracing::error!(%error, "the session could not be ended");
        AppError::Unavailable
    })?;
    match signed_in.map(|signed_in| signed_in.by) {
        Some(SignedInBy::Provider) => leptos_axum::redirect(PROVIDER_SIGN_OUT),
        Some(SignedInBy::Password) | None => redirect(locale, "/personale/log-ind"),
    }
    Ok(())
}

/// The account whose password this is. Unknown names take as long as known ones.
#[cfg(feature = "ssr")]
async fn check_password(username: &str, password: String) -> AppResult<Result<StaffAccount, SignInProblem>> {
    let database = context().database;
    let account = accounts::find_by_username(database.read(), username).await?;
    // Whoever signs in by a provider alone has none.
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let hash = hash.filter(|hash| !hash.is_empty());
    let matches = tokio::task::spawn_blocking(move || password::matches(&password, hash.as_deref()))
        .await
        .map_err(|_| AppError::Internal)?;
    let Some(account) = account else {
        return Ok(Err(SignInProblem::Wrong));
    };
    if account.is_locked(now()) {
        return Ok(Err(SignInProblem::Locked));
    }
    if !matches {
        accounts::record_failure(database.write(), account.id, now()).await?;
        return Ok(Err(SignInProblem::Wrong));
    }
    accounts::clear_failures(database.write(), account.id).await?;
    Ok(Ok(account))
}
