//! What the guard costs: bookings a second beside plain inserts, by as many clients, in turns in the same run.
//!
//! `cargo run --release -p store --example book_beside_inserts -- URL` takes an empty database and prints the figures, a second:
//! bookings with a message each, inserts of an appointment's row alone, then of a row of three columns in a transaction and
//! without one. `make bench` reports them.

#![expect(clippy::print_stdout, reason = "the figures are what it is run for")]

use std::error::Error;
use std::time::{Duration, Instant};

use domain::appointments::Arrangement;
use domain::contact::{Contact, ContactKind, PersonName};
use domain::ids::{AdviserId, LocationId, ServiceId};
use domain::locale::Locale;
use domain::messages::Channel;
use jiff::Timestamp;
use sea_orm::Statement;
use store::appointments::{BookOutcome, NewAppointment, book};
use store::outbox::NewMessage;
use store::{ConnectionTrait, Database};

const CLIENTS: i64 = 16;
const EACH: i64 = 100;
/// What else a machine does hits all three alike.
const ROUNDS: i64 = 5;
const FIRST_UNIT: i64 = 5_981_000;
const SECONDS_PER_UNIT: i64 = 300;
/// Half an hour.
const UNITS: i64 = 6;

type Failure = Box<dyn Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let url = std::env::args().nth(1).ok_or("name an empty database")?;
    let database = Database::connect(&url).await?;
    migration::migrate(database.write()).await?;
    let plain = "CREATE TABLE plain (id BIGINT PRIMARY KEY, name TEXT NOT NULL, starts_at BIGINT NOT NULL)";
    database.write().execute_unprepared(plain).await?;
    let [mut booking, mut unguarded, mut in_transaction, mut bare] = [Duration::ZERO; 4];
    for round in 0..ROUNDS {
        bare += by_all_clients(&database, round, insert).await?;
        in_transaction += by_all_clients(&database, round, insert_in_transaction).await?;
        unguarded += by_all_clients(&database, round, insert_appointment).await?;
        booking += by_all_clients(&database, round, book_one).await?;
    }
    for took in [booking, unguarded, in_transaction, bare] {
        let milliseconds = i64::try_from(took.as_millis())?.max(1);
        println!("{}", CLIENTS * EACH * ROUNDS * 1000 / milliseconds);
    }
    Ok(())
}

/// How long it takes all clients to do something, each with numbers of their own.
async fn by_all_clients<F: Future<Output = Result<(), Failure>> + Send + 'static>(
    database: &Database,
    round: i64,
    work: fn(Database, i64) -> F,
) -> Result<Duration, Failure> {
    let began = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let database = database.clone();
            tokio::spawn(async move {
                for turn in 0..EACH {
                    work(database.clone(), (round * CLIENTS + client) * EACH + turn).await?;
                }
                Ok::<_, Failure>(())
            })
        })
        .collect();
    for client in clients {
        client.await??;
    }
    Ok(began.elapsed())
}

/// What a booking would be without its guard and its message: a transaction with the same row, its keys and its indexes.
async fn insert_appointment(database: Database, number: i64) -> Result<(), Failure> {
    let sql = "INSERT INTO appointments (code_hash, sealed_code, idempotency_key, service, location, adviser, \
        starts_at, ends_at, name, contact_kind, contact, locale, status, created_at, sequence) \
        VALUES ($1, $2, $3, 'mitid', 'borgerservice', 'maja', $4, $5, 'Birthe Holm', 'email', 'birthe@example.dk', \
        'da', 'booked', 1795000000, 0)";
    let start = FIRST_UNIT + number * UNITS;
    let values = [
        format!("hash of unguarded {number}").into(),
        format!("sealed {number}").into(),
        format!("unguarded {number}").into(),
        (start * SECONDS_PER_UNIT).into(),
        ((start + UNITS) * SECONDS_PER_UNIT).into(),
    ];
    let transaction = database.begin().await?;
    let statement = Statement::from_sql_and_values(transaction.get_database_backend(), sql, values);
    transaction.execute_raw(statement).await?;
    transaction.commit().await?;
    Ok(())
}

/// The shortest row.
async fn insert(database: Database, number: i64) -> Result<(), Failure> {
    database.write().execute_unprepared(&row(number)).await?;
    Ok(())
}

async fn insert_in_transaction(database: Database, number: i64) -> Result<(), Failure> {
    let transaction = database.begin().await?;
    transaction.execute_unprepared(&row(-1 - number)).await?;
    transaction.commit().await?;
    Ok(())
}

fn row(number: i64) -> String {
    format!("INSERT INTO plain VALUES ({number}, 'Birthe Holm', {number})")
}

async fn book_one(database: Database, number: i64) -> Result<(), Failure> {
    match book(
        &database,
        &appointment(number)?,
        Timestamp::from_second(1_795_000_000)?,
    )
    .await?
    {
        BookOutcome::Booked(_) => Ok(()),
        other => Err(format!("a free time was not booked: {other:?}").into()),
    }
}

fn appointment(number: i64) -> Result<NewAppointment, Failure> {
    let start = FIRST_UNIT + number * UNITS;
    let units = start..start + UNITS;
    Ok(NewAppointment {
        code_hash: format!("hash of {number}"),
        sealed_code: format!("sealed {number}"),
        idempotency_key: number.to_string(),
        service: ServiceId::parse("mitid")?,
        location: LocationId::parse("borgerservice")?,
        candidates: vec![AdviserId::parse("maja")?],
        attended: units.clone(),
        units,
        seats: 1,
        uses: vec![],
        later_dates: vec![],
        hold: None,
        name: PersonName::parse("Birthe Holm").map_err(|_| "the name is refused")?,
        contact: Contact::parse(ContactKind::Email, "", "birthe@example.dk")
            .map_err(|_| "the mail is refused")?,
        topic: None,
        arrangement: Arrangement::default(),
        booked_by: None,
        locale: Locale::Da,
        message: Some(confirmation()),
        letter: false,
    })
}

fn confirmation() -> NewMessage {
    NewMessage {
        channel: Channel::Email,
        kind: "bench".into(),
        recipient: "birthe@example.dk".into(),
        subject: "Din tid".into(),
        body_text: "Vi ses.".into(),
        body_html: Some("<p>Vi ses.</p>".into()),
        attachment: None,
        expires_at: None,
    }
}
