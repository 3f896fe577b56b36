use domain::appointments::{SeriesDate, SeriesView};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::cancel_api::{CancelBooking, CancelDate};
use crate::form::PostForm;
use crate::texts::Texts;
use crate::ui::{ButtonKind, Note, SubmitButton};

/// Cancels a series, or one of its dates.
pub fn series_buttons(texts: Texts, series: SeriesView) -> AnyView {
    let single = (series.coming.len() > 1).then(|| {
        let dates = series
            .coming
            .into_iter()
            .map(|date| date_button(texts, date))
            .collect_view();
        view! {
            <h2>{texts.series_cancel_one_title()}</h2>
            <p>{texts.series_cancel_one_lead()}</p>
            {dates}
        }
    });
    view! {
        <PostForm action=CancelBooking::PATH>
            <SubmitButton label=texts.series_cancel_all() kind=ButtonKind::Danger />
        </PostForm>
        {single}
        <Note>
            <p>{texts.series_no_move()}</p>
            <p>
                <a href=texts.path("/tid")>{texts.series_other()}</a>
            </p>
        </Note>
    }
    .into_any()
}

fn date_button(texts: Texts, date: SeriesDate) -> impl IntoView {
    view! {
        <PostForm action=CancelDate::PATH>
            <input type="hidden" name="date" value=date.appointment.0.to_string() />
            <SubmitButton label=texts.series_cancel_one(date.label) kind=ButtonKind::Secondary />
        </PostForm>
    }
}
