//! Hands SMS over to a gateway, or to a folder where none is set.
//!
//! The gateway takes a POST of JSON with a bearer token, as Danish providers do: a sender, a message, and recipients with
//! their numbers as digits after the country's code.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use axum::http::Uri;
use domain::messages::DeliveryProblem;
use serde::Serialize;
use store::outbox::Message;
use ureq::Agent;

use crate::config::Config;
use crate::post::Undelivered;

/// How long the gateway may take.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Denmark's country code: numbers without one are Danish.
const DENMARK: &str = "45";

/// What a gateway answers when it will never take this message. Other refusals are about us (a token that is not accepted)
/// or about the moment, and are tried again.
const WRONG_RECIPIENT: [u16; 2] = [400, 422];

/// Where SMS go.
pub enum SmsGateway {
    /// To a gateway.
    Http {
        agent: Agent,
        url: String,
        token: String,
        sender: String,
    },
    /// To files, for a demonstration and for development.
    Folder { folder: PathBuf },
}

/// What the gateway is sent.
#[derive(Serialize)]
struct Request<'a> {
    sender: &'a str,
    message: &'a str,
    /// The usual alphabet leaves out Arabic.
    encoding: &'static str,
    recipients: [Recipient; 1],
    /// The message's number, so that the gateway can tell one that it has had before.
    userref: String,
}

#[derive(Serialize)]
struct Recipient {
    msisdn: u64,
}

impl SmsGateway {
    /// The gateway of the configuration, or the folder `sms` in the data folder.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        if config.sms_url.is_empty() {
            let folder = config.data_dir.join("sms");
            tracing::warn!(folder = %folder.display(), "sms_url is not set: SMS are written to a folder");
            return Ok(Self::Folder { folder });
        }
        let uri: Uri = config.sms_url.parse().context("sms_url: write an address")?;
        ensure!(
            matches!(uri.scheme_str(), Some("https" | "http")),
            "sms_url: write https://…"
        );
        let settings = Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .http_status_as_error(false)
            .build();
        Ok(Self::Http {
            agent: settings.into(),
            url: config.sms_url.clone(),
            token: config.sms_token.clone(),
            sender: config.sms_sender.clone(),
        })
    }

    /// Hands one SMS over.
    pub async fn send(&self, message: &Message) -> Result<(), Undelivered> {
        match self {
            Self::Http { .. } => self.post(message).await,
            Self::Folder { folder } => {
                let file = folder.join(format!("{:06}-{}.txt", message.id.0, message.kind));
                let text = format!("{}\n{}\n", message.recipient, message.body_text);
                tokio::fs::create_dir_all(folder).await?;
                Ok(tokio::fs::write(file, text).await?)
            }
        }
    }

    async fn post(&self, message: &Message) -> Result<(), Undelivered> {
        let Self::Http {
            agent,
            url,
            token,
            sender,
        } = self
        else {
            return Ok(());
        };
        let body = serde_json::to_vec(&request(sender, message)?).map_err(std::io::Error::from)?;
        let post = agent
            .post(url)
            .header("Authorization", format!("Bearer {token}"))
            .content_type("application/json");
        // The client waits where it stands; the server must not.
        let sent = tokio::task::spawn_blocking(move || post.send(&body[..]))
            .await
            .map_err(std::io::Error::from)?;
        let status = sent.map_err(|error| unreachable(&error))?.status().as_u16();
        outcome(status)
    }
}

fn outcome(status: u16) -> Result<(), Undelivered> {
    let problem = match status {
        200..=299 => return Ok(()),
        status if WRONG_RECIPIENT.contains(&status) => DeliveryProblem::Refused,
        _ => DeliveryProblem::Unreachable,
    };
    Err(Undelivered {
        problem,
        cause: format!("the SMS gateway answered {status}"),
    })
}

fn unreachable(error: &ureq::Error) -> Undelivered {
    Undelivered {
        problem: DeliveryProblem::Unreachable,
        cause: error.to_string(),
    }
}

fn request<'a>(sender: &'a str, message: &'a Message) -> Result<Request<'a>, Undelivered> {
    let msisdn = msisdn(&message.recipient).ok_or_else(|| Undelivered {
        problem: DeliveryProblem::Refused,
        cause: "not a telephone number".into(),
    })?;
    Ok(Request {
        sender,
        message: &message.body_text,
        encoding: encoding(&message.body_text),
        recipients: [Recipient { msisdn }],
        userref: message.id.0.to_string(),
    })
}

/// A number as gateways write it: digits, beginning with the country's.
fn msisdn(number: &str) -> Option<u64> {
    match number.strip_prefix('+') {
        Some(foreign) => foreign.parse().ok(),
        None => format!("{DENMARK}{number}").parse().ok(),
    }
}

fn encoding(text: &str) -> &'static str {
    // Latin letters have their place in the SMS alphabet, or one that they are written as.
    if text.chars().all(|character| character <= '\u{ff}') {
        "UTF8"
    } else {
        "UCS2"
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::http::{HeaderMap, StatusCode};
    use axum::routing::post;
    use domain::messages::Channel;
    use store::Database;
    use store::outbox::{self, NewMessage};

    use super::*;

    #[test]
    fn numbers_have_their_countrys_code() {
        assert_eq!(msisdn("12345678"), Some(4512345678));
        assert_eq!(msisdn("+46701234567"), Some(46701234567));
        assert_eq!(msisdn("bo@example.dk"), None);
    }

    #[test]
    fn other_letters_are_sent_as_they_are() {
        assert_eq!(encoding("Æblegrød kl. 10"), "UTF8");
        assert_eq!(encoding("موعدك"), "UCS2");
    }

    #[tokio::test]
    async fn the_gateway_gets_the_text_the_number_and_our_token() {
        let (asked, mut seen) = tokio::sync::mpsc::unbounded_channel();
        let answer = async move |headers: HeaderMap, body: String| {
            asked.send((headers["authorization"].clone(), body)).unwrap();
            StatusCode::CREATED
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let config = Config {
            sms_url: format!("http://{}/rest/mtsms", listener.local_addr().unwrap()),
            sms_token: "nogle-42".into(),
            sms_sender: "4510203040".into(),
            ..Config::default()
        };
        let router = Router::new().route("/rest/mtsms", post(answer));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let gateway = SmsGateway::new(&config).unwrap();
        gateway.send(&message("12345678").await).await.unwrap();
        let (token, body) = seen.recv().await.unwrap();
        assert_eq!(token, "Bearer nogle-42");
        let expected = serde_json::json!({
            "sender": "4510203040",
            "message": "Æbler, kl. 10",
            "encoding": "UTF8",
            "recipients": [{"msisdn": 4512345678_u64}],
            "userref": "1",
        });
        let body: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body, expected);

        let refused = gateway.send(&message("ikke et nummer").await).await.unwrap_err();
        assert_eq!(refused.problem, DeliveryProblem::Refused);
    }

    #[tokio::test]
    async fn a_gateway_that_is_away_is_unreachable() {
        let config = Config {
            sms_url: "http://127.0.0.1:9".into(),
            ..Config::default()
        };
        let gateway = SmsGateway::new(&config).unwrap();
        let away = gateway.send(&message("12345678").await).await.unwrap_err();
        assert_eq!(away.problem, DeliveryProblem::Unreachable);
    }

    /// An SMS as it comes out of the outbox.
    async fn message(recipient: &str) -> Message {
        let folder = tempfile::TempDir::new().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        let database = Database::connect(&url).await.unwrap();
        migration::migrate(database.write()).await.unwrap();
        let new = NewMessage {
            channel: Channel::Sms,
            kind: "test".into(),
            recipient: recipient.into(),
            subject: String::new(),
            body_text: "Æbler, kl. 10".into(),
            body_html: None,
            attachment: None,
            expires_at: None,
        };
        let now = jiff::Timestamp::now();
        outbox::enqueue(database.write(), &new, now).await.unwrap();
        outbox::due(database.read(), now, 1).await.unwrap().remove(0)
    }

    #[test]
    fn only_what_is_wrong_for_good_is_given_up() {
        let problem = |status| outcome(status).err().map(|undelivered| undelivered.problem);
        assert_eq!(problem(200), None);
        assert_eq!(problem(422), Some(DeliveryProblem::Refused));
        for status in [401, 403, 429, 500, 503] {
            assert_eq!(problem(status), Some(DeliveryProblem::Unreachable), "{status}");
        }
    }
}
