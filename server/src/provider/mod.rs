//! Signing in by an OpenID Connect provider: the code flow with PKCE.
//!
//! The crate `openidconnect` speaks with the provider and checks what it says; here is what it leaves to us: the HTTP client,
//! how long its keys are believed, and clocks that differ. Everything waits where it stands, so callers spawn a thread for it.
//! Nothing the provider writes is logged or shown, for it may be about somebody.

mod claims;
mod config;
mod http;
mod logout_token;
mod metadata;

use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreIdTokenClaims, CoreJwsSigningAlgorithm,
    CoreTokenResponse,
};
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthorizationCode, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, LogoutRequest, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    PostLogoutRedirectUrl, ProviderMetadataWithLogout, RedirectUrl, Scope, TokenResponse,
};
use thiserror::Error;
use ureq::Agent;

use self::logout_token::LogoutToken;
use self::metadata::Metadata;

pub use self::claims::Claims;
pub use self::config::{Issuer, NewAccounts, OidcConfig, Secret, UnfitIssuer};
pub use self::logout_token::Ended;

/// How far the provider's clock and ours may differ, in seconds.
const SKEW_SECONDS: i64 = 60;

/// How old a token may be that was just asked for, in seconds.
const FRESH_SECONDS: i64 = 10 * 60;

/// What tokens may be signed with. A secret that both sides know is not among them, nor is no signature.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider, with what is known of it.
pub struct Provider {
    pub config: OidcConfig,
    agent: Agent,
    metadata: Metadata,
}

/// Why the provider has not said who somebody is. The texts are the log's.
#[derive(Debug, Error)]
pub enum ProviderError {
    #[error("the provider does not answer")]
    Away,
    #[error("the provider refused the code")]
    Refused,
    #[error("the provider's token is not good: {0}")]
    Unfit(&'static str),
    #[error("the client's secret cannot be read")]
    Secret,
}

/// Somebody is sent to the provider.
pub struct SentOff {
    pub url: String,
    /// What must come back.
    pub state: String,
    /// What must stand in the token.
    pub nonce: String,
    /// What proves that the code is ours.
    pub verifier: String,
}

/// Somebody has come back.
pub struct CameBack {
    pub code: String,
    pub nonce: String,
    pub verifier: String,
}

impl Provider {
    pub fn new(config: OidcConfig) -> Self {
        Self {
            config,
            agent: http::agent(),
            metadata: Metadata::default(),
        }
    }

    /// Where somebody is sent, who is to come back to `redirect`.
    pub fn send_off(&self, redirect: &str) -> Result<SentOff, ProviderError> {
        let client = self.client(&*self.metadata()?, redirect)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let scopes = self.config.scopes.iter().cloned().map(Scope::new);
        let mut request = client
            .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
            .add_scopes(scopes)
            .set_pkce_challenge(challenge);
        for assurance in &self.config.rules.enough_assurance {
            request = request.add_auth_context_value(AuthenticationContextClass::new(assurance.clone()));
        }
        let (url, state, nonce) = request.url();
        Ok(SentOff {
            url: url.into(),
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        })
    }

    /// Who has come back to `redirect`.
    pub fn receive(
        &self,
        came_back: CameBack,
        redirect: &str,
        now: Timestamp,
    ) -> Result<Claims, ProviderError> {
        let client = self.client(&*self.metadata()?, redirect)?;
        let response: CoreTokenResponse = client
            .exchange_code(AuthorizationCode::new(came_back.code))
            .map_err(|_| ProviderError::Unfit("it has no address for tokens"))?
            .set_pkce_verifier(PkceCodeVerifier::new(came_back.verifier))
            .request(&http::client(&self.agent))
            .map_err(http::failure)?;
        let token = response.id_token().ok_or(ProviderError::Unfit("there is none"))?;
        let nonce = Nonce::new(came_back.nonce);
        if verify(&client, token, &nonce, now).is_err() {
            // It may be signed with a key that is newer than what we know.
            let client = self.client(&*self.newer_metadata()?, redirect)?;
            verify(&client, token, &nonce, now)?;
        }
        Claims::of(&token.to_string())
    }

    /// Where somebody signs out of the provider, if it has such a page, and comes back to `back`.
    pub fn sign_out_address(&self, back: String) -> Result<Option<String>, ProviderError> {
        let metadata = self.metadata()?;
        let Some(address) = metadata.additional_metadata().end_session_endpoint.clone() else {
            return Ok(None);
        };
        let mut request =
            LogoutRequest::from(address).set_client_id(ClientId::new(self.config.client_id.clone()));
        if let Ok(back) = PostLogoutRedirectUrl::new(back) {
            request = request.set_post_logout_redirect_uri(back);
        }
        Ok(Some(request.http_get_url().into()))
    }

    /// Whose sign-ins the provider ends.
    pub fn read_logout_token(&self, token: &str, now: Timestamp) -> Result<Ended, ProviderError> {
        let token = LogoutToken::read(token, &self.config, now)?;
        token
            .ended(self.metadata()?.jwks())
            .or_else(|_| token.ended(self.newer_metadata()?.jwks()))
    }

    fn client(&self, metadata: &ProviderMetadataWithLogout, redirect: &str) -> Result<Client, ProviderError> {
        let secret = self.config.secret().map_err(|_| ProviderError::Secret)?;
        let id = ClientId::new(self.config.client_id.clone());
        let redirect =
            RedirectUrl::new(redirect.to_owned()).map_err(|_| ProviderError::Unfit("our own address"))?;
        let client = CoreClient::from_provider_metadata(metadata.clone(), id, secret.map(ClientSecret::new));
        Ok(client
            .set_auth_type(metadata::auth_type(metadata))
            .set_redirect_uri(redirect))
    }
}

/// Whether the provider has signed the token, for us, just now, and for this sign-in.
fn verify<'a>(
    client: &Client,
    token: &'a CoreIdToken,
    nonce: &Nonce,
    now: Timestamp,
) -> Result<&'a CoreIdTokenClaims, ProviderError> {
    let moment = |seconds| chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    let oldest = moment(now.as_second() - FRESH_SECONDS);
    let newest = moment(now.as_second() + SKEW_SECONDS);
    let verifier = client
        .id_token_verifier()
        .set_allowed_algs(SIGNATURES)
        .set_time_fn(move || moment(now.as_second() - SKEW_SECONDS))
        .set_issue_time_verifier_fn(move |issued| {
            let is_fresh = oldest <= issued && issued <= newest;
            is_fresh.then_some(()).ok_or_else(|| "not issued now".to_owned())
        });
    token
        .claims(&verifier, nonce)
        .map_err(|_| ProviderError::Unfit("signature, time, audience or nonce"))
}
