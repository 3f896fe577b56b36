//! The tools for doing homework together, beside the guides.

use domain::pages::Picture;
use leptos::prelude::*;

use crate::texts::{Texts, use_texts};
use crate::ui::{Card, CardGrid, Tint};

/// The tools as cards.
#[component]
pub fn HomeworkTools() -> impl IntoView {
    let texts = use_texts();
    view! {
        <section>
            <h2>{texts.homework_tools()}</h2>
            <CardGrid>
                {card(texts, "ugeplan", texts.week_title(), texts.week_line())}
                {card(texts, "laes", texts.companion_title(), texts.companion_line())}
                {card(texts, "foelg", texts.follow_title(), texts.follow_line())}
                {card(texts, "lix", texts.lix_title(), texts.lix_line())}
            </CardGrid>
        </section>
    }
}

/// A tool by the word of its address, which its drawing is called by too.
fn card(texts: Texts, word: &str, title: &'static str, line: &'static str) -> impl IntoView + use<> {
    let picture = Picture {
        src: format!("/pictures/lektier-{word}.svg"),
        alt: String::new(),
    };
    view! {
        <Card
            title=title
            href=texts.path(&format!("/lektier/{word}"))
            text=line
            picture=picture
            tint=Tint::Plum
            heading=3
        />
    }
}
