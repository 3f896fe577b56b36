use leptos::prelude::*;

/// A day of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDay {
    /// "3".
    pub number: String,
    /// What is heard where the column and the caption are not: "torsdag 3. december: 12 tider".
    pub spoken: String,
    /// What there is on the day, in a word or two; empty where there is nothing to say.
    pub note: String,
    /// Where the day leads.
    pub href: Option<String>,
}

/// A week of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarWeek {
    /// "49".
    pub number: String,
    /// Monday to Sunday; `None` for a day of another month.
    pub days: Vec<Option<CalendarDay>>,
}

/// A month as a table, whose days lead on.
///
/// See <https://designsystem.dk/komponenter/tabeller/>.
#[component]
pub fn MonthCalendar(
    /// "december 2026".
    #[prop(into)]
    caption: String,
    /// "Uge".
    #[prop(into)]
    week_label: String,
    /// What the days of a week are called, in short and in full.
    weekdays: Vec<(String, String)>,
    weeks: Vec<CalendarWeek>,
) -> impl IntoView {
    let head = weekdays.into_iter().map(|(short, name)| {
        view! { <th scope="col"><abbr title=name>{short}</abbr></th> }
    });
    let rows = weeks.into_iter().map(|week| {
        let days = week.days.into_iter().map(day_cell);
        view! {
            <tr>
                <th class="month__week" scope="row">{week.number}</th>
                {days.collect_view()}
            </tr>
        }
    });
    view! {
        <table class="month">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th class="month__week" scope="col">{week_label}</th>
                    {head.collect_view()}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn day_cell(day: Option<CalendarDay>) -> AnyView {
    let Some(day) = day else {
        return view! { <td></td> }.into_any();
    };
    let inside = view! {
        <span class="sr-only">{day.spoken}</span>
        <span class="month__number" aria-hidden="true">{day.number}</span>
        <span class="month__note" aria-hidden="true">{day.note}</span>
    };
    match day.href {
        Some(href) => view! { <td><a class="month__day" href=href>{inside}</a></td> }.into_any(),
        None => view! { <td><span class="month__day">{inside}</span></td> }.into_any(),
    }
}
