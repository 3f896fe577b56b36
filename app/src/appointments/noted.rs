//! What those who help must know of an appointment beside the name, in few words.

use domain::appointments::{Needs, Service, Way};
use domain::locale::Locale;
use store::appointments::Appointment;

use super::languages::language_name;
use super::views::way;
use crate::texts::Texts;

/// How they meet, what is needed, and at last what it is about in the citizen's own words; nothing of what goes without saying.
pub fn noted(service: Option<&Service>, appointment: &Appointment, locale: Locale) -> Vec<String> {
    let (texts, arrangement) = (Texts::of(locale), &appointment.arrangement);
    let met = met(texts, way(service, arrangement.way)).map(str::to_owned);
    let note = arrangement
        .note
        .clone()
        .map(|note| format!("“{}”", String::from(note)));
    met.into_iter()
        .chain(needed(texts, &arrangement.needs))
        .chain(note)
        .collect()
}

fn met(texts: Texts, way: Way) -> Option<&'static str> {
    match way {
        Way::InPerson => None,
        Way::Telephone => Some(texts.noted_telephone()),
        Way::Video => Some(texts.noted_video()),
        Way::HomeVisit => Some(texts.noted_home_visit()),
    }
}

fn needed(texts: Texts, needs: &Needs) -> impl Iterator<Item = String> {
    let language = needs.language.as_ref();
    let interpreter = needs.interpreter.as_ref();
    let extra_time = (!needs.extra_time.is_none()).then_some(needs.extra_time.minutes());
    let said = |is_needed: bool, text: &'static str| is_needed.then(|| text.to_owned());
    [
        language.map(|language| texts.noted_language(language_name(texts, language))),
        interpreter.map(|language| texts.noted_interpreter(language_name(texts, language))),
        said(needs.sign_language, texts.noted_sign_language()),
        said(needs.step_free, texts.noted_step_free()),
        extra_time.map(|minutes| texts.noted_extra_time(minutes)),
        said(needs.companion, texts.noted_companion()),
        said(needs.acts_for_another, texts.noted_acts_for_another()),
    ]
    .into_iter()
    .flatten()
}
