//! How many queries a page costs. A page that asks more than it must is slow on the day when everybody comes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::appointments::{Arrangement, Unit};
use domain::classroom::SignInKind;
use domain::contact::{Contact, PersonName};
use domain::ids::{AdviserId, ClassId, CourseId, LocationId, ServiceId, StepId};
use domain::locale::Locale;
use domain::staff::Role;
use domain::time::{date_in_denmark, moment_in_denmark};
use jiff::{Timestamp, ToSpan};
use store::appointments::{BookOutcome, NewAppointment, book};
use store::classroom::{self, Device, JoinOutcome, ask_for_help};
use store::learning::{GradedAnswer, save_answer};
use support::{CODE_KEY, TestServer, Visitor};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

mod support;

/// What a page of a class may cost, however many pupils it has.
const MOST_FOR_A_CLASS: usize = 16;

/// The desk of a place, and what it costs when it is fetched again at an event.
const DESK: &str = "/skranke/borgerservice";
const QUERIES_OF_A_DESK: usize = 8;

/// What a page costs on which somebody who works here sees citizens for the first time that day.
const MOST_FOR_A_DAY: usize = 10;

/// Counts the statements that the driver reports.
#[derive(Clone, Default)]
struct Statements(Arc<AtomicUsize>);

impl<S: Subscriber> Layer<S> for Statements {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut query = IsQuery(false);
        event.record(&mut query);
        if event.metadata().target() == "sqlx::query" && query.0 {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// Whether a statement asks or changes something. Opening a connection has statements too (`PRAGMA`), and when that happens
/// is the pool's affair.
struct IsQuery(bool);

impl Visit for IsQuery {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "summary" {
            let summary = format!("{value:?}");
            let summary = summary.trim_start_matches('"');
            self.0 = ["SELECT", "INSERT", "UPDATE", "DELETE"]
                .iter()
                .any(|verb| summary.starts_with(verb));
        }
    }
}

impl Statements {
    async fn of(&self, visitor: &mut Visitor, page: &str) -> usize {
        let before = self.0.load(Ordering::SeqCst);
        assert!(visitor.get(page).await.status.is_success(), "{page}");
        self.0.load(Ordering::SeqCst) - before
    }

    async fn of_form(&self, visitor: &mut Visitor, form: &str, fields: &[(&str, &str)]) -> usize {
        let before = self.0.load(Ordering::SeqCst);
        assert!(visitor.post(form, fields).await.status.is_redirection(), "{form}");
        self.0.load(Ordering::SeqCst) - before
    }
}

/// Keeps what is needed at an appointment, in the session alone.
const SAVE_NEEDS: &str = "/api/appointments/save-needs";

/// A class in which everybody has signed in and answered, and the address of its page.
async fn class_of(server: &TestServer, teacher: &mut Visitor, pupils: i64) -> String {
    let names: Vec<_> = (1..=pupils).map(|number| format!("Elev {number}")).collect();
    let today = date_in_denmark(Timestamp::now());
    let due = today.saturating_add(ToSpan::days(30)).to_string();
    let (names, from) = (names.join("\n"), today.to_string());
    let class = [
        ("locale", "da"),
        ("name", "5.b"),
        ("grade", "5"),
        ("names", &*names),
        ("ends_on", &*due),
        ("lesson", "45"),
    ];
    let made = teacher.post("/api/classroom/make", &class).await;
    let page = made.leads_to().to_owned();
    let id = page.rsplit('/').next().unwrap().to_owned();
    let lesson = [
        ("locale", "da"),
        ("class", &*id),
        ("course", "digital-post"),
        ("lessons[0]", "hvad-er-det"),
        ("to", "alle"),
        ("from", &*from),
        ("due", &*due),
    ];
    teacher.post("/api/classroom/assign", &lesson).await;
    let class = ClassId(id.parse().unwrap());
    let seats = classroom::pupils(server.database.read(), class).await.unwrap();
    for seat in seats {
        let (card, now) = (seat.code(CODE_KEY, SignInKind::Words), Timestamp::now());
        let joined = classroom::join(&server.database, CODE_KEY, (class, &card), Device::New, now).await;
        let JoinOutcome::Joined(joined) = joined.unwrap() else {
            panic!("{seat:?} did not come in");
        };
        let answer = GradedAnswer {
            course: &CourseId::parse("digital-post").unwrap(),
            step: &StepId::parse("hvem-skriver").unwrap(),
            given: &["a".to_owned()],
            correct: false,
        };
        save_answer(server.database.write(), joined.visitor, answer, now)
            .await
            .unwrap();
        ask_for_help(server.database.write(), joined.pupil, now)
            .await
            .unwrap();
    }
    page
}

/// A pupil of a class, signed in on a device of their own.
async fn pupil_of(server: &TestServer, teacher: &mut Visitor, class: &str) -> Visitor {
    let id = ClassId(class.rsplit('/').next().unwrap().parse().unwrap());
    let seats = classroom::pupils(server.database.read(), id).await.unwrap();
    let card = seats[0].code(CODE_KEY, SignInKind::Words).to_string();
    let sheet = teacher.get(&format!("{class}/kort")).await.body;
    let (_, code) = sheet.split_once("<strong translate=\"no\" dir=\"ltr\">").unwrap();
    let code = code.split('<').next().unwrap();
    let mut pupil = server.visitor();
    for (path, code) in [("find", code), ("join", &*card)] {
        let fields = [("locale", "da"), ("code", code)];
        pupil
            .post(&format!("/api/classroom/{path}"), &fields)
            .await
            .leads_to();
    }
    pupil
}

/// Somebody who is booked today, and to whom a letter is written.
async fn book_today(server: &TestServer, hour: i8) {
    let at = date_in_denmark(Timestamp::now()).at(hour, 0, 0, 0);
    let start = Unit::containing(moment_in_denmark(at).unwrap()).0;
    let wanted = NewAppointment {
        code_hash: format!("code {hour}"),
        sealed_code: String::new(),
        idempotency_key: format!("key {hour}"),
        service: ServiceId::parse("mitid").unwrap(),
        location: LocationId::parse("borgerservice").unwrap(),
        candidates: vec![AdviserId::parse("asta").unwrap()],
        units: start..start + 6,
        seats: 1,
        uses: vec![],
        attended: start..start + 6,
        later_dates: vec![],
        hold: None,
        name: PersonName::parse("Birthe Holm").unwrap(),
        contact: Contact::None,
        topic: None,
        arrangement: Arrangement::default(),
        booked_by: None,
        locale: Locale::Da,
        message: None,
        letter: true,
    };
    let booked = book(&server.database, &wanted, Timestamp::now()).await.unwrap();
    assert!(matches!(booked, BookOutcome::Booked(_)), "{booked:?}");
}

/// One test, so that nobody else's queries are counted.
#[tokio::test]
async fn a_page_asks_no_more_than_it_must() {
    let statements = Statements::default();
    tracing_subscriber::registry()
        .with(statements.clone())
        .with(EnvFilter::new("sqlx=trace"))
        .init();
    let server = TestServer::on_sqlite().await;

    // Everybody's pages as they are made: the schedule's version for the help band, and again where the page itself needs the
    // schedule. A cookie keeps what is made for all strangers at once from being given out.
    let mut stranger = server.visitor();
    stranger.cookie = Some("startlinje-text-size=large".to_owned());
    // The first visits also open connections and read the schedule.
    for page in ["/", "/tid/mitid", "/tid/mitid", "/tid/mitid/borgerservice"] {
        stranger.get(page).await;
    }
    for (page, queries) in [
        ("/", 1),
        ("/laer", 1),
        ("/laer/digital-post", 2),
        ("/laer/digital-post/hvad-er-det/hvem-skriver", 2),
        ("/lektier", 1),
        ("/lektier/broeker-5-klasse", 2),
        ("/penge/laan", 1),
        // When the next course begins.
        ("/tid", 3),
        // What is taken at each of the three places.
        ("/tid/mitid/borgerservice", 3),
        ("/tid/mitid", 3),
        ("/tid/mitid/foerst", 3),
        ("/tid/mitid/borgerservice/maaned", 3),
    ] {
        assert_eq!(
            statements.of(&mut stranger, page).await,
            queries,
            "queries of {page}"
        );
    }

    // Programs do not ask place by place either, and need no schedule for a page around it.
    for query in [
        "service=mitid&location=borgerservice&days=1",
        "service=mitid&days=1",
    ] {
        let path = format!("/api/v1/free-times?{query}");
        assert_eq!(statements.of(&mut stranger, &path).await, 2, "queries of {path}");
    }

    // A page that has been made for a stranger is looked at for one thing: whether the schedule is still the same.
    for page in ["/laer/digital-post", "/en/lektier/broeker-5-klasse"] {
        server.visitor().get(page).await;
        assert_eq!(
            statements.of(&mut server.visitor(), page).await,
            1,
            "{page} again"
        );
    }

    // Somebody whose progress is kept: the session and the progress besides; in the catalogue what is due in Genopfrisk, for a
    // course the goals of its lessons.
    let mut learner = server.visitor();
    let step = [
        ("course", "digital-post"),
        ("step", "hvem-skriver"),
        ("locale", "da"),
    ];
    learner.post("/api/learning/advance", &step).await;
    assert_eq!(statements.of(&mut learner, "/laer").await, 4);
    assert_eq!(statements.of(&mut learner, "/laer/digital-post").await, 5);
    assert_eq!(statements.of(&mut learner, "/laer/genopfrisk").await, 4);

    // Another device of somebody who has become the learner: their old number is followed within the same queries.
    let mut phone = server.visitor();
    phone.post("/api/learning/advance", &step).await;
    let mut tablet = server.visitor();
    tablet.redeem(&phone.recovery_code().await).await;
    phone.redeem(&learner.recovery_code().await).await;
    assert_eq!(statements.of(&mut tablet, "/laer").await, 4);
    assert_eq!(statements.of(&mut tablet, "/laer/digital-post").await, 5);
    assert_eq!(statements.of(&mut tablet, "/laer/genopfrisk").await, 4);

    // To forget what is not there writes no session: it is read, and the schedule's version. What was there is written once.
    let needs = [
        ("service", "mitid"),
        ("location", "borgerservice"),
        ("locale", "da"),
    ];
    let nothing = [&needs[..], &[("press", "nothing")]].concat();
    let by_telephone = [&needs[..], &[("way", "telephone")]].concat();
    assert_eq!(statements.of_form(&mut learner, SAVE_NEEDS, &nothing).await, 2);
    learner.post(SAVE_NEEDS, &by_telephone).await;
    assert_eq!(statements.of_form(&mut learner, SAVE_NEEDS, &nothing).await, 3);
    assert_eq!(statements.of_form(&mut learner, SAVE_NEEDS, &nothing).await, 2);

    // Whoever serves citizens is noted by one statement, however many they see, and by none when they look again: today's queue is
    // the session with who it is, the schedule's version, the tickets, who is booked, and which adviser one is.
    let mut clerk = server.staff(Role::Adviser).await;
    for hour in 8..16 {
        book_today(&server, hour).await;
    }
    assert_eq!(statements.of(&mut clerk, DESK).await, QUERIES_OF_A_DESK + 1);
    assert_eq!(statements.of(&mut clerk, DESK).await, QUERIES_OF_A_DESK);
    for hour in 16..24 {
        book_today(&server, hour).await;
    }
    assert_eq!(statements.of(&mut clerk, DESK).await, QUERIES_OF_A_DESK + 1);
    for page in ["/personale/dag", "/skranke/breve", "/skranke/beskeder"] {
        let first = statements.of(&mut clerk, page).await;
        assert!(first <= MOST_FOR_A_DAY, "{first} queries of {page}");
    }

    // How it goes in a class costs the same for 5 pupils as for 30.
    let mut teacher = server.staff(Role::Teacher).await;
    let small = class_of(&server, &mut teacher, 5).await;
    let large = class_of(&server, &mut teacher, 30).await;
    // A pupil's own page: the session, who it is and in which class, what is given, how far it has come, and the question.
    let mut pupil = pupil_of(&server, &mut teacher, &small).await;
    assert_eq!(statements.of(&mut pupil, "/klasse/i-dag").await, 9);
    for page in ["nu", "tavle", "opgaver", "rapport", "rapport?del=trin"] {
        let [of_small, of_large] = [&small, &large].map(|class| format!("{class}/{page}"));
        let few = statements.of(&mut teacher, &of_small).await;
        assert_eq!(statements.of(&mut teacher, &of_large).await, few, "{page}");
        assert!(few <= MOST_FOR_A_CLASS, "{few} queries of {page}");
    }
}
