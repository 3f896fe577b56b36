//! What is forgotten, and when.

use domain::messages::Channel;
use domain::tutor::{Act, Side};
use store::Database;
use store::learning::{self, RedeemOutcome};
use store::outbox::{self, NewMessage, TUTOR_HANDOUT};
use store::retention::{PAIRING_DAYS, erase_expired};
use store::tutor::{HandoutClaim, Seat, claim_handout, helped};

use super::{begin, code, minutes, press_on, two};
use crate::support::{SECRET, days, now, on_each_database, visitor_with_code};

async fn rows(database: &crate::support::TestDatabase, table: &str) -> i64 {
    database
        .number(&format!("SELECT count(*) AS number FROM {table}"))
        .await
}

async fn claim(database: &Database, seat: Seat) -> HandoutClaim {
    let transaction = database.begin().await.unwrap();
    let claim = claim_handout(&transaction, seat, now()).await.unwrap();
    transaction.commit().await.unwrap();
    claim
}

#[tokio::test]
async fn a_lesson_of_two_is_forgotten_the_next_day_and_the_helpers_numbers_stay() {
    on_each_database(async |database| {
        let (citizen, _, helper) = two(&database).await;
        press_on(&database, citizen, Act::GoOn, "a").await;
        // Nobody came to this one.
        begin(&database, Side::Helper, &code(5)).await.unwrap();
        let soon = erase_expired(database.write(), now() + days(PAIRING_DAYS))
            .await
            .unwrap();
        assert_eq!(soon.pairings, 0);
        let later = now() + days(PAIRING_DAYS) + (minutes(1) - now());
        let erased = erase_expired(database.write(), later).await.unwrap();
        assert_eq!(erased.pairings, 2);
        for table in ["pairings", "pairing_steps", "pairing_ticks"] {
            assert_eq!(rows(&database, table).await, 0, "{table}");
        }
        assert_eq!(
            rows(&database, "helped").await,
            1,
            "what led to nothing is not kept"
        );
        assert_eq!(helped(database.read(), helper).await.unwrap().steps, 1);
    })
    .await;
}

#[tokio::test]
async fn a_helpers_numbers_come_along_to_another_device() {
    on_each_database(async |database| {
        let (citizen, _, helper) = two(&database).await;
        press_on(&database, citizen, Act::GoOn, "a").await;
        let recovery = crate::support::code(7, 7);
        let owner = visitor_with_code(&database, &recovery, &[]).await;
        let redeemed = learning::redeem(&database, SECRET, &recovery, Some(helper), now()).await;
        assert!(matches!(redeemed, Ok(RedeemOutcome::Redeemed { .. })));
        assert_eq!(helped(database.read(), owner).await.unwrap().times, 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_learned_is_sent_once_and_by_the_citizen() {
    on_each_database(async |database| {
        let (citizen, helper, _) = two(&database).await;
        assert_eq!(claim(&database, helper).await, HandoutClaim::NotNow);
        assert_eq!(claim(&database, citizen).await, HandoutClaim::Yours);
        assert_eq!(claim(&database, citizen).await, HandoutClaim::NotNow);
    })
    .await;
}

#[tokio::test]
async fn the_address_goes_when_the_mail_is_sent_or_of_no_use() {
    on_each_database(async |database| {
        for is_sent in [true, false] {
            let mail = NewMessage {
                channel: Channel::Email,
                kind: TUTOR_HANDOUT.into(),
                recipient: "birthe@example.dk".into(),
                subject: "Det kan du nu".into(),
                body_text: "…".into(),
                body_html: None,
                attachment: None,
                expires_at: Some(now() + days(1)),
            };
            let id = outbox::enqueue(database.write(), &mail, now()).await.unwrap();
            assert_eq!(
                erase_expired(database.write(), now())
                    .await
                    .unwrap()
                    .tutor_handouts,
                0
            );
            let later = if is_sent {
                outbox::mark_sent(database.write(), id, now()).await.unwrap();
                now()
            } else {
                now() + days(1)
            };
            assert_eq!(
                erase_expired(database.write(), later)
                    .await
                    .unwrap()
                    .tutor_handouts,
                1
            );
            assert_eq!(rows(&database, "outbox").await, 0);
        }
    })
    .await;
}
