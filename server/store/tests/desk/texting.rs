use store::desk::text_ticket;
use store::outbox::{due, mark_sent};

use super::{sms, walk_in};
use crate::support::{now, on_each_database};

#[tokio::test]
async fn a_number_is_sent_once_to_a_telephone_however_often_it_is_pressed() {
    on_each_database(async |database| {
        let [first, second] = [
            walk_in(&database, 1, now()).await,
            walk_in(&database, 2, now()).await,
        ];
        for (ticket, telephone, is_new) in [
            (&first, "20101234", true),
            (&first, "20101234", false),
            (&first, "20105678", true),
            (&second, "20101234", true),
        ] {
            let written = text_ticket(&database, ticket, sms(telephone), now()).await;
            assert_eq!(written.unwrap(), is_new, "{telephone}");
        }
        let waiting = due(database.read(), now(), 10).await.unwrap();
        assert_eq!(waiting.len(), 3);
        for message in waiting {
            mark_sent(database.write(), message.id, now()).await.unwrap();
        }
        let again = text_ticket(&database, &first, sms("20101234"), now()).await;
        assert!(!again.unwrap(), "neither after it was sent");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_presses_at_once_send_one() {
    on_each_database(async |database| {
        let ticket = walk_in(&database, 1, now()).await;
        let servers = [store::Database::clone(&database), database.open_again().await];
        let presses: Vec<_> = (0..16_usize)
            .map(|press| {
                let (server, ticket) = (servers[press % 2].clone(), ticket.clone());
                tokio::spawn(async move {
                    text_ticket(&server, &ticket, sms("20101234"), now())
                        .await
                        .unwrap()
                })
            })
            .collect();
        let mut written = 0;
        for press in presses {
            written += i32::from(press.await.unwrap());
        }
        assert_eq!(written, 1);
    })
    .await;
}
