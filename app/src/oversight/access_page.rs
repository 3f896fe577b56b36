use domain::oversight::{AccessPage, AccessRow, SeenBy, SeenIn};
use leptos::prelude::*;

use super::access_api::access_log;
use super::days_page::OversightHead;
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{SubmitButton, Table, TextField};

/// Who saw whose appointment.
pub(super) fn access_page() -> impl IntoView {
    load_at(
        [query("foer"), query("nummer")],
        |[before, number]| access_log(before, number),
        access_view,
    )
}

fn access_view(page: AccessPage) -> AnyView {
    let texts = use_texts();
    let number = page
        .number
        .map_or_else(String::new, |number| number.0.to_string());
    let earlier = page.earlier.map(|before| {
        let href = texts.path(&format!("/personale/adgang?foer={before}&nummer={number}"));
        view! { <p><a href=href>{texts.oversight_earlier()}</a></p> }
    });
    let everybody = page.number.map(|_| {
        view! { <p><a href=texts.path("/personale/adgang")>{texts.access_everybody()}</a></p> }
    });
    view! {
        <OversightHead title=texts.oversight_access() lead=texts.oversight_access_lead() />
        <form class="days-filter" method="get" action=texts.path("/personale/adgang")>
            <TextField
                label=texts.oversight_appointment_number()
                hint=texts.access_number_hint()
                name="nummer"
                value=number
            />
            <SubmitButton label=texts.oversight_show() />
        </form>
        {everybody}
        {table(texts, &page.rows)}
        {earlier}
    }
    .into_any()
}

fn table(texts: Texts, rows: &[AccessRow]) -> AnyView {
    if rows.is_empty() {
        return view! { <p>{texts.access_nobody()}</p> }.into_any();
    }
    let head = [
        texts.oversight_when(),
        texts.outside_who(),
        texts.oversight_where(),
        texts.oversight_appointment_number(),
    ];
    let rows = rows.iter().map(|row| cells(texts, row)).collect();
    view! { <Table caption=texts.oversight_access() head=head.map(str::to_owned).into() rows=rows /> }
        .into_any()
}

fn cells(texts: Texts, row: &AccessRow) -> Vec<String> {
    let (who, place) = match &row.by {
        SeenBy::Staff(staff, seen_in) => (texts.outside_staff(staff.0), page_name(texts, *seen_in)),
        SeenBy::Token(token) => (texts.outside_token(token.0), texts.outside_api()),
        SeenBy::Feed(adviser) => (texts.outside_feed_of(adviser.name()), texts.outside_feed()),
    };
    let numbers: Vec<_> = row
        .appointments
        .iter()
        .map(|number| number.0.to_string())
        .collect();
    vec![
        format!(
            "{} {}",
            row.at.long_date(texts.locale()),
            row.at.clock(texts.locale())
        ),
        row.name.clone().unwrap_or(who),
        place.to_owned(),
        numbers.join(", "),
    ]
}

fn page_name(texts: Texts, seen_in: SeenIn) -> &'static str {
    match seen_in {
        SeenIn::Day => texts.oversight_day(),
        SeenIn::Week => texts.oversight_week(),
        SeenIn::Preview => texts.plan_preview(),
        SeenIn::CallList => texts.plan_call_list(),
        SeenIn::WaitingCalls => texts.plan_hit_waiting_calls(),
        SeenIn::Desk => texts.desk_title(),
        SeenIn::Booking => texts.bookfor_title(),
        SeenIn::LookUp => texts.bookfor_find(),
        SeenIn::Letters => texts.letters_title(),
        SeenIn::Undelivered => texts.undelivered_title(),
    }
}
