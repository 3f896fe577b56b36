//! `startlinje serve`

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context as _;
use app::server_side::{AppContext, ScheduleCache};
use axum::Router;
use axum::serve::ListenerExt;
use store::{Database, cafe, classroom, desk, secrets, tutor};
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::migrate::connect_and_migrate;
use crate::config::Config;
use crate::jobs::Jobs;
use crate::live_content::{self, ContentCell};
use crate::post::Post;
use crate::waiting_list;
use crate::web::{Listeners, WebState, install_recorder, metrics_router, router};

/// When the content folder is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContentReading {
    AtStart,
    /// At the start and whenever a file in it changes, for authors.
    OnEveryChange,
}

/// Serves until the process is told to stop; what has been begun is ended first.
pub async fn serve(config: Config, reading: ContentReading) -> anyhow::Result<()> {
    let post = Post::new(&config)?;
    if let Some(oidc) = &config.oidc {
        oidc.secret().context("oidc.client_secret_file cannot be read")?;
    }
    let context = context(&config).await?;
    let database = context.database.clone();
    let (stop, stopped) = watch::channel(());
    tokio::spawn(stop_on_signal(stop));
    let mut state = WebState::new(context, config.clone());
    let jobs = Jobs {
        context: state.context(),
        site: state.site.clone(),
        post,
    };
    let jobs = tokio::spawn(jobs.run(stopped.clone()));
    let offers = tokio::spawn(waiting_list::run(
        state.context(),
        state.site.clone(),
        stopped.clone(),
    ));
    if let Some(addr) = config.metrics_addr {
        let metrics = metrics_router(install_recorder()?);
        tokio::spawn(listen(addr, metrics, stopped.clone()));
    }
    state.listeners = Listeners::until(stopped.clone());
    let relay = tokio::spawn(relay_changes(database.clone(), stopped.clone()));
    if reading == ContentReading::OnEveryChange {
        watch_content(state.content(), &config, &stopped);
        state = state.with_live_reload(stopped.clone());
    }
    listen(config.addr, router(state), stopped).await?;
    jobs.await.context("the background jobs ended badly")?;
    relay.await.context("listening to other servers ended badly")?;
    offers.await.context("the job of the waiting list ended badly")?;
    database.close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// Tells our own visitors what other servers on the database change.
async fn relay_changes(database: Database, mut stopped: watch::Receiver<()>) {
    let relays = async {
        tokio::join!(
            desk::relay_changes(&database),
            tutor::relay_changes(&database),
            cafe::relay_changes(&database),
            classroom::relay_changes(&database),
        )
    };
    tokio::select! {
        ((), (), (), ()) = relays => {}
        _ = stopped.changed() => {}
    }
}

fn watch_content(content: &ContentCell, config: &Config, stopped: &watch::Receiver<()>) {
    let folder = config.content.clone();
    tracing::info!(folder = %folder.display(), "the content is read again whenever a file changes");
    tokio::spawn(live_content::watch(content.clone(), folder, stopped.clone()));
}

/// Connects, migrates, and reads the content.
async fn context(config: &Config) -> anyhow::Result<AppContext> {
    let database = connect_and_migrate(config).await?;
    let code_key = code_key(&database).await?;
    Ok(AppContext {
        database,
        library: Arc::new(live_content::read(&config.content)?),
        schedule: Arc::new(ScheduleCache::default()),
        code_key,
    })
}

/// The key of the booking codes' hashes: made once, shared by every server on the database.
pub(super) async fn code_key(database: &Database) -> anyhow::Result<Arc<str>> {
    let generated = format!("{:032x}{:032x}", rand::random::<u128>(), rand::random::<u128>());
    Ok(
        secrets::get_or_create(database.write(), "booking-code-key", &generated)
            .await?
            .into(),
    )
}

async fn listen(addr: SocketAddr, router: Router, mut stopped: watch::Receiver<()>) -> anyhow::Result<()> {
    let listener = TcpListener::bind(addr)
        .await
        .with_context(|| format!("{addr} cannot be listened on"))?;
    tracing::info!("serving http://{}", listener.local_addr()?);
    // Without this a response waits some 40 ms for the client's acknowledgement of its first packet.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
    });
    let stop = async move {
        let _ = stopped.changed().await;
    };
    // Given to axum as it is, the router would be put together anew for each connection, in 1.5 MB of memory.
    axum::serve(listener, router.into_make_service())
        .with_graceful_shutdown(stop)
        .await
        .context("serving ended badly")
}

/// Ends everything on Ctrl-C or SIGTERM by dropping the sender.
async fn stop_on_signal(stop: watch::Sender<()>) {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => {
                tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
            }
            Err(_) => drop(interrupted.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
    tracing::info!("stopping");
    drop(stop);
}
