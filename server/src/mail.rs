//! Hands messages over to a mail server, or to a folder where none is set.

use std::path::PathBuf;

use anyhow::Context as _;
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use store::outbox::Message;

use crate::config::Config;

/// Where messages go.
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
            .build();
        Ok(Self::Smtp { transport, from })
    }

    /// Hands one message over.
    pub async fn send(&self, message: &Message) -> anyhow::Result<()> {
        match self {
            Self::Smtp { transport, from } => {
                transport.send(letter(message, from)?).await?;
            }
            Self::Folder { folder, from } => {
                tokio::fs::create_dir_all(folder).await?;
                let file = folder.join(format!("{:06}-{}.eml", message.id.0, message.kind));
                tokio::fs::write(file, letter(message, from)?.formatted()).await?;
            }
        }
        Ok(())
    }
}

fn letter(message: &Message, from: &Mailbox) -> anyhow::Result<lettre::Message> {
    let mut body = MultiPart::mixed().singlepart(SinglePart::plain(message.body_text.clone()));
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
        .from(from.clone())
        .to(message.recipient.parse()?)
        .subject(&message.subject)
        .multipart(body)?)
}
