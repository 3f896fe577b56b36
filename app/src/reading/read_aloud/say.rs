//! Says one thing, without a bar to stop it.

use domain::locale::Locale;
use web_sys::SpeechSynthesisUtterance;

use super::voices::{synthesis, voice};

/// Says a short text after what is being said already. Without a voice for its language nothing is said: what it says stands
/// on the page.
pub fn say(text: &str, locale: Locale) {
    let (Some(synthesis), Some(voice)) = (synthesis(), voice(locale.tag())) else {
        return;
    };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else {
        return;
    };
    utterance.set_lang(&voice.lang());
    utterance.set_voice(Some(&voice));
    synthesis.speak(&utterance);
}
