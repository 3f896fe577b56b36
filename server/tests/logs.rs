//! What is logged of a request. What people typed is not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use support::TestServer;
use tracing_subscriber::EnvFilter;

mod support;

/// A log that can be read again.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// One test, so that nobody else's lines are in the log.
#[tokio::test]
async fn what_is_typed_into_a_money_tool_is_in_no_log() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new("debug"))
        .with_writer(move || writer.clone())
        .init();
    let mut visitor = TestServer::on_sqlite().await.visitor();
    for path in [
        "/penge/laan?beloeb=98765&rente=12&maaneder=12",
        "/penge/budget?indkomst=98765",
        "/penge/laan?beloeb=98765x",
    ] {
        assert!(visitor.get(path).await.status.is_success(), "{path}");
    }
    let text = log.text();
    assert!(text.contains("/penge/laan"), "requests are logged: {text}");
    assert!(!text.contains("98765"), "{text}");
}
