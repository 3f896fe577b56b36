use domain::classroom::{
    AssignmentForm, AssignmentProblem, ChosenCourse, EXERCISE_COUNTS, NewAssignmentPage as NewAssignment,
};
use domain::drills::Level;
use domain::ids::ClassId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::assign_api::{GiveAssignment, new_assignment};
use super::classes_page::class_crumbs;
use super::fields::select_field;
use crate::form::PostForm;
use crate::loading::{load_at, named, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Breadcrumb, Choice, ChoiceGroup, ChoiceKind, ErrorSummary, InputType, PageTitle, SubmitButton, TextField,
};

/// Gives a class something to do: lessons of a course, or exercises.
pub(super) fn new_assignment_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("class"), query("kursus")],
        move |[class, course]| async move { new_assignment(ClassId(named(&class)?), course, locale).await },
        new_assignment_view,
    )
}

fn new_assignment_view(page: NewAssignment) -> AnyView {
    let texts = use_texts();
    let class = page.class.id;
    let path = format!("/personale/klasser/{}/opgaver", class.0);
    let mut crumbs = class_crumbs(texts, Some(&page.class));
    crumbs.push((texts.assign_title(page.class.name.clone()), texts.path(&path)));
    let errors: Vec<_> = page
        .problems
        .iter()
        .map(|problem| {
            let field = format!("field-{}", field_of(*problem));
            (field, problem_text(texts, *problem).to_owned())
        })
        .collect();
    let summary = (!errors.is_empty())
        .then(|| view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> });
    let title = match &page.chosen {
        Some(course) => course.title.clone(),
        None => texts.assign_new().to_owned(),
    };
    let work = match page.chosen.clone() {
        Some(course) => course_form(texts, &page, course),
        None => choice(texts, &page),
    };
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        {summary}
        <PageTitle title=title lead=texts.assign_new_lead() />
        {work}
    }
    .into_any()
}

/// The exercises on a form, and the courses, each of which leads on to its lessons.
fn choice(texts: Texts, page: &NewAssignment) -> AnyView {
    let new = format!("/personale/klasser/{}/opgaver/ny", page.class.id.0);
    let courses = page.courses.iter().map(|(course, title)| {
        let href = texts.path(&format!("{new}?kursus={course}"));
        view! {
            <li>
                <a href=href>{title.clone()}</a>
            </li>
        }
    });
    let courses = courses.collect_view();
    let form = page.form.clone();
    let kinds = page.kinds.iter();
    let kinds: Vec<_> = kinds
        .map(|(kind, title)| (kind.as_str().to_owned(), title.clone()))
        .collect();
    let (class, whom_and_when) = (page.class.id.0, whom_and_when(texts, page, &form));
    let levels = Level::ALL.map(Level::number);
    let levels = levels.map(|level| (level.to_string(), texts.drills_level(level)));
    let counts = EXERCISE_COUNTS.map(|count| (count.to_string(), count.to_string()));
    view! {
        <h2>{texts.assign_drill()}</h2>
        <PostForm action=GiveAssignment::PATH>
            <input type="hidden" name="class" value=class />
            {select_field(texts.assign_kind(), "kind", kinds, form.kind.clone())}
            {select_field(texts.assign_level(), "level", levels.into(), form.level.clone())}
            {select_field(texts.assign_count(), "count", counts.into(), form.count.clone())}
            {whom_and_when}
            <SubmitButton label=texts.assign_give() />
        </PostForm>
        <h2>{texts.assign_course()}</h2>
        <p>{texts.assign_course_text()}</p>
        <ul class="plain-list">{courses}</ul>
    }
    .into_any()
}

/// Which of a course's lessons; all of them to begin with.
fn course_form(texts: Texts, page: &NewAssignment, course: ChosenCourse) -> AnyView {
    let form = page.form.clone();
    let is_new = page.problems.is_empty();
    let (class, whom_and_when) = (page.class.id.0, whom_and_when(texts, page, &form));
    let error = error(texts, page, AssignmentProblem::Lessons);
    let lessons = course.lessons.into_iter().map(|(id, title)| Choice {
        checked: is_new || form.lessons.iter().any(|chosen| chosen == id.as_str()),
        value: id.to_string(),
        label: title,
        ..Choice::default()
    });
    let lessons: Vec<_> = lessons.collect();
    view! {
        <PostForm action=GiveAssignment::PATH>
            <input type="hidden" name="class" value=class />
            <input type="hidden" name="course" value=course.id.to_string() />
            <ChoiceGroup
                legend=texts.assign_lessons()
                name="lessons[]"
                kind=ChoiceKind::Checkbox
                options=lessons
                error=error
            />
            {whom_and_when}
            <SubmitButton label=texts.assign_give() />
        </PostForm>
    }
    .into_any()
}

fn whom_and_when(texts: Texts, page: &NewAssignment, form: &AssignmentForm) -> impl IntoView + use<> {
    view! {
        {select_field(texts.assign_to(), "to", page.audience.clone(), form.to.clone())}
        <TextField
            label=texts.assign_from()
            name="from"
            value=form.from.clone()
            input_type=InputType::Date
            error=error(texts, page, AssignmentProblem::From)
        />
        <TextField
            label=texts.assign_due()
            name="due"
            value=form.due.clone()
            input_type=InputType::Date
            error=error(texts, page, AssignmentProblem::Due)
        />
    }
}

fn error(texts: Texts, page: &NewAssignment, problem: AssignmentProblem) -> Option<String> {
    let is_there = page.problems.contains(&problem);
    is_there.then(|| problem_text(texts, problem).to_owned())
}

fn field_of(problem: AssignmentProblem) -> &'static str {
    match problem {
        AssignmentProblem::Lessons => "lessons",
        AssignmentProblem::Exercises => "kind",
        AssignmentProblem::To => "to",
        AssignmentProblem::From => "from",
        AssignmentProblem::Due => "due",
    }
}

fn problem_text(texts: Texts, problem: AssignmentProblem) -> &'static str {
    match problem {
        AssignmentProblem::Lessons => texts.assign_bad_lessons(),
        AssignmentProblem::Exercises => texts.assign_bad_exercises(),
        AssignmentProblem::To => texts.assign_bad_to(),
        AssignmentProblem::From => texts.assign_bad_from(),
        AssignmentProblem::Due => texts.assign_bad_due(),
    }
}
