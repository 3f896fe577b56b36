use domain::appointments::AbsenceReason;
use domain::schedule::{AbsenceForm, AbsenceRow, AbsencesPage, FieldProblem};
use domain::time::WallTime;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::absences;
use super::edit_api::{BeAway, BeThere};
use super::form_parts::{Problems, ScheduleHead, field_error};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, InputType, LabelledSelect, SubmitButton, TextField};

/// When advisers are away.
pub(super) fn absences_page() -> impl IntoView {
    load(String::new, absences, absences_view)
}

fn absences_view(page: AbsencesPage) -> AnyView {
    let texts = use_texts();
    let AbsencesPage {
        advisers,
        absences,
        form,
        problems,
    } = page;
    let advisers = advisers.iter().map(|id| (id.to_string(), id.name())).collect();
    let rows = absences.into_iter().map(|absence| row(texts, absence));
    view! {
        <Problems problems=problems.clone() />
        <ScheduleHead title=texts.plan_absences() lead=texts.plan_absences_lead() />
        <ul class="edit-rows">{rows.collect_view()}</ul>
        <h2>{texts.plan_away_title()}</h2>
        <PostForm action=BeAway::PATH>
            <LabelledSelect label=texts.plan_who() name="adviser" options=advisers selected=form.adviser.clone() />
            {when_fields(texts, &form, &problems)}
            <LabelledSelect
                label=texts.plan_away_reason()
                name="reason"
                options=reasons(texts)
                selected=reason_value(form.reason.unwrap_or(AbsenceReason::Leave))
            />
            <SubmitButton label=texts.plan_see() />
        </PostForm>
    }
    .into_any()
}

fn when_fields(texts: Texts, form: &AbsenceForm, problems: &[FieldProblem]) -> impl IntoView + use<> {
    let error = |field| field_error(texts, problems, field);
    view! {
        <TextField
            label=texts.plan_first_day()
            name="first_day"
            value=form.first_day.clone()
            input_type=InputType::Date
            error=error("first_day")
        />
        <TextField
            label=texts.plan_last_day()
            hint=texts.plan_last_day_hint()
            name="last_day"
            value=form.last_day.clone()
            input_type=InputType::Date
            error=error("last_day")
        />
        <TextField
            label=texts.plan_from_clock()
            hint=texts.plan_clock_hint()
            name="from"
            value=form.from.clone()
            error=error("from")
        />
        <TextField label=texts.plan_to_clock() name="to" value=form.to.clone() error=error("to") />
    }
}

fn row(texts: Texts, absence: AbsenceRow) -> impl IntoView {
    let who = absence.adviser.name();
    let when = format!("{} – {}", moment(texts, absence.from), moment(texts, absence.to));
    view! {
        <li class="edit-row">
            <p>
                <strong>{who.clone()}</strong>
                <br />
                {when}
                <br />
                {reason_text(texts, absence.reason)}
            </p>
            <PostForm action=BeThere::PATH>
                <input type="hidden" name="adviser" value=absence.adviser.to_string() />
                <input type="hidden" name="from" value=absence.from.machine() />
                <input type="hidden" name="to" value=absence.to.machine() />
                <input type="hidden" name="reason" value=reason_value(absence.reason) />
                <SubmitButton label=texts.plan_be_there(who) kind=ButtonKind::Tertiary />
            </PostForm>
        </li>
    }
}

fn moment(texts: Texts, at: WallTime) -> String {
    format!(
        "{} {}",
        at.day_and_month(texts.locale()),
        at.clock(texts.locale())
    )
}

fn reasons(texts: Texts) -> Vec<(String, String)> {
    [AbsenceReason::Leave, AbsenceReason::Meeting, AbsenceReason::Other]
        .map(|reason| {
            (
                reason_value(reason).to_owned(),
                reason_text(texts, reason).to_owned(),
            )
        })
        .into()
}

/// As it stands in the form.
fn reason_value(reason: AbsenceReason) -> &'static str {
    match reason {
        AbsenceReason::Leave => "leave",
        AbsenceReason::Meeting => "meeting",
        AbsenceReason::Other => "other",
    }
}

fn reason_text(texts: Texts, reason: AbsenceReason) -> &'static str {
    match reason {
        AbsenceReason::Leave => texts.plan_leave(),
        AbsenceReason::Meeting => texts.plan_meeting(),
        AbsenceReason::Other => texts.plan_other(),
    }
}
