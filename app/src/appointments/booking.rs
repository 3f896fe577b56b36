//! From a draft to an appointment.

use domain::appointments::{
    Arrangement, AskedBy, Asking, BestFit, BookingCode, HoldKey, Occupied, Schedule, Service, Slot,
};
use domain::contact::Contact;
use domain::ids::{AdviserId, AppointmentId, StaffId};
use domain::locale::Locale;
use domain::messages::LetterWish;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::appointments::{self, BookOutcome, LaterDate, NewAppointment, Own};
use store::outbox::NewMessage;
use store::{Database, StoreError};

use super::calendar::CalendarEntry;
use super::draft::{Draft, person};
use super::holding::Choice;
use super::mail::{Letter, Told};
use super::views::chosen;
use crate::error::{AppError, AppResult};

/// The booking that was just made, as the session keeps it: the only place where its code is in the clear.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Receipt {
    pub appointment: AppointmentId,
    pub code: String,
}

/// Who books an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookedBy {
    Citizen,
    /// For a citizen, on the telephone or at the desk.
    Staff(StaffId, LetterWish),
}

impl From<BookedBy> for AskedBy {
    fn from(by: BookedBy) -> Self {
        match by {
            BookedBy::Citizen => Self::Citizen,
            BookedBy::Staff(..) => Self::Staff,
        }
    }
}

impl BookedBy {
    fn staff(self) -> Option<StaffId> {
        match self {
            Self::Citizen => None,
            Self::Staff(staff, _) => Some(staff),
        }
    }

    /// Citizens who book themselves have the receipt before them.
    fn letter_wish(self) -> LetterWish {
        match self {
            Self::Citizen => LetterWish::Never,
            Self::Staff(_, wish) => wish,
        }
    }
}

/// What a booking needs.
pub struct Booking<'a> {
    pub database: &'a Database,
    pub code_key: &'a str,
    pub schedule: &'a Schedule,
    pub by: BookedBy,
    /// The visitor's hold, which becomes the appointment.
    pub hold: Option<HoldKey>,
    pub locale: Locale,
}

/// Who could take a time that is still free, or the visitor's own, the best fit first; nobody when it is taken, past, or no
/// time of the service.
pub async fn free_advisers(
    database: &Database,
    schedule: &Schedule,
    (service, location, slot): Choice<'_>,
    asking: &Asking,
    own: &Own,
    now: Timestamp,
) -> Result<Vec<AdviserId>, StoreError> {
    let fit = BestFit {
        schedule,
        service,
        location,
        slot,
        asking,
        now,
    };
    let occupied = appointments::occupied(database.read(), &fit.concerned(), fit.units(), own, now).await?;
    Ok(fit.advisers(&occupied))
}

/// Whether a time is one of the service's that can still be chosen, whoever has it.
pub fn is_given(
    schedule: &Schedule,
    (service, location, slot): Choice<'_>,
    asking: &Asking,
    now: Timestamp,
) -> bool {
    let fit = BestFit {
        schedule,
        service,
        location,
        slot,
        asking,
        now,
    };
    !fit.advisers(&Occupied::default()).is_empty()
}

impl Booking<'_> {
    /// Books the draft. `None` when the time has been taken in the meantime.
    pub async fn book(&self, draft: &Draft, now: Timestamp) -> AppResult<Option<Receipt>> {
        Ok(match self.attempt(draft, now).await? {
            BookOutcome::Booked(appointment) | BookOutcome::AlreadyBooked(appointment) => Some(Receipt {
                appointment,
                code: draft.code.clone(),
            }),
            BookOutcome::Taken => None,
            // Two codes in a thousand million are the same. What was typed is kept; going through the form again draws another.
            BookOutcome::CodeTaken => return Err(AppError::SessionLost),
        })
    }

    /// Books the draft, and tells whether this or an earlier press of the button did.
    pub async fn attempt(&self, draft: &Draft, now: Timestamp) -> AppResult<BookOutcome> {
        let (service, location) = chosen(self.schedule, &draft.service, &draft.location)?;
        if draft.lacks_address() {
            return Err(AppError::Invalid);
        }
        let extra = draft.arrangement.needs.extra_time;
        let (name, contact) = person(&draft.form).map_err(|_| AppError::Invalid)?;
        let own = self.hold.clone().map_or(Own::Nothing, Own::Hold);
        let choice = (service, location, draft.slot);
        let asking = draft.asking(self.by.into());
        let candidates = free_advisers(self.database, self.schedule, choice, &asking, &own, now).await?;
        let code = BookingCode::parse(&draft.code).map_err(|_| AppError::SessionLost)?;
        let dates = service.dates(&location.id, draft.slot);
        let booking = NewAppointment {
            code_hash: appointments::code_hash(self.code_key, &code),
            sealed_code: appointments::seal_code(self.code_key, &draft.idempotency_key, &code),
            idempotency_key: draft.idempotency_key.clone(),
            service: service.id.clone(),
            location: location.id.clone(),
            candidates,
            units: service.taken_with(draft.slot, extra),
            seats: service.seats,
            uses: self.schedule.uses(service, &location.id).unwrap_or_default(),
            attended: service.attended_with(draft.slot, extra),
            later_dates: self.later_dates(draft, (service, &dates), &code),
            hold: self.hold.clone(),
            message: self.message(draft, (choice, &dates), &contact, &code),
            letter: self.by.letter_wish().asks_for_letter(&contact),
            name,
            contact,
            topic: draft.topic.clone(),
            arrangement: Arrangement {
                // What is usual now may not be when they meet.
                way: Some(service.way(draft.arrangement.way)),
                ..draft.arrangement.clone()
            },
            booked_by: self.by.staff(),
            locale: self.locale,
        };
        Ok(appointments::book(self.database, &booking, now).await?)
    }

    /// The dates of a series after its first.
    fn later_dates(
        &self,
        draft: &Draft,
        (service, dates): (&Service, &[Slot]),
        code: &BookingCode,
    ) -> Vec<LaterDate> {
        let extra = draft.arrangement.needs.extra_time;
        let later = dates.iter().enumerate().skip(1);
        later
            .map(|(number, date)| {
                let key = appointments::key_of_date(&draft.idempotency_key, number);
                LaterDate {
                    sealed_code: appointments::seal_code(self.code_key, &key, code),
                    idempotency_key: key,
                    units: service.taken_with(*date, extra),
                    attended: service.attended_with(*date, extra),
                }
            })
            .collect()
    }

    /// The confirmation, for whoever has chosen mail or SMS.
    fn message(
        &self,
        draft: &Draft,
        ((service, location, slot), dates): (Choice<'_>, &[Slot]),
        contact: &Contact,
        code: &BookingCode,
    ) -> Option<NewMessage> {
        let entry = |key: &str, slot: Slot| CalendarEntry {
            id: appointments::calendar_id(key),
            sequence: 0,
            slot,
        };
        let later = dates.iter().enumerate().skip(1);
        let later: Vec<_> = later
            .map(|(number, date)| entry(&appointments::key_of_date(&draft.idempotency_key, number), *date))
            .collect();
        Letter {
            appointment: &Told::new(service, location, self.locale)
                .with(draft.arrangement.needs.extra_time)
                .met(service.way(draft.arrangement.way), self.locale),
            entry: &entry(&draft.idempotency_key, slot),
            later: &later,
            municipality: &self.schedule.municipality.name,
            locale: self.locale,
        }
        .confirmation(contact, code)
    }
}
