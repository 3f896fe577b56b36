use std::sync::Arc;

use app::server_side::{AppContext, PupilOfRequest, ReloadsOnSave, Site, SmsReplies, Transport};
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;
use tokio::sync::watch::Receiver;

use super::events::Listeners;
use super::live_reload::LiveReload;
use super::page_cache::PageCache;
use crate::config::Config;
use crate::live_content::ContentCell;
use crate::provider::Provider;

/// What the handlers share.
#[derive(Clone, FromRef)]
pub struct WebState {
    /// What every request stands on, but for the content: that is in the cell.
    #[from_ref(skip)]
    context: AppContext,
    #[from_ref(skip)]
    content: ContentCell,
    /// Where pages are to load themselves again when the content changes.
    #[from_ref(skip)]
    pub live_reload: Option<LiveReload>,
    #[from_ref(skip)]
    pub page_cache: PageCache,
    #[from_ref(skip)]
    pub listeners: Listeners,
    pub options: LeptosOptions,
    pub config: Arc<Config>,
    pub site: Site,
    /// By which those who work here may sign in.
    #[from_ref(skip)]
    pub provider: Option<Arc<Provider>>,
}

impl WebState {
    /// Finds the built site and joins it with what requests need.
    ///
    /// The names of the built files stand in `hash.txt` beside the program (or in the site, where a tarball has it).
    pub fn new(context: AppContext, config: Config) -> Self {
        let beside_program = std::env::current_exe()
            .ok()
            .and_then(|program| Some(program.parent()?.join("hash.txt")));
        let hash_file = beside_program
            .filter(|file| file.is_file())
            .unwrap_or_else(|| config.site_root.join("hash.txt"));
        let options = LeptosOptions::builder()
            .output_name("startlinje")
            .site_root(config.site_root.display().to_string())
            .site_addr(config.addr)
            .hash_files(hash_file.is_file())
            .hash_file(hash_file.display().to_string().into())
            .build();
        Self {
            content: ContentCell::new(Arc::clone(&context.library)),
            context,
            live_reload: None,
            page_cache: PageCache::default(),
            listeners: Listeners::default(),
            options,
            site: site(&config),
            provider: config.oidc.clone().map(|oidc| Arc::new(Provider::new(oidc))),
            config: Arc::new(config),
        }
    }

    /// Lets pages load themselves again when the content changes, until `stop` changes.
    #[must_use]
    pub fn with_live_reload(mut self, stop: Receiver<()>) -> Self {
        let content = self.content.clone();
        self.live_reload = Some(LiveReload { content, stop });
        self
    }

    /// Holds the content, which may be replaced while the server runs.
    pub fn content(&self) -> &ContentCell {
        &self.content
    }

    /// What a request stands on that comes now. It sees one state of the content to its end.
    pub fn context(&self) -> AppContext {
        AppContext {
            library: self.content.library(),
            ..self.context.clone()
        }
    }

    /// Gives server functions and pages what they stand on.
    pub fn provide(&self) {
        provide_context(self.context());
        provide_context(self.site.clone());
        provide_context(PupilOfRequest::default());
        if self.live_reload.is_some() {
            provide_context(ReloadsOnSave);
        }
    }
}

impl FromRef<WebState> for AppContext {
    fn from_ref(state: &WebState) -> Self {
        state.context()
    }
}

fn site(config: &Config) -> Site {
    Site {
        public_url: config.public_url.clone(),
        transport: if config.behind_tls {
            Transport::Tls
        } else {
            Transport::Plain
        },
        sms_replies: match config.sms_webhook_secret {
            Some(_) => SmsReplies::Read,
            None => SmsReplies::Unread,
        },
        provider: config.oidc.as_ref().map(|oidc| oidc.name.as_str().into()),
    }
}
