//! What is written to those whose appointment the municipality has to change.

use domain::appointments::{Schedule, Slot};
use domain::contact::Contact;
use domain::messages::Channel;
use store::appointments::Appointment;
use store::outbox::{Attachment, NewMessage};

use crate::appointments::{CalendarEntry, CalendarMethod, Told};
use crate::texts::Texts;

/// A message about an appointment that cannot stay, in the language that it was booked in. There is none for whoever cannot
/// be reached by mail.
pub struct Notice<'a> {
    /// The schedule that the appointment was booked in.
    pub schedule: &'a Schedule,
    pub appointment: &'a Appointment,
}

impl Notice<'_> {
    /// "We have had to move your time."
    pub fn moved(&self, slot: Slot) -> Option<NewMessage> {
        let texts = Texts::of(self.appointment.locale);
        let told = self.told()?;
        let locale = self.appointment.locale;
        let body = texts.notice_moved_body(
            told.address.as_str(),
            slot.wall_time().clock(locale),
            slot.wall_time().long_date(locale),
            told.location.as_str(),
            self.schedule.municipality.name.as_str(),
            self.old_time(),
            self.schedule.municipality.phone.as_str(),
            told.service.as_str(),
        );
        let entry = CalendarEntry {
            id: self.appointment.calendar_id.clone(),
            sequence: self.appointment.sequence + 1,
            slot,
        };
        let subject = texts.notice_moved_subject(told.service.as_str());
        self.message(
            "booking-moved",
            subject,
            body,
            entry.text(&told, CalendarMethod::Publish, locale),
        )
    }

    /// "We have had to cancel your time."
    pub fn cancelled(&self) -> Option<NewMessage> {
        let texts = Texts::of(self.appointment.locale);
        let told = self.told()?;
        let body = texts.notice_cancelled_body(
            told.location.as_str(),
            self.schedule.municipality.name.as_str(),
            self.old_time(),
            self.schedule.municipality.phone.as_str(),
            told.service.as_str(),
        );
        let entry = CalendarEntry {
            sequence: self.appointment.sequence + 1,
            ..CalendarEntry::of(self.appointment)
        };
        let calendar = entry.text(&told, CalendarMethod::Cancel, self.appointment.locale);
        let subject = texts.notice_cancelled_subject(told.service.as_str());
        self.message("booking-cancelled", subject, body, calendar)
    }

    /// What a message and a calendar say, if the schedule still knows the service and the place.
    fn told(&self) -> Option<Told> {
        let service = self.schedule.service(&self.appointment.service)?;
        let location = self.schedule.location(&self.appointment.location)?;
        Some(Told::new(service, location, self.appointment.locale))
    }

    fn old_time(&self) -> String {
        let (at, locale) = (self.appointment.slot.wall_time(), self.appointment.locale);
        format!("{} {}", at.long_date(locale), at.clock(locale))
    }

    fn message(&self, kind: &str, subject: String, body: String, calendar: String) -> Option<NewMessage> {
        let Contact::Email(address) = &self.appointment.contact else {
            return None;
        };
        Some(NewMessage {
            channel: Channel::Email,
            kind: kind.to_owned(),
            recipient: address.as_str().to_owned(),
            subject,
            body_text: body,
            body_html: None,
            attachment: Some(Attachment {
                name: "startlinje.ics".into(),
                text: calendar,
            }),
            expires_at: None,
        })
    }
}
