use domain::locale::Locale;
use domain::reading::Speed;
use leptos::html;
use leptos::prelude::*;

use super::player::{Player, State};
use super::voices::{Search, search};
use crate::texts::{Texts, use_texts};
use crate::ui::{Icon, IconShape};

/// Read aloud, pause, go on, stop, and how fast. Where there is no voice it says so, and what to do.
pub fn bar(locale: Locale) -> AnyView {
    let texts = use_texts();
    let player = Player::new();
    let voice = search(locale);
    let is_missing = move || voice.get() == Search::Missing;
    let main = NodeRef::<html::Button>::new();
    // The button that was pressed goes away: the focus stays in the bar.
    let stop = move |_| {
        player.stop();
        if let Some(main) = main.get_untracked() {
            // It only fails for an element that cannot have the focus.
            let _ = main.focus();
        }
    };
    view! {
        <div class="read-aloud" role="group" aria-label=texts.reading_bar() lang=texts.locale().tag()>
            <div class="read-aloud__buttons">
                <button
                    class="read-aloud__main"
                    type="button"
                    node_ref=main
                    disabled=is_missing
                    on:click=move |_| player.press()
                >
                    {move || main_face(texts, player.state())}
                </button>
                <Show when=move || player.is_begun()>
                    <button class="read-aloud__stop" type="button" on:click=stop>
                        <Icon shape=IconShape::Stop />
                        {texts.reading_stop()}
                    </button>
                </Show>
            </div>
            <Show when=move || !is_missing()>{speeds(texts, player)}</Show>
            {move || problem(texts, locale, voice.get(), player.state()).map(|text| view! { <p>{text}</p> })}
        </div>
    }
    .into_any()
}

/// What the main button does next.
fn main_face(texts: Texts, state: State) -> impl IntoView {
    let (shape, label) = match state {
        State::Silent | State::Failed => (IconShape::Sound, texts.reading_start()),
        State::Reading => (IconShape::Pause, texts.reading_pause()),
        State::Paused => (IconShape::Sound, texts.reading_go_on()),
    };
    view! {
        <Icon shape=shape />
        {label}
    }
}

fn speeds(texts: Texts, player: Player) -> impl IntoView {
    let buttons = Speed::ALL.map(|speed| {
        let label = match speed {
            Speed::Slow => texts.reading_slow(),
            Speed::Ordinary => texts.reading_ordinary(),
            Speed::Fast => texts.reading_fast(),
        };
        view! {
            <button
                class="read-aloud__speed"
                type="button"
                aria-pressed=move || if player.speed() == speed { "true" } else { "false" }
                on:click=move |_| player.set_speed(speed)
            >
                {label}
            </button>
        }
    });
    view! {
        <div class="read-aloud__speeds" role="group" aria-label=texts.reading_speed()>
            {buttons.into_iter().collect_view()}
        </div>
    }
}

/// Why nothing is read, and what to do.
fn problem(texts: Texts, locale: Locale, voice: Search, state: State) -> Option<&'static str> {
    match (voice, state) {
        (Search::Missing, _) => Some(match locale {
            Locale::Da => texts.reading_no_danish_voice(),
            Locale::En => texts.reading_no_english_voice(),
            Locale::Ar => texts.reading_no_arabic_voice(),
        }),
        (_, State::Failed) => Some(texts.reading_failed()),
        _ => None,
    }
}
