//! No question has two volunteers, and no volunteer two rooms.

use std::collections::BTreeSet;

use domain::homework::Subject;
use domain::ids::StaffId;
use store::Database;
use store::cafe::{TakeOutcome, line};

use super::{asked, minutes_later, take, volunteer};
use crate::support::{TestDatabase, now, on_each_database};

const VOLUNTEERS: u32 = 24;

/// Half of the volunteers are at another server.
async fn servers(database: &TestDatabase) -> [Database; 2] {
    [Database::clone(database), database.open_again().await]
}

#[tokio::test(flavor = "multi_thread")]
async fn many_volunteers_take_everybody_once() {
    on_each_database(async |database| {
        let servers = servers(&database).await;
        let mut helpers: Vec<StaffId> = Vec::new();
        for number in 0..VOLUNTEERS {
            asked(&database, number, Subject::Matematik, now()).await;
            helpers.push(volunteer(&database, number).await);
        }
        let presses: Vec<_> = helpers
            .iter()
            // Everybody presses twice.
            .flat_map(|helper| [*helper, *helper])
            .enumerate()
            .map(|(press, helper)| {
                let server = servers[press % 2].clone();
                tokio::spawn(async move { take(&server, helper, minutes_later(1)).await })
            })
            .collect();
        let mut taken = Vec::new();
        for press in presses {
            if let TakeOutcome::Taken(id) = press.await.unwrap() {
                taken.push(id);
            }
        }
        let once: BTreeSet<_> = taken.iter().copied().collect();
        assert_eq!(
            (taken.len(), once.len()),
            (VOLUNTEERS as usize, VOLUNTEERS as usize)
        );
        assert!(line(database.read(), now()).await.unwrap().is_empty());
    })
    .await;
}
