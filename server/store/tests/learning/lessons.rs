use domain::ids::VisitorId;
use domain::learning::{Criterion, LessonRecord};
use store::{Database, learning};

use crate::support::{course, days, lesson, now, on_each_database, step, visitor};

#[tokio::test]
async fn a_lesson_is_kept_as_it_was_when_it_was_begun() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        save(&database, visitor, "kursus", &lesson("a")).await;
        let begun_again = LessonRecord {
            criterion: Criterion::Seen,
            steps: [step("s1"), step("s2")].into(),
            started_at: now() + days(1),
            ..lesson("a")
        };
        save(&database, visitor, "kursus", &begun_again).await;
        assert_eq!(lessons(&database, visitor).await, [lesson("a")]);
    })
    .await;
}

#[tokio::test]
async fn being_ready_is_noted_once_and_never_taken_back() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        for ready_at in [None, Some(now() + days(1)), Some(now() + days(2)), None] {
            save(
                &database,
                visitor,
                "kursus",
                &LessonRecord {
                    ready_at,
                    ..lesson("a")
                },
            )
            .await;
        }
        assert_eq!(
            lessons(&database, visitor).await[0].ready_at,
            Some(now() + days(1))
        );
    })
    .await;
}

#[tokio::test]
async fn lessons_of_the_same_name_in_two_courses_are_two() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        for (of, id) in [("kursus", "a"), ("kursus", "b"), ("andet", "a")] {
            save(&database, visitor, of, &lesson(id)).await;
        }
        let all = learning::lesson_records_of_all_courses(database.read(), visitor)
            .await
            .unwrap();
        assert_eq!(all[&course("andet")], [lesson("a")]);
        assert_eq!(all[&course("kursus")].len(), 2);
        assert_eq!(lessons(&database, visitor).await.len(), 2);
    })
    .await;
}

async fn save(database: &Database, visitor: VisitorId, of: &str, lesson: &LessonRecord) {
    learning::save_lesson(database.write(), visitor, &course(of), lesson)
        .await
        .unwrap();
}

async fn lessons(database: &Database, visitor: VisitorId) -> Vec<LessonRecord> {
    learning::lesson_records(database.read(), visitor, &course("kursus"))
        .await
        .unwrap()
}
