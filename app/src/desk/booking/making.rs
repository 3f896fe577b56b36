//! From what staff have typed to an appointment.

use std::ops::Range;

use domain::appointments::{
    AskedBy, Asking, DetailsForm, Location, NeedsForm, NeedsQuestions, Schedule, Service, Slot,
    StaffBookingForm, StaffBookingPress, StaffBookingProblem, Unit, may_be_same_person,
};
use domain::contact::{Contact, ContactKind, PersonName};
use domain::cpr::hide_cpr;
use domain::ids::AppointmentId;
use domain::messages::LetterWish;
use domain::staff::Workplaces;
use domain::time::{date_in_denmark, moment_in_denmark};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::Database;
use store::appointments::{self, Appointment, BookOutcome};
use tower_sessions::Session;

use crate::appointments::booking::Booking;
use crate::appointments::draft::{Draft, new_draft};
use crate::appointments::wishes::Wishes;
use crate::error::{AppError, AppResult};
use crate::server_side::{DESK_BOOKED, DESK_DRAFT, forget, now, recall, remember};

/// What staff have typed and not booked yet, as the session keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StaffDraft {
    pub draft: Draft,
    /// The number or address as it was typed.
    pub reach: String,
    pub needs: NeedsForm,
    #[serde(default)]
    pub letter: LetterWish,
    pub problem: Option<StaffBookingProblem>,
    /// Coming appointments that may be the same citizen's.
    pub twins: Vec<AppointmentId>,
}

/// What was booked last, as the session keeps it until the next.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StaffBooked {
    pub appointment: AppointmentId,
    pub code: String,
}

/// The draft in the session.
pub async fn staff_draft(session: &Session) -> AppResult<Option<StaffDraft>> {
    recall(session, DESK_DRAFT).await
}

/// What became of a press of the form's button.
pub enum Pressed {
    Booked,
    NotYet(Box<StaffDraft>),
}

/// Books what was typed, unless something is wrong with it, somebody may have a time already, or only times were asked for.
pub async fn press_book(
    booking: &Booking<'_>,
    session: &Session,
    own: &Workplaces,
    mut typed: StaffDraft,
    press: StaffBookingPress,
) -> AppResult<Pressed> {
    if press == StaffBookingPress::Times {
        // Nothing is wrong with a form that is not finished.
        (typed.draft.errors, typed.draft.note_error) = (vec![], None);
        if let Some(visit) = &mut typed.draft.visit {
            visit.error = None;
        }
        return Ok(typed.not_yet(None));
    }
    if !typed.draft.is_complete() {
        return Ok(typed.not_yet(None));
    }
    if press == StaffBookingPress::Book {
        typed.twins = typed.find_twins(booking.database, own).await?;
        if !typed.twins.is_empty() {
            return Ok(typed.not_yet(Some(StaffBookingProblem::Twins)));
        }
    }
    match booking.attempt(&typed.draft, now()).await? {
        BookOutcome::Booked(appointment) => {
            let code = typed.draft.code;
            remember(session, DESK_BOOKED, &StaffBooked { appointment, code }).await?;
            forget(session, DESK_DRAFT).await?;
            Ok(Pressed::Booked)
        }
        // An earlier press of the button has booked it, and its ticket is in the session.
        BookOutcome::AlreadyBooked(_) => Ok(Pressed::Booked),
        BookOutcome::Taken => Ok(typed.not_yet(Some(StaffBookingProblem::Taken))),
        // Two codes in a thousand million are the same; pressing again draws another.
        BookOutcome::CodeTaken => Err(AppError::Unavailable),
    }
}

impl StaffDraft {
    /// Of what was typed. Two presses of one page's button send the same key, so they book once.
    pub fn new(
        schedule: &Schedule,
        (service, location): (&Service, &Location),
        typed: StaffBookingForm,
        key: String,
    ) -> AppResult<Self> {
        let is_key = key.len() == 32 && key.bytes().all(|byte| byte.is_ascii_hexdigit());
        let slot = chosen_slot(&typed.slot)
            .filter(|_| is_key)
            .ok_or(AppError::Invalid)?;
        let questions = NeedsQuestions::of(schedule, service, location);
        let needs = questions.answered(&typed.needs).map_err(|_| AppError::Invalid)?;
        let wishes = Wishes::new(service, typed.needs.way, needs);
        let form = DetailsForm {
            name: typed.name,
            contact: ContactKind::of(&typed.reach),
            phone: typed.reach.clone(),
            email: typed.reach.clone(),
            note: typed.note,
        };
        let mut draft =
            new_draft((service, location, slot), form, &wishes, None).with_address(&typed.address);
        draft.idempotency_key = key;
        Ok(Self {
            reach: hide_cpr(&typed.reach).chars().take(300).collect(),
            draft,
            needs: typed.needs,
            letter: typed.letter,
            problem: None,
            twins: vec![],
        })
    }

    /// Whether it is about this service at this place.
    pub fn is_of(&self, service: &Service, location: &Location) -> bool {
        self.draft.service == service.id && self.draft.location == location.id
    }

    /// What its times must fit.
    pub fn asking(&self) -> Asking {
        self.draft.asking(AskedBy::Staff)
    }

    /// The form as it was filled in.
    pub fn form(&self) -> StaffBookingForm {
        StaffBookingForm {
            slot: self.draft.slot.to_string(),
            name: self.draft.form.name.clone(),
            reach: self.reach.clone(),
            note: self.draft.form.note.clone(),
            address: self
                .draft
                .visit
                .as_ref()
                .map(|visit| visit.address.clone())
                .unwrap_or_default(),
            needs: self.needs.clone(),
            letter: self.letter,
        }
    }

    fn not_yet(mut self, problem: Option<StaffBookingProblem>) -> Pressed {
        self.problem = problem;
        Pressed::NotYet(self.into())
    }

    /// Coming appointments of the same service or day that may be the same citizen's, at the places of whoever books.
    async fn find_twins(&self, database: &Database, own: &Workplaces) -> AppResult<Vec<AppointmentId>> {
        let (form, slot) = (&self.draft.form, self.draft.slot);
        let (Ok(name), Ok(contact)) = (PersonName::parse(&form.name), Contact::parse_any(&self.reach)) else {
            return Ok(vec![]);
        };
        let (database, service) = (database.read(), &self.draft.service);
        let coming = appointments::coming_of_service_or_within(database, service, day_of(slot), now());
        // A second press of the button finds what the first has booked, which is no twin.
        let itself = appointments::calendar_id(&self.draft.idempotency_key);
        let same = |other: &Appointment| {
            own.include(&other.location)
                && other.calendar_id != itself
                && may_be_same_person((&name, &contact), (&other.name, &other.contact))
        };
        Ok(coming
            .await?
            .iter()
            .filter(|other| same(other))
            .map(|other| other.id)
            .collect())
    }
}

/// The time that was chosen. Where none is free none is chosen: then it is now, which nobody can book.
fn chosen_slot(typed: &str) -> Option<Slot> {
    if typed.is_empty() {
        return Some(Slot::starting(Unit::containing(now())));
    }
    typed.parse().ok()
}

/// The day of a time in Denmark, in seconds since 1970: 23, 24 or 25 hours.
fn day_of(slot: Slot) -> Range<i64> {
    let date = date_in_denmark(slot.moment());
    let begins =
        |date: Date| moment_in_denmark(date.at(0, 0, 0, 0)).map_or(slot.seconds(), Timestamp::as_second);
    begins(date)..date.tomorrow().map_or(i64::MAX, begins)
}
