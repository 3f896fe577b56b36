//! Nobody finds a code by trying.

use domain::learning::RecoveryCode;
use jiff::Timestamp;
use store::learning::{self, RedeemOutcome};
use store::{Database, GUESSES_A_DAY};

use crate::support::{SECRET, code, days, now, number, on_each_database, visitor_with_code};

#[tokio::test]
async fn after_some_wrong_codes_even_the_right_one_is_not_looked_at() {
    on_each_database(async |database| {
        visitor_with_code(&database, &code(0, 0), &[]).await;
        visitor_with_code(&database, &code(1, 0), &[]).await;
        for second in 1..=GUESSES_A_DAY {
            let wrong = code(0, u32::try_from(second).unwrap());
            assert_eq!(guess(&database, &wrong, now()).await, RedeemOutcome::Unknown);
        }
        assert_eq!(
            guess(&database, &code(0, 0), now()).await,
            RedeemOutcome::TooManyGuesses
        );
        // Other people's codes begin with other words, and tomorrow is another day.
        assert!(is_redeemed(&guess(&database, &code(1, 0), now()).await));
        assert!(is_redeemed(&guess(&database, &code(0, 0), now() + days(1)).await));
    })
    .await;
}

#[tokio::test]
async fn right_codes_are_no_guesses() {
    on_each_database(async |database| {
        visitor_with_code(&database, &code(0, 0), &[]).await;
        for _ in 0..GUESSES_A_DAY * 2 {
            assert!(is_redeemed(&guess(&database, &code(0, 0), now()).await));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_that_arrive_together_are_all_counted() {
    on_each_database(async |database| {
        let guesses: Vec<_> = (0..64)
            .map(|second| {
                let server = Database::clone(&database);
                tokio::spawn(async move { guess(&server, &code(0, second), now()).await })
            })
            .collect();
        let mut looked_at = 0;
        for guess in guesses {
            looked_at += i64::from(guess.await.unwrap() == RedeemOutcome::Unknown);
        }
        assert_eq!(looked_at, GUESSES_A_DAY);
        let words = "SELECT count(*) AS number FROM recovery_guesses WHERE length(bucket) <> 64";
        assert_eq!(
            number(&database, words).await,
            0,
            "nothing of the code can be read"
        );
    })
    .await;
}

fn is_redeemed(outcome: &RedeemOutcome) -> bool {
    matches!(outcome, RedeemOutcome::Redeemed { .. })
}

async fn guess(database: &Database, code: &RecoveryCode, at: Timestamp) -> RedeemOutcome {
    learning::redeem(database, SECRET, code, None, at).await.unwrap()
}
