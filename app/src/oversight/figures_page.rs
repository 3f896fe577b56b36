use std::collections::BTreeMap;

use domain::oversight::{DeskRow, FIGURE_WEEKS, FiguresPage, OfferRow, OfferWeekRow, UseRow};
use leptos::prelude::*;

use super::api::figures;
use super::days_page::OversightHead;
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{BarChart, CaptionFor, ChartBar, Table, TagChoices, TagOption, scale_lines};

/// How much is booked, cancelled and offered.
pub(super) fn figures_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [query("uger")],
        move |[weeks]| figures(weeks, locale),
        figures_view,
    )
}

/// What stands above the columns of use, on the screen and in the spreadsheet.
pub(super) fn use_head(texts: Texts) -> Vec<String> {
    [
        texts.oversight_week_from(),
        texts.booking_service(),
        texts.booking_location(),
        texts.oversight_booked(),
        texts.oversight_cancelled(),
        texts.oversight_cancelled_share(),
        texts.figures_days_ahead(),
    ]
    .map(str::to_owned)
    .into()
}

/// What stands above the columns of the desk, on the screen and in the spreadsheet.
pub(super) fn desk_head(texts: Texts) -> Vec<String> {
    [
        texts.oversight_week_from(),
        texts.booking_service(),
        texts.booking_location(),
        texts.figures_tickets(),
        texts.figures_waiting(),
        texts.desk_outcome_helped(),
        texts.desk_outcome_not_finished(),
        texts.desk_outcome_referred(),
        texts.desk_outcome_not_possible(),
        texts.figures_missed(),
        texts.figures_missed_share(),
    ]
    .map(str::to_owned)
    .into()
}

/// What stands above the columns of how soon a time could be had, on the screen and in the spreadsheet.
pub(super) fn offer_head(texts: Texts) -> Vec<String> {
    [
        texts.oversight_week_from(),
        texts.booking_service(),
        texts.booking_location(),
        texts.offers_days(),
        texts.offers_soon(),
        texts.offers_share(),
    ]
    .map(str::to_owned)
    .into()
}

fn figures_view(page: FiguresPage) -> AnyView {
    let texts = use_texts();
    let offered = page.offered.iter().map(|row| offer_cells(texts, row)).collect();
    let first_head = [
        texts.booking_service(),
        texts.booking_location(),
        texts.oversight_first_free(),
    ];
    let uses = page.uses.iter().map(UseRow::shown_cells).collect();
    let offers = (!page.offered_before.is_empty()).then(|| offers_view(texts, &page));
    let desk = (!page.desk.is_empty()).then(|| desk_view(texts, &page));
    view! {
        <OversightHead title=texts.oversight_figures() lead=texts.oversight_figures_lead() />
        <h2>{texts.oversight_offered()}</h2>
        <p>{texts.oversight_offered_share(page.within_days, page.offered_share)}</p>
        {table(texts, texts.oversight_offered(), first_head.map(str::to_owned).into(), offered)}
        <TagChoices label=texts.figures_period() options=periods(texts, page.weeks) />
        <h2>{texts.oversight_use()}</h2>
        {(!page.uses.is_empty()).then(|| chart(texts, &page.uses))}
        {table(texts, texts.oversight_use(), use_head(texts), uses)}
        {(!page.uses.is_empty()).then(|| spreadsheet(texts, "aftaler", page.weeks))}
        {offers}
        {desk}
    }
    .into_any()
}

/// A table below a heading that says what it is; a sentence where there is nothing to show yet.
fn table(texts: Texts, caption: &str, head: Vec<String>, rows: Vec<Vec<String>>) -> AnyView {
    if rows.is_empty() {
        return view! { <p>{texts.figures_nothing_yet()}</p> }.into_any();
    }
    view! { <Table caption=caption caption_for=CaptionFor::Hearing head=head rows=rows /> }.into_any()
}

fn offers_view(texts: Texts, page: &FiguresPage) -> impl IntoView + use<> {
    let rows = page
        .offered_before
        .iter()
        .map(OfferWeekRow::shown_cells)
        .collect();
    view! {
        <h2>{texts.offers_title(page.within_days)}</h2>
        <p>{texts.offers_lead()}</p>
        {table(texts, &texts.offers_title(page.within_days), offer_head(texts), rows)}
        {spreadsheet(texts, "udbud", page.weeks)}
    }
}

fn desk_view(texts: Texts, page: &FiguresPage) -> impl IntoView + use<> {
    let rows = page.desk.iter().map(DeskRow::shown_cells).collect();
    view! {
        <h2>{texts.figures_desk()}</h2>
        <p>{texts.figures_desk_lead()}</p>
        {table(texts, texts.figures_desk(), desk_head(texts), rows)}
        {spreadsheet(texts, "skranke", page.weeks)}
    }
}

/// How far back the tables go.
fn periods(texts: Texts, chosen: i64) -> Vec<TagOption> {
    let option = |weeks: i64| TagOption {
        label: texts.figures_weeks(weeks),
        href: texts.path(&format!("/personale/tal?uger={weeks}")),
        selected: weeks == chosen,
    };
    FIGURE_WEEKS.map(option).into()
}

fn spreadsheet(texts: Texts, table: &str, weeks: i64) -> impl IntoView + use<> {
    let path = format!(
        "/personale/tal.csv?sprog={}&del={table}&uger={weeks}",
        texts.locale().tag()
    );
    let file = format!("{table}.csv");
    view! {
        <p>
            <a href=path rel="external" download=file>{texts.oversight_csv()}</a>
        </p>
    }
}

fn offer_cells(texts: Texts, row: &OfferRow) -> Vec<String> {
    let first = row.first_free.map_or_else(
        || texts.oversight_none_free().to_owned(),
        |at| {
            format!(
                "{} {}",
                at.day_and_month(texts.locale()),
                at.clock(texts.locale())
            )
        },
    );
    vec![row.service.clone(), row.location.clone(), first]
}

/// What is kept and what is cancelled, a bar for each week.
fn chart(texts: Texts, uses: &[UseRow]) -> impl IntoView + use<> {
    let mut weeks: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for row in uses {
        let (kept, cancelled) = weeks.entry(&row.week).or_default();
        *kept += row.booked - row.cancelled;
        *cancelled += row.cancelled;
    }
    let highest = weeks
        .values()
        .map(|(kept, cancelled)| kept + cancelled)
        .max()
        .unwrap_or(1);
    let total: i64 = uses.iter().map(|row| row.booked).sum();
    // "2026-11-23" as "23/11": there is little room below a bar.
    let name = |week: &str| {
        format!(
            "{}/{}",
            week.get(8..10).unwrap_or(week),
            week.get(5..7).unwrap_or_default()
        )
    };
    let bars = weeks.iter().map(|(week, (kept, cancelled))| ChartBar {
        name: name(week),
        values: vec![*kept, *cancelled],
    });
    let lines = scale_lines(highest, 1)
        .into_iter()
        .map(|value| (value, value.to_string()));
    view! {
        <BarChart
            description=texts.oversight_drawing(total, domain::count(&weeks.keys().collect::<Vec<_>>()))
            legend=vec![texts.oversight_kept().to_owned(), texts.oversight_cancelled().to_owned()]
            bars=bars.collect()
            lines=lines.collect()
            across=texts.oversight_week_from()
        />
    }
}
