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
    server_side::{
        SIGN_IN_ATTEMPT, SIGNED_IN, SIGNED_IN_HOURS, SignedIn, context, forget, now, recall, redirect,
        remember, renew, session, signed_in,
    },
};
#[cfg(feature = "ssr")]
use store::staff::{self as accounts, StaffAccount};

/// A sign-in that did not succeed: what was typed (never the password), and why.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInForm {
    pub username: String,
    pub problem: Option<SignInProblem>,
}

/// Why somebody was not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInProblem {
    /// The username or the password is wrong; which of them is not told.
    Wrong,
    /// Too many wrong passwords in a row: the account rests for a quarter of an hour.
    Locked,
}

/// What was typed before. **Permissions**: anyone; the attempt is the visitor's own.
#[server(prefix = "/api", name = LoadSignInForm, endpoint = "staff/sign-in-form", input = GetUrl)]
pub async fn sign_in_form() -> Result<Reply<SignInForm>, AppError> {
    let attempt: Option<SignInForm> = recall(&session().await?, SIGN_IN_ATTEMPT).await?;
    Reply::of(&attempt.unwrap_or_default())
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
            renew(&session).await?;
            forget(&session, SIGN_IN_ATTEMPT).await?;
            let staff = SignedInStaff {
                display_name: account.display_name,
                role: account.role,
                workplaces: account.workplaces,
            };
            let until = now().as_second() + SIGNED_IN_HOURS * 3600;
            remember(
                &session,
                SIGNED_IN,
                &SignedIn {
                    id: account.id,
                    staff,
                    until,
                },
            )
            .await?;
            redirect(locale, "/personale");
        }
        Err(problem) => {
            let username = username.chars().take(100).collect();
            remember(
                &session,
                SIGN_IN_ATTEMPT,
                &SignInForm {
                    username,
                    problem: Some(problem),
                },
            )
            .await?;
            redirect(locale, "/personale/log-ind");
        }
    }
    Ok(())
}

/// Signs out, and forgets the session. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "staff/sign-out")]
pub async fn sign_out(locale: Locale) -> Result<(), AppError> {
    session().await?.flush().await.map_err(|error| {
        tracing::error!(%error, "the session could not be ended");
        AppError::Unavailable
    })?;
    redirect(locale, "/personale/log-ind");
    Ok(())
}

/// The account whose password this is. Unknown names take as long as known ones.
#[cfg(feature = "ssr")]
async fn check_password(username: &str, password: String) -> AppResult<Result<StaffAccount, SignInProblem>> {
    let database = context().database;
    let account = accounts::find_by_username(database.read(), username).await?;
    let hash = account.as_ref().map(|account| account.password_hash.clone());
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
