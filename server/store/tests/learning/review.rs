use domain::learning::{Recall, ReviewCard};
use store::Database;
use store::learning::{self, Fsrs};

use crate::support::{card, days, now, on_each_database, visitor};

#[tokio::test]
async fn a_card_reads_back_as_it_was_written() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        learning::add_card(database.write(), visitor, &card("s1"))
            .await
            .unwrap();
        let second = ReviewCard {
            due: now() + days(9),
            ..card("s1")
        };
        learning::add_card(database.write(), visitor, &second)
            .await
            .unwrap();
        let cards = learning::cards(database.read(), visitor).await.unwrap();
        assert_eq!(cards, [card("s1")], "a step has one card, the first");
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_arrives_sixteen_times_counts_once() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        learning::add_card(database.write(), visitor, &card("s1"))
            .await
            .unwrap();
        let after = card("s1")
            .answered(&Fsrs::default(), Recall::Good, now() + days(2))
            .unwrap();
        let presses: Vec<_> = (0..16)
            .map(|_| {
                let (server, after) = (Database::clone(&database), after.clone());
                tokio::spawn(async move {
                    learning::save_review(server.write(), visitor, &card("s1"), &after)
                        .await
                        .unwrap()
                })
            })
            .collect();
        let mut kept = 0;
        for press in presses {
            kept += i32::from(press.await.unwrap());
        }
        assert_eq!(kept, 1);
        assert_eq!(learning::cards(database.read(), visitor).await.unwrap(), [after]);
    })
    .await;
}
