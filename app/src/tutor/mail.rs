//! "Det kan du nu" as a mail.

use domain::locale::Locale;
use domain::messages::{Channel, MessageSection};
use domain::tutor::LearnedPage;
use jiff::{SignedDuration, Timestamp};
use store::outbox::{NewMessage, TUTOR_HANDOUT};

use crate::appointments::{mail_html, mail_text};
use crate::texts::Texts;

/// After a day nobody waits for it any more, and the address goes.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(24);

/// To the citizen's own address.
pub fn learned_mail(page: &LearnedPage, recipient: String, locale: Locale, now: Timestamp) -> NewMessage {
    let section = section(page, locale);
    let (municipality, subject) = (&page.municipality.name, section.opening.clone());
    NewMessage {
        channel: Channel::Email,
        kind: TUTOR_HANDOUT.to_owned(),
        recipient,
        body_text: mail_text(&section, municipality),
        body_html: Some(mail_html(&section, municipality, &subject)),
        subject,
        attachment: None,
        expires_at: Some(now + GOOD_FOR),
    }
}

fn section(page: &LearnedPage, locale: Locale) -> MessageSection {
    let texts = Texts::of(locale);
    let lines = page.steps.iter().flat_map(|step| {
        let checks = step.checks.iter().cloned();
        std::iter::once(step.title.clone()).chain(checks)
    });
    MessageSection {
        locale,
        opening: texts.tutor_can_title().to_owned(),
        facts: vec![page.course_title.clone(), page.address.clone()],
        code: None,
        bring_title: texts.tutor_can_done().to_owned(),
        bring: lines.collect(),
        closing: vec![
            texts.tutor_can_go_on().to_owned(),
            texts.tutor_can_phone(&page.municipality.phone),
        ],
        regards: texts.message_regards().to_owned(),
    }
}
