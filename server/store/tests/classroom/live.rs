use jiff::SignedDuration;
use store::classroom::{ask_for_help, come, leave, note_helped, take_back, whereabouts};

use super::{again, class};
use crate::support::{answer, now, on_each_database, visitor};

#[tokio::test]
async fn a_teacher_sees_where_the_own_pupils_are() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo").await;
        let other = class(&database, 6, "Clara").await;
        let ali = made.join(&database, 0).await.visitor;
        let clara = other.join(&database, 0).await.visitor;
        for who in [ali, clara, visitor(&database).await] {
            answer(database.write(), who, "s1", &["a"], false).await.unwrap();
        }
        answer(database.write(), ali, "s1", &["a"], false).await.unwrap();
        let seen = whereabouts(database.read(), made.class.id, now()).await.unwrap();
        let seen: Vec<_> = seen.iter().map(|at| (at.visitor, at.failures)).collect();
        assert_eq!(seen, [(ali, 2)]);
        let later = now() + SignedDuration::from_secs(1);
        assert_eq!(
            whereabouts(database.read(), made.class.id, later).await.unwrap(),
            []
        );
    })
    .await;
}

#[tokio::test]
async fn help_is_asked_for_answered_and_over() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo").await;
        let other = class(&database, 6, "Clara").await;
        let (id, ali) = (made.class.id, made.join(&database, 0).await.pupil);
        let help = async || {
            let pupil = again(&database, made.teacher, id).await.pupils.remove(0);
            (pupil.asked_at.is_some(), pupil.coming_at.is_some())
        };
        come(database.write(), id, ali, now()).await.unwrap();
        assert_eq!(help().await, (false, false), "nobody has asked");
        ask_for_help(database.write(), ali, now()).await.unwrap();
        come(database.write(), other.class.id, ali, now()).await.unwrap();
        note_helped(database.write(), other.class.id, ali).await.unwrap();
        assert_eq!(help().await, (true, false), "another's pupil is not touched");
        come(database.write(), id, ali, now()).await.unwrap();
        assert_eq!(help().await, (true, true));
        note_helped(database.write(), id, ali).await.unwrap();
        assert_eq!(help().await, (false, false));
        for over in [true, false] {
            ask_for_help(database.write(), ali, now()).await.unwrap();
            if over {
                take_back(database.write(), ali).await.unwrap();
            } else {
                leave(database.write(), ali).await.unwrap();
            }
            assert_eq!(help().await, (false, false));
        }
    })
    .await;
}
