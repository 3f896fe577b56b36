use domain::ids::VisitorId;
use domain::learning::{LatestAnswer, StepRecord};
use jiff::SignedDuration;
use store::learning::{self, GradedAnswer};
use store::{ConnectionTrait, Database};

use crate::support::{answer, course, now, on_each_database, records, step, visitor};

#[tokio::test]
async fn an_answer_is_kept_whole() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        let given = ["1.234,50", "kr. \"æøå\" 🎈"];
        learning::note_hint(database.write(), visitor, &course("kursus"), &step("s1"), now())
            .await
            .unwrap();
        answer(database.write(), visitor, "s1", &given, true)
            .await
            .unwrap();
        let mut expected = StepRecord::untouched(step("s1"));
        expected.hint_shown();
        expected.answered(LatestAnswer {
            at: now(),
            correct: true,
            given: given.map(str::to_owned).into(),
        });
        assert!(expected.first.unwrap().hinted);
        assert_eq!(records(&database, visitor).await, [expected]);
    })
    .await;
}

/// What can happen to a step.
const EVENTS: [Event; 4] = [Event::Right, Event::Wrong, Event::Hint, Event::MovedOn];

#[derive(Debug, Clone, Copy)]
enum Event {
    Right,
    Wrong,
    Hint,
    MovedOn,
}

#[tokio::test]
async fn the_statements_do_what_the_rules_say_whatever_happens_in_whatever_order() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        // In one transaction, so that the disk is not asked a thousand times.
        let transaction = database.begin().await.unwrap();
        let mut expected = Vec::new();
        for number in 0..EVENTS.len().pow(4) {
            let story = (0..4).map(|place| EVENTS[number / EVENTS.len().pow(place) % EVENTS.len()]);
            let mut record = StepRecord::untouched(step(&format!("s{number:03}")));
            for (second, event) in (0..).zip(story) {
                tell(event, &mut record, second);
                write(event, &transaction, visitor, &record, second).await;
            }
            expected.push(record);
        }
        transaction.commit().await.unwrap();
        assert_eq!(records(&database, visitor).await, expected);
    })
    .await;
}

fn given(second: i64) -> Vec<String> {
    vec![format!("answer {second}")]
}

fn at(second: i64) -> jiff::Timestamp {
    now() + SignedDuration::from_secs(second)
}

/// The event as the domain has it.
fn tell(event: Event, record: &mut StepRecord, second: i64) {
    match event {
        Event::Hint => record.hint_shown(),
        Event::MovedOn => record.moved_on(),
        Event::Right | Event::Wrong => record.answered(LatestAnswer {
            at: at(second),
            correct: matches!(event, Event::Right),
            given: given(second),
        }),
    }
}

/// The event as the store has it.
async fn write(
    event: Event,
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    record: &StepRecord,
    second: i64,
) {
    let (course, step) = (&course("kursus"), &record.step);
    let written = match event {
        Event::Hint => learning::note_hint(connection, visitor, course, step, at(second)).await,
        Event::MovedOn => learning::mark_done(connection, visitor, course, step, at(second)).await,
        Event::Right | Event::Wrong => {
            let answer = GradedAnswer {
                course,
                step,
                given: &given(second),
                correct: matches!(event, Event::Right),
            };
            learning::save_answer(connection, visitor, answer, at(second)).await
        }
    };
    written.unwrap();
}

#[tokio::test]
async fn courses_and_visitors_are_kept_apart() {
    on_each_database(async |database| {
        let [visitor, other] = [visitor(&database).await, visitor(&database).await];
        for (of, done) in [("kursus", "s1"), ("kursus", "s2"), ("andet", "s1")] {
            learning::mark_done(database.write(), visitor, &course(of), &step(done), now())
                .await
                .unwrap();
        }
        let all = learning::records_of_all_courses(database.read(), visitor)
            .await
            .unwrap();
        let counts: Vec<_> = all
            .iter()
            .map(|(course, steps)| (course.as_str(), steps.len()))
            .collect();
        assert_eq!(counts, [("andet", 1), ("kursus", 2)]);
        assert_eq!(records(&database, visitor).await.len(), 2);
        assert!(records(&database, other).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn answers_that_arrive_together_are_all_counted() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        let writing: Vec<_> = (0..16)
            .map(|_| {
                let server = Database::clone(&database);
                tokio::spawn(async move { answer(server.write(), visitor, "s1", &["a"], false).await })
            })
            .collect();
        for written in writing {
            written.await.unwrap().unwrap();
        }
        let record = &records(&database, visitor).await[0];
        assert_eq!((record.attempts, record.failures), (16, 16));
    })
    .await;
}
