use domain::cafe::{LogPage as Log, LogRow, Standing};
use leptos::prelude::*;

use super::log_api::log;
use crate::cafe::words::StaffCrumbs;
use crate::homework::{grade_name, subject_name};
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::PageTitle;

/// The latest questions, for whoever runs the café.
pub(super) fn log_page() -> impl IntoView {
    load(String::new, log, log_view)
}

fn log_view(page: Log) -> AnyView {
    let texts = use_texts();
    let nothing = page
        .rows
        .is_empty()
        .then(|| view! { <p>{texts.cafe_log_nothing()}</p> });
    let rows = page.rows.into_iter().map(|row| row_view(texts, row));
    view! {
        <StaffCrumbs />
        <PageTitle title=texts.cafe_log_title() lead=texts.cafe_log_lead() />
        {nothing}
        <ul class="desk-rows">{rows.collect_view()}</ul>
    }
    .into_any()
}

fn row_view(texts: Texts, row: LogRow) -> impl IntoView {
    let href = texts.path(&format!("/personale/cafe/log/{}", row.id.0));
    let title = texts.cafe_log_row(
        grade_name(texts, row.grade),
        row.id.0,
        subject_name(texts, row.subject),
    );
    let locale = texts.locale();
    let asked = format!(
        "{} {}",
        row.asked_at.day_and_month(locale),
        row.asked_at.clock(locale)
    );
    let reported = row
        .reported
        .then(|| view! { <strong>{texts.cafe_log_reported()}</strong> });
    let volunteer = row.volunteer.map(|name| format!(" · {name}"));
    let sketch = row.has_sketch.then(|| format!(" · {}", texts.sketch_log_has()));
    view! {
        <li class="desk-row">
            <div class="desk-row__who">
                <p>
                    <a href=href>{title}</a>
                    " "
                    {reported}
                </p>
                <p class="desk-row__about">{standing(texts, row.standing)} " · " {asked} {volunteer} {sketch}</p>
            </div>
        </li>
    }
}

fn standing(texts: Texts, standing: Standing) -> &'static str {
    match standing {
        Standing::InLine { .. } => texts.cafe_log_waits(),
        Standing::Kept { .. } => texts.cafe_log_kept(),
        Standing::Open { .. } => texts.cafe_log_open(),
        Standing::Ended => texts.cafe_log_ended(),
    }
}
