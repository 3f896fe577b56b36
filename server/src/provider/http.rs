//! The HTTP client that the provider is asked by.

use std::time::Duration;

use openidconnect::core::CoreErrorResponseType;
use openidconnect::{HttpRequest, HttpResponse, RequestTokenError, StandardErrorResponse};
use ureq::Agent;

use super::ProviderError;

/// How long the provider may take. Somebody waits for it.
const TIMEOUT: Duration = Duration::from_secs(5);

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 512 * 1024;

/// A client that goes where it is told and nowhere else: who redirects it could have it ask inside our own network.
pub fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(TIMEOUT))
        .http_status_as_error(false)
        .max_redirects(0)
        .build()
        .into()
}

/// The agent, as `openidconnect` calls it.
pub fn client(agent: &Agent) -> impl Fn(HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let agent = agent.clone();
    move |request| {
        let response = if request.body().is_empty() {
            agent.run(request.map(drop))?
        } else {
            agent.run(request)?
        };
        let (parts, mut body) = response.into_parts();
        let bytes = body.with_config().limit(LONGEST_ANSWER).read_to_vec()?;
        Ok(HttpResponse::from_parts(parts, bytes))
    }
}

/// What an exchange has failed by, without what was said.
pub fn failure(
    error: RequestTokenError<ureq::Error, StandardErrorResponse<CoreErrorResponseType>>,
) -> ProviderError {
    match error {
        RequestTokenError::Request(_) => ProviderError::Away,
        _ => ProviderError::Refused,
    }
}
