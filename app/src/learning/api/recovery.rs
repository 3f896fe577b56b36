//! Taking one's progress to another device, and forgetting it on a shared one.

use domain::learning::KeepPage;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::error::AppResult,
    crate::server_side::{
        RECOVERY, SHARED_COMPUTER, VISITOR, absolute_address, context, end_pupil, end_soon, now, pupil,
        qr_code, recall, redirect, remember, renew, session, visitor, visitor_or_new,
    },
    domain::cpr::hide_cpr,
    domain::ids::VisitorId,
    domain::learning::{CodeProblem, KeepNews, RecoveryCode},
    domain::pages::CODE_IN_ADDRESS,
    domain::pages::QrCode,
    rand::Rng,
    store::learning::{self, RedeemOutcome},
};

/// Where all of it stands.
#[cfg(feature = "ssr")]
const PATH: &str = "/laer/gem";

/// What the visitor can keep and what became of the latest try. **Permissions**: anyone; it is the visitor's own.
#[server(prefix = "/api", endpoint = "learning/keep", input = GetUrl)]
pub async fn keep(locale: Locale) -> Result<Reply<KeepPage>, AppError> {
    let session = session().await?;
    let news = recall(&session, RECOVERY).await?;
    Reply::of(&KeepPage {
        qr_code: scanned(news.as_ref(), locale)?,
        following: super::following::followed_by(&session).await?,
        has_progress: visitor(&session).await?.is_some(),
        shared_computer: recall(&session, SHARED_COMPUTER).await?.unwrap_or_default(),
        news,
    })
}

/// Makes a code for the visitor's progress and shows it once. **Permissions**: anyone; for the visitor's own progress.
#[server(prefix = "/api", endpoint = "learning/keep/code")]
pub async fn make_code(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let visitor = visitor_or_new(&session).await?;
    let code = new_code(visitor).await?;
    remember(&session, RECOVERY, &KeepNews::Code(code.to_string())).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Brings the progress here that a code leads to, and merges what is here into it. **Permissions**: whoever has the code.
#[server(prefix = "/api", endpoint = "learning/keep/redeem")]
pub async fn use_code(locale: Locale, #[server(default)] code: String) -> Result<(), AppError> {
    let session = session().await?;
    let news = match redeem(&code, visitor(&session).await?).await? {
        Ok((visitor, receipt)) => {
            renew(&session).await?;
            remember(&session, VISITOR, &visitor).await?;
            KeepNews::Merged(receipt)
        }
        Err(problem) => KeepNews::Problem {
            problem,
            typed: hide_cpr(&code).chars().take(100).collect(),
        },
    };
    remember(&session, RECOVERY, &news).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Says that others use this computer too: the session ends soon. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/keep/shared")]
pub async fn share_computer(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    remember(&session, SHARED_COMPUTER, &true).await?;
    end_soon(&session);
    redirect(locale, PATH);
    Ok(())
}

/// Forgets the visitor on this device. Progress that no code leads to is erased at once. **Permissions**: anyone; the visitor's
/// own.
#[server(prefix = "/api", endpoint = "learning/keep/forget")]
pub async fn forget_me(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    if pupil(&session).await?.is_some() {
        // A pupil's progress is erased with the class; here only the device forgets them.
        end_pupil(&session).await?;
        redirect(locale, "/klasse/slut");
        return Ok(());
    }
    if let Some(visitor) = visitor(&session).await? {
        let database = context().database;
        if !learning::has_code(database.read(), visitor).await? {
            learning::forget_visitor(database.write(), visitor).await?;
        }
    }
    session.flush().await.map_err(|error| {
        tracing::error!(%error, "the session could not be erased");
        AppError::Unavailable
    })?;
    redirect(locale, "/laer/glemt");
    Ok(())
}

/// A new code to be read by another device's camera.
#[cfg(feature = "ssr")]
fn scanned(news: Option<&KeepNews>, locale: Locale) -> AppResult<Option<QrCode>> {
    let Some(KeepNews::Code(code)) = news else {
        return Ok(None);
    };
    let address = absolute_address(&locale.path(PATH))?;
    qr_code(&format!("{address}{CODE_IN_ADDRESS}{code}")).map(Some)
}

#[cfg(feature = "ssr")]
async fn new_code(visitor: VisitorId) -> AppResult<RecoveryCode> {
    let context = context();
    loop {
        let code = RecoveryCode::from_random(rand::rng().random());
        let write = context.database.write();
        if learning::create_code(write, &context.code_key, visitor, &code, now()).await? {
            return Ok(code);
        }
    }
}

#[cfg(feature = "ssr")]
async fn redeem(
    typed: &str,
    own: Option<VisitorId>,
) -> AppResult<Result<(VisitorId, domain::learning::MergeReceipt), CodeProblem>> {
    let Ok(code) = RecoveryCode::parse(typed) else {
        return Ok(Err(CodeProblem::NotACode));
    };
    let context = context();
    let outcome = learning::redeem(&context.database, &context.code_key, &code, own, now()).await?;
    Ok(match outcome {
        RedeemOutcome::Redeemed { visitor, receipt } => Ok((visitor, receipt)),
        RedeemOutcome::Unknown => Err(CodeProblem::Unknown),
        RedeemOutcome::TooManyGuesses => Err(CodeProblem::TooMany),
    })
}
