use domain::locale::Locale;
use domain::pages::Picture;
use leptos::prelude::*;

use super::non_empty;

/// The colour of one of the three doors: learn, homework and appointments.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tint {
    #[default]
    Fjord,
    Plum,
    Moss,
}

impl Tint {
    /// The class that gives the colour to what stands inside.
    pub fn class(self) -> &'static str {
        match self {
            Self::Fjord => "tint-fjord",
            Self::Plum => "tint-plum",
            Self::Moss => "tint-moss",
        }
    }
}

/// Something to go to: a course, a guide, a service. The whole card can be clicked, but only its title is the link, so a
/// screen reader does not read all of it as the link's name.
///
/// See <https://designsystem.dk/komponenter/cards/>.
#[component]
pub fn Card(
    #[prop(into)] title: String,
    #[prop(into)] href: String,
    #[prop(into)] text: String,
    #[prop(optional_no_strip, into)] picture: Option<Picture>,
    #[prop(optional)] tint: Tint,
    /// A small line: how long it takes, how far one has come.
    #[prop(optional, into)]
    meta: String,
    /// The language of the title and the text, where it is another one than the page's; the small line is in the page's.
    #[prop(optional_no_strip, into)]
    lang: Option<Locale>,
    /// `external` for a page in another language, which the browser loads whole.
    #[prop(optional_no_strip)]
    rel: Option<&'static str>,
    /// The level of its heading: 2, or 3 under a heading of level 2.
    #[prop(default = 2)]
    heading: u8,
) -> impl IntoView {
    let (lang, dir) = (lang.map(Locale::tag), lang.map(Locale::direction));
    let link = view! { <a class="card-link" href=href rel=rel lang=lang>{title}</a> };
    let title = match heading {
        3 => view! { <h3 class="card-heading" dir=dir>{link}</h3> }.into_any(),
        _ => view! { <h2 class="card-heading" dir=dir>{link}</h2> }.into_any(),
    };
    view! {
        <article class=format!("card {}", tint.class())>
            {picture.map(|picture| view! { <CardImage picture=picture /> })}
            <div class="card-content">
                {title}
                {non_empty(text).map(|text| view! { <p class="card-text" lang=lang dir=dir>{text}</p> })}
                {non_empty(meta).map(|meta| view! { <p class="card-meta">{meta}</p> })}
            </div>
        </article>
    }
}

#[component]
fn CardImage(picture: Picture) -> impl IntoView {
    view! {
        <div class="card-image">
            <img src=picture.src alt=picture.alt width="240" height="180" loading="lazy" />
        </div>
    }
}

/// Cards beside each other, as many as there is room for.
///
/// See <https://designsystem.dk/komponenter/cards/>.
#[component]
pub fn CardGrid(children: Children) -> impl IntoView {
    view! { <div class="card-grid">{children()}</div> }
}
