use domain::desk::{MissedReason, Outcome, TicketState};
use domain::ids::{AdviserId, LocationId, ServiceId, TicketId};
use store::Database;
use store::appointments::{BookOutcome, book};
use store::desk::{
    Action, CallOutcome, ClerkAt, ClerkSkills, Coming, NewTicket, QueueDay, StepOutcome, Ticket, call_next,
    find_by_key, issue, of_day, take_step,
};

use super::{appointed, clerk, counter, day, minutes_later, walk_in, wanted};
use crate::support::{adviser, appointment, now, on_each_database};

/// Calls, and looks whether it is the one who is shown as the next.
async fn call(database: &Database, clerk: &ClerkAt) -> CallOutcome {
    let tickets = of_day(database.read(), &day()).await.unwrap();
    let mut waiting = tickets
        .iter()
        .filter(|ticket| ticket.state == TicketState::Waiting);
    let shown = waiting.find(|ticket| clerk.helps(ticket)).map(|ticket| ticket.id);
    let outcome = call_next(database, &day(), clerk, minutes_later(30))
        .await
        .unwrap();
    match &outcome {
        CallOutcome::Called(ticket) => assert_eq!(Some(ticket.id), shown),
        CallOutcome::NobodyWaits => assert_eq!(None, shown),
        CallOutcome::Occupied(_) => {}
    }
    outcome
}

async fn step(database: &Database, ticket: TicketId, action: Action) -> StepOutcome {
    take_step(database, &day(), ticket, &action, minutes_later(40))
        .await
        .unwrap()
}

async fn ticket(database: &Database, id: TicketId) -> Ticket {
    let tickets = of_day(database.read(), &day()).await.unwrap();
    tickets.into_iter().find(|ticket| ticket.id == id).unwrap()
}

fn number(outcome: &CallOutcome) -> String {
    match outcome {
        CallOutcome::Called(ticket) => ticket.number.to_string(),
        outcome => panic!("{outcome:?}"),
    }
}

/// Who of the schedule gives only some services.
fn only(id: &str, services: &[&str]) -> ClerkAt {
    let skills = ClerkSkills {
        id: adviser(id),
        services: services.iter().map(|id| ServiceId::parse(id).unwrap()).collect(),
    };
    ClerkAt {
        counter: counter(9),
        adviser: Some(skills),
    }
}

/// The same at a counter of their own.
fn clerk_as(id: &str, number: u32) -> ClerkAt {
    ClerkAt {
        counter: counter(number),
        ..only(id, &["mitid"])
    }
}

#[tokio::test]
async fn a_citizen_is_called_helped_and_goes_home() {
    on_each_database(async |database| {
        let came = walk_in(&database, 1, now()).await;
        assert_eq!(number(&call(&database, &clerk(1)).await), "B1");
        for action in [
            Action::CallAgain,
            Action::Start,
            Action::Finish(Outcome::Referred),
        ] {
            assert_eq!(step(&database, came.id, action).await, StepOutcome::Taken);
        }
        let done = find_by_key(database.read(), &came.key).await.unwrap().unwrap();
        assert_eq!(
            (done.state, done.outcome, done.calls),
            (TicketState::Done, Some(Outcome::Referred), 2)
        );
        assert_eq!(done.counter, Some(counter(1)));
        let moments = [done.called_at, done.started_at, done.ended_at];
        assert_eq!(moments, [Some(minutes_later(40)); 3]);
        assert_eq!(step(&database, came.id, Action::Park).await, StepOutcome::NotNow);
        assert_eq!(call(&database, &clerk(1)).await, CallOutcome::NobodyWaits);
    })
    .await;
}

#[tokio::test]
async fn a_counter_has_one_citizen_at_a_time() {
    on_each_database(async |database| {
        let first = walk_in(&database, 1, now()).await;
        let second = walk_in(&database, 2, now()).await;
        assert_eq!(number(&call(&database, &clerk(1)).await), "B1");
        assert!(
            matches!(call(&database, &clerk(1)).await, CallOutcome::Occupied(ticket) if ticket.id == first.id)
        );
        assert_eq!(
            step(&database, second.id, Action::Call(counter(1))).await,
            StepOutcome::NotNow
        );
        assert_eq!(
            step(&database, second.id, Action::Call(counter(2))).await,
            StepOutcome::Taken
        );
        assert_eq!(
            step(&database, second.id, Action::Call(counter(3))).await,
            StepOutcome::NotNow
        );
    })
    .await;
}

#[tokio::test]
async fn who_was_set_aside_keeps_their_turn_and_who_was_missed_gets_a_new_one() {
    on_each_database(async |database| {
        let [first, second, third] = [1, 2, 3].map(|key| (key, now()));
        let mut ids = Vec::new();
        for (key, at) in [first, second, third] {
            ids.push(walk_in(&database, key, at).await.id);
        }
        for (id, away) in [
            (ids[0], Action::Park),
            (ids[1], Action::Miss(MissedReason::NotHere)),
        ] {
            assert_eq!(step(&database, id, away).await, StepOutcome::Taken);
            assert_eq!(step(&database, id, Action::Return).await, StepOutcome::Taken);
        }
        let order: Vec<_> = of_day(database.read(), &day())
            .await
            .unwrap()
            .iter()
            .map(|ticket| ticket.id)
            .collect();
        assert_eq!(order, [ids[0], ids[2], ids[1]]);
        let back = ticket(&database, ids[1]).await;
        assert_eq!(
            (back.state, back.missed_reason, back.ended_at),
            (TicketState::Waiting, None, None)
        );
    })
    .await;
}

#[tokio::test]
async fn who_is_passed_on_waits_for_that_colleague_alone() {
    on_each_database(async |database| {
        let came = walk_in(&database, 1, now()).await;
        call(&database, &clerk(1)).await;
        let to_maja = Action::PassOn(AdviserId::parse("maja").unwrap());
        assert_eq!(step(&database, came.id, to_maja).await, StepOutcome::Taken);
        assert_eq!(call(&database, &clerk(1)).await, CallOutcome::NobodyWaits);
        assert_eq!(
            call(&database, &only("ole", &["mitid"])).await,
            CallOutcome::NobodyWaits
        );
        // A colleague is asked because they can; the schedule need not know of it.
        assert_eq!(number(&call(&database, &only("maja", &[])).await), "B1");
    })
    .await;
}

#[tokio::test]
async fn who_needs_what_one_adviser_can_is_not_called_by_others() {
    on_each_database(async |database| {
        let wish = appointment("in sign language", 5_981_000..5_981_009);
        let Ok(BookOutcome::Booked(id)) = book(&database, &wish, now()).await else {
            panic!("it is booked");
        };
        let coming = appointed(id, Some(adviser("maja")));
        issue(&database, &day(), &wanted(1, coming), now()).await.unwrap();
        walk_in(&database, 2, minutes_later(1)).await;
        assert_eq!(number(&call(&database, &only("ole", &["mitid"])).await), "B2");
        assert_eq!(number(&call(&database, &clerk_as("maja", 4)).await), "A1");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_called_for_what_they_do_not_do() {
    on_each_database(async |database| {
        walk_in(&database, 1, now()).await;
        let post = NewTicket {
            service: ServiceId::parse("digital-post").unwrap(),
            ..wanted(2, Coming::WalkIn)
        };
        issue(&database, &day(), &post, minutes_later(1)).await.unwrap();
        assert_eq!(
            number(&call(&database, &only("ole", &["digital-post"])).await),
            "B2"
        );
        assert_eq!(number(&call(&database, &clerk(1)).await), "B1");
    })
    .await;
}

#[tokio::test]
async fn a_ticket_is_found_in_its_own_queue_only() {
    on_each_database(async |database| {
        let came = walk_in(&database, 1, now()).await;
        let elsewhere = QueueDay {
            location: LocationId::parse("bibliotek").unwrap(),
            ..day()
        };
        let outcome = take_step(&database, &elsewhere, came.id, &Action::Park, now())
            .await
            .unwrap();
        assert_eq!(outcome, StepOutcome::Unknown);
        assert_eq!(ticket(&database, came.id).await, came);
    })
    .await;
}
