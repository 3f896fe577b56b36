use leptos::prelude::*;

use super::card::Tint;

/// One of the front page's three doors: a drawing, a verb and a line.
///
/// See <https://designsystem.dk/komponenter/cards/>.
#[component]
pub fn DoorCard(
    /// The verb: "Lær".
    #[prop(into)]
    title: String,
    /// What one finds behind the door, in one line.
    #[prop(into)]
    verb_line: String,
    #[prop(into)] href: String,
    /// Address of the drawing. It says nothing that the words do not say, so it has no alternative text.
    #[prop(into)]
    picture: String,
    tint: Tint,
) -> impl IntoView {
    view! {
        <article class=format!("card card--door {}", tint.class())>
            <div class="card-image">
                <img src=picture alt="" width="240" height="180" />
            </div>
            <div class="card-content">
                <h2 class="card-heading"><a class="card-link" href=href>{title}</a></h2>
                <p class="card-text">{verb_line}</p>
            </div>
        </article>
    }
}
