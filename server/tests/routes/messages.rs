//! What is written about appointments, and when.

use app::server_side::Site;
use app::write_reminders;
use domain::messages::Channel;
use jiff::{SignedDuration, Timestamp};
use store::outbox::{self, Message};

use crate::support::{TestServer, Visitor, on_both_databases};

/// Books the first time on a page of free times; gives the time.
async fn book_on(visitor: &mut Visitor, page: &str, (kind, value): (&str, &str)) -> Timestamp {
    let slot = visitor.first_time_on(page).await;
    let who = [
        ("service", "mitid"),
        ("location", "borgerservice"),
        ("locale", "da"),
        ("slot", &*slot),
        ("name", "Birthe Holm"),
        ("contact", kind),
        (kind, value),
    ];
    visitor.post("/api/appointments/save-details", &who).await;
    visitor.post("/api/appointments/book", &[("locale", "da")]).await;
    slot.parse().unwrap()
}

/// Books the first free time.
async fn book(server: &TestServer, contact: (&str, &str)) -> Timestamp {
    book_on(&mut server.visitor(), "/tid/mitid/borgerservice", contact).await
}

/// Books so far ahead that neither reminder's time has passed.
async fn book_in_some_days(server: &TestServer) -> Timestamp {
    let from = Timestamp::now() + SignedDuration::from_hours(24 * 4);
    let page = format!("/tid/mitid/borgerservice?fra={}", from.strftime("%Y-%m-%d"));
    book_on(&mut server.visitor(), &page, ("email", "birthe@example.dk")).await
}

/// What is to be sent at a moment.
async fn waiting(server: &TestServer, now: Timestamp) -> Vec<Message> {
    outbox::due(server.database.read(), now, 50).await.unwrap()
}

async fn kinds(server: &TestServer, now: Timestamp) -> Vec<String> {
    waiting(server, now)
        .await
        .into_iter()
        .map(|message| message.kind)
        .collect()
}

/// What the job writes at a moment, with each of two servers.
async fn reminders_at(server: &TestServer, now: Timestamp) -> i64 {
    let mut written = 0;
    for _ in 0..2 {
        written += write_reminders(&server.context, &Site::default(), now)
            .await
            .unwrap();
    }
    written
}

#[tokio::test]
async fn the_way_that_was_chosen_is_taken() {
    on_both_databases(|server| async move {
        book(&server, ("phone", "12 34 56 78")).await;
        book(&server, ("email", "birthe@example.dk")).await;
        book(&server, ("none", "")).await;
        let waiting = waiting(&server, Timestamp::now()).await;
        let ways: Vec<_> = waiting
            .iter()
            .map(|message| (message.channel, message.recipient.as_str()))
            .collect();
        let expected = [(Channel::Email, "birthe@example.dk"), (Channel::Sms, "12345678")];
        assert_eq!(ways, expected);
        let [mail, sms] = &waiting[..] else { panic!() };
        assert!(mail.body_html.is_some() && mail.attachment.is_some());
        assert!(sms.body_html.is_none() && sms.attachment.is_none());
        assert!(
            sms.body_text.starts_with("Din tid er booket: "),
            "{}",
            sms.body_text
        );
    })
    .await;
}

#[tokio::test]
async fn the_ticket_says_what_else_they_will_hear() {
    on_both_databases(|server| async move {
        let from = Timestamp::now() + SignedDuration::from_hours(24 * 4);
        let page = format!("/tid/mitid/borgerservice?fra={}", from.strftime("%Y-%m-%d"));
        for (contact, told) in [
            (("phone", "12 34 56 78"), Some("Vi sender dig også en sms. ")),
            (
                ("email", "birthe@example.dk"),
                Some("Vi sender dig også en mail med det hele. "),
            ),
            (("none", ""), None),
        ] {
            let mut visitor = server.visitor();
            book_on(&mut visitor, &page, contact).await;
            let ticket = visitor.get("/tid/kvittering").await;
            let reminded = "Vi minder dig om tiden dagen før og to timer før.";
            match told {
                Some(told) => assert!(ticket.has(&format!("{told}{reminded}")), "{}", ticket.body),
                None => assert!(!ticket.has("Vi sender dig") && !ticket.has(reminded)),
            }
        }
    })
    .await;
}

#[tokio::test]
async fn somebody_is_reminded_the_day_before_and_two_hours_before() {
    on_both_databases(|server| async move {
        let starts_at = book_in_some_days(&server).await;
        let hours = |hours| starts_at - SignedDuration::from_hours(hours);
        for (now, written) in [
            (hours(30), 0),
            (hours(23), 1),
            (hours(22), 0),
            (hours(2), 1),
            (hours(1), 0),
            (hours(0), 0),
        ] {
            assert_eq!(reminders_at(&server, now).await, written, "{now}");
        }
        let told = kinds(&server, hours(1)).await;
        assert_eq!(
            told,
            ["booking-confirmation", "reminder-hours"],
            "the other one is of no use any more"
        );
        let waiting = waiting(&server, hours(22)).await;
        assert_eq!(waiting[1].kind, "reminder-day");
        let reminder = &waiting[1];
        assert!(
            reminder.body_text.starts_with("Husk din tid.\n\n"),
            "{}",
            reminder.body_text
        );
        assert!(reminder.attachment.is_some());
        // The code is the one on the ticket.
        let confirmed = code_line(&waiting[0].body_text);
        assert!(confirmed.len() > 10 && code_line(&reminder.body_text) == confirmed);
    })
    .await;
}

#[tokio::test]
async fn what_is_cancelled_is_not_reminded_of() {
    on_both_databases(|server| async move {
        let starts_at = book_in_some_days(&server).await;
        let day_before = starts_at - SignedDuration::from_hours(23);
        assert_eq!(reminders_at(&server, day_before).await, 1);
        let id = domain::ids::AppointmentId(1);
        store::appointments::cancel(&server.database, id, Timestamp::now(), None)
            .await
            .unwrap();
        assert!(
            kinds(&server, day_before).await.is_empty(),
            "what was not sent is taken back"
        );
        assert_eq!(reminders_at(&server, day_before).await, 0);
    })
    .await;
}

fn code_line(text: &str) -> &str {
    text.lines()
        .find(|line| line.starts_with("Din kode: "))
        .unwrap_or_default()
}
