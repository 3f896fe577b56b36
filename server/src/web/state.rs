use std::sync::Arc;

use app::server_side::AppContext;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;

use crate::config::Config;

/// What the handlers share.
#[derive(Clone, FromRef)]
pub struct WebState {
    pub context: AppContext,
    pub options: LeptosOptions,
    pub config: Arc<Config>,
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
            context,
            options,
            config: Arc::new(config),
        }
    }

    /// Gives server functions and pages what they stand on.
    pub fn provide(&self) {
        provide_context(self.context.clone());
    }
}
