//! A whole server in the test's own process, on a database of its own.

#![allow(dead_code, reason = "each test program uses its part")]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock};

use app::password;
use app::server_side::{AppContext, ScheduleCache};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, Response, StatusCode};
use content::Library;
use domain::appointments::{Schedule, ScheduleDocument};
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use jiff::civil::date;
use server::config::Config;
use server::web::{WebState, router};
use store::staff::{self, NewStaff};
use store::{ConnectionTrait, Database, schedules};
use tempfile::TempDir;
use tower::ServiceExt;

/// The installation's key.
pub const CODE_KEY: &str = "the key of the tests";

/// The checkout's content folder.
pub fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

/// The demonstration municipality.
pub fn demo_schedule() -> Schedule {
    let text = std::fs::read_to_string(content_folder().join("demo/fjordby.json")).unwrap();
    let document: ScheduleDocument = serde_json::from_str(&text).unwrap();
    Schedule::try_from(document).unwrap()
}

/// Runs a test on SQLite and on PostgreSQL. In CI a missing PostgreSQL fails.
pub async fn on_both_databases<F: Future<Output = ()>>(test: impl Fn(TestServer) -> F) {
    test(TestServer::on_sqlite().await).await;
    if let Ok(url) = std::env::var("TEST_DATABASE_URL") {
        test(TestServer::on_postgres(&url).await).await;
        return;
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "TEST_DATABASE_URL is not set: a missing PostgreSQL fails in CI"
    );
    eprintln!("PostgreSQL was skipped: TEST_DATABASE_URL is not set");
}

/// A server that answers without a network.
pub struct TestServer {
    pub database: Database,
    /// What requests stand on, for jobs that run without one.
    pub context: AppContext,
    router: Router,
    folder: TempDir,
}

impl TestServer {
    pub async fn on_sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        Self::start(&url, folder).await
    }

    /// A server of another content folder than the checkout's.
    pub async fn with_content(content: &Path) -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        Self::start_with(&url, folder, content).await
    }

    async fn on_postgres(admin_url: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "server_{}_{}",
            std::process::id(),
            NUMBER.fetch_add(1, Ordering::Relaxed)
        );
        let admin = Database::connect(admin_url).await.unwrap();
        admin
            .write()
            .execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await
            .unwrap();
        let (server, _) = admin_url.rsplit_once('/').unwrap();
        Self::start(&format!("{server}/{name}"), TempDir::new().unwrap()).await
    }

    async fn start(url: &str, folder: TempDir) -> Self {
        Self::start_with(url, folder, &content_folder()).await
    }

    async fn start_with(url: &str, folder: TempDir, texts: &Path) -> Self {
        // What the server logs is shown with the test that fails.
        let _ = tracing_subscriber::fmt()
            .with_test_writer()
            .with_max_level(tracing::Level::WARN)
            .try_init();
        let database = Database::connect(url).await.unwrap();
        migration::migrate(database.write()).await.unwrap();
        schedules::import(database.write(), &demo_schedule(), Timestamp::now())
            .await
            .unwrap();
        let context = AppContext {
            database: database.clone(),
            library: Arc::new(Library::load(texts, date(2026, 11, 21)).library),
            schedule: Arc::new(ScheduleCache::default()),
            code_key: CODE_KEY.into(),
        };
        let router = router(WebState::new(context.clone(), Config::default()));
        Self {
            database,
            context,
            router,
            folder,
        }
    }

    /// Somebody at another server on the same database, which is configured in its own way.
    pub fn visitor_where(&self, config: Config) -> Visitor {
        Visitor {
            router: router(WebState::new(self.context.clone(), config)),
            cookie: None,
        }
    }

    /// An answer whose body may never end.
    pub async fn open(&self, path: &str) -> Response<Body> {
        let request = Request::get(path)
            .header("host", "localhost")
            .header("accept-encoding", "br, gzip")
            .body(Body::empty())
            .unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// Somebody who works here, at every place, and has signed in.
    pub async fn staff(&self, role: Role) -> Visitor {
        self.staff_at(role, Workplaces::All).await
    }

    /// Somebody who sees the citizens of some places, and has signed in.
    pub async fn staff_at(&self, role: Role, workplaces: Workplaces) -> Visitor {
        static HASH: LazyLock<String> = LazyLock::new(|| password::hash("en lang adgangskode").unwrap());
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let username = format!("{}{}", role.as_str(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let newcomer = NewStaff {
            username: &username,
            display_name: "Kim",
            password_hash: &HASH,
            role,
            workplaces,
        };
        staff::add(self.database.write(), newcomer, Timestamp::now())
            .await
            .unwrap();
        let mut visitor = self.visitor();
        let fields = [
            ("locale", "da"),
            ("username", &*username),
            ("password", "en lang adgangskode"),
        ];
        let signed_in = visitor.post("/api/staff/sign-in", &fields).await;
        assert_eq!(signed_in.leads_to(), "/personale");
        visitor
    }

    /// All that lies on the disk of a server on SQLite, also what has been changed or deleted since.
    pub fn files(&self) -> String {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        let texts = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        texts
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .collect()
    }

    /// Somebody with a browser of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor {
            router: self.router.clone(),
            cookie: None,
        }
    }
}

/// A browser without JavaScript: it keeps its cookie and follows where forms lead.
pub struct Visitor {
    router: Router,
    pub cookie: Option<String>,
}

/// What the server answered.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// Where a redirect leads.
    pub fn leads_to(&self) -> &str {
        assert!(
            self.status.is_redirection(),
            "{} is no redirect: {}",
            self.status,
            self.body
        );
        self.headers[LOCATION].to_str().unwrap()
    }

    pub fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

impl Visitor {
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, Body::empty(), &[]).await
    }

    /// Sends a form and tells where it leads.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<_> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        self.post_raw(path, body.join("&").into_bytes()).await
    }

    pub async fn post_raw(&mut self, path: &str, body: Vec<u8>) -> Answer {
        let length = body.len().to_string();
        let form = [
            (CONTENT_TYPE.as_str(), "application/x-www-form-urlencoded"),
            (CONTENT_LENGTH.as_str(), length.as_str()),
            ("referer", "http://localhost/"),
        ];
        self.send(Method::POST, path, Body::from(body), &form).await
    }

    pub async fn send(&mut self, method: Method, path: &str, body: Body, headers: &[(&str, &str)]) -> Answer {
        let response = self.exchange(method, path, body, headers).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), 10_000_000).await.unwrap();
        Answer {
            status,
            headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// How a request is answered; its body, which may never end, is left alone.
    pub async fn status_of(
        &mut self,
        method: Method,
        path: &str,
        body: Body,
        headers: &[(&str, &str)],
    ) -> StatusCode {
        self.exchange(method, path, body, headers).await.status()
    }

    async fn exchange(
        &mut self,
        method: Method,
        path: &str,
        body: Body,
        headers: &[(&str, &str)],
    ) -> Response<Body> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "localhost");
        if !headers.iter().any(|(name, _)| *name == "accept") {
            request = request.header(ACCEPT, "text/html");
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(COOKIE, cookie);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self
            .router
            .clone()
            .oneshot(request.body(body).unwrap())
            .await
            .unwrap();
        if let Some(cookie) = response.headers().get(SET_COOKIE) {
            self.cookie = cookie.to_str().unwrap().split(';').next().map(str::to_owned);
        }
        response
    }

    /// Makes a recovery code and reads it off the page.
    pub async fn recovery_code(&mut self) -> String {
        let made = self.post("/api/learning/keep/code", &[("locale", "da")]).await;
        let page = self.get(made.leads_to()).await;
        let ticket = page.body.split("class=\"ticket__code\"").nth(1).unwrap();
        let code = ticket.split('>').nth(1).unwrap();
        code.split('<').next().unwrap().to_owned()
    }

    /// Types a recovery code, which must be somebody's.
    pub async fn redeem(&mut self, code: &str) {
        let fields = [("locale", "da"), ("code", code)];
        let redeemed = self.post("/api/learning/keep/redeem", &fields).await;
        let page = self.get(redeemed.leads_to()).await;
        assert!(page.has("Nu er det samlet"), "{}", page.body);
    }

    /// The first free time for a service at a place.
    pub async fn first_free_time(&mut self, service: &str, location: &str) -> String {
        self.first_time_on(&format!("/tid/{service}/{location}")).await
    }

    /// The first time that is offered on a page of free times.
    pub async fn first_time_on(&mut self, path: &str) -> String {
        const TIME: &str = "name=\"slot\" value=\"";
        let page = self.get(path).await;
        let start = page
            .body
            .find(TIME)
            .unwrap_or_else(|| panic!("no free time: {} {}", page.status, page.body))
            + TIME.len();
        page.body[start..].split('"').next().unwrap().to_owned()
    }
}

/// As a browser writes it in a form.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
