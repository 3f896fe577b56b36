use domain::oversight::{AppointmentRow, DayOfAppointments, DaysPage, Span};
use domain::schedule::Named;
use leptos::prelude::*;

use super::api::{EVERYBODY, booked_days};
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Breadcrumb, InputType, LabelledSelect, PageTitle, PrintButton, SubmitButton, Table, TextField,
};

/// The way back and the title of a page of oversight.
#[component]
pub fn OversightHead(#[prop(into)] title: String, #[prop(optional, into)] lead: String) -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.staff_home_title().to_owned(), texts.path("/personale")),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=title lead=lead />
    }
}

/// What is booked on a day.
pub(super) fn day_page() -> impl IntoView {
    days_page(Span::Day)
}

/// What is booked in a week.
pub(super) fn week_page() -> impl IntoView {
    days_page(Span::Week)
}

fn days_page(span: Span) -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [query("dato"), query("sted"), query("medarbejder")],
        move |[from, location, adviser]| booked_days(span, from, location, adviser, locale),
        days_view,
    )
}

fn days_view(page: DaysPage) -> AnyView {
    let texts = use_texts();
    let (title, earlier, later) = match page.span {
        Span::Day => (
            texts.oversight_day(),
            texts.oversight_day_before(),
            texts.oversight_day_after(),
        ),
        Span::Week => (
            texts.oversight_week(),
            texts.oversight_week_before(),
            texts.oversight_week_after(),
        ),
    };
    let link = |from: &str| {
        let (path, location) = (path(page.span), &page.location);
        let adviser = chosen_adviser(&page);
        texts.path(&format!(
            "{path}?dato={from}&sted={location}&medarbejder={adviser}"
        ))
    };
    let (earlier_href, later_href) = (link(&page.earlier), link(&page.later));
    let days = page.days.iter().map(|day| day_view(texts, day)).collect_view();
    view! {
        <OversightHead title=title />
        {filter(texts, &page)}
        <ul class="tag-list">
            <li><a class="tag tag--link" href=earlier_href>{earlier}</a></li>
            <li><a class="tag tag--link" href=later_href>{later}</a></li>
        </ul>
        {days}
        <PrintButton label=texts.oversight_print() />
    }
    .into_any()
}

fn path(span: Span) -> &'static str {
    match span {
        Span::Day => "/personale/dag",
        Span::Week => "/personale/uge",
    }
}

/// As the address says it; whoever is an adviser sees their own where it says nothing.
fn chosen_adviser(page: &DaysPage) -> &str {
    if page.adviser.is_empty() {
        EVERYBODY
    } else {
        &page.adviser
    }
}

/// A form that a browser sends by itself: what is chosen stands in the address.
fn filter(texts: Texts, page: &DaysPage) -> impl IntoView + use<> {
    let all = (String::new(), texts.oversight_all().to_owned());
    let named = |Named { id, name }: &Named| (id.clone(), name.clone());
    let places = page.locations.iter().map(named);
    let places: Vec<_> = std::iter::once(all).chain(places).collect();
    let advisers = page.advisers.iter().map(|id| (id.to_string(), id.name()));
    let all_of_them = (EVERYBODY.to_owned(), texts.oversight_all().to_owned());
    let advisers: Vec<_> = std::iter::once(all_of_them).chain(advisers).collect();
    view! {
        <form class="days-filter" method="get" action=texts.path(path(page.span))>
            <TextField
                label=texts.oversight_date()
                name="dato"
                value=page.from.clone()
                input_type=InputType::Date
            />
            <LabelledSelect name="sted" label=texts.booking_location() options=places selected=page.location.clone() />
            <LabelledSelect name="medarbejder" label=texts.plan_who() options=advisers selected=chosen_adviser(page).to_owned() />
            <SubmitButton label=texts.oversight_show() />
        </form>
    }
}

fn day_view(texts: Texts, day: &DayOfAppointments) -> impl IntoView + use<> {
    let date = day.day.long_date(texts.locale());
    if day.appointments.is_empty() {
        return view! {
            <h2>{date}</h2>
            <p>{texts.oversight_nothing_booked()}</p>
        }
        .into_any();
    }
    let head = [
        texts.booking_time(),
        texts.booking_name(),
        texts.booking_service(),
        texts.booking_location(),
        texts.plan_who(),
        texts.noted_title(),
        texts.oversight_reach(),
    ];
    let rows = day.appointments.iter().map(|row| cells(texts, row)).collect();
    view! {
        <h2>{date.clone()}</h2>
        <Table caption=texts.oversight_booked_on(date) head=head.map(str::to_owned).into() rows=rows />
    }
    .into_any()
}

/// Whoever drives out needs the address, on paper too.
fn place(texts: Texts, row: &AppointmentRow) -> String {
    match &row.visit {
        Some(address) => texts.visit_from(address.as_str(), row.location.as_str()),
        None => row.location.clone(),
    }
}

fn cells(texts: Texts, row: &AppointmentRow) -> Vec<String> {
    vec![
        format!(
            "{} ({})",
            row.at.clock(texts.locale()),
            texts.booking_minutes(row.minutes)
        ),
        row.name.clone(),
        row.service.clone(),
        place(texts, row),
        row.adviser.name(),
        row.noted.join(" · "),
        row.reach.clone(),
    ]
}
