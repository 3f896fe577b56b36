//! An appointment is found by its code and name.

use domain::appointments::BookingCode;
use jiff::Timestamp;

use super::{Appointment, AppointmentStatus, code_hash, find_by_code_hash};
use crate::guesses::{Guess, GuessedCode};
use crate::{Database, StoreError};

/// What became of a typed code and name.
#[derive(Clone, PartialEq, Eq)]
pub enum FindOutcome {
    Found(Box<Appointment>),
    /// No coming appointment has this code and name; which of them is wrong is not told.
    Unknown,
    /// Too many wrong ones whose code begins like this one have been tried today: see [`crate::GUESSES_A_DAY`].
    TooManyGuesses,
}

/// Finds a coming appointment. It is counted as a guess unless it is right, whoever asks: a library has one address, and
/// whoever guesses has many.
pub async fn find_by_code(
    database: &Database,
    secret: &str,
    code: &BookingCode,
    name: &str,
    now: Timestamp,
) -> Result<FindOutcome, StoreError> {
    let [first_word, ..] = code.words();
    let guess = Guess::new(secret, GuessedCode::Booking, first_word, now);
    if !guess.count(database.write()).await? {
        return Ok(FindOutcome::TooManyGuesses);
    }
    let found = find_by_code_hash(database.read(), &code_hash(secret, code)).await?;
    let is_meant = |appointment: &Appointment| {
        appointment.status == AppointmentStatus::Booked
            && appointment.slot.moment() > now
            && appointment.name.is_said_as(name)
    };
    let Some(found) = found.filter(is_meant) else {
        return Ok(FindOutcome::Unknown);
    };
    guess.forgive(database.write()).await?;
    Ok(FindOutcome::Found(Box::new(found)))
}
