//! Staff see the citizens of their own places, whatever they write into a form or an address: everything is asked for, about
//! citizens of another place, by an adviser and by a coordinator who do not see them.

use axum::http::Method;
use domain::ids::{AppointmentId, LocationId};
use domain::staff::{Role, Workplaces};
use domain::time::date_in_denmark;
use jiff::Timestamp;
use store::desk::QueueDay;
use store::{appointments, desk, letters, undelivered};

use crate::permissions::{Request, Row, Table};
use crate::staged::{PLACE, Staged, shows_somebody, stage};
use crate::support::{TestServer, Visitor};

/// Where those work who ask.
const OWN_PLACE: &str = "medborgerhus";

#[tokio::test]
async fn nobody_sees_or_changes_whose_place_is_another() {
    let server = TestServer::on_sqlite().await;
    let staged = stage(&server).await;
    let own = Workplaces::Only(vec![LocationId::parse(OWN_PLACE).unwrap()]);
    let mut complaints = Vec::new();
    for role in [Role::Adviser, Role::Coordinator] {
        let mut visitor = server.staff_at(role, own.clone()).await;
        staged.at_work(&server, &mut visitor).await;
        for location in [PLACE, OWN_PLACE] {
            for number in ["1", "2", "3"] {
                let table = Staged::table()
                    .with_example("location", location)
                    .with_example("appointment", number)
                    .with_example("message", number);
                complaints.extend(ask_for_all(&server, &mut visitor, &table).await);
            }
        }
        let settle = [
            ("locale", "da"),
            ("appointment", "2"),
            ("sequence", "0"),
            ("remedy", "cancel"),
        ];
        complaints.extend(forge(&server, &mut visitor, "/api/schedule/settle", &settle).await);
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// What somebody sees or changes who asks for everything of a table.
async fn ask_for_all(server: &TestServer, visitor: &mut Visitor, table: &Table) -> Vec<String> {
    let mut complaints = Vec::new();
    for row in table.rows.iter().filter(|row| is_for_staff(row)) {
        let request = Request::of(row, table);
        if row.method == Method::GET {
            if shows_somebody(&visitor.get(&request.address).await.body) {
                complaints.push(format!("GET {} shows somebody", request.address));
            }
        } else {
            let fields: Vec<_> = row.fields(table).collect();
            let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
            complaints.extend(forge(server, visitor, &request.address, &fields).await);
        }
    }
    complaints
}

/// Whoever signs out, and whoever asks another program, sees nobody anyway.
fn is_for_staff(row: &Row) -> bool {
    let is_of_desk = [
        "/personale",
        "/skranke",
        "/api/desk",
        "/api/messages",
        "/api/oversight",
        "/api/schedule",
    ];
    is_of_desk.iter().any(|begin| row.path.starts_with(begin))
        && !row.path.contains("/events")
        && !row.path.starts_with("/personale/log-")
}

async fn forge(
    server: &TestServer,
    visitor: &mut Visitor,
    path: &str,
    fields: &[(&str, &str)],
) -> Option<String> {
    let before = state(server).await;
    let answer = visitor.post(path, fields).await;
    if shows_somebody(&answer.body) {
        return Some(format!("POST {path} shows somebody"));
    }
    let after = state(server).await;
    (before != after).then(|| format!("POST {path} has changed something: {fields:?}"))
}

/// All of the place that may be changed by those alone who work there.
async fn state(server: &TestServer) -> String {
    let (read, now) = (server.database.read(), Timestamp::now());
    let day = QueueDay {
        location: LocationId::parse(PLACE).unwrap(),
        date: date_in_denmark(now),
    };
    let mut state = vec![];
    for number in 1..=4 {
        let found = appointments::find(read, AppointmentId(number))
            .await
            .unwrap()
            .unwrap();
        state.push(format!("{:?} {} {:?}", found.status, found.sequence, found.slot));
    }
    for ticket in desk::of_day(read, &day).await.unwrap() {
        state.push(format!("{:?} {:?}", ticket.id, ticket.state));
    }
    let queued = letters::queued(read, &Workplaces::All).await.unwrap();
    let failed = undelivered::undelivered(read, &Workplaces::All, now, 100)
        .await
        .unwrap();
    let waiting = appointments::waiting_to_be_called(read, &Workplaces::All, now)
        .await
        .unwrap();
    let batches = letters::batches(read, &Workplaces::All, 100).await.unwrap();
    let (queued, failed, waiting) = (queued.len(), failed.len(), waiting.len());
    state.push(format!("{queued} {failed} {waiting} {batches:?}"));
    state.join("; ")
}
