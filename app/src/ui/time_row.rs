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
                {row(time, description)}
            </a>
        </li>
    }
}

/// A free time that is taken by pressing it: the same row as a button, which sends the form it stands in.
///
/// See <https://designsystem.dk/komponenter/cards/>.
#[component]
pub fn TimeButton(
    /// Tells the server which time was pressed; goes with `value`.
    name: &'static str,
    #[prop(into)] value: String,
    /// "kl. 10.30".
    #[prop(into)]
    time: String,
    /// The day and the place.
    #[prop(into)]
    description: String,
) -> impl IntoView {
    view! {
        <li>
            <button class="time-row" type="submit" name=name value=value>
                {row(time, description)}
            </button>
        </li>
    }
}

fn row(time: String, description: String) -> impl IntoView {
    view! {
        <span class="time-row__time">{time}</span>
        " "
        <span class="time-row__description">{description}</span>
    }
}

/// The day above its free times.
///
/// See <https://designsystem.dk/design/typography/>.
#[component]
pub fn DayHeading(#[prop(into)] text: String) -> impl IntoView {
    view! { <h2 class="day-heading">{text}</h2> }
}
