use domain::homework::{ReadMonth, ReadRow, ReadingSum};
use domain::time::{month_name, weekday_name};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::read_together_api::{ClearReadings, RemoveReading};
use crate::form::PostForm;
use crate::texts::{Texts, use_texts};
use crate::ui::{Accordion, ButtonKind, PrintButton, SubmitButton};

/// What two have read, by month. The latest month is open, and on paper all of them are.
#[component]
pub(super) fn ReadList(months: Vec<ReadMonth>) -> impl IntoView {
    let texts = use_texts();
    let has_some = !months.is_empty();
    let mut months = months.into_iter().map(|month| month_view(texts, month));
    let latest = months.next();
    let earlier = months.collect_view();
    let earlier = (!earlier.is_empty()).then(|| {
        view! { <Accordion summary=texts.companion_earlier()>{earlier}</Accordion> }
    });
    view! {
        <section class="read-list">
            <h2>{texts.companion_list_title()}</h2>
            {latest}
            {earlier}
            {if has_some {
                tools(texts).into_any()
            } else {
                view! { <p>{texts.companion_nothing()}</p> }.into_any()
            }}
        </section>
    }
}

fn month_view(texts: Texts, month: ReadMonth) -> AnyView {
    let name = format!("{} {}", month_name(month.month, texts.locale()), month.year);
    let rows = month
        .rows
        .into_iter()
        .map(|row| row_view(texts, row, month.month));
    view! {
        <section class="read-list__month">
            <h3>{name}</h3>
            <p class="read-list__sum" data-read="">{sum_text(texts, month.sum)}</p>
            <ul>{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn row_view(texts: Texts, row: ReadRow, month: i8) -> AnyView {
    let day = day_text(texts, &row, month);
    let about = format!("{day}, {}", minutes_text(texts, row.minutes));
    let id = row.id.0.to_string();
    let title = row.book.map(|book| view! { <b dir="auto">{book}</b> });
    let facts = facts(texts, row.minutes, row.pages);
    let what = row
        .what
        .map(|what| view! { <p class="read-list__what" dir="auto">{what}</p> });
    view! {
        <li>
            <div data-read="">
                <p class="meta">{format!("{day} · {facts}")}</p>
                {title.map(|title| view! { <p>{title}</p> })}
                {what}
            </div>
            <PostForm action=RemoveReading::PATH>
                <input type="hidden" name="reading" value=id />
                <SubmitButton label=texts.companion_remove() kind=ButtonKind::Tertiary about=about />
            </PostForm>
        </li>
    }
    .into_any()
}

fn tools(texts: Texts) -> impl IntoView {
    view! {
        <PrintButton label=texts.companion_print() />
        <Accordion summary=texts.companion_clear_title()>
            <p>{texts.companion_clear_text()}</p>
            <PostForm action=ClearReadings::PATH>
                <SubmitButton label=texts.companion_clear() kind=ButtonKind::Danger />
            </PostForm>
        </Accordion>
    }
}

/// "I alt: 85 minutter og 40 sider".
fn sum_text(texts: Texts, sum: ReadingSum) -> String {
    let minutes = minutes_text(texts, sum.minutes);
    match sum.pages {
        0 => texts.companion_sum_minutes(minutes),
        1 => texts.companion_sum(minutes, texts.companion_one_page()),
        pages => texts.companion_sum(minutes, texts.companion_pages(pages)),
    }
}

/// "20 minutter, side 12-18".
fn facts(texts: Texts, minutes: i64, pages: Option<(i64, i64)>) -> String {
    let minutes = minutes_text(texts, minutes);
    let pages = pages.map(|(first, last)| {
        if first == last {
            texts.companion_at_page(first)
        } else {
            texts.companion_at_pages(first, last)
        }
    });
    [Some(minutes), pages]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn minutes_text(texts: Texts, minutes: i64) -> String {
    match minutes {
        1 => texts.companion_one_minute().to_owned(),
        minutes => texts.companion_minutes(minutes),
    }
}

/// "søndag 22. november".
fn day_text(texts: Texts, row: &ReadRow, month: i8) -> String {
    let locale = texts.locale();
    let (weekday, month) = (weekday_name(row.weekday, locale), month_name(month, locale));
    texts.companion_day(row.day, month, weekday)
}
