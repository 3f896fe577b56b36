use domain::drills::{Drill, DrillCard, DrillsPage as Drills};
use domain::homework::{Grade, Subject};
use leptos::prelude::*;

use super::api::drills;
use super::drill_page::drill_path;
use super::texts_page::TEXTS_PATH;
use crate::homework::{grade_name, subject_name};
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Breadcrumb, PageTitle, TagChoices, TagOption, Tint};

/// The subjects that have exercises.
const SUBJECTS: [Subject; 3] = [Subject::Matematik, Subject::Dansk, Subject::Engelsk];

/// The grades that exercises are for.
const GRADES: std::ops::RangeInclusive<i64> = 1..=8;

/// What can be practised, in a subject and a grade or in all.
pub(super) fn drills_page() -> impl IntoView {
    let texts = use_texts();
    let (subject, grade) = (query("fag"), query("klasse"));
    let chosen = move || {
        (
            Subject::parse(&subject.get()),
            grade.get().parse().ok().and_then(Grade::new),
        )
    };
    let parts = [subject, grade];
    let fetch = move |_| {
        let (subject, grade) = untrack(chosen);
        drills(subject, grade, texts.locale())
    };
    view! {
        <Breadcrumb
            items=vec![
                (texts.nav_home().to_owned(), texts.path("/")),
                (texts.nav_homework().to_owned(), texts.path("/lektier")),
            ]
            label=texts.nav_breadcrumb()
            tint=Tint::Plum
        />
        <PageTitle title=texts.drills_title() lead=texts.drills_lead() />
        {move || {
            let (subject, grade) = chosen();
            view! {
                {choices(texts, subject, grade)}
                {has_texts(subject).then(|| texts_link(texts))}
            }
        }}
        {load_at(parts, fetch, drills_view)}
    }
}

fn choices(texts: Texts, subject: Option<Subject>, grade: Option<Grade>) -> impl IntoView {
    let subjects = std::iter::once(None)
        .chain(SUBJECTS.map(Some))
        .map(|choice| TagOption {
            label: choice
                .map_or(texts.homework_all_subjects(), |subject| {
                    subject_name(texts, subject)
                })
                .to_owned(),
            href: choice_path(texts, choice, grade),
            selected: choice == subject,
        });
    let grades = std::iter::once(None)
        .chain(GRADES.map(Grade::new))
        .map(|choice| TagOption {
            label: choice.map_or(texts.homework_all_grades().to_owned(), |grade| {
                grade_name(texts, grade)
            }),
            href: choice_path(texts, subject, choice),
            selected: choice == grade,
        });
    view! {
        <TagChoices label=texts.homework_subject() options=subjects.collect() />
        <TagChoices label=texts.homework_grade() options=grades.collect() />
    }
}

/// Texts to read are for two of the subjects.
fn has_texts(subject: Option<Subject>) -> bool {
    subject.is_none_or(|subject| matches!(subject, Subject::Dansk | Subject::Engelsk))
}

/// The way to what is practised by reading.
fn texts_link(texts: Texts) -> impl IntoView {
    view! {
        <p>
            <a href=texts.path(TEXTS_PATH)>{texts.understand_title()}</a>
            ": "
            {texts.understand_line()}
        </p>
    }
}

fn choice_path(texts: Texts, subject: Option<Subject>, grade: Option<Grade>) -> String {
    let subject = subject.map(|subject| format!("fag={}", subject.as_str()));
    let grade = grade.map(|grade| format!("klasse={}", grade.number()));
    let query: Vec<_> = subject.into_iter().chain(grade).collect();
    let path = texts.path("/lektier/oev");
    if query.is_empty() {
        path
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

fn drills_view(page: Drills) -> AnyView {
    let texts = use_texts();
    if page.drills.is_empty() {
        return view! { <Alert kind=AlertKind::Info>{texts.drills_nothing()}</Alert> }.into_any();
    }
    let has_reached = page
        .drills
        .iter()
        .any(|card| card.levels.iter().any(|level| level.reached));
    let cards = page.drills.into_iter().map(|card| drill_card(texts, card));
    view! {
        {has_reached.then(|| view! { <p>{texts.drills_reached()}</p> })}
        <div class="drill-cards">{cards.collect_view()}</div>
    }
    .into_any()
}

fn drill_card(texts: Texts, card: DrillCard) -> impl IntoView {
    let kind = card.kind;
    let links = card.levels.into_iter().map(|one| {
        let href = texts.path(&drill_path(Drill {
            kind,
            level: one.level,
        }));
        view! {
            <li>
                <a class="drill-level" href=href aria-current=one.reached.then_some("true")>
                    <strong>{texts.drills_level(one.level.number())}</strong>
                    " "
                    <span>{grade_name(texts, one.grade)}</span>
                </a>
            </li>
        }
    });
    view! {
        <section class="drill-card tint-plum">
            <h2 class="drill-card__title">{card.title.clone()}</h2>
            <ul class="drill-levels" aria-label=format!("{}: {}", card.title, texts.drills_levels())>
                {links.collect_view()}
            </ul>
        </section>
    }
}
