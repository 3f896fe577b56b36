use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::outbox::{self, Attachment, LEASE_SECONDS, MAX_ATTEMPTS, Message, NewMessage, OutboxCounts};

use crate::support::{message, now, on_each_database};

#[tokio::test]
async fn a_message_is_sent_once_and_its_text_forgotten() {
    on_each_database(async |database| {
        let ticket = NewMessage {
            attachment: Some(Attachment {
                name: "tid.ics".into(),
                text: "BEGIN:VCALENDAR".into(),
            }),
            ..message("Din tid")
        };
        outbox::enqueue(database.write(), &ticket, now()).await.unwrap();
        let waiting = due(&database, now()).await;
        assert!(waiting[0].attachment == ticket.attachment);
        assert_eq!((waiting[0].subject.as_str(), waiting[0].attempts), ("Din tid", 0));

        assert!(outbox::claim(database.write(), &waiting[0], now()).await.unwrap());
        outbox::mark_sent(database.write(), waiting[0].id, now())
            .await
            .unwrap();
        assert!(due(&database, after(LEASE_SECONDS)).await.is_empty());
        let kept = "SELECT count(*) AS number FROM outbox WHERE body_text <> '' OR attachment IS NOT NULL";
        assert_eq!(database.number(kept).await, 0);
        let counts = outbox::counts(database.read()).await.unwrap();
        assert_eq!(
            counts,
            OutboxCounts {
                sent: 1,
                ..OutboxCounts::default()
            }
        );
    })
    .await;
}

#[tokio::test]
async fn two_servers_never_take_the_same_message() {
    on_each_database(async |database| {
        for number in 0..40 {
            outbox::enqueue(database.write(), &message(&number.to_string()), now())
                .await
                .unwrap();
        }
        let mut servers = Vec::new();
        for _ in 0..2 {
            servers.push(database.open_again().await);
        }
        let sending: Vec<_> = (0..8)
            .map(|number| tokio::spawn(send_all(servers[number % 2].clone())))
            .collect();
        let mut sent = Vec::new();
        for sender in sending {
            sent.extend(sender.await.unwrap());
        }
        assert_eq!(sent.len(), 40);
        sent.sort_unstable();
        sent.dedup();
        assert_eq!(sent.len(), 40);
    })
    .await;
}

#[tokio::test]
async fn a_sender_that_dies_gives_its_messages_back() {
    on_each_database(async |database| {
        outbox::enqueue(database.write(), &message("x"), now())
            .await
            .unwrap();
        let first = due(&database, now()).await.remove(0);
        assert!(outbox::claim(database.write(), &first, now()).await.unwrap());
        assert!(!outbox::claim(database.write(), &first, now()).await.unwrap());
        assert!(due(&database, after(LEASE_SECONDS - 1)).await.is_empty());
        assert_eq!(due(&database, after(LEASE_SECONDS)).await[0].attempts, 1);
    })
    .await;
}

#[tokio::test]
async fn a_message_that_fails_is_tried_less_and_less_and_given_up() {
    on_each_database(async |database| {
        outbox::enqueue(database.write(), &message("x"), now())
            .await
            .unwrap();
        let (mut at, mut waits) = (now(), Vec::new());
        for _ in 0..MAX_ATTEMPTS {
            let message = due(&database, at).await.remove(0);
            assert!(outbox::claim(database.write(), &message, at).await.unwrap());
            outbox::mark_failed(database.write(), &message, "550 no\0 such user", at)
                .await
                .unwrap();
            let next = database
                .number("SELECT next_attempt_at AS number FROM outbox")
                .await;
            waits.push((next - at.as_second()) / 60);
            at = Timestamp::from_second(next).unwrap();
        }
        assert_eq!(waits[..10], [1, 2, 4, 8, 16, 32, 64, 128, 256, 360]);
        assert_eq!(waits.last(), Some(&360));
        assert!(due(&database, at).await.is_empty());
        let counts = outbox::counts(database.read()).await.unwrap();
        assert_eq!(
            counts,
            OutboxCounts {
                given_up: 1,
                ..OutboxCounts::default()
            }
        );
    })
    .await;
}

/// What a sender does until nothing is due; the subjects of what it has sent.
async fn send_all(server: Database) -> Vec<String> {
    let mut sent = Vec::new();
    loop {
        let waiting = due(&server, now()).await;
        if waiting.is_empty() {
            return sent;
        }
        for message in waiting {
            if outbox::claim(server.write(), &message, now()).await.unwrap() {
                tokio::task::yield_now().await;
                outbox::mark_sent(server.write(), message.id, now())
                    .await
                    .unwrap();
                sent.push(message.subject);
            }
        }
    }
}

async fn due(database: &Database, at: Timestamp) -> Vec<Message> {
    outbox::due(database.read(), at, 10).await.unwrap()
}

fn after(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}
