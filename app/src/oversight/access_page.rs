use domain::oversight::{AccessPage, AccessRow, SeenBy, SeenIn};
use leptos::prelude::*;

use super::api::access_log;
use super::days_page::OversightHead;
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::Table;

/// Who saw whose appointment.
pub(super) fn access_page() -> impl IntoView {
    load_at([query("foer")], |[before]| access_log(before), access_view)
}

fn access_view(page: AccessPage) -> AnyView {
    let texts = use_texts();
    let head = [
        texts.oversight_when(),
        texts.outside_who(),
        texts.oversight_appointment_number(),
        texts.oversight_where(),
    ];
    let rows = page.rows.iter().map(|row| cells(texts, row)).collect();
    let earlier = page.earlier.map(|before| {
        let href = texts.path(&format!("/personale/adgang?foer={before}"));
        view! { <p><a href=href>{texts.oversight_earlier()}</a></p> }
    });
    view! {
        <OversightHead title=texts.oversight_access() lead=texts.oversight_access_lead() />
        <Table caption=texts.oversight_access() head=head.map(str::to_owned).into() rows=rows />
        {earlier}
    }
    .into_any()
}

fn cells(texts: Texts, row: &AccessRow) -> Vec<String> {
    let (who, place) = match &row.by {
        SeenBy::Staff(staff, seen_in) => (texts.outside_staff(staff.0), page_name(texts, *seen_in)),
        SeenBy::Token(token) => (texts.outside_token(token.0), texts.outside_api()),
        SeenBy::Feed(adviser) => (texts.outside_feed_of(adviser.as_str()), texts.outside_feed()),
    };
    vec![
        format!(
            "{} {}",
            row.at.long_date(texts.locale()),
            row.at.clock(texts.locale())
        ),
        who,
        row.appointment.0.to_string(),
        place.to_owned(),
    ]
}

fn page_name(texts: Texts, seen_in: SeenIn) -> &'static str {
    match seen_in {
        SeenIn::Day => texts.oversight_day(),
        SeenIn::Week => texts.oversight_week(),
        SeenIn::Preview => texts.plan_preview(),
        SeenIn::CallList => texts.plan_call_list(),
        SeenIn::WaitingCalls => texts.plan_hit_waiting_calls(),
    }
}
