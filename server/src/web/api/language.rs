//! The language of an answer.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use domain::locale::Locale;

/// The language that a program wants its texts in: the best of `Accept-Language` that we have, or Danish.
#[derive(Debug, Clone, Copy)]
pub struct Language(pub Locale);

impl Language {
    /// What a request asks for.
    pub fn of(headers: &HeaderMap) -> Self {
        let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self(wanted.and_then(preferred).unwrap_or_default())
    }

    /// As `Content-Language` has it.
    pub fn header(self) -> HeaderValue {
        HeaderValue::from_static(self.0.tag())
    }
}

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

/// The language with the highest weight, the first of several (RFC 9110, section 12.5.4). `None` when none is ours.
fn preferred(header: &str) -> Option<Locale> {
    let mut best: Option<(f32, Locale)> = None;
    for range in header.split(',') {
        let Some((weight, locale)) = weighed(range) else {
            continue;
        };
        if weight > best.map_or(0.0, |(best, _)| best) {
            best = Some((weight, locale));
        }
    }
    best.map(|(_, locale)| locale)
}

/// `en-GB;q=0.8` as a weight and a language of ours.
fn weighed(range: &str) -> Option<(f32, Locale)> {
    let (tag, weight) = match range.split_once(";q=") {
        Some((tag, weight)) => (tag, weight.trim().parse().ok()?),
        None => (range, 1.0),
    };
    let language = tag.trim().split('-').next()?.to_ascii_lowercase();
    Some((weight, Locale::from_tag(&language)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_with_the_highest_weight_is_taken() {
        for (header, locale) in [
            ("en", Some(Locale::En)),
            ("AR-sy, da;q=0.5", Some(Locale::Ar)),
            ("de, en;q=0.2, da;q=0.9", Some(Locale::Da)),
            ("de, fr", None),
            ("en;q=0", None),
            ("en;q=høj", None),
            ("", None),
        ] {
            assert_eq!(preferred(header), locale, "{header}");
        }
    }
}
