//! "Det kan du nu", printed or sent.

use domain::locale::Locale;
use domain::tutor::LearnedPage;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::mail::learned_mail,
    super::seat::{KeptSeat, must_be_seated},
    super::views::learned,
    crate::error::AppResult,
    crate::server_side::{TUTOR_SEND_ATTEMPT, context, forget, now, recall, redirect, remember, session},
    domain::contact::EmailAddress,
    domain::cpr::hide_cpr,
    domain::tutor::SendAttempt,
    store::tutor::{self, HandoutClaim},
    store::{StoreError, outbox},
};

/// Where it stands.
#[cfg(feature = "ssr")]
const PATH: &str = "/sammen/kan-nu";

/// What the two have gone through together. **Permissions**: whoever took part, on either side.
#[server(prefix = "/api", endpoint = "tutor/learned", input = GetUrl)]
pub async fn learned_together(locale: Locale) -> Result<Reply<LearnedPage>, AppError> {
    let session = session().await?;
    let (kept, pairing) = must_be_seated(&session).await?;
    let attempt = recall(&session, TUTOR_SEND_ATTEMPT).await?;
    Reply::of(&LearnedPage {
        attempt,
        ..learned(&kept, &pairing, locale).await?
    })
}

/// Sends it to the citizen's own address, once. The address is in the message alone, and goes with it. **Permissions**: the
/// citizen who took part.
#[server(prefix = "/api", endpoint = "tutor/send")]
pub async fn send_learned(locale: Locale, #[server(default)] email: String) -> Result<(), AppError> {
    let session = session().await?;
    let (kept, pairing) = must_be_seated(&session).await?;
    let attempt = match EmailAddress::parse(&email) {
        Ok(address) => {
            let page = learned(&kept, &pairing, locale).await?;
            send(&kept, &page, &address, locale).await?
        }
        Err(_) => Some(SendAttempt::NotAnAddress(
            hide_cpr(&email).chars().take(100).collect(),
        )),
    };
    match attempt {
        Some(attempt) => remember(&session, TUTOR_SEND_ATTEMPT, &attempt).await?,
        None => forget(&session, TUTOR_SEND_ATTEMPT).await?,
    }
    redirect(locale, PATH);
    Ok(())
}

/// The claim and the message stand or fall together.
#[cfg(feature = "ssr")]
async fn send(
    kept: &KeptSeat,
    page: &LearnedPage,
    address: &EmailAddress,
    locale: Locale,
) -> AppResult<Option<SendAttempt>> {
    if page.steps.is_empty() {
        return Ok(None);
    }
    let transaction = context().database.begin().await?;
    match tutor::claim_handout(&transaction, kept.seat(), now()).await? {
        HandoutClaim::Yours => {}
        HandoutClaim::NotNow => return Ok(None),
        HandoutClaim::TooMany => return Ok(Some(SendAttempt::TooMany)),
    }
    let mail = learned_mail(page, address.as_str().to_owned(), locale, now());
    outbox::enqueue(&transaction, &mail, now()).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(None)
}
