//! What somebody who waits is told of a time that is held for them.

use domain::appointments::{Location, Service, Slot};
use domain::contact::Contact;
use domain::locale::Locale;
use domain::messages::{Channel, shortest_that_fits};
use domain::time::WallTime;
use jiff::Timestamp;
use store::outbox::NewMessage;

use super::series::dates_line;
use crate::texts::Texts;

/// An offer as it is told: the time, and not the code, which nobody here knows.
pub struct OfferTold<'a> {
    pub service: &'a Service,
    pub location: &'a Location,
    pub municipality: &'a str,
    pub slot: Slot,
    pub until: Timestamp,
    pub locale: Locale,
}

impl OfferTold<'_> {
    /// By mail or SMS; `None` for those who have neither.
    pub fn message(&self, contact: &Contact) -> Option<NewMessage> {
        let channel = Channel::of(contact)?;
        Some(NewMessage {
            channel,
            kind: "waiting-list-offer".into(),
            recipient: contact.value()?.to_owned(),
            subject: Texts::of(self.locale).waiting_mail_subject(self.service.name.get(self.locale)),
            body_text: match channel {
                Channel::Email | Channel::Letter => self.mail(),
                Channel::Sms => self.sms(),
            },
            body_html: None,
            attachment: None,
            expires_at: Some(self.until),
        })
    }

    fn mail(&self) -> String {
        let (locale, at) = (self.locale, self.slot.wall_time());
        let (date, clock) = match self.series() {
            Some(dates) => (dates, String::new()),
            None => (at.long_date(locale), at.clock(locale)),
        };
        Texts::of(locale).waiting_mail_body(
            self.location.address.as_str(),
            clock,
            date,
            self.location.name.get(locale),
            self.municipality,
            self.location.phone.as_str(),
            self.service.name.get(locale),
            self.line(self.until.into()),
        )
    }

    /// A long name is left out rather than the way to answer.
    fn sms(&self) -> String {
        let texts = Texts::of(self.locale);
        let until = self.line(self.until.into());
        let first = || self.line(self.slot.wall_time());
        let time = self.series().unwrap_or_else(first);
        let phone = self.location.phone.as_str();
        let service = self.service.name.get(self.locale);
        let way = |what: &str| texts.waiting_by_sms_body(phone, time.clone(), until.clone(), what);
        let place = self.location.name.get(self.locale);
        shortest_that_fits([
            way(&format!("{service}, {place}, ")),
            way(&format!("{service}, ")),
            way(""),
        ])
    }

    /// All its dates, where the time begins a series.
    fn series(&self) -> Option<String> {
        let dates = self.service.dates(&self.location.id, self.slot);
        dates_line(&dates, self.service.duration_minutes, self.locale)
    }

    fn line(&self, at: WallTime) -> String {
        format!("{} {}", at.day_and_month(self.locale), at.clock(self.locale))
    }
}
