use domain::appointments::{Need, NeedsForm, NeedsPage as Page, NeedsQuestions, Way};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::languages::{interpreted, language_choice};
use super::needs_api::{SaveNeeds, needs};
use super::summary::{BookingHead, Chosen};
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, Choice, ChoiceGroup, ChoiceKind, FieldSet, PageTitle, Select, SubmitButton};

/// The third question: is there anything we should know? It is answered with one press where there is nothing.
pub(super) fn needs_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("service"), param("location")],
        move |[service, location]| async move { needs(named(&service)?, named(&location)?, locale).await },
        needs_view,
    )
}

fn needs_view(page: Page) -> AnyView {
    let texts = use_texts();
    let choice = || choice_fields(page.service.id.to_string(), page.location.id.to_string());
    let (nothing, something) = (choice(), choice());
    view! {
        <BookingHead question=3 />
        <PageTitle title=texts.needs_title() lead=texts.needs_lead() />
        <PostForm action=SaveNeeds::PATH>
            {nothing}
            <SubmitButton label=texts.needs_nothing() name="press" value="nothing" />
        </PostForm>
        <h2>{texts.needs_something()}</h2>
        <p>{texts.needs_something_lead()}</p>
        <PostForm action=SaveNeeds::PATH>
            {something}
            {needs_fields(texts, &page.questions, &page.form)}
            <SubmitButton label=texts.needs_show_times() kind=ButtonKind::Secondary />
        </PostForm>
        <Chosen service=page.service location=Some(page.location) />
    }
    .into_any()
}

fn choice_fields(service: String, location: String) -> impl IntoView {
    view! {
        <input type="hidden" name="service" value=service />
        <input type="hidden" name="location" value=location />
    }
}

/// The questions themselves, each only where it matters.
pub fn needs_fields(texts: Texts, questions: &NeedsQuestions, form: &NeedsForm) -> impl IntoView + use<> {
    let ways = (!questions.ways.is_empty()).then(|| way_field(texts, questions, form));
    let languages = (!questions.languages.is_empty()).then(|| language_field(texts, questions, form));
    view! {
        {ways}
        {languages}
        {interpreter_field(texts, form)}
        {also_field(texts, questions, form)}
    }
}

fn way_field(texts: Texts, questions: &NeedsQuestions, form: &NeedsForm) -> impl IntoView + use<> {
    let usual = form.way.or_else(|| questions.ways.first().copied());
    let options = questions
        .ways
        .iter()
        .map(|way| {
            let (label, hint) = way_texts(texts, *way);
            Choice {
                value: way.as_str().to_owned(),
                label: label.to_owned(),
                hint: hint.map(str::to_owned),
                checked: Some(*way) == usual,
                verdict: None,
            }
        })
        .collect::<Vec<_>>();
    view! { <ChoiceGroup legend=texts.needs_way() name="way" kind=ChoiceKind::Radio options=options /> }
}

fn way_texts(texts: Texts, way: Way) -> (&'static str, Option<&'static str>) {
    match way {
        Way::InPerson => (texts.needs_in_person(), None),
        Way::Telephone => (texts.needs_telephone(), Some(texts.needs_telephone_hint())),
        Way::Video => (texts.needs_video(), Some(texts.needs_video_hint())),
        Way::HomeVisit => (texts.arranged_home_visit(), Some(texts.visit_way_hint())),
    }
}

fn language_field(texts: Texts, questions: &NeedsQuestions, form: &NeedsForm) -> impl IntoView + use<> {
    let option = |value: String, label: String| Choice {
        checked: value == form.language,
        value,
        label,
        ..Choice::default()
    };
    let danish = option(String::new(), texts.needs_danish().to_owned());
    let others = questions
        .languages
        .iter()
        .map(|language| option(language.to_string(), language_choice(texts, language)));
    let options = std::iter::once(danish).chain(others).collect::<Vec<_>>();
    view! { <ChoiceGroup legend=texts.needs_language() name="language" kind=ChoiceKind::Radio options=options /> }
}

fn interpreter_field(texts: Texts, form: &NeedsForm) -> impl IntoView + use<> {
    let none = (String::new(), texts.needs_interpreter_none().to_owned());
    let options: Vec<_> = std::iter::once(none).chain(interpreted(texts)).collect();
    let selected = form.interpreter.clone();
    view! {
        <FieldSet legend=texts.needs_interpreter() name="interpreter" hint=texts.needs_interpreter_hint()>
            <Select name="interpreter" label=texts.needs_interpreter() options=options selected=selected />
        </FieldSet>
    }
}

fn also_field(texts: Texts, questions: &NeedsQuestions, form: &NeedsForm) -> impl IntoView + use<> {
    let options = questions
        .needs
        .iter()
        .map(|need| {
            let (label, hint) = need_texts(texts, *need, questions);
            Choice {
                value: need.as_str().to_owned(),
                label: label.to_owned(),
                hint,
                checked: form.needs.contains(need),
                verdict: None,
            }
        })
        .collect::<Vec<_>>();
    view! { <ChoiceGroup legend=texts.needs_also() name="needs[]" kind=ChoiceKind::Checkbox options=options /> }
}

fn need_texts(texts: Texts, need: Need, questions: &NeedsQuestions) -> (&'static str, Option<String>) {
    match need {
        Need::SignLanguage => (texts.needs_sign_language(), None),
        Need::StepFree => (texts.needs_step_free(), None),
        Need::ExtraTime => (
            texts.needs_extra_time(),
            Some(texts.needs_extra_time_hint(questions.extra_time.minutes())),
        ),
        Need::Companion => (
            texts.needs_companion(),
            Some(texts.needs_companion_hint().to_owned()),
        ),
        Need::ActsForAnother => (
            texts.needs_acts_for_another(),
            Some(texts.needs_acts_for_another_hint().to_owned()),
        ),
    }
}
