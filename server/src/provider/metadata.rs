use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use openidconnect::core::CoreClientAuthMethod;
use openidconnect::{IssuerUrl, ProviderMetadataWithLogout};

use super::{AuthType, Provider, ProviderError, http};

/// How long the provider's addresses and keys are believed.
const BELIEVED: Duration = Duration::from_hours(1);

/// How often they are asked for when a token does not fit them: whoever sends us tokens must not make us ask all the time.
const AT_MOST_EVERY: Duration = Duration::from_secs(30);

/// What the provider has told of itself, and when.
#[derive(Default)]
pub struct Metadata(Mutex<Option<(Instant, Arc<ProviderMetadataWithLogout>)>>);

impl Provider {
    /// What the provider tells of itself.
    pub(super) fn metadata(&self) -> Result<Arc<ProviderMetadataWithLogout>, ProviderError> {
        self.metadata_within(BELIEVED)
    }

    /// The same, with keys that it may have changed to in the meantime.
    pub(super) fn newer_metadata(&self) -> Result<Arc<ProviderMetadataWithLogout>, ProviderError> {
        self.metadata_within(AT_MOST_EVERY)
    }

    fn metadata_within(&self, age: Duration) -> Result<Arc<ProviderMetadataWithLogout>, ProviderError> {
        let known = self
            .metadata
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some((asked_at, metadata)) = known
            && asked_at.elapsed() < age
        {
            return Ok(metadata);
        }
        let issuer = IssuerUrl::new(self.config.issuer.as_str().to_owned())
            .map_err(|_| ProviderError::Unfit("its address"))?;
        let metadata = ProviderMetadataWithLogout::discover(&issuer, &http::client(&self.agent))
            .map_err(|_| ProviderError::Away)?;
        let metadata = Arc::new(metadata);
        *self.metadata.0.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((Instant::now(), Arc::clone(&metadata)));
        Ok(metadata)
    }
}

/// How we show our secret: in a header, unless the provider takes it in the body alone.
pub fn auth_type(metadata: &ProviderMetadataWithLogout) -> AuthType {
    match metadata.token_endpoint_auth_methods_supported() {
        Some(methods) if !methods.contains(&CoreClientAuthMethod::ClientSecretBasic) => AuthType::RequestBody,
        _ => AuthType::BasicAuth,
    }
}
