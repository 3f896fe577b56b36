use domain::homework::{LONGEST_PLAN, PlanDay, PlanState, PlanTask, Subject};
use domain::ids::{PlanEntryId, VisitorId};
use store::homework::{self, NewPlanEntry};
use store::{Database, learning};

use crate::support::{SECRET, code, now, on_each_database, visitor};

fn entry(day: i8, task: &str) -> NewPlanEntry {
    NewPlanEntry {
        day: PlanDay::new(day).unwrap(),
        subject: Some(Subject::Dansk),
        task: PlanTask::parse(task).unwrap(),
    }
}

async fn write(database: &Database, visitor: VisitorId, day: i8, task: &str) -> bool {
    homework::add_entry(database, visitor, &entry(day, task))
        .await
        .unwrap()
}

/// The plan as day, task and state.
async fn plan(database: &Database, visitor: VisitorId) -> Vec<(i8, String, PlanState)> {
    let entries = homework::week_plan(database.read(), visitor).await.unwrap();
    let lines = entries.into_iter().map(|entry| {
        let task = entry.task.as_str().to_owned();
        (entry.day.number(), task, entry.state)
    });
    lines.collect()
}

async fn first(database: &Database, visitor: VisitorId) -> PlanEntryId {
    homework::week_plan(database.read(), visitor).await.unwrap()[0].id
}

#[tokio::test]
async fn a_plan_stands_in_the_order_of_the_week() {
    on_each_database(async |database| {
        let family = visitor(&database).await;
        for (day, task) in [(3, "gange"), (1, "læs"), (3, "stav")] {
            assert!(write(&database, family, day, task).await);
        }
        let first = first(&database, family).await;
        let done = homework::set_entry_state(database.write(), family, first, PlanState::Done).await;
        assert!(done.unwrap());
        assert_eq!(
            plan(&database, family).await,
            [
                (1, "læs".to_owned(), PlanState::Done),
                (3, "gange".to_owned(), PlanState::Open),
                (3, "stav".to_owned(), PlanState::Open),
            ]
        );
        assert!(
            homework::remove_entry(database.write(), family, first)
                .await
                .unwrap()
        );
        assert_eq!(plan(&database, family).await.len(), 2);
        homework::clear_plan(database.write(), family).await.unwrap();
        assert!(plan(&database, family).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn nobody_touches_what_is_somebody_elses() {
    on_each_database(async |database| {
        let (family, stranger) = (visitor(&database).await, visitor(&database).await);
        write(&database, family, 1, "læs").await;
        let entry = first(&database, family).await;
        let ticked = homework::set_entry_state(database.write(), stranger, entry, PlanState::Done).await;
        let removed = homework::remove_entry(database.write(), stranger, entry).await;
        homework::clear_plan(database.write(), stranger).await.unwrap();
        assert!(!ticked.unwrap() && !removed.unwrap());
        assert_eq!(
            plan(&database, family).await,
            [(1, "læs".to_owned(), PlanState::Open)]
        );
        assert!(plan(&database, stranger).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_plan_has_an_end() {
    on_each_database(async |database| {
        let family = visitor(&database).await;
        for _ in 0..LONGEST_PLAN {
            assert!(write(&database, family, 1, "læs").await);
        }
        assert!(!write(&database, family, 1, "læs").await);
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_brings_two_plans_together() {
    on_each_database(async |database| {
        let (phone, tablet) = (visitor(&database).await, visitor(&database).await);
        write(&database, phone, 1, "læs").await;
        write(&database, tablet, 2, "regn").await;
        learning::create_code(database.write(), SECRET, phone, &code(0, 1), now())
            .await
            .unwrap();
        learning::redeem(&database, SECRET, &code(0, 1), Some(tablet), now())
            .await
            .unwrap();
        // The tablet's session may still know the number from before.
        for visitor in [phone, tablet] {
            assert_eq!(plan(&database, visitor).await.len(), 2);
        }
    })
    .await;
}

#[tokio::test]
async fn a_plan_goes_with_its_visitor() {
    on_each_database(async |database| {
        let family = visitor(&database).await;
        write(&database, family, 1, "læs").await;
        learning::forget_visitor(database.write(), family).await.unwrap();
        assert!(plan(&database, family).await.is_empty());
    })
    .await;
}
