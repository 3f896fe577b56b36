//! Where the installation is met from outside.

use std::fmt;
use std::sync::Arc;

use http::header::HOST;
use http::request::Parts;
use http::uri::{Scheme, Uri};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::error::{AppError, AppResult};

/// What the configuration says of the way that visitors take here.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Where visitors find us, if that has been said.
    pub public_url: Option<PublicUrl>,
    pub transport: Transport,
    pub sms_replies: SmsReplies,
    /// What people call the provider by which those who work here may sign in.
    pub provider: Option<Arc<str>>,
}

/// What becomes of an answer to an SMS.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SmsReplies {
    /// Nobody reads it.
    #[default]
    Unread,
    /// The gateway hands it over: AFLYS cancels.
    Read,
}

/// How requests travel to the reverse proxy, or to us where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Transport {
    #[default]
    Plain,
    Tls,
}

/// The address of the front page without its last slash: `https://digital.fjordby.dk`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PublicUrl(String);

/// Not the address of a whole site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("write the site's address without a path, such as https://digital.fjordby.dk")]
pub struct InvalidPublicUrl;

impl PublicUrl {
    /// Reads an address. A slash at its end is left out.
    pub fn parse(text: &str) -> Result<Self, InvalidPublicUrl> {
        let uri: Uri = text.parse().map_err(|_| InvalidPublicUrl)?;
        let is_web = [&Scheme::HTTP, &Scheme::HTTPS]
            .into_iter()
            .any(|scheme| uri.scheme() == Some(scheme));
        let is_whole = uri.path() == "/" && uri.query().is_none() && !text.contains('#');
        if !is_web || !is_whole || text.contains('@') {
            return Err(InvalidPublicUrl);
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = InvalidPublicUrl;

    fn try_from(text: String) -> Result<Self, InvalidPublicUrl> {
        Self::parse(&text)
    }
}

impl From<PublicUrl> for String {
    fn from(url: PublicUrl) -> Self {
        url.0
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Transport {
    /// What a cookie's attributes end with.
    pub fn cookie_attribute(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Tls => "; Secure",
        }
    }

    fn scheme(self) -> &'static str {
        match self {
            Self::Plain => "http",
            Self::Tls => "https",
        }
    }
}

impl Site {
    /// The whole address of one of our paths for messages, which nobody's request may have a say in: where it has not been
    /// said what it begins with, there is none.
    pub fn public_address(&self, path: &str) -> Option<String> {
        self.public_url.as_ref().map(|url| format!("{url}{path}"))
    }

    /// The whole address of one of our paths. Where nobody has said what it begins with, the request's `Host` does.
    pub fn address(&self, path: &str, host: Option<&str>) -> Option<String> {
        match (&self.public_url, host) {
            (Some(url), _) => Some(format!("{url}{path}")),
            (None, Some(host)) => Some(format!("{}://{host}{path}", self.transport.scheme())),
            (None, None) => None,
        }
    }
}

/// What the configuration says, for the request that is being answered.
///
/// # Panics
/// Outside a request.
pub fn site() -> Site {
    expect_context()
}

/// The whole address of a path that has its language in it already, as it is written on paper and into QR codes.
pub fn absolute_address(path: &str) -> AppResult<String> {
    let parts = use_context::<Parts>();
    let host = parts.as_ref().and_then(|parts| host(parts));
    site().address(path, host).ok_or(AppError::Invalid)
}

/// The name that the visitor's browser has for us.
fn host(parts: &Parts) -> Option<&str> {
    let header = parts.headers.get(HOST).and_then(|host| host.to_str().ok());
    header.or_else(|| parts.uri.authority().map(http::uri::Authority::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_a_whole_site() {
        for (text, written) in [
            ("https://digital.fjordby.dk", "https://digital.fjordby.dk"),
            ("https://digital.fjordby.dk/", "https://digital.fjordby.dk"),
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
        ] {
            assert_eq!(PublicUrl::parse(text).unwrap().to_string(), written);
        }
        for text in [
            "",
            "digital.fjordby.dk",
            "/laer",
            "ftp://fjordby.dk",
            "https://",
            "https://fjordby.dk/digital",
            "https://fjordby.dk?a",
            "https://fjordby.dk/#a",
            "https://user@fjordby.dk",
        ] {
            assert_eq!(PublicUrl::parse(text), Err(InvalidPublicUrl), "{text}");
        }
    }

    #[test]
    fn the_configuration_is_stronger_than_the_host() {
        let named = Site {
            public_url: PublicUrl::parse("https://fjordby.dk").ok(),
            ..Site::default()
        };
        let unnamed = Site {
            public_url: None,
            transport: Transport::Tls,
            ..Site::default()
        };
        let address = |site: &Site, host| site.address("/laer", host);
        assert_eq!(
            address(&named, Some("other.dk")).unwrap(),
            "https://fjordby.dk/laer"
        );
        assert_eq!(
            address(&unnamed, Some("other.dk")).unwrap(),
            "https://other.dk/laer"
        );
        assert_eq!(address(&unnamed, None), None);
    }
}
