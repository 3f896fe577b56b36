//! What is written about an appointment to whoever has chosen mail or SMS.

use domain::appointments::{AppointmentView, BookingCode, ExtraTime, Location, Reminder, Service, Way};
use domain::contact::Contact;
use domain::locale::Locale;
use domain::messages::{Channel, MessageSection};
use jiff::Timestamp;
use leptos::prelude::use_context;
use store::outbox::{Attachment, NewMessage};
use store::reminders::reminder_kind;

use super::arranged::meeting_place;
use super::calendar::{CalendarEntry, CalendarMethod, calendar_text};
use super::mail_html::mail_html;
use super::message_texts::{mail_text, section, sms_text};
use super::series::dates_line;
use super::views::bring;
use crate::server_side::Site;
use crate::texts::Texts;

/// What a message and a calendar say of an appointment, beside its time.
pub struct Told {
    pub service: String,
    pub minutes: i64,
    pub location: String,
    pub address: String,
    pub phone: String,
    pub bring: Vec<String>,
}

impl Told {
    /// Of a service at a place.
    pub fn new(service: &Service, location: &Location, locale: Locale) -> Self {
        Self {
            service: service.name.get(locale).to_owned(),
            minutes: service.duration_minutes,
            location: location.name.get(locale).to_owned(),
            address: location.address.clone(),
            phone: location.phone.clone(),
            bring: bring(service, locale),
        }
    }

    /// With extra time.
    pub fn with(mut self, extra: ExtraTime) -> Self {
        self.minutes += extra.minutes();
        self
    }

    /// Nobody is sent to the place who is rung up or visited. Where somebody is visited stands in no message.
    pub fn met(mut self, way: Way, locale: Locale) -> Self {
        self.address = meeting_place(Texts::of(locale), way, &self.address);
        self
    }
}

impl From<AppointmentView> for Told {
    fn from(view: AppointmentView) -> Self {
        Self {
            service: view.service,
            minutes: view.minutes,
            location: view.location,
            address: view.address,
            phone: view.location_phone,
            bring: view.bring,
        }
    }
}

/// Why something is written about an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    Confirmed,
    Moved,
    Cancelled,
    Reminder(Reminder),
}

/// A message about an appointment. There is none for those who have chosen no way to be reached.
pub struct Letter<'a> {
    pub appointment: &'a Told,
    pub entry: &'a CalendarEntry,
    /// The other dates of a series that are booked, or cancelled, with it.
    pub later: &'a [CalendarEntry],
    pub municipality: &'a str,
    /// The language that the appointment was booked in.
    pub locale: Locale,
}

impl Letter<'_> {
    /// "Your time is booked."
    pub fn confirmation(&self, contact: &Contact, code: &BookingCode) -> Option<NewMessage> {
        self.message(Occasion::Confirmed, contact, Some(code))
    }

    /// "Your time has been moved."
    pub fn moved(&self, contact: &Contact, code: &BookingCode) -> Option<NewMessage> {
        self.message(Occasion::Moved, contact, Some(code))
    }

    /// "Your time is cancelled."
    pub fn cancelled(&self, contact: &Contact) -> Option<NewMessage> {
        self.message(Occasion::Cancelled, contact, None)
    }

    /// "Remember your time."
    pub fn reminder(
        &self,
        reminder: Reminder,
        contact: &Contact,
        code: Option<&BookingCode>,
    ) -> Option<NewMessage> {
        self.message(Occasion::Reminder(reminder), contact, code)
    }

    /// The parts of what is said, also for paper.
    pub fn section(&self, occasion: Occasion, code: Option<&BookingCode>) -> MessageSection {
        // Within a request or a job that has told where visitors find us.
        section(self, occasion, code, &use_context::<Site>().unwrap_or_default())
    }

    fn message(
        &self,
        occasion: Occasion,
        contact: &Contact,
        code: Option<&BookingCode>,
    ) -> Option<NewMessage> {
        let recipient = contact.value()?.to_owned();
        let channel = Channel::of(contact)?;
        let message = NewMessage {
            channel,
            kind: occasion.kind().to_owned(),
            recipient,
            subject: self.subject(occasion),
            body_text: String::new(),
            body_html: None,
            attachment: None,
            expires_at: Some(self.expires_at(occasion)),
        };
        Some(match channel {
            Channel::Email => self.as_mail(message, occasion, code),
            Channel::Sms | Channel::Letter => NewMessage {
                body_text: sms_text(self, occasion, code, &use_context::<Site>().unwrap_or_default()),
                ..message
            },
        })
    }

    fn as_mail(&self, message: NewMessage, occasion: Occasion, code: Option<&BookingCode>) -> NewMessage {
        let section = self.section(occasion, code);
        NewMessage {
            body_text: mail_text(&section, self.municipality),
            body_html: Some(mail_html(&section, self.municipality, &message.subject)),
            attachment: Some(Attachment {
                name: "startlinje.ics".into(),
                text: self.calendar(occasion),
            }),
            ..message
        }
    }

    fn calendar(&self, occasion: Occasion) -> String {
        let entries: Vec<_> = std::iter::once(self.entry).chain(self.later).cloned().collect();
        calendar_text(&entries, self.appointment, occasion.method(), self.locale)
    }

    /// When somebody comes, or does not: the dates of a series in one line.
    pub fn times(&self) -> Option<String> {
        let slots: Vec<_> = std::iter::once(self.entry)
            .chain(self.later)
            .map(|entry| entry.slot)
            .collect();
        dates_line(&slots, self.appointment.minutes, self.locale)
    }

    fn subject(&self, occasion: Occasion) -> String {
        let texts = Texts::of(self.locale);
        let service = self.appointment.service.as_str();
        match occasion {
            Occasion::Confirmed => texts.message_confirmed_subject(service),
            Occasion::Moved => texts.message_moved_subject(service),
            Occasion::Cancelled => texts.message_cancelled_subject(service),
            Occasion::Reminder(_) => texts.message_reminder_subject(service),
        }
    }

    /// Nobody needs to hear of an appointment that has begun.
    fn expires_at(&self, occasion: Occasion) -> Timestamp {
        let starts_at = self.entry.slot.moment();
        match occasion {
            Occasion::Confirmed | Occasion::Moved | Occasion::Cancelled => starts_at,
            Occasion::Reminder(reminder) => reminder.useless_from(starts_at),
        }
    }
}

impl Occasion {
    /// The name among the kinds of messages.
    fn kind(self) -> &'static str {
        match self {
            Self::Confirmed => "booking-confirmation",
            Self::Moved => "booking-moved",
            Self::Cancelled => "booking-cancelled",
            Self::Reminder(reminder) => reminder_kind(reminder),
        }
    }

    fn method(self) -> CalendarMethod {
        match self {
            Self::Cancelled => CalendarMethod::Cancel,
            Self::Confirmed | Self::Moved | Self::Reminder(_) => CalendarMethod::Publish,
        }
    }
}
