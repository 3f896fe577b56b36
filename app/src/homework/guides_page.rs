use domain::help_topic::HelpDoor;
use domain::homework::{Grade, GuideCard, GuideFilter, GuidesPage as Guides, Subject};
use domain::locale::Locale;
use leptos::prelude::*;

use super::api::guides;
use super::tools::HomeworkTools;
use crate::help_topic::HelpTopicNote;
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Breadcrumb, Card, CardGrid, PageTitle, TagChoices, TagOption, Tint};

/// All guides, or those for a subject and a grade, in a language.
pub(super) fn guides_page() -> impl IntoView {
    let texts = use_texts();
    let (subject, grade, language) = (query("fag"), query("klasse"), query("sprog"));
    let filter = move || GuideFilter {
        subject: Subject::parse(&subject.get()),
        grade: grade.get().parse().ok().and_then(Grade::new),
        language: Locale::from_tag(&language.get()),
    };
    let parts = [subject, grade, language];
    let fetch = move |_| {
        let GuideFilter {
            subject,
            grade,
            language,
        } = untrack(filter);
        guides(subject, grade, language, texts.locale())
    };
    view! {
        <Breadcrumb
            items=vec![(texts.nav_home().to_owned(), texts.path("/"))]
            label=texts.nav_breadcrumb()
            tint=Tint::Plum
        />
        <PageTitle title=texts.homework_title() lead=texts.homework_lead() />
        <p>
            <a href=texts.path("/lektier/oev")>{texts.drills_title()}</a>
            ": "
            {texts.drills_link_line()}
        </p>
        <p>
            <a href=texts.path("/lektier/cafe")>{texts.cafe_title()}</a>
            ": "
            {texts.cafe_card_line()}
        </p>
        {move || choices(texts, filter())}
        {load_at(parts, fetch, guides_view)}
        <HomeworkTools />
    }
}

/// The subjects, grades and languages to choose from, as links, so that a choice is an address that can be sent to somebody.
fn choices(texts: Texts, chosen: GuideFilter) -> impl IntoView {
    let subjects = std::iter::once(None)
        .chain(Subject::ALL.map(Some))
        .map(|subject| TagOption {
            label: subject
                .map_or(texts.homework_all_subjects(), |subject| {
                    subject_name(texts, subject)
                })
                .to_owned(),
            href: filter_path(texts, GuideFilter { subject, ..chosen }),
            selected: subject == chosen.subject,
        });
    let grades = std::iter::once(None)
        .chain(Grade::RANGE.map(Grade::new))
        .map(|grade| TagOption {
            label: grade.map_or(texts.homework_all_grades().to_owned(), |grade| {
                grade_name(texts, grade)
            }),
            href: filter_path(texts, GuideFilter { grade, ..chosen }),
            selected: grade == chosen.grade,
        });
    let languages = std::iter::once(None)
        .chain(Locale::ALL.map(Some))
        .map(|language| TagOption {
            label: language_label(texts, language).to_owned(),
            href: filter_path(texts, GuideFilter { language, ..chosen }),
            selected: language == chosen.language,
        });
    view! {
        <TagChoices label=texts.homework_subject() options=subjects.collect() />
        <TagChoices label=texts.homework_grade() options=grades.collect() />
        <TagChoices label=texts.homework_language() options=languages.collect() />
    }
}

fn language_label(texts: Texts, language: Option<Locale>) -> &'static str {
    match language {
        None => texts.homework_all_languages(),
        Some(Locale::Da) => texts.homework_in_danish(),
        Some(Locale::En) => texts.homework_in_english(),
        Some(Locale::Ar) => texts.homework_in_arabic(),
    }
}

fn filter_path(texts: Texts, filter: GuideFilter) -> String {
    let subject = filter.subject.map(|subject| format!("fag={}", subject.as_str()));
    let grade = filter.grade.map(|grade| format!("klasse={}", grade.number()));
    let language = filter
        .language
        .map(|language| format!("sprog={}", language.tag()));
    let query: Vec<_> = subject.into_iter().chain(grade).chain(language).collect();
    let path = texts.path("/lektier");
    if query.is_empty() {
        path
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

fn guides_view(page: Guides) -> AnyView {
    let note = page
        .topic
        .map(|topic| view! { <HelpTopicNote topic=topic door=HelpDoor::Homework /> });
    view! {
        {note}
        {guide_list(page.guides, page.language)}
    }
    .into_any()
}

/// Somebody who asks for Arabic reads on in Arabic.
fn guide_list(cards: Vec<GuideCard>, language: Option<Locale>) -> AnyView {
    let texts = use_texts();
    let read_in = language.unwrap_or(texts.locale());
    let rel = (read_in != texts.locale()).then_some("external");
    if cards.is_empty() {
        return view! { <Alert kind=AlertKind::Info>{texts.homework_nothing()}</Alert> }.into_any();
    }
    let count = match cards.len() {
        1 => texts.homework_found_one().to_owned(),
        count => texts.homework_found(count),
    };
    let cards = cards
        .into_iter()
        .map(|card| {
            view! {
                <Card
                    meta=guide_meta(texts, &card)
                    title=card.title
                    href=read_in.path(&format!("/lektier/{}", card.id))
                    text=card.summary
                    picture=card.picture
                    tint=Tint::Plum
                    rel=rel
                    lang=card.locale
                />
            }
        })
        .collect_view();
    view! { <p role="status">{count}</p><CardGrid>{cards}</CardGrid> }.into_any()
}

/// "Matematik · 4.-6. klasse".
pub fn guide_meta(texts: Texts, card: &GuideCard) -> String {
    let subject = subject_name(texts, card.subject);
    let grades = if card.grade_from == card.grade_to {
        grade_name(texts, card.grade_from)
    } else {
        texts.homework_grades(card.grade_from.number(), card.grade_to.number())
    };
    format!("{subject} · {grades}")
}

/// What a subject is called.
pub fn subject_name(texts: Texts, subject: Subject) -> &'static str {
    match subject {
        Subject::Dansk => texts.homework_subject_dansk(),
        Subject::Matematik => texts.homework_subject_matematik(),
        Subject::Engelsk => texts.homework_subject_engelsk(),
        Subject::NaturTeknologi => texts.homework_subject_natur(),
        Subject::Skole => texts.homework_subject_skole(),
    }
}

/// "4. klasse".
pub fn grade_name(texts: Texts, grade: Grade) -> String {
    texts.homework_grade_name(grade.number())
}
