//! Configuration: flags over environment over file over defaults.
//!
//! Every key can stand in the file (`data_dir = "…"`) and in the environment (`STARTLINJE_DATA_DIR`); those that differ from
//! one start to the next are flags as well (`--data-dir`). Unknown keys are refused, with the place they stand in. `DATABASE_URL` is read as well, as hosts set it.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use app::server_side::PublicUrl;
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::cli::Settings;
use crate::provider::OidcConfig;

/// The file that is read where none is named.
const DEFAULT_FILE: &str = "startlinje.toml";

/// Every setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Address to serve on. `127.0.0.1:3000`.
    pub addr: SocketAddr,
    /// Database: `sqlite://FILE` or `postgres://…`. Empty means `startlinje.db` in `data_dir`.
    pub database_url: String,
    /// Folder of courses, guides and pages. `content`.
    pub content: PathBuf,
    /// Folder for the embedded database and for messages that are not sent. `data`.
    pub data_dir: PathBuf,
    /// Folder of the built site. Empty means `site` beside the program, or `target/site`.
    pub site_root: PathBuf,
    /// Address for Prometheus metrics. Empty means none; never the public address.
    pub metrics_addr: Option<SocketAddr>,
    /// Where mail is handed over: `smtp://user:password@host:587?tls=required`. Empty means that messages land in `data_dir/mail`.
    pub smtp_url: String,
    /// Sender of mail: `Fjordby Kommune <noreply@fjordby.example>`.
    pub mail_from: String,
    /// Where SMS are handed over, by POST: `https://gatewayapi.example/rest/mtsms`. Empty means that they land in `data_dir/sms`.
    pub sms_url: String,
    /// What the SMS gateway knows us by.
    pub sms_token: String,
    /// Sender of SMS: a telephone number, which can be answered, or up to 11 letters, which cannot. `Startlinje`.
    pub sms_sender: String,
    /// What the SMS gateway signs answers with, which come to `/webhooks/sms`. Empty means that nobody reads answers.
    pub sms_webhook_secret: Option<WebhookSecret>,
    /// Where visitors find the front page: `https://digital.fjordby.dk`. It stands on paper and in QR codes. Empty means what
    /// the request's `Host` says.
    pub public_url: Option<PublicUrl>,
    /// By which those who work here may sign in, besides by password: the table `[oidc]`. In the environment a key of a table
    /// is written `STARTLINJE_OIDC__CLIENT_SECRET`.
    pub oidc: Option<OidcConfig>,
    /// The public address is https: send HSTS and mark cookies `Secure`.
    pub behind_tls: bool,
    /// Where `/was` leads: the accessibility statement. `/tilgaengelighed`.
    pub accessibility_statement: String,
    /// What is logged, in the form of tracing's `EnvFilter`. `info`.
    pub log: String,
    /// How it is logged.
    pub log_format: LogFormat,
}

/// A secret shared with the SMS gateway, long enough that nobody guesses it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebhookSecret(String);

/// Too short to be a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("write {SHORTEST_SECRET} characters or more, drawn at random")]
pub struct ShortSecret;

/// As many characters as a secret has at least.
const SHORTEST_SECRET: usize = 16;

impl WebhookSecret {
    /// As HMAC takes it.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl TryFrom<String> for WebhookSecret {
    type Error = ShortSecret;

    fn try_from(text: String) -> Result<Self, ShortSecret> {
        if text.len() >= SHORTEST_SECRET {
            Ok(Self(text))
        } else {
            Err(ShortSecret)
        }
    }
}

impl From<WebhookSecret> for String {
    fn from(secret: WebhookSecret) -> Self {
        secret.0
    }
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("WebhookSecret")
    }
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            addr: SocketAddr::from(([127, 0, 0, 1], 3000)),
            database_url: String::new(),
            content: "content".into(),
            data_dir: "data".into(),
            site_root: PathBuf::new(),
            metrics_addr: None,
            smtp_url: String::new(),
            mail_from: "Startlinje <noreply@startlinje.example>".into(),
            sms_url: String::new(),
            sms_token: String::new(),
            sms_sender: "Startlinje".into(),
            sms_webhook_secret: None,
            public_url: None,
            oidc: None,
            behind_tls: false,
            accessibility_statement: "/tilgaengelighed".into(),
            log: "info".into(),
            log_format: LogFormat::Text,
        }
    }
}

impl Config {
    /// Reads the configuration. A file that was named must exist; the default one need not.
    pub fn read(settings: &Settings) -> anyhow::Result<Self> {
        let file = match &settings.config {
            Some(file) => Toml::file_exact(file),
            None => Toml::file(DEFAULT_FILE),
        };
        let config: Self = Figment::from(Serialized::defaults(Self::default()))
            .merge(file)
            .merge(Env::prefixed("STARTLINJE_").ignore(&["config"]).split("__"))
            .merge(Env::raw().only(&["DATABASE_URL"]))
            .merge(Serialized::defaults(settings))
            .extract()
            .context("the configuration cannot be used")?;
        Ok(config.with_places())
    }

    /// Fills in what follows from other settings.
    fn with_places(mut self) -> Self {
        if self.database_url.is_empty() {
            self.database_url = format!("sqlite://{}", self.data_dir.join("startlinje.db").display());
        }
        if self.site_root.as_os_str().is_empty() {
            self.site_root = find_site();
        }
        self
    }
}

/// `site` beside the program or its folder (a release tarball, a cargo target folder), or `target/site`.
fn find_site() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let candidates = program
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join("site"));
    candidates
        .into_iter()
        .find(|site| site.is_dir())
        .unwrap_or_else(|| Path::new("target/site").to_owned())
}
