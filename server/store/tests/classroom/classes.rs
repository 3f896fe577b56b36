use std::collections::BTreeSet;

use domain::classroom::{LessonMinutes, NamesProblem};
use jiff::civil::date;
use store::ByCode;
use store::classroom::{
    AddOutcome, add_pupils, add_teacher, class_by_code, class_of, classes_of, pupils, renew_card,
    renew_class_code, set_last_day, set_lesson, teachers,
};

use super::{again, class, teacher};
use crate::support::{SECRET, now, on_each_database};

#[tokio::test]
async fn a_class_is_seen_by_those_who_teach_it() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo\nفاطمة\n🦊").await;
        let colleague = teacher(&database, "colleague").await;
        let id = made.class.id;
        assert_eq!(class_of(database.read(), colleague, id).await.unwrap(), None);
        assert_eq!(classes_of(database.read(), colleague).await.unwrap(), []);

        add_teacher(database.write(), id, colleague).await.unwrap();
        add_teacher(database.write(), id, colleague).await.unwrap();
        let listed = classes_of(database.read(), colleague).await.unwrap();
        assert_eq!(listed, [(made.class, 4)]);
        assert_eq!(teachers(database.read(), id).await.unwrap(), ["Lone", "Lone"]);
        let names: Vec<_> = made.pupils.iter().map(|pupil| pupil.name.as_str()).collect();
        assert_eq!(names, ["Ali", "Bo", "فاطمة", "🦊"]);
    })
    .await;
}

#[tokio::test]
async fn no_two_pupils_of_a_class_have_the_same_card() {
    on_each_database(async |database| {
        let names: Vec<_> = (0..40).map(|number| format!("Elev {number}")).collect();
        let made = class(&database, 1, &names.join("\n")).await;
        let cards: BTreeSet<_> = (0..40).map(|place| made.card(place).to_string()).collect();
        assert_eq!(cards.len(), 40);
        let kept = database
            .number("SELECT count(*) AS number FROM pupils WHERE code_hash LIKE '%-%-%'")
            .await;
        assert_eq!(kept, 0, "no card is kept as it is");
    })
    .await;
}

#[tokio::test]
async fn two_who_add_pupils_at_once_lose_none() {
    on_each_database(async |database| {
        let made = class(&database, 4, "Ali").await;
        let of = (made.class.id, made.class.sign_in());
        let other = database.open_again().await;
        let (first, second) = tokio::join!(
            add_pupils(&database, SECRET, of, "Bo\nClara"),
            add_pupils(&other, SECRET, of, "Bo\nDina")
        );
        assert_eq!(
            (first.unwrap(), second.unwrap()),
            (AddOutcome::Added, AddOutcome::Added)
        );
        let now_there = pupils(database.read(), made.class.id).await.unwrap();
        let mut names: Vec<_> = now_there.iter().map(|pupil| pupil.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Ali", "Bo", "Bo 2", "Clara", "Dina"]);

        let many = "Elev\n".repeat(500);
        let refused = add_pupils(&database, SECRET, of, &many).await.unwrap();
        assert_eq!(refused, AddOutcome::Refused(NamesProblem::TooMany(505)));
        assert_eq!(pupils(database.read(), made.class.id).await.unwrap().len(), 5);
    })
    .await;
}

#[tokio::test]
async fn a_class_is_found_by_its_latest_code() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali").await;
        let found = async |code| class_by_code(&database, SECRET, &code, now()).await.unwrap();
        let old = made.class.code(SECRET);
        let is_it = ByCode::Found((made.class.id, made.class.sign_in()));
        assert_eq!(found(old.clone()).await, is_it);

        renew_class_code(&database, SECRET, made.class.id).await.unwrap();
        assert_eq!(found(old).await, ByCode::Unknown);
        let now_it_is = again(&database, made.teacher, made.class.id).await;
        assert_eq!(found(now_it_is.class.code(SECRET)).await, is_it);
    })
    .await;
}

#[tokio::test]
async fn a_lost_card_is_replaced() {
    on_each_database(async |database| {
        let made = class(&database, 1, "Ali\nBo").await;
        let other = class(&database, 2, "Clara").await;
        let of = (made.class.id, made.class.sign_in());
        let ali = made.pupils[0].id;
        assert!(renew_card(&database, SECRET, of, ali).await.unwrap());
        let changed = again(&database, made.teacher, made.class.id).await;
        assert_ne!(changed.card(0), made.card(0));
        assert_eq!(changed.card(1), made.card(1));
        let forged = other.pupils[0].id;
        assert!(!renew_card(&database, SECRET, of, forged).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_teacher_changes_the_lesson_and_the_last_day() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali").await;
        let hour = LessonMinutes::new(60).unwrap();
        set_lesson(database.write(), made.class.id, hour).await.unwrap();
        set_last_day(database.write(), made.class.id, date(2027, 1, 31))
            .await
            .unwrap();
        let changed = again(&database, made.teacher, made.class.id).await.class;
        assert_eq!((changed.lesson, changed.ends_on), (hour, date(2027, 1, 31)));
    })
    .await;
}
