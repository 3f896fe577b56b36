//! The line itself, made on the server.

use domain::classroom::{PupilBand, PupilHelp};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{AskTeacher, LeaveClass};
use crate::texts::Texts;

/// The line as HTML.
pub fn line_html(texts: Texts, band: PupilBand) -> String {
    let until = texts.pupil_until(band.until.clock(texts.locale()));
    let sign_out = view! {
        <button class="button button-secondary" type="submit">{texts.pupil_sign_out()}</button>
    };
    view! {
        <aside class="pupil-band" aria-label=texts.pupil_band()>
            <div class="container pupil-band__line">
                <p>
                    {texts.pupil_signed_in_as()} " " <strong dir="auto">{band.name}</strong> " · " {band.class} " · "
                    {until}
                </p>
                <p>
                    <a href=texts.path("/klasse/i-dag")>{texts.pupil_today()}</a>
                </p>
                {help_view(texts, band.help)} {form(texts, LeaveClass::PATH, sign_out.into_any())}
            </div>
        </aside>
    }
    .to_html()
}

/// "Jeg sidder fast", and what has come of it.
fn help_view(texts: Texts, help: PupilHelp) -> impl IntoView {
    let (said, label, wish) = match help {
        PupilHelp::NotAsked => (None, texts.live_ask(), "help"),
        PupilHelp::Asked => (
            Some(texts.live_teacher_knows()),
            texts.live_take_back(),
            "no_help",
        ),
        PupilHelp::Coming => (
            Some(texts.live_teacher_comes()),
            texts.live_take_back(),
            "no_help",
        ),
    };
    let button = view! {
        <button class="button button-secondary" type="submit" name="wish" value=wish>{label}</button>
    };
    view! {
        {said.map(|said| view! { <p role="status">{said}</p> })}
        {form(texts, AskTeacher::PATH, button.into_any())}
    }
}

fn form(texts: Texts, action: &'static str, button: AnyView) -> impl IntoView {
    view! {
        <form method="post" action=action>
            <input type="hidden" name="locale" value=texts.locale().tag() />
            {button}
        </form>
    }
}
