//! How many queries a page costs. A page that asks more than it must is slow on the day when everybody comes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use support::{TestServer, Visitor};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

mod support;

/// Counts the statements that the driver reports.
#[derive(Clone, Default)]
struct Statements(Arc<AtomicUsize>);

impl<S: Subscriber> Layer<S> for Statements {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut query = IsQuery(false);
        event.record(&mut query);
        if event.metadata().target() == "sqlx::query" && query.0 {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// Whether a statement asks or changes something. Opening a connection has statements too (`PRAGMA`), and when that happens
/// is the pool's affair.
struct IsQuery(bool);

impl Visit for IsQuery {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "summary" {
            let summary = format!("{value:?}");
            let summary = summary.trim_start_matches('"');
            self.0 = ["SELECT", "INSERT", "UPDATE", "DELETE"]
                .iter()
                .any(|verb| summary.starts_with(verb));
        }
    }
}

impl Statements {
    async fn of(&self, visitor: &mut Visitor, page: &str) -> usize {
        let before = self.0.load(Ordering::SeqCst);
        assert!(visitor.get(page).await.status.is_success(), "{page}");
        self.0.load(Ordering::SeqCst) - before
    }
}

/// One test, so that nobody else's queries are counted.
#[tokio::test]
async fn a_page_asks_no_more_than_it_must() {
    let statements = Statements::default();
    tracing_subscriber::registry()
        .with(statements.clone())
        .with(EnvFilter::new("sqlx=trace"))
        .init();
    let server = TestServer::on_sqlite().await;

    // Everybody's pages as they are made: the schedule's version for the help band, and again where the page itself needs the
    // schedule. A cookie keeps what is made for all strangers at once from being given out.
    let mut stranger = server.visitor();
    stranger.cookie = Some("startlinje-text-size=large".to_owned());
    // The first visits also open connections and read the schedule.
    for page in ["/", "/tid/mitid", "/tid/mitid", "/tid/mitid/borgerservice"] {
        stranger.get(page).await;
    }
    for (page, queries) in [
        ("/", 1),
        ("/laer", 1),
        ("/laer/digital-post", 2),
        ("/laer/digital-post/hvad-er-det/hvem-skriver", 2),
        ("/lektier", 1),
        ("/lektier/broeker-5-klasse", 2),
        ("/penge/laan", 1),
        // When the next course begins.
        ("/tid", 3),
        // What is taken at each of the three places.
        ("/tid/mitid/borgerservice", 3),
        ("/tid/mitid", 3),
        ("/tid/mitid/foerst", 3),
        ("/tid/mitid/borgerservice/maaned", 3),
    ] {
        assert_eq!(
            statements.of(&mut stranger, page).await,
            queries,
            "queries of {page}"
        );
    }

    // A page that has been made for a stranger is looked at for one thing: whether the schedule is still the same.
    for page in ["/laer/digital-post", "/en/lektier/broeker-5-klasse"] {
        server.visitor().get(page).await;
        assert_eq!(
            statements.of(&mut server.visitor(), page).await,
            1,
            "{page} again"
        );
    }

    // Somebody whose progress is kept: the session and the progress besides; in the catalogue what is due in Genopfrisk, for a
    // course the goals of its lessons.
    let mut learner = server.visitor();
    let step = [
        ("course", "digital-post"),
        ("step", "hvem-skriver"),
        ("locale", "da"),
    ];
    learner.post("/api/learning/advance", &step).await;
    assert_eq!(statements.of(&mut learner, "/laer").await, 4);
    assert_eq!(statements.of(&mut learner, "/laer/digital-post").await, 5);
    assert_eq!(statements.of(&mut learner, "/laer/genopfrisk").await, 4);

    // Another device of somebody who has become the learner: their old number is followed within the same queries.
    let mut phone = server.visitor();
    phone.post("/api/learning/advance", &step).await;
    let mut tablet = server.visitor();
    tablet.redeem(&phone.recovery_code().await).await;
    phone.redeem(&learner.recovery_code().await).await;
    assert_eq!(statements.of(&mut tablet, "/laer").await, 4);
    assert_eq!(statements.of(&mut tablet, "/laer/digital-post").await, 5);
    assert_eq!(statements.of(&mut tablet, "/laer/genopfrisk").await, 4);
}
