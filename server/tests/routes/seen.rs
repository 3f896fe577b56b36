//! Whoever works here and sees a citizen is noted: every page is asked for, and whatever shows somebody must leave a line.

use axum::http::Method;
use domain::ids::StaffId;
use domain::oversight::{SeenBy, SeenIn};
use domain::staff::Role;
use jiff::{Timestamp, ToSpan};
use store::oversight::{LogOf, seen_before};
use store::staff;

use crate::permissions::{Request, Row};
use crate::staged::{Staged, shows_somebody, stage};
use crate::support::{TestServer, Visitor};

/// What shows citizens to somebody who works here, and the part of the program under which that is noted.
const SHOWS_CITIZENS: [(&str, SeenIn); 32] = [
    ("/personale/dag", SeenIn::Day),
    ("/personale/uge", SeenIn::Week),
    ("/api/oversight/days", SeenIn::Day),
    ("/personale/plan/ringeliste", SeenIn::CallList),
    ("/api/schedule/call-list", SeenIn::CallList),
    ("/personale/plan/tjek", SeenIn::Preview),
    ("/api/schedule/preview", SeenIn::Preview),
    ("/skranke/ring", SeenIn::WaitingCalls),
    ("/api/desk/waiting-calls", SeenIn::WaitingCalls),
    ("/skranke/{location}", SeenIn::Desk),
    ("/api/desk/queue", SeenIn::Desk),
    ("/skranke/book", SeenIn::Booking),
    ("/api/desk/booking", SeenIn::Booking),
    ("/skranke/book/kvittering", SeenIn::Booking),
    ("/api/desk/booked", SeenIn::Booking),
    ("/skranke/book/tid", SeenIn::LookUp),
    ("/api/desk/looked-up", SeenIn::LookUp),
    ("/tid/afbud/slut", SeenIn::LookUp),
    ("/tid/afbud/tjek", SeenIn::LookUp),
    ("/api/appointments/found", SeenIn::LookUp),
    ("/tid/flyt", SeenIn::LookUp),
    ("/tid/flyt/{location}/{slot}", SeenIn::LookUp),
    ("/api/appointments/move-times", SeenIn::LookUp),
    ("/api/appointments/move-check", SeenIn::LookUp),
    ("/skranke/breve", SeenIn::Letters),
    ("/skranke/breve/ny/{appointment}", SeenIn::Letters),
    ("/skranke/breve/print/{batch}", SeenIn::Letters),
    ("/api/messages/letters", SeenIn::Letters),
    ("/api/messages/printed", SeenIn::Letters),
    ("/api/messages/letter-form", SeenIn::Letters),
    ("/skranke/beskeder", SeenIn::Undelivered),
    ("/api/messages/undelivered", SeenIn::Undelivered),
];

#[tokio::test]
async fn whatever_shows_a_citizen_to_staff_is_noted() {
    let server = TestServer::on_sqlite().await;
    let staged = stage(&server).await;
    let (_, mut everywhere) = at_work(&server, &staged).await;
    let mut shown = Vec::new();
    for row in staged.table.rows.iter().filter(|row| is_looked_at(row)) {
        let request = Request::of(row, &staged.table);
        if shows_somebody(&everywhere.get(&request.address).await.body) {
            shown.push(row);
        }
    }
    let mut complaints = Vec::new();
    for row in &shown {
        let Some((_, seen_in)) = SHOWS_CITIZENS.iter().find(|(path, _)| *path == row.path) else {
            complaints.push(format!(
                "{} shows a citizen: call note_shown there, and name it here",
                row.path
            ));
            continue;
        };
        // Somebody else each time, for one who has been noted today is not noted again.
        let (id, mut visitor) = at_work(&server, &staged).await;
        let request = Request::of(row, &staged.table);
        visitor.get(&request.address).await;
        let noted = noted(&server, id).await;
        if !noted.contains(seen_in) || noted.len() != 1 {
            complaints.push(format!("{} is noted in {noted:?}, not in {seen_in:?}", row.path));
        }
    }
    let missing = SHOWS_CITIZENS
        .iter()
        .filter(|(path, _)| !shown.iter().any(|row| row.path == *path));
    complaints.extend(missing.map(|(path, _)| format!("{path} shows nobody: stage somebody for it")));
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// Pages, and what they ask for; an answer that goes on for ever tells nobody's name.
fn is_looked_at(row: &Row) -> bool {
    row.method == Method::GET && !row.path.contains("/events")
}

/// An administrator who has done a little of everything, and has seen nobody yet.
async fn at_work(server: &TestServer, staged: &Staged) -> (StaffId, Visitor) {
    let mut visitor = server.staff(Role::Admin).await;
    let accounts = staff::all(server.database.read()).await.unwrap();
    let id = accounts.iter().map(|account| account.id).max().unwrap();
    staged.at_work(server, &mut visitor).await;
    assert_eq!(noted(server, id).await, [], "forms show nobody");
    (id, visitor)
}

/// Where somebody has seen citizens, each place once.
async fn noted(server: &TestServer, id: StaffId) -> Vec<SeenIn> {
    let later = Timestamp::now() + 1.hour();
    let seen = seen_before(server.database.read(), LogOf::Everybody, later, 10_000).await;
    let mut places: Vec<_> = seen
        .unwrap()
        .into_iter()
        .filter_map(|seen| match seen.by {
            SeenBy::Staff(staff, seen_in) if staff == id => Some(seen_in),
            _ => None,
        })
        .collect();
    places.dedup();
    places
}
