use domain::contact::ContactKind;
use domain::messages::AfterLetter;
use domain::schedule::{ChangeLine, HitRow, PreviewNotice, PreviewPage, Saved, WhatChanges};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::form_parts::ScheduleHead;
use super::hit_rows::{HitFacts, outcome};
use super::preview_api::{Rebase, Save, preview, saved_change};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Choice, ChoiceGroup, ChoiceKind, LinkButton, SubmitButton};

/// What a change does, before it is made.
pub(super) fn preview_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || preview(locale), preview_view)
}

fn preview_view(page: PreviewPage) -> AnyView {
    let texts = use_texts();
    let PreviewPage {
        changes,
        hits,
        wait_in_vain,
        seen,
        version,
        notice,
    } = page;
    let is_outdated = matches!(notice, Some(PreviewNotice::ScheduleChanged(_)));
    let is_possible = notice != Some(PreviewNotice::Impossible) && !changes.is_empty();
    view! {
        <ScheduleHead title=texts.plan_preview() lead=texts.plan_preview_lead() />
        {notice.map(|notice| notice_view(texts, notice))}
        <h2>{texts.plan_changes()}</h2>
        {change_list(texts, changes)}
        {is_possible.then(|| hit_list(texts, &hits))}
        {(wait_in_vain > 0).then(|| view! { <p>{texts.plan_parts_wait_in_vain(wait_in_vain)}</p> })}
        {match (is_possible, is_outdated) {
            (false, _) => ().into_any(),
            (true, true) => rebase_form(texts, version).into_any(),
            (true, false) => save_form(texts, &hits, seen).into_any(),
        }}
        <p>
            <a href=texts.path("/personale/plan")>{texts.plan_do_not_save()}</a>
        </p>
    }
    .into_any()
}

fn notice_view(texts: Texts, notice: PreviewNotice) -> impl IntoView {
    match notice {
        PreviewNotice::ScheduleChanged(by_others) => view! {
            <Alert kind=AlertKind::Warning title=texts.plan_conflict_title()>
                <p>{texts.plan_conflict()}</p>
                {change_list(texts, by_others)}
            </Alert>
        }
        .into_any(),
        PreviewNotice::AppointmentsChanged => view! {
            <Alert kind=AlertKind::Warning title=texts.plan_moved_on_title()>{texts.plan_moved_on()}</Alert>
        }
        .into_any(),
        PreviewNotice::Impossible => view! {
            <Alert kind=AlertKind::Error title=texts.plan_impossible_title()>{texts.plan_impossible()}</Alert>
        }
        .into_any(),
    }
}

fn change_list(texts: Texts, changes: Vec<ChangeLine>) -> impl IntoView {
    if changes.is_empty() {
        return view! { <p>{texts.plan_no_changes()}</p> }.into_any();
    }
    let lines = changes.into_iter().map(|line| {
        let what = what_text(texts, &line.what);
        let part = part_name(texts, &line.part);
        view! { <li><strong>{part} " " {line.name}</strong>": " {what}</li> }
    });
    view! { <ul class="change-list">{lines.collect_view()}</ul> }.into_any()
}

fn what_text(texts: Texts, what: &WhatChanges) -> String {
    match what {
        WhatChanges::Added => texts.plan_added().to_owned(),
        WhatChanges::Removed => texts.plan_removed().to_owned(),
        WhatChanges::Field { name, before, after } => {
            let or_nothing = |text: &str| {
                if text.is_empty() {
                    texts.plan_nothing().to_owned()
                } else {
                    text.to_owned()
                }
            };
            texts.plan_from_to(or_nothing(after), or_nothing(before), field_name(texts, name))
        }
    }
}

fn part_name(texts: Texts, part: &str) -> String {
    match part {
        "closing_days" => texts.plan_part_closing_day(),
        "locations" => texts.plan_part_location(),
        "services" => texts.plan_part_service(),
        "advisers" => texts.plan_part_adviser(),
        "resources" => texts.resources_part(),
        "booking" => texts.plan_general_booking(),
        "municipality" => texts.plan_general_municipality(),
        "main_location" => texts.plan_general_main(),
        "homework" => texts.plan_parts_homework(),
        other => other,
    }
    .to_owned()
}

/// The document's own word for what no form has a label for.
fn field_name(texts: Texts, field: &str) -> String {
    match field {
        "hours" => texts.plan_hours(),
        "ways" => texts.visit_ways(),
        "seats" => texts.plan_parts_seats(),
        "series" => texts.plan_series_title(),
        "uses" => texts.resources_uses(),
        "count" => texts.resources_count(),
        "shifts" => texts.plan_shifts(),
        "absences" => texts.plan_absences(),
        "services" => texts.plan_helps_with(),
        "languages" => texts.plan_languages(),
        "name" => texts.plan_name(),
        "summary" => texts.plan_summary(),
        "bring" => texts.plan_bring(),
        "who_may_come" => texts.plan_who_may_come(),
        "address" => texts.plan_address(),
        "phone" => texts.plan_phone(),
        "directions" => texts.plan_directions(),
        "reason" => texts.plan_reason(),
        "step_free" => texts.plan_rules_step_free(),
        "kept" => texts.plan_kept_title(),
        "lead_minutes" => texts.plan_general_lead_time(),
        "horizon_days" => texts.plan_general_horizon(),
        "start_every_minutes" => texts.plan_rules_start_every(),
        "check_list" => texts.plan_rules_check_list(),
        "picture" => texts.plan_rules_picture(),
        "email" => texts.plan_general_email(),
        "duration_minutes" => texts.plan_duration(),
        "buffer_before_minutes" => texts.plan_buffer_before(),
        "buffer_after_minutes" => texts.plan_buffer_after(),
        other => other,
    }
    .to_owned()
}

fn hit_list(texts: Texts, hits: &[HitRow]) -> impl IntoView + use<> {
    if hits.is_empty() {
        return view! {
            <h2>{texts.plan_hits()}</h2>
            <p>{texts.plan_hits_nobody()}</p>
        }
        .into_any();
    }
    let count = domain::count(hits);
    let rows = hits.iter().map(|row| {
        let outcome = outcome(texts, row);
        view! {
            <li class="hit">
                <HitFacts row=row.clone() />
                <p class="hit__outcome">{outcome}</p>
                {letter_offer(texts, row)}
            </li>
        }
    });
    view! {
        <h2>{texts.plan_hits()}</h2>
        <p>{if count == 1 { texts.plan_hits_one().to_owned() } else { texts.plan_hits_some(count) }}</p>
        <ol class="hits">{rows.collect_view()}</ol>
    }
    .into_any()
}

/// Whoever nobody takes over, and who has neither a number nor mail, is moved or cancelled as soon as a letter can be posted.
fn letter_offer(texts: Texts, row: &HitRow) -> Option<impl IntoView + use<>> {
    let person = row.person.as_ref().filter(|_| row.instead.is_none())?;
    let is_out_of_reach = person.contact == ContactKind::None && !person.has_address;
    let href = texts.path(&AfterLetter::Plan.page(row.appointment));
    is_out_of_reach.then(|| {
        view! {
            <p>
                <a href=href>{texts.plan_letter_offer(person.name.as_str())}</a>
            </p>
        }
    })
}

fn save_form(texts: Texts, hits: &[HitRow], seen: String) -> impl IntoView + use<> {
    let nobody_takes_over = hits.iter().any(|row| row.instead.is_none());
    view! {
        <PostForm action=Save::PATH>
            <input type="hidden" name="seen" value=seen />
            {nobody_takes_over.then(|| remedies(texts))}
            <SubmitButton label=texts.plan_save() />
        </PostForm>
    }
}

fn remedies(texts: Texts) -> impl IntoView {
    let choice = |value: &str, label: &str, hint: &str, checked| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: Some(hint.to_owned()),
        checked,
        verdict: None,
    };
    let options = vec![
        choice(
            "call",
            texts.plan_remedy_call(),
            texts.plan_remedy_call_hint(),
            true,
        ),
        choice(
            "move",
            texts.plan_remedy_move(),
            texts.plan_remedy_move_hint(),
            false,
        ),
        choice(
            "cancel",
            texts.plan_remedy_cancel(),
            texts.plan_remedy_cancel_hint(),
            false,
        ),
    ];
    view! { <ChoiceGroup legend=texts.plan_remedy() name="remedy" kind=ChoiceKind::Radio options=options /> }
}

fn rebase_form(texts: Texts, version: i64) -> impl IntoView {
    view! {
        <PostForm action=Rebase::PATH>
            <input type="hidden" name="version" value=version.to_string() />
            <SubmitButton label=texts.plan_go_on() />
        </PostForm>
    }
}

/// A change is in force.
pub(super) fn saved_page() -> impl IntoView {
    load(String::new, saved_change, saved_view)
}

fn saved_view(saved: Saved) -> AnyView {
    let texts = use_texts();
    let lines = [
        (saved.stayed, texts.plan_saved_stayed(saved.stayed)),
        (saved.moved, texts.plan_saved_moved(saved.moved)),
        (saved.cancelled, texts.plan_saved_cancelled(saved.cancelled)),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, line)| view! { <li>{line}</li> });
    let to_call = (saved.to_call > 0).then(|| {
        view! {
            <Alert kind=AlertKind::Warning title=texts.plan_waiting_title()>
                <a href=texts.path("/personale/plan/ringeliste")>{texts.plan_waiting(saved.to_call)}</a>
            </Alert>
        }
    });
    let letters = (saved.letters > 0).then(|| {
        view! {
            <p>
                <a href=texts.path("/skranke/breve")>{texts.plan_letter_pile(saved.letters)}</a>
            </p>
        }
    });
    let go_on = saved.added.map(|page| {
        let href = texts.path(&format!("/personale/plan/{page}"));
        view! { <LinkButton href=href label=texts.plan_parts_go_on() /> }
    });
    view! {
        <ScheduleHead title=texts.plan_saved() lead=texts.plan_saved_lead() />
        <ul>{lines.collect_view()}</ul>
        {to_call}
        {letters}
        {go_on}
        <p>
            <a href=texts.path("/personale/plan")>{texts.plan_back()}</a>
        </p>
    }
    .into_any()
}
