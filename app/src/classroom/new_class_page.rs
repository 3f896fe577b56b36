use domain::classroom::{ClassProblem, LESSON_MINUTES, NamesProblem, NewClassPage as NewClass};
use domain::homework::Grade;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::change_api::MakeClass;
use super::classes_page::class_crumbs;
use super::pages_api::new_class;
use crate::form::PostForm;
use crate::homework::grade_name;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, ErrorSummary, InputType, PageTitle, Select, SubmitButton, TextArea, TextField};

/// The form of a new class.
pub(super) fn new_class_page() -> impl IntoView {
    load(String::new, new_class, new_class_view)
}

fn new_class_view(page: NewClass) -> AnyView {
    let texts = use_texts();
    let problems = page.problems.clone();
    let error = move |field: &str| {
        let problem = problems.iter().find(|problem| field_of(problem) == field);
        problem.map(|problem| problem_text(texts, problem))
    };
    let [name_error, grade_error, list_error, day_error] = ["name", "grade", "names", "ends_on"].map(error);
    let errors: Vec<_> = page
        .problems
        .iter()
        .map(|problem| {
            (
                format!("field-{}", field_of(problem)),
                problem_text(texts, problem),
            )
        })
        .collect();
    let summary = (!errors.is_empty())
        .then(|| view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> });
    let form = page.form.clone();
    view! {
        <Breadcrumb items=class_crumbs(texts, None) label=texts.nav_breadcrumb() />
        {summary}
        <PageTitle title=texts.classroom_new() lead=texts.classroom_new_lead() />
        <PostForm action=MakeClass::PATH>
            <TextField
                label=texts.classroom_name()
                hint=texts.classroom_name_hint()
                name="name"
                value=form.name
                autocomplete="off"
                error=name_error
            />
            {grade_choice(texts, form.grade, grade_error)}
            <TextArea
                label=texts.classroom_names()
                hint=texts.classroom_names_hint()
                name="names"
                value=form.names
                rows=10
                error=list_error
            />
            <TextField
                label=texts.classroom_last_day()
                hint=texts.classroom_last_day_hint()
                name="ends_on"
                value=form.ends_on
                input_type=InputType::Date
                error=day_error
            />
            {lesson_choice(texts, form.lesson)}
            <SubmitButton label=texts.classroom_make() />
        </PostForm>
    }
    .into_any()
}

fn grade_choice(texts: Texts, chosen: String, error: Option<String>) -> impl IntoView {
    let nothing = (String::new(), texts.classroom_choose_grade().to_owned());
    let grades = Grade::RANGE
        .filter_map(Grade::new)
        .map(|grade| (grade.number().to_string(), grade_name(texts, grade)));
    view! {
        <div class="form-group">
            <label class="form-label" for="field-grade">{texts.homework_grade()}</label>
            {error.map(|error| view! { <p class="form-error-message">{error}</p> })}
            <Select
                name="grade"
                label=texts.homework_grade()
                options=std::iter::once(nothing).chain(grades).collect()
                selected=chosen
            />
        </div>
    }
}

/// How long a lesson is.
pub(super) fn lesson_choice(texts: Texts, chosen: String) -> impl IntoView {
    let options = LESSON_MINUTES.map(|minutes| (minutes.to_string(), texts.classroom_minutes(minutes)));
    view! {
        <div class="form-group">
            <label class="form-label" for="field-lesson">{texts.classroom_lesson()}</label>
            <p class="form-hint">{texts.classroom_lesson_hint()}</p>
            <Select name="lesson" label=texts.classroom_lesson() options=options.into() selected=chosen />
        </div>
    }
}

fn field_of(problem: &ClassProblem) -> &'static str {
    match problem {
        ClassProblem::Name => "name",
        ClassProblem::Grade => "grade",
        ClassProblem::Names(_) => "names",
        ClassProblem::EndsOn => "ends_on",
        ClassProblem::Lesson => "lesson",
    }
}

fn problem_text(texts: Texts, problem: &ClassProblem) -> String {
    match problem {
        ClassProblem::Name => texts.classroom_bad_name().to_owned(),
        ClassProblem::Grade => texts.classroom_bad_grade().to_owned(),
        ClassProblem::Names(problem) => names_problem_text(texts, problem),
        ClassProblem::EndsOn => texts.classroom_bad_last_day().to_owned(),
        ClassProblem::Lesson => texts.classroom_bad_lesson().to_owned(),
    }
}

/// What is wrong with a pasted list.
pub(super) fn names_problem_text(texts: Texts, problem: &NamesProblem) -> String {
    match problem {
        NamesProblem::Missing => texts.classroom_names_missing().to_owned(),
        NamesProblem::TooMany(count) => texts.classroom_names_too_many(*count),
        NamesProblem::TooLong => texts.classroom_names_too_long().to_owned(),
        NamesProblem::HasCpr => texts.classroom_names_cpr().to_owned(),
        NamesProblem::HasEmail => texts.classroom_names_email().to_owned(),
    }
}
