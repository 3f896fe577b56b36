//! What the forms of the schedule are made of.

use domain::schedule::{FieldProblem, HoursForm, Problem, TypedText, WEEK};
use domain::time::weekday_name;
use leptos::prelude::*;

use crate::form::PostForm;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Breadcrumb, ButtonKind, ErrorSummary, PageTitle, SubmitButton, TextArea, TextField, choice_id,
};

/// The way back and the title of a page of the schedule.
#[component]
pub fn ScheduleHead(#[prop(into)] title: String, #[prop(optional, into)] lead: String) -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.staff_home_title().to_owned(), texts.path("/personale")),
        (texts.plan_title().to_owned(), texts.path("/personale/plan")),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=title lead=lead />
    }
}

/// Everything that is wrong, with a link to each field. Nothing where nothing is.
#[component]
pub fn Problems(problems: Vec<FieldProblem>) -> impl IntoView {
    let texts = use_texts();
    (!problems.is_empty()).then(|| {
        let errors = problems
            .iter()
            .map(|found| (choice_id(&found.field, 0), problem_text(texts, found.problem)))
            .collect();
        view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
    })
}

/// What is wrong in a field, if anything is.
pub fn field_error(texts: Texts, problems: &[FieldProblem], field: &str) -> Option<String> {
    let found = problems.iter().find(|found| found.field == field)?;
    Some(problem_text(texts, found.problem))
}

/// A line for the hours of each day.
#[component]
pub fn HoursFields(hours: HoursForm, problems: Vec<FieldProblem>) -> impl IntoView {
    let texts = use_texts();
    let weekdays = (1..).zip(0..WEEK).map(|(number, index)| {
        let name = format!("days[{index}]");
        let error = field_error(texts, &problems, &name);
        view! {
            <TextField
                label=weekday_name(number, texts.locale())
                name=name
                value=hours.days.get(index).cloned().unwrap_or_default()
                error=error
            />
        }
    });
    view! { <div class="week-fields">{weekdays.collect_view()}</div> }
}

/// A short text in each language. The Danish one is needed.
#[component]
pub fn LanguageLines(
    #[prop(into)] label: String,
    /// The field's name; each language is added to it, as `name_da`.
    name: &'static str,
    typed: TypedText,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let texts = use_texts();
    let fields = in_languages(texts, name, typed).map(|(name, language, value)| {
        let error = field_error(texts, &problems, &name);
        view! { <TextField label=language name=name value=value error=error /> }
    });
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{label}</legend>
            {fields.into_iter().collect_view()}
        </fieldset>
    }
}

/// A longer text in each language.
#[component]
pub fn LanguageAreas(
    #[prop(into)] label: String,
    name: &'static str,
    typed: TypedText,
    problems: Vec<FieldProblem>,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    let texts = use_texts();
    let fields = in_languages(texts, name, typed).map(|(name, language, value)| {
        let error = field_error(texts, &problems, &name);
        view! { <TextArea label=language name=name value=value error=error rows=3 /> }
    });
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{label}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="form-hint">{hint}</p> })}
            {fields.into_iter().collect_view()}
        </fieldset>
    }
}

/// The button that begins to take what the page is about out of the schedule, with its title and what it does.
pub fn remove_form(
    action: &'static str,
    (name, value): (&'static str, String),
    [title, hint]: [&'static str; 2],
    error: Option<String>,
) -> impl IntoView + use<> {
    view! {
        <h2 id="field-remove" tabindex="-1">{title}</h2>
        <p>{hint}</p>
        {error.map(|error| view! { <p class="form-error-message">{error}</p> })}
        <PostForm action=action>
            <input type="hidden" name=name value=value />
            <SubmitButton label=use_texts().plan_parts_see_removed() kind=ButtonKind::Secondary />
        </PostForm>
    }
}

/// Name, label and value of the field of each language.
fn in_languages(texts: Texts, name: &str, typed: TypedText) -> [(String, &'static str, String); 3] {
    let of = |tag: &str| {
        if name.is_empty() {
            tag.to_owned()
        } else {
            format!("{name}_{tag}")
        }
    };
    [
        (of("da"), texts.plan_in_danish(), typed.da),
        (of("en"), texts.plan_in_english(), typed.en),
        (of("ar"), texts.plan_in_arabic(), typed.ar),
    ]
}

fn problem_text(texts: Texts, problem: Problem) -> String {
    let text = match problem {
        Problem::Missing => texts.plan_missing(),
        Problem::NotADate => texts.plan_not_a_date(),
        Problem::Past => texts.plan_past(),
        Problem::Backwards => texts.plan_backwards(),
        Problem::NotAClock => texts.plan_not_a_clock(),
        Problem::NotHours => texts.plan_not_hours(),
        Problem::NotALanguage => texts.plan_not_a_language(),
        Problem::NotMinutes => texts.plan_not_minutes(),
        Problem::NotACount => texts.resources_not_a_count(),
        Problem::NotSeats => texts.plan_parts_not_seats(),
        Problem::NotWithin => texts.plan_series_not_within(),
        Problem::NotADateLine(line) => return texts.plan_series_not_a_line(line),
        Problem::NotAnException(line) => return texts.plan_rules_not_an_exception(line),
        Problem::NotOneStretch => texts.plan_rules_not_one_stretch(),
        Problem::MoreThanAll => texts.plan_kept_more_than_all(),
        Problem::HasAlready => texts.plan_kept_has_already(),
        Problem::NotSoManyDates => texts.plan_series_not_so_many(),
        Problem::NeverBegins => texts.plan_series_never_begins(),
        Problem::SeriesNotGiven => texts.plan_series_not_given(),
        Problem::SeriesOverlap => texts.plan_series_overlap(),
        Problem::SeriesTogether => texts.plan_series_together(),
        Problem::AgainstTheRules => texts.plan_series_against_the_rules(),
        Problem::GivesOthers => texts.plan_parts_gives_others(),
        Problem::ThereAlready => texts.plan_there_already(),
        Problem::MainPlace => texts.plan_parts_main_place(),
        Problem::UsedOnlyThere => texts.plan_parts_used_only_there(),
    };
    text.to_owned()
}
