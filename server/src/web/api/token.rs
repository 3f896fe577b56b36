//! Programs that may do what staff may.

use app::server_side::{AppContext, now};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use domain::api_access::{ApiToken, Scope};
use domain::ids::LocationId;
use domain::oversight::SeenBy;
use store::api_tokens::{self, KeptToken};

use super::refusal::{Reason, Refusal};

/// A program that has sent a token in force.
pub struct Program(KeptToken);

impl Program {
    /// Refuses a program whose token was made without a scope.
    pub fn must_have(&self, scope: Scope) -> Result<(), Refusal> {
        if self.has(scope) {
            return Ok(());
        }
        let detail = format!("the token was made without the scope {scope}");
        Err(Refusal::because(Reason::Forbidden, detail))
    }

    /// Refuses a program whose token is not for a place.
    pub fn must_see(&self, location: &LocationId) -> Result<(), Refusal> {
        if self.0.workplaces.include(location) {
            return Ok(());
        }
        let detail = format!("the token is not for the place {location}");
        Err(Refusal::because(Reason::Forbidden, detail))
    }

    /// Who the access log says has seen what the program is shown.
    pub fn reader(&self) -> SeenBy {
        SeenBy::Token(self.0.id)
    }

    /// Whether the token was made with a scope.
    pub fn has(&self, scope: Scope) -> bool {
        self.0.scopes.contains(&scope)
    }
}

impl<S: Sync> FromRequestParts<S> for Program
where
    AppContext: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let context = AppContext::from_ref(state);
        let token = sent_token(&parts.headers).ok_or(Reason::TokenMissing)?;
        let kept = api_tokens::find(context.database.read(), &context.code_key, &token).await?;
        let kept = kept.ok_or(Reason::TokenMissing)?;
        api_tokens::note_use(context.database.write(), &kept, now()).await?;
        Ok(Self(kept))
    }
}

/// `Authorization: Bearer startlinje_…`, RFC 6750. The scheme's name is read in any case (RFC 9110, section 11.1).
fn sent_token(headers: &HeaderMap) -> Option<ApiToken> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let is_bearer = scheme.eq_ignore_ascii_case("bearer");
    is_bearer.then(|| ApiToken::parse(token.trim()))?
}
