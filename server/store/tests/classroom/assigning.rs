use domain::classroom::{
    AssignedTo, AssignedWork, AssignmentDays, ExerciseCount, GroupName, NewAssignment, PractisedDrill,
};
use domain::drills::{Drill, DrillKind, Level, PracticeCount};
use domain::ids::{AssignmentId, ClassId, GroupId, LessonId, PupilId};
use domain::time::date_in_denmark;
use jiff::ToSpan;
use store::classroom::{
    WhichCourses, assign, assignments, assignments_of_pupil, change_group, class_work, erase_class, groups,
    make_group, note_practice, pupil_work, remove_group, remove_pupil, withdraw,
};

use super::{TestClass, class};
use crate::support::{TestDatabase, answer, course, now, on_each_database};

const TABLES: Drill = Drill {
    kind: DrillKind::Multiplication,
    level: Level::Second,
};

fn given(to: AssignedTo) -> NewAssignment {
    let today = date_in_denmark(now());
    NewAssignment {
        work: AssignedWork::Lessons {
            course: course("kursus"),
            lessons: ["a", "b"].map(|id| LessonId::parse(id).unwrap()).into(),
        },
        to,
        days: AssignmentDays::new(today, today.saturating_add(7.days())).unwrap(),
    }
}

async fn give(database: &TestDatabase, class: ClassId, to: AssignedTo) -> Option<AssignmentId> {
    assign(database.write(), class, &given(to), now()).await.unwrap()
}

fn name(text: &str) -> GroupName {
    GroupName::parse(text).unwrap()
}

async fn given_to(database: &TestDatabase, made: &TestClass, place: usize) -> Vec<AssignmentId> {
    let whose = (made.class.id, made.pupils[place].id);
    let given = assignments_of_pupil(database.read(), whose).await.unwrap();
    given.into_iter().map(|given| given.id).collect()
}

#[tokio::test]
async fn each_pupil_gets_what_is_for_them() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo\nClara").await;
        let id = made.class.id;
        let [ali, bo, clara] = [0, 1, 2].map(|place| made.pupils[place].id);
        let group = make_group(&database, id, &name("De blå"), &[ali, bo])
            .await
            .unwrap();
        let all = give(&database, id, AssignedTo::Class).await.unwrap();
        let blue = give(&database, id, AssignedTo::Group(group)).await.unwrap();
        let own = give(&database, id, AssignedTo::Pupil(clara)).await.unwrap();
        assert_eq!(given_to(&database, &made, 0).await, [all, blue]);
        assert_eq!(given_to(&database, &made, 2).await, [all, own]);

        change_group(&database, (id, group), &name("De røde"), &[clara])
            .await
            .unwrap();
        assert_eq!(given_to(&database, &made, 0).await, [all]);
        assert_eq!(given_to(&database, &made, 2).await, [all, blue, own]);
        remove_group(database.write(), id, group).await.unwrap();
        assert_eq!(given_to(&database, &made, 2).await, [all, own]);
        assert!(withdraw(database.write(), id, all).await.unwrap());
        assert!(!withdraw(database.write(), id, all).await.unwrap());
        assert_eq!(given_to(&database, &made, 1).await, []);
    })
    .await;
}

#[tokio::test]
async fn what_was_given_is_read_as_it_was_written() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali").await;
        let exercises = NewAssignment {
            work: AssignedWork::Exercises {
                drill: TABLES,
                count: ExerciseCount::new(20).unwrap(),
            },
            ..given(AssignedTo::Class)
        };
        for new in [given(AssignedTo::Class), exercises] {
            assign(database.write(), made.class.id, &new, now())
                .await
                .unwrap();
            let kept = assignments(database.read(), made.class.id).await.unwrap();
            let latest = kept.last().unwrap();
            assert_eq!(
                (&latest.work, latest.to, latest.days),
                (&new.work, new.to, new.days)
            );
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_is_given_across_classes() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo").await;
        let other = class(&database, 6, "Clara").await;
        let clara = other.pupils[0].id;
        let foreign = make_group(&database, other.class.id, &name("Andre"), &[clara])
            .await
            .unwrap();
        let id = made.class.id;
        for forged in [
            AssignedTo::Pupil(clara),
            AssignedTo::Group(foreign),
            AssignedTo::Pupil(PupilId(999_999)),
            AssignedTo::Group(GroupId(999_999)),
        ] {
            assert_eq!(give(&database, id, forged).await, None, "{forged:?}");
        }
        let members = [made.pupils[0].id, clara, PupilId(999_999)];
        let group = make_group(&database, id, &name("Vores"), &members).await.unwrap();
        let kept = groups(database.read(), id).await.unwrap();
        assert_eq!(kept[0].pupils, [made.pupils[0].id], "another's pupil is left out");
        let changed = change_group(&database, (other.class.id, group), &name("Taget"), &[]).await;
        assert!(!changed.unwrap());
        assert!(
            !remove_group(database.write(), other.class.id, group)
                .await
                .unwrap()
        );
        assert_eq!(groups(database.read(), id).await.unwrap(), kept);
    })
    .await;
}

#[tokio::test]
async fn two_teachers_who_change_a_group_at_once_leave_one_s_wish_whole() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo\nClara\nDan").await;
        let id = made.class.id;
        let [ali, bo, clara, dan] = [0, 1, 2, 3].map(|place| made.pupils[place].id);
        let group = make_group(&database, id, &name("Gruppe"), &[]).await.unwrap();
        for _ in 0..5 {
            let (first, second) = (name("Første"), name("Anden"));
            let (early, late) = ([ali, bo], [clara, dan]);
            let (one, other) = tokio::join!(
                change_group(&database, (id, group), &first, &early),
                change_group(&database, (id, group), &second, &late),
            );
            assert!(one.unwrap() && other.unwrap());
            let kept = groups(database.read(), id).await.unwrap().remove(0);
            let wish = if kept.name == first {
                [ali, bo]
            } else {
                [clara, dan]
            };
            assert_eq!(kept.pupils, wish);
        }
    })
    .await;
}

#[tokio::test]
async fn work_is_read_for_the_whole_class_and_is_the_same_for_one() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo").await;
        let other = class(&database, 6, "Clara").await;
        let ali = made.join(&database, 0).await;
        let clara = other.join(&database, 0).await;
        for who in [ali.visitor, clara.visitor] {
            answer(database.write(), who, "s1", &["a"], true).await.unwrap();
        }
        let today = date_in_denmark(now());
        let count = PracticeCount {
            answered: 1,
            right_at_once: 0,
            solved: 1,
        };
        let practised = PractisedDrill {
            drill: TABLES,
            day: today,
            count,
        };
        for pupil in [ali.pupil, ali.pupil, clara.pupil] {
            note_practice(database.write(), pupil, practised).await.unwrap();
        }
        let work = class_work(
            database.read(),
            made.class.id,
            WhichCourses::These(&[course("kursus")]),
        )
        .await
        .unwrap();
        let [(first, of_ali), (_, of_bo)] = &work[..] else {
            panic!("{work:?}");
        };
        assert_eq!(of_ali.courses[&course("kursus")].records.len(), 1);
        assert_eq!(of_ali.practice(TABLES, today).solved, 2);
        assert!(of_bo.courses.is_empty() && of_bo.practised.is_empty());
        let alone = pupil_work(database.read(), first, WhichCourses::These(&[course("kursus")])).await;
        assert_eq!(&alone.unwrap(), of_ali);
        let nothing = class_work(
            database.read(),
            made.class.id,
            WhichCourses::These(&[course("andet")]),
        )
        .await;
        assert!(nothing.unwrap()[0].1.courses.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_was_given_goes_with_the_pupil_and_the_class() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo").await;
        let id = made.class.id;
        let ali = made.pupils[0].id;
        make_group(&database, id, &name("Gruppe"), &[ali]).await.unwrap();
        give(&database, id, AssignedTo::Pupil(ali)).await.unwrap();
        give(&database, id, AssignedTo::Class).await.unwrap();
        remove_pupil(&database, id, ali).await.unwrap();
        assert_eq!(groups(database.read(), id).await.unwrap()[0].pupils, []);
        assert_eq!(assignments(database.read(), id).await.unwrap().len(), 1);
        erase_class(&database, id).await.unwrap();
        assert_eq!(assignments(database.read(), id).await.unwrap(), []);
        assert_eq!(groups(database.read(), id).await.unwrap(), []);
    })
    .await;
}
