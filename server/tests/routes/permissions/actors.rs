use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use domain::api_access::{ApiToken, Scope};
use domain::ids::LocationId;
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use server::config::Config;
use store::api_tokens::{self, NewToken};
use store::sessions;

use super::table::{Row, Table};
use crate::support::{CODE_KEY, TestServer, Visitor};

/// Somebody who asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Has not signed in.
    Nobody,
    /// Another system with a token for everything.
    Program,
    Volunteer,
    Teacher,
    /// An adviser of another place than the one that is asked about.
    AdviserElsewhere,
    Adviser,
    Coordinator,
    Admin,
}

use Actor::{Admin, Adviser, AdviserElsewhere, Coordinator, Nobody, Program, Teacher, Volunteer};

/// The place of [`Actor::AdviserElsewhere`], which no row is about.
const ELSEWHERE: &str = "medborgerhus";

/// The groups that rows name, each with those who may.
const GROUPS: [(&str, &[Actor]); 10] = [
    ("anyone", &Actor::ALL),
    ("none", &[]),
    ("program", &[Program]),
    (
        "signed-in",
        &[Volunteer, Teacher, AdviserElsewhere, Adviser, Coordinator, Admin],
    ),
    ("serving", &[AdviserElsewhere, Adviser, Coordinator, Admin]),
    ("serving-here", &[Adviser, Coordinator, Admin]),
    ("coordinating", &[Coordinator, Admin]),
    ("managing", &[Admin]),
    ("teaching", &[Teacher, Admin]),
    ("helping", &[Volunteer, Coordinator, Admin]),
];

impl Actor {
    pub const ALL: [Self; 8] = [
        Nobody,
        Program,
        Volunteer,
        Teacher,
        AdviserElsewhere,
        Adviser,
        Coordinator,
        Admin,
    ];

    fn role(self) -> Option<Role> {
        match self {
            Nobody | Program => None,
            Volunteer => Some(Role::Volunteer),
            Teacher => Some(Role::Teacher),
            AdviserElsewhere | Adviser => Some(Role::Adviser),
            Coordinator => Some(Role::Coordinator),
            Admin => Some(Role::Admin),
        }
    }

    /// Signs in, where somebody can.
    async fn cookie(self, server: &TestServer) -> Option<String> {
        let workplaces = match self {
            AdviserElsewhere => Workplaces::Only(vec![LocationId::parse(ELSEWHERE).unwrap()]),
            _ => Workplaces::All,
        };
        server.staff_at(self.role()?, workplaces).await.cookie
    }
}

/// A server that has every address there may be.
pub fn everything_configured() -> Config {
    // Nobody listens there.
    let provider = serde_json::json!({
        "issuer": "http://127.0.0.1:9", "client_id": "startlinje", "name": "Fjordby",
        "rules": {"role_claim": "groups", "roles": []},
    });
    Config {
        sms_webhook_secret: Some("a secret of the tests".to_owned().try_into().unwrap()),
        oidc: Some(serde_json::from_value(provider).unwrap()),
        ..Config::default()
    }
}

/// Those whom a group has.
pub fn group(name: &str) -> Option<&'static [Actor]> {
    let (_, actors) = GROUPS.iter().find(|(group, _)| *group == name)?;
    Some(actors)
}

/// Everybody with a browser of their own, and the program's token.
pub struct Cast {
    visitors: Vec<(Actor, Visitor)>,
    token: String,
}

impl Cast {
    pub async fn of(server: &TestServer) -> Self {
        let mut visitors = Vec::new();
        for actor in Actor::ALL {
            let mut visitor = server.visitor_where(everything_configured());
            visitor.cookie = actor.cookie(server).await;
            visitors.push((actor, visitor));
        }
        Self {
            visitors,
            token: token(server).await,
        }
    }

    /// What somebody is answered.
    pub async fn ask(&mut self, server: &TestServer, actor: Actor, row: &Row, table: &Table) -> StatusCode {
        let (_, visitor) = self
            .visitors
            .iter_mut()
            .find(|(other, _)| *other == actor)
            .unwrap();
        let request = Request::of(row, table);
        let length = request.body.len().to_string();
        let mut headers = vec![
            (CONTENT_TYPE.as_str(), request.kind),
            (CONTENT_LENGTH.as_str(), &length),
            ("idempotency-key", "a-key-of-the-table-of-permissions"),
            ("referer", "http://localhost/"),
        ];
        if actor == Program {
            headers.push((AUTHORIZATION.as_str(), &self.token));
        }
        let status = visitor
            .status_of(
                row.method.clone(),
                &request.address,
                Body::from(request.body),
                &headers,
            )
            .await;
        if row.method == Method::POST && !has_session(server, visitor).await {
            visitor.cookie = actor.cookie(server).await;
        }
        status
    }
}

/// Whether somebody has not been signed out by what they asked for.
async fn has_session(server: &TestServer, visitor: &Visitor) -> bool {
    let cookie = visitor.cookie.as_deref().unwrap_or_default();
    let (_, id) = cookie.split_once('=').unwrap_or_default();
    let session = sessions::load(server.database.read(), id, Timestamp::now())
        .await
        .unwrap();
    session.is_some()
}

async fn token(server: &TestServer) -> String {
    let token = ApiToken::from_random([1, 1]);
    let new = NewToken {
        name: "A program that may do everything".to_owned(),
        scopes: Scope::ALL.into_iter().collect(),
        workplaces: Workplaces::All,
    };
    api_tokens::add(server.database.write(), CODE_KEY, &token, &new, Timestamp::now())
        .await
        .unwrap();
    format!("Bearer {}", token.secret())
}

/// A row, as it is sent.
pub struct Request {
    pub address: String,
    pub kind: &'static str,
    pub body: String,
}

impl Request {
    /// Server functions get fields in the address or as a form; the API's operations, which refuse what they do not know,
    /// get the row's own, in the address or as JSON.
    pub fn of(row: &Row, table: &Table) -> Self {
        let address = row.address(table);
        let is_of_api = row.path.starts_with("/api/v1");
        let fields: Vec<_> = if is_of_api {
            row.own.clone()
        } else {
            row.fields(table).collect()
        };
        let form: Vec<_> = fields
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let form = form.join("&");
        let (address, kind, body) = if row.method == Method::GET {
            (format!("{address}?{form}"), "", String::new())
        } else if is_of_api {
            (address, "application/json", json(fields))
        } else {
            (address, "application/x-www-form-urlencoded", form)
        };
        Self { address, kind, body }
    }
}

fn json(fields: Vec<(String, String)>) -> String {
    let fields = fields.into_iter().map(|(name, value)| (name, value.into()));
    serde_json::Value::Object(fields.collect()).to_string()
}
