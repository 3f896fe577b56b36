//! How an appointment is arranged, in words.

use domain::appointments::{Needs, Way};

use super::languages::language_name;
use crate::texts::Texts;

/// What is shown of how they meet, what is needed and what it is about; nothing of what goes without saying.
pub fn arranged_items(texts: Texts, way: Way, needs: &Needs, note: Option<String>) -> Vec<(String, String)> {
    let met =
        (way != Way::InPerson).then(|| (texts.arranged_meet().to_owned(), way_text(texts, way).to_owned()));
    let noted = needs_text(texts, needs).map(|noted| (texts.arranged_noted().to_owned(), noted));
    let note = note.map(|note| (texts.arranged_note().to_owned(), note));
    met.into_iter().chain(noted).chain(note).collect()
}

/// "Vi ringer til dig".
pub fn way_text(texts: Texts, way: Way) -> &'static str {
    match way {
        Way::InPerson => texts.arranged_in_person(),
        Way::Telephone => texts.arranged_telephone(),
        Way::Video => texts.arranged_video(),
        Way::HomeVisit => texts.arranged_home_visit(),
    }
}

/// Where to come; for those who come nowhere, how they meet instead, so that nobody goes to a place where nobody waits.
#[cfg(feature = "ssr")]
pub fn meeting_place(texts: Texts, way: Way, address: &str) -> String {
    match way {
        Way::InPerson => address.to_owned(),
        Way::Telephone | Way::Video | Way::HomeVisit => way_text(texts, way).to_owned(),
    }
}

/// "du vil tale arabisk, du har en med"; nothing where nothing is needed.
fn needs_text(texts: Texts, needs: &Needs) -> Option<String> {
    let language = needs.language.as_ref();
    let interpreter = needs.interpreter.as_ref();
    let extra_time = (!needs.extra_time.is_none()).then_some(needs.extra_time.minutes());
    let said = |is_needed: bool, text: &'static str| is_needed.then(|| text.to_owned());
    let texts_of_needs = [
        language.map(|language| texts.arranged_language(language_name(texts, language))),
        interpreter.map(|language| texts.arranged_interpreter(language_name(texts, language))),
        said(needs.sign_language, texts.arranged_sign_language()),
        said(needs.step_free, texts.arranged_step_free()),
        extra_time.map(|minutes| texts.arranged_extra_time(minutes)),
        said(needs.companion, texts.arranged_companion()),
        said(needs.acts_for_another, texts.arranged_acts_for_another()),
    ];
    let said: Vec<_> = texts_of_needs.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(texts.arranged_between()))
}
