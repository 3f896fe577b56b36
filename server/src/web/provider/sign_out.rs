//! Out of the provider, which may also say by itself that somebody is out.

use app::server_side::{AppContext, SIGN_IN_ATTEMPT, Session, forget};
use axum::Form;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::locale::Locale;
use jiff::Timestamp;
use serde::Deserialize;
use store::provider as kept;
use store::sign_ins::{self, EndedByProvider};
use tokio::task::spawn_blocking;

use super::{SIGN_IN_PAGE, ask, our_address, pass_on};
use crate::provider::{Ended, ProviderError};
use crate::web::state::WebState;

/// Leads on to the provider's page for signing out. What is ours has ended before.
pub(super) async fn sign_out(
    State(state): State<WebState>,
    session: Session,
    headers: HeaderMap,
) -> Response {
    let _ = forget(&session, SIGN_IN_ATTEMPT).await;
    let back = our_address(&state, &headers, SIGN_IN_PAGE);
    let address = match back {
        Ok(back) => ask(&state, move |provider| provider.sign_out_address(back)).await,
        Err(problem) => Err(problem),
    };
    match address {
        Ok(Some(address)) => pass_on(&state, Locale::default(), &address),
        Ok(None) | Err(_) => Redirect::to(SIGN_IN_PAGE).into_response(),
    }
}

/// The provider's notice.
#[derive(Deserialize)]
pub(super) struct LogoutToken {
    logout_token: String,
}

/// 200 when whoever the provider names is signed out, 400 for a token that is not good, 503 when it may try again.
pub(super) async fn signed_out(State(state): State<WebState>, Form(form): Form<LogoutToken>) -> Response {
    let context = state.context();
    let now = Timestamp::now();
    let Some(provider) = state.provider.clone() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let issuer = provider.config.issuer.clone();
    let read = spawn_blocking(move || provider.read_logout_token(&form.logout_token, now)).await;
    let status = match read {
        Ok(Ok(ended)) => end(&context, issuer.as_str(), &ended).await,
        Ok(Err(ProviderError::Away)) | Err(_) => StatusCode::SERVICE_UNAVAILABLE,
        Ok(Err(error)) => {
            tracing::warn!(%error, "a sign-out was refused");
            StatusCode::BAD_REQUEST
        }
    };
    (status, [(CACHE_CONTROL, "no-store")]).into_response()
}

async fn end(context: &AppContext, issuer: &str, ended: &Ended) -> StatusCode {
    let key = &context.code_key;
    let hash = match ended {
        Ended::Session(sid) => sign_ins::session_hash(key, issuer, sid),
        Ended::Subject(subject) => kept::identity_hash(key, issuer, subject),
    };
    let ended = match ended {
        Ended::Session(_) => EndedByProvider::Session { hash: &hash },
        Ended::Subject(_) => EndedByProvider::Identity { hash: &hash },
    };
    match sign_ins::end_by_provider(context.database.write(), ended).await {
        Ok(_) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
