//! What somebody who waits is told of a time that is held for them.

use domain::appointments::{Location, Service, Slot, Way};
use domain::contact::Contact;
use domain::locale::Locale;
use domain::messages::{Channel, MessageSection, shortest_that_fits};
use domain::time::WallTime;
use jiff::Timestamp;
use store::outbox::NewMessage;

use super::arranged::meeting_place;
use super::mail_html::mail_html;
use super::message_texts::mail_text;
use super::series::dates_line;
use crate::server_side::Site;
use crate::texts::Texts;

/// An offer as it is told: the time, and not the code, which nobody here knows.
pub struct OfferTold<'a> {
    pub service: &'a Service,
    pub location: &'a Location,
    pub municipality: &'a str,
    pub slot: Slot,
    /// How they meet.
    pub way: Way,
    pub until: Timestamp,
    /// Where they answer.
    pub site: &'a Site,
    pub locale: Locale,
}

impl OfferTold<'_> {
    /// By mail or SMS; `None` for those who have neither.
    pub fn message(&self, contact: &Contact) -> Option<NewMessage> {
        let channel = Channel::of(contact)?;
        let message = NewMessage {
            channel,
            kind: "waiting-list-offer".into(),
            recipient: contact.value()?.to_owned(),
            subject: Texts::of(self.locale).waiting_mail_subject(self.service.name.get(self.locale)),
            body_text: String::new(),
            body_html: None,
            attachment: None,
            expires_at: Some(self.until),
        };
        Some(match channel {
            Channel::Email | Channel::Letter => self.as_mail(message),
            Channel::Sms => NewMessage {
                body_text: self.sms(),
                ..message
            },
        })
    }

    fn as_mail(&self, message: NewMessage) -> NewMessage {
        let section = self.section();
        NewMessage {
            body_text: mail_text(&section, self.municipality),
            body_html: Some(mail_html(&section, self.municipality, &message.subject)),
            ..message
        }
    }

    /// What the mail says, part by part.
    fn section(&self) -> MessageSection {
        let (locale, texts) = (self.locale, Texts::of(self.locale));
        let at = self.slot.wall_time();
        let time = || format!("{} {}", at.long_date(locale), at.clock(locale));
        MessageSection {
            locale,
            opening: texts.waiting_mail_opening().to_owned(),
            facts: vec![
                self.service.name.get(locale).to_owned(),
                self.series().unwrap_or_else(time),
                self.location.name.get(locale).to_owned(),
                meeting_place(texts, self.way, &self.location.address),
            ],
            code: None,
            bring_title: String::new(),
            bring: vec![],
            closing: vec![
                texts.waiting_mail_held(self.line(self.until.into())),
                self.answer(),
                texts.message_questions(self.location.phone.as_str()),
            ],
            regards: texts.message_regards().to_owned(),
        }
    }

    /// Where they say yes or no. Nothing happens by following the address.
    fn answer(&self) -> String {
        let texts = Texts::of(self.locale);
        let place = self.site.public_address(&self.locale.path("/tid/venteliste"));
        match place {
            Some(address) => texts.waiting_mail_answer_here(address),
            None => texts.waiting_mail_answer().to_owned(),
        }
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
