use domain::classroom::{PupilBand, PupilHelp};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{AskTeacher, LeaveClass, pupil_band};
use crate::loading::load_or_nothing;
use crate::texts::{Texts, use_texts};

/// The page on which a lesson ends.
const OVER: &str = "/klasse/slut";

/// Says who is signed in, until when, and signs them out: at a press, and by itself at the end of the lesson.
#[component]
pub fn PupilBandLine() -> impl IntoView {
    load_or_nothing(pupil_band, band_view)
}

/// A form that the browser sends itself, so that the next page is made whole.
#[component]
pub fn PlainForm(
    /// The server function's address.
    action: &'static str,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let texts = use_texts();
    view! {
        <form method="post" action=action class=class>
            <input type="hidden" name="locale" value=texts.locale().tag() />
            {children()}
        </form>
    }
}

fn band_view(band: Option<PupilBand>) -> AnyView {
    let texts = use_texts();
    let Some(band) = band else { return ().into_any() };
    let until = texts.pupil_until(band.until.clock(texts.locale()));
    // The server has signed the pupil out by then.
    let over = format!("{};url={}", band.seconds_left.max(0) + 1, texts.path(OVER));
    view! {
        <aside class="pupil-band" aria-label=texts.pupil_band()>
            <meta http-equiv="refresh" content=over />
            <div class="container pupil-band__line">
                <p>
                    {texts.pupil_signed_in_as()} " " <strong dir="auto">{band.name}</strong> " · " {band.class} " · "
                    {until}
                </p>
                <p>
                    <a href=texts.path("/klasse/i-dag")>{texts.pupil_today()}</a>
                </p>
                {help_view(texts, band.help)}
                <PlainForm action=LeaveClass::PATH>
                    <button class="button button-secondary" type="submit">{texts.pupil_sign_out()}</button>
                </PlainForm>
            </div>
        </aside>
    }
    .into_any()
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
    view! {
        {said.map(|said| view! { <p role="status">{said}</p> })}
        <PlainForm action=AskTeacher::PATH>
            <button class="button button-secondary" type="submit" name="wish" value=wish>{label}</button>
        </PlainForm>
    }
}
