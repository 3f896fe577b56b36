//! What is written about an appointment to whoever has chosen mail.

use domain::appointments::{AppointmentView, BookingCode, Location, Service};
use domain::contact::Contact;
use domain::locale::Locale;
use store::outbox::{Attachment, NewMessage};

use super::calendar::{CalendarEntry, CalendarMethod};
use super::views::bring;
use crate::texts::Texts;

/// What a message and a calendar say of an appointment, beside its time.
pub struct Told {
    pub service: String,
    pub minutes: i64,
    pub location: String,
    pub address: String,
    phone: String,
    bring: Vec<String>,
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

/// A message about an appointment. There is none for those who have not chosen mail.
pub struct Letter<'a> {
    pub appointment: &'a Told,
    pub entry: &'a CalendarEntry,
    pub municipality: &'a str,
    /// The language that the appointment was booked in.
    pub locale: Locale,
}

impl Letter<'_> {
    /// "Your time is booked."
    pub fn confirmation(&self, contact: &Contact, code: &BookingCode) -> Option<NewMessage> {
        let texts = Texts::of(self.locale);
        let body = texts.mail_body(
            self.appointment.address.as_str(),
            self.bring(),
            self.clock(),
            code,
            self.date(),
            self.appointment.location.as_str(),
            self.municipality,
            self.appointment.phone.as_str(),
            self.appointment.service.as_str(),
        );
        let subject = texts.mail_subject(self.appointment.service.as_str());
        self.message(
            "booking-confirmation",
            contact,
            subject,
            body,
            CalendarMethod::Publish,
        )
    }

    /// "Your time has been moved."
    pub fn moved(&self, contact: &Contact, code: &BookingCode) -> Option<NewMessage> {
        let texts = Texts::of(self.locale);
        let body = texts.mail_moved_body(
            self.appointment.address.as_str(),
            self.bring(),
            self.clock(),
            code,
            self.date(),
            self.appointment.location.as_str(),
            self.municipality,
            self.appointment.phone.as_str(),
            self.appointment.service.as_str(),
        );
        let subject = texts.mail_moved_subject(self.appointment.service.as_str());
        self.message("booking-moved", contact, subject, body, CalendarMethod::Publish)
    }

    /// "Your time is cancelled."
    pub fn cancelled(&self, contact: &Contact) -> Option<NewMessage> {
        let texts = Texts::of(self.locale);
        let body = texts.mail_cancelled_body(
            self.appointment.address.as_str(),
            self.clock(),
            self.date(),
            self.appointment.location.as_str(),
            self.municipality,
            self.appointment.phone.as_str(),
            self.appointment.service.as_str(),
        );
        let subject = texts.mail_cancelled_subject(self.appointment.service.as_str());
        self.message(
            "booking-cancelled",
            contact,
            subject,
            body,
            CalendarMethod::Cancel,
        )
    }

    fn clock(&self) -> String {
        self.entry.slot.wall_time().clock(self.locale)
    }

    fn date(&self) -> String {
        self.entry.slot.wall_time().long_date(self.locale)
    }

    fn bring(&self) -> String {
        let lines = self.appointment.bring.iter().map(|line| format!("- {line}"));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn message(
        &self,
        kind: &str,
        contact: &Contact,
        subject: String,
        body: String,
        method: CalendarMethod,
    ) -> Option<NewMessage> {
        let Contact::Email(address) = contact else {
            return None;
        };
        Some(NewMessage {
            kind: kind.to_owned(),
            recipient: address.as_str().to_owned(),
            subject,
            body_text: body,
            attachment: Some(Attachment {
                name: "startlinje.ics".into(),
                text: self.entry.text(self.appointment, method, self.locale),
            }),
        })
    }
}
