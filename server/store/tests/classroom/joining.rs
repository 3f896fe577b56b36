use domain::classroom::SignInKind;
use jiff::SignedDuration;
use store::classroom::{
    Device, JoinOutcome, WRONG_CODES_AN_HOUR, join, leave, renew_card, signed_in_pupil, wrong_codes_this_hour,
};

use super::{again, class, try_card};
use crate::support::{SECRET, now, on_each_database};

#[tokio::test]
async fn a_pupil_is_the_same_visitor_on_every_device() {
    on_each_database(async |database| {
        let made = class(&database, 1, "Ali\nBo").await;
        let [first, second, other] = [0, 0, 1];
        let first = made.join(&database, first).await;
        let second = made.join(&database, second).await;
        let other = made.join(&database, other).await;
        assert_eq!(first.visitor, second.visitor);
        assert_ne!(first.visitor, other.visitor);
        assert_eq!(first.until, now() + SignedDuration::from_mins(45));

        let signed_in = signed_in_pupil(database.read(), first.pupil, first.card)
            .await
            .unwrap();
        let (pupil, class) = signed_in.unwrap();
        assert_eq!((pupil.name.as_str(), class.name.as_str()), ("Ali", "1.b"));
        leave(database.write(), first.pupil).await.unwrap();
        let left = again(&database, made.teacher, made.class.id).await;
        assert_eq!(left.pupils[0].signed_in_until, None);
        assert!(left.pupils[1].signed_in_until.is_some());
    })
    .await;
}

#[tokio::test]
async fn an_old_card_is_worth_nothing() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali").await;
        let joined = made.join(&database, 0).await;
        let of = (made.class.id, made.class.sign_in());
        renew_card(&database, SECRET, of, joined.pupil).await.unwrap();
        let tried = try_card(&database, made.class.id, &made.card(0), Device::New).await;
        assert_eq!(tried, JoinOutcome::Unknown);
        let signed_in = signed_in_pupil(database.read(), joined.pupil, joined.card)
            .await
            .unwrap();
        assert_eq!(signed_in, None, "who has the old card is signed out");
        let changed = again(&database, made.teacher, made.class.id).await;
        assert_eq!(changed.join(&database, 0).await.visitor, joined.visitor);
    })
    .await;
}

#[tokio::test]
async fn a_card_of_another_class_opens_nothing() {
    on_each_database(async |database| {
        let own = class(&database, 5, "Ali").await;
        let other = class(&database, 6, "Bo").await;
        let tried = try_card(&database, own.class.id, &other.card(0), Device::New).await;
        assert_eq!(tried, JoinOutcome::Unknown);
    })
    .await;
}

#[tokio::test]
async fn guesses_are_slowed_down_and_no_class_is_locked() {
    on_each_database(async |database| {
        let made = class(&database, 1, "Ali").await;
        let id = made.class.id;
        let wrong = (0..2)
            .map(|number| SignInKind::Pictures.code([number, 0, 0]))
            .find(|code| *code != made.card(0))
            .unwrap();
        for _ in 0..WRONG_CODES_AN_HOUR {
            assert_eq!(
                try_card(&database, id, &wrong, Device::New).await,
                JoinOutcome::Unknown
            );
        }
        let right = made.card(0);
        assert_eq!(
            try_card(&database, id, &right, Device::New).await,
            JoinOutcome::TooManyGuesses
        );
        let counted = wrong_codes_this_hour(database.read(), SECRET, id, now())
            .await
            .unwrap();
        assert_eq!(counted, WRONG_CODES_AN_HOUR);

        let known = try_card(&database, id, &right, Device::Known(7)).await;
        assert!(
            matches!(known, JoinOutcome::Joined(_)),
            "the class's own devices go on"
        );
        let later = now() + SignedDuration::from_hours(1);
        let again = join(&database, SECRET, (id, &right), Device::New, later)
            .await
            .unwrap();
        assert!(matches!(again, JoinOutcome::Joined(_)), "an hour later all do");
    })
    .await;
}
