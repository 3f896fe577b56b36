//! The job that offers times to those who wait.

use std::time::Duration;

use app::offer_free_times;
use app::server_side::{AppContext, Site};
use jiff::Timestamp;
use tokio::sync::watch;

/// How often it is looked for times that have become free.
const EVERY: Duration = Duration::from_secs(10);

/// Runs until `stop` changes. What fails is logged and tried again next time. Several servers may run it at once.
pub async fn run(context: AppContext, site: Site, mut stop: watch::Receiver<()>) {
    let mut timer = tokio::time::interval(EVERY);
    loop {
        tokio::select! {
            _ = timer.tick() => {
                if let Err(error) = offer_free_times(&context, &site, Timestamp::now()).await {
                    tracing::error!(%error, "free times could not be offered to those who wait");
                }
            }
            _ = stop.changed() => return,
        }
    }
}
