use domain::homework::MeasuredText;
use domain::reading::{Difficulty, Readability};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlTextAreaElement;
use server_fn::ServerFn;

use super::crumbs::HomeworkCrumbs;
use super::lix_api::{MeasureText, measured_text};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, PageTitle, SubmitButton, SummaryList, TextArea};

/// How hard is this text? In the browser it is told while somebody types, and nothing is sent.
pub(super) fn lix_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        <HomeworkCrumbs />
        <PageTitle title=texts.lix_title() lead=texts.lix_lead() />
        {load(String::new, measured_text, lix_view)}
    }
}

fn lix_view(sent: Option<MeasuredText>) -> AnyView {
    let texts = use_texts();
    let typed = RwSignal::new(String::new());
    let form = NodeRef::<html::Div>::new();
    measure_at_once(form, typed);
    let result = move || match typed.get() {
        text if text.is_empty() => sent.map(|sent| result_view(texts, sent)),
        text => Some(result_view(texts, MeasuredText::of(&text))),
    };
    view! {
        <div node_ref=form on:input=move |event| typed.set(event_target_value(&event))>
            <PostForm action=MeasureText::PATH>
                <TextArea label=texts.lix_text() hint=texts.lix_text_hint() name="text" rows=8 />
                <SubmitButton label=texts.lix_measure() />
            </PostForm>
        </div>
        <div role="status">{result}</div>
        <section>
            <h2>{texts.lix_meaning_title()}</h2>
            <p data-read="">{texts.lix_meaning()}</p>
        </section>
    }
    .into_any()
}

/// What was typed before the page's own code came is measured as soon as it comes.
fn measure_at_once(form: NodeRef<html::Div>, typed: RwSignal<String>) {
    Effect::new(move || {
        let Some(form) = form.get() else { return };
        if let Ok(Some(field)) = form.query_selector("textarea") {
            typed.set(field.unchecked_into::<HtmlTextAreaElement>().value());
        }
    });
}

fn result_view(texts: Texts, measured: MeasuredText) -> AnyView {
    let found = match measured {
        MeasuredText::Found(found) => found,
        MeasuredText::NoWords => {
            return view! { <Alert kind=AlertKind::Warning>{texts.lix_no_words()}</Alert> }.into_any();
        }
        MeasuredText::TooLong => {
            return view! { <Alert kind=AlertKind::Warning>{texts.lix_too_long()}</Alert> }.into_any();
        }
    };
    view! {
        <section class="lix">
            <h2>{texts.lix_result(found.lix())}</h2>
            {scale(texts, found.difficulty())}
            <p data-read="">{advice(texts, found.difficulty())}</p>
            <SummaryList items=counts(texts, found) />
        </section>
    }
    .into_any()
}

/// The five bands, and which of them it is; said in words, not in colour alone.
fn scale(texts: Texts, here: Difficulty) -> impl IntoView {
    let bands = Difficulty::ALL.map(|band| {
        let is_here = band == here;
        view! {
            <li aria-current=is_here.then_some("true")>
                <b>{name(texts, band)}</b>
                <span>{range(band)}</span>
                {is_here.then(|| view! { <em>{texts.lix_here()}</em> })}
            </li>
        }
    });
    view! { <ol class="lix__scale">{bands.into_iter().collect_view()}</ol> }
}

fn counts(texts: Texts, found: Readability) -> Vec<(String, String)> {
    [
        (texts.lix_words(), found.words),
        (texts.lix_sentences(), found.sentences),
        (texts.lix_long_words(), found.long_words),
    ]
    .map(|(label, count)| (label.to_owned(), count.to_string()))
    .into()
}

fn name(texts: Texts, band: Difficulty) -> &'static str {
    match band {
        Difficulty::VeryEasy => texts.lix_very_easy(),
        Difficulty::Easy => texts.lix_easy(),
        Difficulty::Medium => texts.lix_medium(),
        Difficulty::Hard => texts.lix_hard(),
        Difficulty::VeryHard => texts.lix_very_hard(),
    }
}

fn advice(texts: Texts, band: Difficulty) -> &'static str {
    match band {
        Difficulty::VeryEasy => texts.lix_very_easy_advice(),
        Difficulty::Easy => texts.lix_easy_advice(),
        Difficulty::Medium => texts.lix_medium_advice(),
        Difficulty::Hard => texts.lix_hard_advice(),
        Difficulty::VeryHard => texts.lix_very_hard_advice(),
    }
}

fn range(band: Difficulty) -> &'static str {
    match band {
        Difficulty::VeryEasy => "0–24",
        Difficulty::Easy => "25–34",
        Difficulty::Medium => "35–44",
        Difficulty::Hard => "45–54",
        Difficulty::VeryHard => "55–",
    }
}
