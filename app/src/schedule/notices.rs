//! What is written to those whose appointment the municipality has to change.

use domain::appointments::{Schedule, Slot};
use domain::messages::{Channel, shortest_that_fits};
use store::appointments::Appointment;
use store::outbox::{Attachment, NewMessage};

use crate::appointments::{CalendarEntry, CalendarMethod, Told};
use crate::texts::Texts;

/// A message about an appointment that cannot stay, in the language that it was booked in, by the way that was chosen. There is
/// none for whoever chose no way.
pub struct Notice<'a> {
    /// The schedule that the appointment was booked in.
    pub schedule: &'a Schedule,
    pub appointment: &'a Appointment,
}

/// What a notice is as a mail.
struct Mail {
    subject: String,
    body: String,
    calendar: String,
}

impl Notice<'_> {
    /// "We have had to move your time."
    pub fn moved(&self, slot: Slot) -> Option<NewMessage> {
        let texts = Texts::of(self.appointment.locale);
        let told = self.told()?;
        let locale = self.appointment.locale;
        let new_time = self.line(slot);
        let phone = self.schedule.municipality.phone.as_str();
        let sms = shortest_that_fits([format!("{}, ", told.service), String::new()].map(|service| {
            texts.notice_by_sms_moved(told.location.as_str(), self.old_time(), phone, service, &new_time)
        }));
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
        let mail = Mail {
            subject,
            body,
            calendar: entry.text(&told, CalendarMethod::Publish, locale),
        };
        self.message("booking-moved", mail, sms)
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
        let phone = self.schedule.municipality.phone.as_str();
        let sms = shortest_that_fits([format!("{}, ", told.service), String::new()].map(|service| {
            texts.notice_by_sms_cancelled(told.location.as_str(), self.old_time(), phone, service)
        }));
        let mail = Mail {
            subject: texts.notice_cancelled_subject(told.service.as_str()),
            body,
            calendar: entry.text(&told, CalendarMethod::Cancel, self.appointment.locale),
        };
        self.message("booking-cancelled", mail, sms)
    }

    /// What a message and a calendar say, if the schedule still knows the service and the place.
    fn told(&self) -> Option<Told> {
        let service = self.schedule.service(&self.appointment.service)?;
        let location = self.schedule.location(&self.appointment.location)?;
        let (way, locale) = (
            service.way(self.appointment.arrangement.way),
            self.appointment.locale,
        );
        Some(Told::new(service, location, locale).met(way, locale))
    }

    fn old_time(&self) -> String {
        self.line(self.appointment.slot)
    }

    fn line(&self, slot: Slot) -> String {
        let (at, locale) = (slot.wall_time(), self.appointment.locale);
        format!("{} {}", at.long_date(locale), at.clock(locale))
    }

    fn message(&self, kind: &str, mail: Mail, sms: String) -> Option<NewMessage> {
        let contact = &self.appointment.contact;
        let message = NewMessage {
            channel: Channel::of(contact)?,
            kind: kind.to_owned(),
            recipient: contact.value()?.to_owned(),
            subject: mail.subject,
            body_text: sms,
            body_html: None,
            attachment: None,
            expires_at: None,
        };
        Some(match message.channel {
            Channel::Sms | Channel::Letter => message,
            Channel::Email => NewMessage {
                body_text: mail.body,
                attachment: Some(Attachment {
                    name: "startlinje.ics".into(),
                    text: mail.calendar,
                }),
                ..message
            },
        })
    }
}
