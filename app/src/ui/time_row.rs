use leptos::prelude::*;

/// A free time: a large row that is one link. Stands in a `<ul class="time-list">`.
///
/// See <https://designsystem.dk/komponenter/cards/>.
#[component]
pub fn TimeRow(
    #[prop(into)] href: String,
    /// "kl. 10.30".
    #[prop(into)]
    time: String,
    /// The day and the place.
    #[prop(into)]
    description: String,
) -> impl IntoView {
    view! {
        <li>
            <a class="time-row" href=href>
                <span class="time-row__time">{time}</span>
                " "
                <span class="time-row__description">{description}</span>
            </a>
        </li>
    }
}

/// The day above its free times.
///
/// See <https://designsystem.dk/design/typography/>.
#[component]
pub fn DayHeading(#[prop(into)] text: String) -> impl IntoView {
    view! { <h2 class="day-heading">{text}</h2> }
}
