use domain::learning::{Handout, HandoutPage as View, HandoutStep, Reading, Term};
use leptos::prelude::*;

use super::api::handout;
use super::paper_task::paper_task;
use crate::loading::{load_at, named, param, query};
use crate::reading::TextChoice;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, ForeignText, Html, PageTitle, PrintButton, QrCode, WriteLines};

/// Lines for notes: a hand's breadth of them.
const NOTE_LINES: usize = 8;

/// A whole lesson to print: its text, its tasks as exercises for a pen, and the way back to the screen.
pub(super) fn handout_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("course"), param("lesson"), query("tekst")],
        move |[course, lesson, text]| async move {
            handout(
                named(&course)?,
                named(&lesson)?,
                Reading::from_address(&text),
                locale,
            )
            .await
        },
        handout_view,
    )
}

fn handout_view(view: View) -> AnyView {
    let texts = use_texts();
    let handout = view.handout.clone();
    let course_path = texts.path(&format!("/laer/{}", handout.course));
    let crumbs = vec![
        (texts.nav_learn().to_owned(), texts.path("/laer")),
        (handout.course_title.clone(), course_path),
    ];
    let foreign = handout.locale != texts.locale();
    let numbered = handout.steps.into_iter().zip(1_i64..);
    let steps = numbered.map(|(step, number)| step_on_paper(texts, number, step));
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        {tools(texts, &view.handout)}
        <article class="handout" lang=handout.locale.tag() dir=handout.locale.direction()>
            <p class="meta">{handout.course_title}</p>
            <PageTitle title=handout.title />
            {foreign.then(|| view! { <ForeignText text=texts.common_danish_only() reader=texts.locale() /> })}
            {steps.collect_view()}
            {words(texts, handout.terms)}
            {onward(texts, view)}
            <section>
                <h2>{texts.handout_notes()}</h2>
                <WriteLines lines=NOTE_LINES />
            </section>
        </article>
    }
    .into_any()
}

/// Which text, and how it comes on paper. Not on the paper itself.
fn tools(texts: Texts, handout: &Handout) -> impl IntoView + use<> {
    view! {
        <div class="handout-tools">
            <p>{texts.handout_how()}</p>
            {handout.reading.map(|chosen| view! { <TextChoice chosen=chosen /> })}
            <PrintButton label=texts.handout_print() />
        </div>
    }
}

fn step_on_paper(texts: Texts, number: i64, step: HandoutStep) -> impl IntoView {
    view! {
        <section>
            <h2>{number} ". " {step.title}</h2>
            {step.deepening.then(|| view! { <p class="meta">{texts.learning_deepening()}</p> })}
            <Html html=step.html />
            {step.task.map(|task| paper_task(texts, task))}
        </section>
    }
}

fn words(texts: Texts, terms: Vec<Term>) -> Option<impl IntoView> {
    let has_words = !terms.is_empty();
    let terms = terms.into_iter().map(move |term| {
        let danish = term
            .danish
            .map(|danish| view! { <p lang="da">{texts.learning_glossary_danish(danish)}</p> });
        view! {
            <div class="glossary__term">
                <dt>{term.term}</dt>
                <dd>
                    <p>{term.text}</p>
                    {danish}
                </dd>
            </div>
        }
    });
    has_words.then(|| {
        view! {
            <section>
                <h2>{texts.handout_words()}</h2>
                <dl>{terms.collect_view()}</dl>
            </section>
        }
    })
}

/// Where to go on, and whom to ring.
fn onward(texts: Texts, view: View) -> impl IntoView {
    let municipality = view.municipality;
    // A browser writes the rest by itself.
    let address = view.address.trim_start_matches("https://").to_owned();
    view! {
        <section class="handout__onward">
            <QrCode code=view.code alt=texts.handout_code() />
            <div>
                <h2>{texts.handout_go_on()}</h2>
                <p>{texts.handout_scan()}</p>
                <p class="handout__address">{address}</p>
                <p>
                    {texts.layout_help_phone()} ": "
                    <strong class="handout__phone">{municipality.phone}</strong>
                </p>
                <p>{texts.layout_help_place()} ": " {municipality.name} ", " {municipality.address}</p>
            </div>
        </section>
    }
}
