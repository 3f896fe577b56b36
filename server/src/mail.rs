//! Hands mail over to a mail server, or to a folder where none is set.

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use domain::messages::DeliveryProblem;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use store::outbox::Message;

use crate::config::Config;
use crate::post::Undelivered;

/// How long a mail server may take. A message is left to its sender for much longer: see [`store::outbox::LEASE_SECONDS`].
const TIMEOUT: Duration = Duration::from_secs(20);

/// What a mail server answers when there is no such mailbox: RFC 5321, 4.2.3, and RFC 7504. Other refusals, such as a wrong
/// password of ours, are no fault of the recipient's, and are tried again.
const NO_SUCH_MAILBOX: [u16; 4] = [550, 551, 553, 556];

/// Where mail goes.
pub enum Mailer {
    /// To a mail server.
    Smtp {
        transport: AsyncSmtpTransport<Tokio1Executor>,
        from: Mailbox,
    },
    /// To files, for a demonstration and for development.
    Folder { folder: PathBuf, from: Mailbox },
}

impl Mailer {
    /// The mail server of the configuration, or the folder `mail` in the data folder.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let from = config
            .mail_from
            .parse()
            .context("mail_from: write `Name <address>`")?;
        if config.smtp_url.is_empty() {
            let folder = config.data_dir.join("mail");
            tracing::warn!(folder = %folder.display(), "smtp_url is not set: messages are written to a folder");
            return Ok(Self::Folder { folder, from });
        }
        // The address may hold a password: the cause is not passed on.
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.smtp_url)
            .map_err(|_| {
                anyhow::anyhow!(
                    "smtp_url: write smtp://user:password@host:587?tls=required or smtps://user:password@host"
                )
            })?
            .timeout(Some(TIMEOUT))
            .build();
        Ok(Self::Smtp { transport, from })
    }

    /// Hands one mail over.
    pub async fn send(&self, message: &Message) -> Result<(), Undelivered> {
        match self {
            Self::Smtp { transport, from } => {
                transport
                    .send(mail(message, from)?)
                    .await
                    .map_err(|error| undelivered(&error))?;
            }
            Self::Folder { folder, from } => {
                let file = folder.join(format!("{:06}-{}.eml", message.id.0, message.kind));
                let mail = mail(message, from)?.formatted();
                tokio::fs::create_dir_all(folder).await?;
                tokio::fs::write(file, mail).await?;
            }
        }
        Ok(())
    }
}

fn undelivered(error: &smtp::Error) -> Undelivered {
    let code = error.status().map(u16::from);
    let problem = match code {
        Some(code) if NO_SUCH_MAILBOX.contains(&code) => DeliveryProblem::Refused,
        _ => DeliveryProblem::Unreachable,
    };
    Undelivered {
        problem,
        cause: error.to_string(),
    }
}

/// A mail that cannot be written has an address that cannot be used.
fn mail(message: &Message, from: &Mailbox) -> Result<lettre::Message, Undelivered> {
    written(message, from).map_err(|error| Undelivered {
        problem: DeliveryProblem::Refused,
        cause: error.to_string(),
    })
}

fn written(message: &Message, from: &Mailbox) -> anyhow::Result<lettre::Message> {
    let mut body = MultiPart::mixed().multipart(text(message));
    if let Some(attachment) = &message.attachment {
        // Mail programs act on the method that is said outside too.
        let method = if attachment.text.contains("\r\nMETHOD:CANCEL\r\n") {
            "CANCEL"
        } else {
            "PUBLISH"
        };
        let kind = ContentType::parse(&format!("text/calendar; charset=utf-8; method={method}"))?;
        body = body.singlepart(Attachment::new(attachment.name.clone()).body(attachment.text.clone(), kind));
    }
    Ok(lettre::Message::builder()
        .message_id(Some(message_id(message, from)))
        .header(AutoSubmitted)
        .from(from.clone())
        .to(message.recipient.parse()?)
        .subject(&message.subject)
        .multipart(body)?)
}

/// What mail programs know a message by. It is the same at every attempt, so whoever gets it twice (a mail server may take it and
/// be gone before it says so) is shown it once by programs that look.
fn message_id(message: &Message, from: &Mailbox) -> String {
    let (Message { id, created_at, .. }, domain) = (message, from.email.domain());
    format!("<{}.{created_at}.startlinje@{domain}>", id.0)
}

/// Says that nobody wrote it by hand, so that no holiday's answer comes back (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// As plain text, and as HTML for those who can show it: of alternatives the last one is the best.
fn text(message: &Message) -> MultiPart {
    let plain = MultiPart::alternative().singlepart(SinglePart::plain(message.body_text.clone()));
    match &message.body_html {
        Some(html) => plain.singlepart(SinglePart::html(html.clone())),
        None => plain,
    }
}
