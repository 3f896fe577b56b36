use domain::appointments::{DayOfTimes, TimeCard};
use leptos::prelude::*;

use super::summary::with_seats;
use crate::texts::Texts;
use crate::ui::{Accordion, DayHeading};

/// Times of a day that are seen at once; all of them are a press away.
const SEEN_AT_ONCE: usize = 4;

/// A day's free times: some at once, all of them behind a fold. A row is made of a time, its clock and its day.
pub fn day_of_times(
    texts: Texts,
    day: &DayOfTimes,
    row: impl Fn(&TimeCard, String, String) -> AnyView,
) -> AnyView {
    let date = day.day.day_and_month(texts.locale());
    let list = if day.times.iter().all(says_no_more) {
        "time-list time-list--tiles"
    } else {
        "time-list"
    };
    let row = |time: &TimeCard| {
        row(
            time,
            time.at.clock(texts.locale()),
            with_seats(texts, time.dates.as_deref().unwrap_or(&date), time.few_seats),
        )
    };
    let more = (day.times.len() > SEEN_AT_ONCE).then(|| {
        let rows = day.times.iter().map(row).collect_view();
        view! {
            <Accordion summary=texts.booking_all_times(date.as_str())>
                <ul class=list>{rows}</ul>
            </Accordion>
        }
        .into_any()
    });
    let seen = over_the_day(&day.times).map(row).collect_view();
    view! {
        <section class="day-of-times">
            <DayHeading text=date.clone() />
            <ul class=list>{seen}</ul>
            {more}
        </section>
    }
    .into_any()
}

/// Whether nothing but its clock tells a time from the others of its day: then the day need be seen above them only.
fn says_no_more(time: &TimeCard) -> bool {
    time.dates.is_none() && time.few_seats.is_none()
}

/// The day's first time and others spread over the day, so that somebody who wants the afternoon sees one at once.
fn over_the_day(times: &[TimeCard]) -> impl Iterator<Item = &TimeCard> {
    let shown = times.len().min(SEEN_AT_ONCE);
    (0..shown).map(move |number| &times[number * times.len() / shown])
}
