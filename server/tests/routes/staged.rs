//! Citizens of one place, everywhere that the people who work there meet them: in today's queue, among the letters, on the call
//! lists. All have one word in their names, so whatever shows one of them is found out.

use app::offer_free_times;
use app::server_side::Site;
use domain::appointments::{Arrangement, BookingCode, Unit};
use domain::contact::{Contact, ContactKind, PersonName};
use domain::ids::{AdviserId, AppointmentId, LocationId, ServiceId};
use domain::locale::Locale;
use domain::messages::DeliveryProblem;
use domain::staff::{Role, Workplaces};
use domain::time::{date_in_denmark, moment_in_denmark};
use jiff::{Timestamp, ToSpan};
use store::appointments::{BookOutcome, NewAppointment, book, code_hash};
use store::{letters, outbox};

use crate::permissions::Table;
use crate::schedule::date_of;
use crate::support::{CODE_KEY, TestServer, Visitor};

/// Where they have booked.
pub const PLACE: &str = "borgerservice";

/// What they have booked.
const SERVICE: &str = "digital-post";

/// What stands on whatever shows one of them: a part of their names, their number and their address.
pub const TELLTALES: [&str; 3] = ["Quist", "75101234", "quist@example.dk"];

/// The name of printed letters, as the table of permissions has it.
const BATCH: &str = "00000000000000000000000000000001";

/// The first appointment's code.
const CODE: [u32; 3] = [1, 2, 3];
/// Of one that can be moved at any hour of today.
const CODE_OF_TOMORROW: [u32; 3] = [4, 5, 6];

/// What stands in the database, and what is needed to meet it.
pub struct Staged {
    pub table: Table,
    /// A day to come on which somebody has booked.
    day: String,
}

/// Whether somebody staged is on a page.
pub fn shows_somebody(body: &str) -> bool {
    TELLTALES.iter().any(|telltale| body.contains(telltale))
}

/// Fills a server that nobody has used: number 1 of everything is somebody's of [`PLACE`].
pub async fn stage(server: &TestServer) -> Staged {
    // Today's, who is here already; and one of the night, when nobody is at work, who is to be called.
    let here = at_hour(server, CODE, [0, 12]).await;
    at_hour(server, CODE_OF_TOMORROW, [1, 3]).await;
    let fields = [("locale", "da"), ("location", PLACE), ("appointment", "1")];
    assert_eq!(here, AppointmentId(1));
    let mut clerk = server.staff(Role::Adviser).await;
    clerk.post("/api/desk/arrived", &fields).await.leads_to();
    // Another who has not come yet, and is written to in vain.
    at_hour(server, [7, 8, 9], [0, 14]).await;
    let day = date_of(&book_by(server, "email", "quist@example.dk").await);
    fail_messages(server).await;
    book_by(server, "phone", "75101234").await;
    write_letters(server).await;
    wait_to_be_called(server).await;
    Staged {
        table: Staged::table(),
        day,
    }
}

impl Staged {
    /// The table of permissions, with examples of what is staged.
    pub fn table() -> Table {
        Table::read()
            .with_example("location", PLACE)
            .with_example("service", SERVICE)
            .with_example("batch", BATCH)
    }

    /// Somebody does what comes before the pages on which they see what they have done, and sees nobody meanwhile.
    pub async fn at_work(&self, server: &TestServer, visitor: &mut Visitor) {
        let code = BookingCode::from_random(CODE_OF_TOMORROW).to_string();
        let look_up = [("locale", "da"), ("code", &*code)];
        visitor.post("/api/desk/look-up", &look_up).await;
        // The second has a time already, so the form is shown again.
        for (service, name, reach, press) in [
            ("mitid", "Bo Quist", "", "book_anyway"),
            (SERVICE, "Åse Quist", "75101234", "book"),
        ] {
            let slot = server.visitor().first_free_time(service, PLACE).await;
            let key = format!("{:032x}", rand::random::<u128>());
            let form = [
                ("locale", "da"),
                ("service", service),
                ("location", PLACE),
                ("slot", &*slot),
                ("key", &*key),
                ("name", name),
                ("reach", reach),
                ("press", press),
            ];
            visitor.post("/api/desk/book", &form).await;
        }
        let close = [("locale", "da"), ("date", &*self.day), ("da", "Personaledag")];
        visitor.post("/api/schedule/close", &close).await;
    }
}

/// An appointment some days from today at an hour.
async fn at_hour(server: &TestServer, code: [u32; 3], [days, hour]: [i8; 2]) -> AppointmentId {
    let date = date_in_denmark(Timestamp::now()).saturating_add(i64::from(days).days());
    let start = Unit::containing(moment_in_denmark(date.at(hour, 0, 0, 0)).unwrap()).0;
    let wanted = NewAppointment {
        code_hash: code_hash(CODE_KEY, &BookingCode::from_random(code)),
        sealed_code: String::new(),
        idempotency_key: format!("appointment {code:?}"),
        service: ServiceId::parse("mitid").unwrap(),
        location: LocationId::parse(PLACE).unwrap(),
        candidates: vec![AdviserId::parse("asta").unwrap()],
        units: start..start + 9,
        seats: 1,
        uses: vec![],
        attended: start..start + 9,
        later_dates: vec![],
        hold: None,
        name: PersonName::parse("Ida Quist").unwrap(),
        contact: Contact::parse(ContactKind::None, "", "").unwrap(),
        topic: None,
        arrangement: Arrangement::default(),
        booked_by: None,
        locale: Locale::Da,
        message: None,
        letter: false,
    };
    match book(&server.database, &wanted, Timestamp::now()).await.unwrap() {
        BookOutcome::Booked(id) => id,
        other => panic!("{other:?}"),
    }
}

/// Books the first free time in the browser, and tells it.
async fn book_by(server: &TestServer, contact: &str, reach: &str) -> String {
    let mut visitor = server.visitor();
    let slot = visitor.first_free_time(SERVICE, PLACE).await;
    let fields = [
        ("service", SERVICE),
        ("location", PLACE),
        ("locale", "da"),
        ("slot", &*slot),
        ("name", "Åse Quist"),
        ("contact", contact),
        (contact, reach),
    ];
    visitor.post("/api/appointments/save-details", &fields).await;
    let booked = visitor.post("/api/appointments/book", &[("locale", "da")]).await;
    assert_eq!(booked.leads_to(), "/tid/kvittering");
    slot
}

async fn fail_messages(server: &TestServer) {
    let (now, write) = (Timestamp::now(), server.database.write());
    for message in outbox::due(server.database.read(), now, 10).await.unwrap() {
        assert!(outbox::claim(write, &message, now).await.unwrap());
        outbox::mark_failed(write, &message, DeliveryProblem::Refused, "550", now)
            .await
            .unwrap();
    }
}

/// One that was printed and one that was not.
async fn write_letters(server: &TestServer) {
    let (now, write) = (Timestamp::now(), server.database.write());
    letters::queue_letter(write, AppointmentId(1), None, now)
        .await
        .unwrap();
    letters::take_queued(write, &Workplaces::All, BATCH, now)
        .await
        .unwrap();
    letters::queue_letter(write, AppointmentId(2), None, now)
        .await
        .unwrap();
}

async fn wait_to_be_called(server: &TestServer) {
    let form = [
        ("service", "fuldmagt"),
        ("location", PLACE),
        ("locale", "da"),
        ("name", "Per Quist"),
        ("contact", "call"),
        ("call", "75101234"),
    ];
    server.visitor().post("/api/waiting/join", &form).await.leads_to();
    offer_free_times(&server.context, &Site::default(), Timestamp::now())
        .await
        .unwrap();
}
