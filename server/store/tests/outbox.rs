use domain::ids::AppointmentId;
use domain::messages::{Channel, DeliveryProblem};
use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::outbox::{
    self, About, Attachment, LEASE_SECONDS, MAX_ATTEMPTS, Message, NewMessage, OutboxCounts,
};

use crate::support::{days, message, now, on_each_database};

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
        let kept = "SELECT count(*) AS number FROM outbox WHERE body_text <> '' OR body_html IS NOT NULL OR attachment IS NOT NULL";
        assert_eq!(database.number(kept).await, 0);
        let counts = outbox::counts(database.read(), now()).await.unwrap();
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
            fail(&database, &message, DeliveryProblem::Unreachable, at).await;
            let next = database
                .number("SELECT next_attempt_at AS number FROM outbox")
                .await;
            waits.push((next - at.as_second()) / 60);
            at = Timestamp::from_second(next).unwrap();
        }
        assert_eq!(waits[..10], [1, 2, 4, 8, 16, 32, 64, 128, 256, 360]);
        assert_eq!(waits.last(), Some(&360));
        assert!(due(&database, at).await.is_empty());
        let counts = outbox::counts(database.read(), at).await.unwrap();
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

#[tokio::test]
async fn what_is_refused_is_given_up_at_once() {
    on_each_database(async |database| {
        outbox::enqueue(database.write(), &message("x"), now())
            .await
            .unwrap();
        let refused = due(&database, now()).await.remove(0);
        assert!(outbox::claim(database.write(), &refused, now()).await.unwrap());
        fail(&database, &refused, DeliveryProblem::Refused, now()).await;
        assert!(due(&database, now() + days(30)).await.is_empty());
        let counts = outbox::counts(database.read(), now()).await.unwrap();
        assert_eq!((counts.given_up, counts.waiting), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn what_is_of_no_use_any_more_is_not_sent() {
    on_each_database(async |database| {
        let reminder = NewMessage {
            expires_at: Some(after(60)),
            ..message("x")
        };
        outbox::enqueue(database.write(), &reminder, now()).await.unwrap();
        assert_eq!(due(&database, after(59)).await.len(), 1);
        assert!(due(&database, after(60)).await.is_empty());
        let counts = outbox::counts(database.read(), after(60)).await.unwrap();
        assert_eq!((counts.given_up, counts.waiting), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn mail_keeps_no_sms_back_and_letters_are_never_due() {
    on_each_database(async |database| {
        for (channel, number) in [(Channel::Email, 12), (Channel::Letter, 1), (Channel::Sms, 1)] {
            for _ in 0..number {
                let message = NewMessage {
                    channel,
                    ..message("x")
                };
                outbox::enqueue(database.write(), &message, now()).await.unwrap();
            }
        }
        let due = due(&database, now()).await;
        let of = |channel| due.iter().filter(|message| message.channel == channel).count();
        let counts = [Channel::Email, Channel::Sms, Channel::Letter].map(of);
        assert_eq!(counts, [10, 1, 0]);
    })
    .await;
}

#[tokio::test]
async fn a_message_about_an_appointment_is_written_once_for_each_of_its_times() {
    on_each_database(async |database| {
        let other = database.open_again().await;
        for (sequence, written) in [(0, true), (0, false), (1, true)] {
            let about = About {
                appointment: AppointmentId(7),
                sequence,
            };
            let server = if sequence == 0 { &other } else { &*database };
            let new = outbox::enqueue_about(server.write(), about, &message("x"), now())
                .await
                .unwrap();
            assert_eq!(new, written, "{sequence}");
        }
        assert_eq!(due(&database, now()).await.len(), 2);
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

async fn fail(database: &Database, message: &Message, problem: DeliveryProblem, at: Timestamp) {
    outbox::mark_failed(database.write(), message, problem, "550 no\0 such user", at)
        .await
        .unwrap();
}

fn after(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}
