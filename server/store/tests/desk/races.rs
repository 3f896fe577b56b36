//! Two clerks never call the same citizen, and no two citizens get the same number.

use std::collections::BTreeSet;

use domain::desk::{Outcome, TicketState};
use store::Database;
use store::desk::{Action, CallOutcome, Coming, call_next, issue, of_day, take_step};

use super::{clerk, day, minutes_later, walk_in, wanted};
use crate::support::{TestDatabase, now, on_each_database};

const CLERKS: u32 = 32;
const CITIZENS: u32 = 100;

/// Half of the clerks work on another server.
async fn servers(database: &TestDatabase) -> [Database; 2] {
    [Database::clone(database), database.open_again().await]
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_two_clerks_call_everybody_once() {
    on_each_database(async |database| {
        for key in 0..CITIZENS {
            walk_in(&database, key.into(), now()).await;
        }
        let servers = servers(&database).await;
        let clerks: Vec<_> = (0..CLERKS)
            .map(|number| tokio::spawn(serve_all(servers[number as usize % 2].clone(), number)))
            .collect();
        let mut served = Vec::new();
        for clerk in clerks {
            served.extend(clerk.await.unwrap());
        }
        let once: BTreeSet<_> = served.iter().copied().collect();
        assert_eq!((served.len(), once.len()), (CITIZENS as usize, CITIZENS as usize));
        let tickets = of_day(database.read(), &day()).await.unwrap();
        assert!(
            tickets
                .iter()
                .all(|ticket| ticket.state == TicketState::Done && ticket.calls == 1)
        );
    })
    .await;
}

/// Calls until nobody waits, and tells who was called.
async fn serve_all(database: Database, number: u32) -> Vec<i64> {
    let mut served = Vec::new();
    while let CallOutcome::Called(ticket) = call_next(&database, &day(), &clerk(number), minutes_later(1))
        .await
        .unwrap()
    {
        served.push(ticket.number.figure());
        for action in [Action::Start, Action::Finish(Outcome::Helped)] {
            take_step(&database, &day(), ticket.id, &action, minutes_later(2))
                .await
                .unwrap();
        }
    }
    served
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_presses_at_one_counter_call_one() {
    on_each_database(async |database| {
        for key in 0..16 {
            walk_in(&database, key, now()).await;
        }
        let servers = servers(&database).await;
        let presses: Vec<_> = (0..16_usize)
            .map(|press| {
                let server = servers[press % 2].clone();
                tokio::spawn(async move { call_next(&server, &day(), &clerk(1), now()).await.unwrap() })
            })
            .collect();
        let mut called = 0;
        for press in presses {
            called += i32::from(matches!(press.await.unwrap(), CallOutcome::Called(_)));
        }
        assert_eq!(called, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_have_no_gaps_and_no_doubles() {
    on_each_database(async |database| {
        let servers = servers(&database).await;
        let people: Vec<_> = (0..CITIZENS)
            .map(|key| {
                let server = servers[key as usize % 2].clone();
                // Everybody's button is pressed twice.
                let new = wanted((key / 2).into(), Coming::WalkIn);
                tokio::spawn(async move { issue(&server, &day(), &new, now()).await.unwrap() })
            })
            .collect();
        for person in people {
            person.await.unwrap();
        }
        let tickets = of_day(database.read(), &day()).await.unwrap();
        let figures: Vec<_> = tickets.iter().map(|ticket| ticket.number.figure()).collect();
        let expected: Vec<_> = (1..=i64::from(CITIZENS / 2)).collect();
        assert_eq!(figures, expected);
    })
    .await;
}
