use domain::classroom::{AssignmentPhase, ClassEnding, PupilAssignment, TakenAlong, TodayPage as Today};
use leptos::prelude::*;

use super::today_api::today_page as fetch_today;
use crate::class_live::follow_class;
use crate::live::listen;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, Card, CardGrid, LinkButton, PageTitle, ProgressLine, Tint};

/// What a pupil has today.
pub(super) fn today_page() -> impl IntoView {
    let locale = use_texts().locale();
    listen();
    load(String::new, move || fetch_today(locale), today_view)
}

fn today_view(page: Today) -> AnyView {
    let texts = use_texts();
    let Some(band) = page.band else {
        return view! {
            <PageTitle title=texts.pupil_today() lead=texts.pupil_nobody() />
            <p>
                <LinkButton href=texts.path("/klasse") label=texts.pupil_sign_in() />
            </p>
        }
        .into_any();
    };
    if let Some(class) = page.class {
        follow_class(class);
    }
    let lead = if page.to_do.is_empty() {
        texts.today_nothing()
    } else {
        texts.today_lead()
    };
    // One thing stands out: the first that is to be done.
    let kinds = std::iter::once(ButtonKind::Primary).chain(std::iter::repeat(ButtonKind::Secondary));
    let to_do = page.to_do.into_iter().zip(kinds);
    let to_do: Vec<_> = to_do
        .map(|(assignment, kind)| assignment_view(texts, assignment, kind))
        .collect();
    let to_do = (!to_do.is_empty()).then(|| view! { <ul class="today">{to_do}</ul> });
    view! {
        <PageTitle title=texts.pupil_hello(band.name) lead=lead />
        {page.question.map(|question| question_view(texts, question))}
        {page.ending.map(|ending| ending_view(texts, ending))}
        {to_do}
        {other_list(texts, texts.today_done(), page.done)}
        {other_list(texts, texts.today_coming(), page.coming)}
        <h2>{texts.today_more()}</h2>
        <CardGrid>
            <Card
                title=texts.pupil_learn()
                href=texts.path("/laer")
                text=texts.pupil_learn_text()
                tint=Tint::Fjord
                heading=3
            />
            <Card
                title=texts.pupil_practise()
                href=texts.path("/lektier/oev")
                text=texts.pupil_practise_text()
                tint=Tint::Plum
                heading=3
            />
        </CardGrid>
        <p>
            <a href=texts.path("/klasse/fejl")>{texts.today_see_mistakes()}</a>
        </p>
        <p class="meta">
            <a href=texts.path("/laer/gem")>{texts.pupil_take_along()}</a>
        </p>
    }
    .into_any()
}

/// The class answers something together just now.
fn question_view(texts: Texts, question: String) -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Info title=texts.discuss_now()>
            <p>{question}</p>
            <p>
                <LinkButton href=texts.path("/klasse/spoergsmaal") label=texts.discuss_go() />
            </p>
        </Alert>
    }
}

/// The class ends soon: what was learned can be taken along until then.
fn ending_view(texts: Texts, ending: ClassEnding) -> impl IntoView {
    let (kind, text, label) = match ending.taken {
        TakenAlong::NotYet => (
            AlertKind::Warning,
            texts.today_ending_text(),
            texts.today_ending_code(),
        ),
        TakenAlong::ByCode => (
            AlertKind::Success,
            texts.today_ending_taken(),
            texts.today_ending_code_again(),
        ),
    };
    view! {
        <Alert kind=kind title=texts.today_ending(ending.last_day)>
            <p>{text}</p>
            <p>
                <a href=texts.path("/laer/gem")>{label}</a>
            </p>
        </Alert>
    }
}

fn assignment_view(texts: Texts, assignment: PupilAssignment, kind: ButtonKind) -> impl IntoView {
    let PupilAssignment { progress, .. } = assignment;
    let label = if progress.done == 0 {
        texts.today_begin()
    } else {
        texts.today_go_on()
    };
    let due = match assignment.phase {
        AssignmentPhase::Overdue => texts.today_overdue(assignment.due),
        AssignmentPhase::Coming | AssignmentPhase::Open => texts.today_due(assignment.due),
    };
    view! {
        <li class="today__item">
            <h2 class="today__title" data-read="">{assignment.title}</h2>
            <ProgressLine
                done=progress.done
                total=progress.total
                label=texts.today_progress(progress.done, progress.total)
            />
            <p class="meta">{due}</p>
            <LinkButton href=texts.path(&assignment.path) label=label kind=kind />
        </li>
    }
}

/// What is done, or not to be done yet.
fn other_list(texts: Texts, title: &'static str, assignments: Vec<PupilAssignment>) -> Option<impl IntoView> {
    let is_there = !assignments.is_empty();
    let rows = assignments.into_iter().map(|assignment| {
        let when = match assignment.phase {
            AssignmentPhase::Coming => texts.today_from(assignment.from),
            AssignmentPhase::Open | AssignmentPhase::Overdue => texts.today_due(assignment.due),
        };
        view! {
            <li>
                <a href=texts.path(&assignment.path)>{assignment.title}</a>
                " · "
                <span class="meta">{when}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    is_there.then(|| {
        view! {
            <h2>{title}</h2>
            <ul class="plain-list">{rows}</ul>
        }
    })
}
