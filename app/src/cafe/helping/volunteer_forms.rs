//! The forms by which somebody on the roster is changed.

use domain::cafe::{HelpLanguage, ReadingTool, VolunteerView};
use domain::homework::Subject;
use domain::ids::StaffId;
use domain::time::weekday_name;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::roster_api::{AddShift, SaveVolunteer};
use crate::form::PostForm;
use crate::homework::subject_name;
use crate::texts::Texts;
use crate::ui::{ButtonKind, SubmitButton};

/// Gives somebody a shift of every week.
pub(super) fn shift_form(texts: Texts, volunteer: StaffId) -> impl IntoView {
    let id = move |part: &str| format!("shift-{part}-{}", volunteer.0);
    let days = (1..=7_i8)
        .map(move |day| view! { <option value=day.to_string()>{weekday_name(day, texts.locale())}</option> });
    let times = ["from", "to"].map(move |name| {
        let label = if name == "from" {
            texts.cafe_from()
        } else {
            texts.cafe_to()
        };
        view! {
            <div class="form-group">
                <label class="form-label" for=id(name)>{label}</label>
                <input class="form-input" id=id(name) name=name type="time" />
            </div>
        }
    });
    view! {
        <PostForm action=AddShift::PATH>
            <input type="hidden" name="volunteer" value=volunteer.0 />
            <div class="form-group">
                <label class="form-label" for=id("day")>{texts.cafe_day()}</label>
                <select class="form-select" id=id("day") name="weekday">{days.collect_view()}</select>
            </div>
            {times.into_iter().collect_view()}
            <SubmitButton label=texts.cafe_add_shift() kind=ButtonKind::Secondary />
        </PostForm>
    }
}

/// What somebody helps with, and until when their børneattest counts.
pub(super) fn skills_form(texts: Texts, volunteer: VolunteerView) -> impl IntoView {
    let attest = format!("attest-{}", volunteer.id.0);
    let subjects = Subject::ALL.map(|subject| Tick {
        value: subject.as_str(),
        label: subject_name(texts, subject),
        is_on: volunteer.subjects.contains(&subject),
    });
    let languages = HelpLanguage::ALL.map(|language| Tick {
        value: language.as_str(),
        label: language.own_name(),
        is_on: volunteer.languages.contains(&language),
    });
    let tools = ReadingTool::ALL.map(|tool| Tick {
        value: tool.as_str(),
        label: tool.name(),
        is_on: volunteer.tools.contains(&tool),
    });
    let number = volunteer.id;
    view! {
        <PostForm action=SaveVolunteer::PATH>
            <input type="hidden" name="volunteer" value=number.0 />
            {ticks(texts.cafe_subjects(), "subjects[]", number, subjects.into())}
            {ticks(texts.cafe_languages(), "languages[]", number, languages.into())}
            {ticks(texts.cafe_tools(), "tools[]", number, tools.into())}
            <div class="form-group">
                <label class="form-label" for=attest.clone()>{texts.cafe_attest_until()}</label>
                <span class="form-hint">{texts.cafe_attest_hint()}</span>
                <input class="form-input" id=attest name="attest_until" type="date" value=volunteer.attest_until />
            </div>
            <SubmitButton label=texts.cafe_save_volunteer() kind=ButtonKind::Secondary />
        </PostForm>
    }
}

/// Something that a volunteer does or does not help with.
struct Tick {
    value: &'static str,
    label: &'static str,
    is_on: bool,
}

fn ticks(legend: &'static str, name: &'static str, volunteer: StaffId, ticks: Vec<Tick>) -> impl IntoView {
    let rows = ticks.into_iter().map(|tick| {
        let id = format!("{}-{}-{}", name.trim_end_matches("[]"), tick.value, volunteer.0);
        view! {
            <div class="form-group-checkbox">
                <input class="form-checkbox" type="checkbox" id=id.clone() name=name value=tick.value checked=tick.is_on />
                <label class="form-label" for=id>{tick.label}</label>
            </div>
        }
    });
    view! {
        <fieldset class="cafe-ticks">
            <legend class="form-label">{legend}</legend>
            {rows.collect_view()}
        </fieldset>
    }
}
