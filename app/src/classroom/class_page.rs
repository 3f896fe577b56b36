use domain::classroom::{ClassPage as Class, NamesProblem, PupilRow};
use domain::ids::ClassId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::change_api::{AddPupils, EraseClass, RemovePupil, RenewCard, RenewCode, SetClass, ShareClass};
use super::classes_page::class_crumbs;
use super::new_class_page::{lesson_choice, names_problem_text};
use super::pages_api::class;
use super::way_in::way_in_view;
use crate::form::PostForm;
use crate::homework::grade_name;
use crate::loading::{load_at, named, param};
use crate::sign_in_pictures::CardCode;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Accordion, Alert, AlertKind, Breadcrumb, ButtonKind, ButtonRow, ErrorSummary, InputType, LinkButton,
    PageTitle, SubmitButton, TextArea, TextField,
};

/// A class: how its pupils come in, who they are, and when it ends.
pub(super) fn class_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("class")],
        move |[id]| async move { class(ClassId(named(&id)?), locale).await },
        class_view,
    )
}

fn class_view(page: Class) -> AnyView {
    let texts = use_texts();
    let id = page.class.id;
    let lead = format!(
        "{} · {} · {}",
        grade_name(texts, page.class.grade),
        texts.classroom_pupils(page.class.pupils),
        texts.classroom_ends(page.class.ends_on.clone())
    );
    let guesses = (page.wrong_guesses > 0).then(|| {
        view! { <Alert kind=AlertKind::Warning>{texts.classroom_wrong_guesses(page.wrong_guesses)}</Alert> }
    });
    let cards = texts.path(&format!("/personale/klasser/{}/kort", id.0));
    let assignments = texts.path(&format!("/personale/klasser/{}/opgaver", id.0));
    let question = texts.path(&format!("/personale/klasser/{}/spoergsmaal", id.0));
    let report = texts.path(&format!("/personale/klasser/{}/rapport", id.0));
    let live = texts.path(&format!("/personale/klasser/{}/nu", id.0));
    let rows = page.pupils.iter().cloned();
    let rows = rows.map(|pupil| pupil_line(texts, id, pupil)).collect_view();
    view! {
        <Breadcrumb items=class_crumbs(texts, None) label=texts.nav_breadcrumb() />
        {summary(texts, &page)}
        <PageTitle title=page.class.name.clone() lead=lead />
        {guesses}
        {page.class.ends_soon.then(|| ending_view(texts, page.class.ends_on.clone()))}
        {way_in_view(texts, page.way_in.clone())}
        <ButtonRow>
            <LinkButton href=live label=texts.live_open() />
            <LinkButton href=assignments label=texts.assign_open_page() kind=ButtonKind::Secondary />
            <LinkButton href=question label=texts.discuss_open_page() kind=ButtonKind::Secondary />
            <LinkButton href=report label=texts.report_open() kind=ButtonKind::Secondary />
            <LinkButton href=cards label=texts.classroom_cards() kind=ButtonKind::Secondary />
        </ButtonRow>
        <h2>{texts.classroom_pupils_title()}</h2>
        <ul class="desk-rows">{rows}</ul>
        {adding(texts, id, page.adding.clone())}
        {settings(texts, &page)}
    }
    .into_any()
}

/// Pupils can take along what they have learned while the class is there.
fn ending_view(texts: Texts, last_day: String) -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Info title=texts.classroom_ending(last_day)>
            <p>{texts.classroom_ending_text()}</p>
        </Alert>
    }
}

fn pupil_line(texts: Texts, class: ClassId, pupil: PupilRow) -> impl IntoView {
    let here = pupil
        .signed_in_until
        .map(|until| texts.classroom_here_until(until.clock(texts.locale())));
    let card = texts.path(&format!(
        "/personale/klasser/{}/kort?elev={}",
        class.0, pupil.id.0
    ));
    let renewed = pupil.code.map(|code| {
        view! {
            <Alert kind=AlertKind::Success title=texts.classroom_new_card()>
                <CardCode code=code texts=texts />
                <p>
                    <a href=card>{texts.classroom_print_card()}</a>
                </p>
            </Alert>
        }
    });
    let (name, about) = (pupil.name.clone(), pupil.name.clone());
    view! {
        <li class="desk-row class-row">
            <div class="desk-row__who">
                <p>
                    <strong dir="auto">{pupil.name}</strong>
                </p>
                {here.map(|here| view! { <p class="desk-row__about">{here}</p> })}
                {renewed}
            </div>
            <div class="desk-steps">
                <PostForm action=RenewCard::PATH>
                    {pupil_fields(class, pupil.id.0)}
                    <SubmitButton label=texts.classroom_renew_card() kind=ButtonKind::Secondary about=name />
                </PostForm>
                <Accordion summary=texts.classroom_remove_title()>
                    <PostForm action=RemovePupil::PATH>
                        {pupil_fields(class, pupil.id.0)}
                        <p>{texts.classroom_remove_text()}</p>
                        <SubmitButton label=texts.classroom_remove() kind=ButtonKind::Danger about=about />
                    </PostForm>
                </Accordion>
            </div>
        </li>
    }
}

fn pupil_fields(class: ClassId, pupil: i64) -> impl IntoView {
    view! {
        <input type="hidden" name="class" value=class.0 />
        <input type="hidden" name="pupil" value=pupil />
    }
}

/// What was wrong with the form that was sent last.
fn summary(texts: Texts, page: &Class) -> Option<impl IntoView + use<>> {
    let names = page
        .adding
        .as_ref()
        .map(|(problem, _)| ("field-names", names_problem_text(texts, problem)));
    let day = page
        .refused_day
        .as_ref()
        .map(|_| ("field-ends_on", texts.classroom_bad_last_day().to_owned()));
    let (field, text) = names.or(day)?;
    let errors = vec![(field.to_owned(), text)];
    Some(view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> })
}

fn adding(texts: Texts, class: ClassId, refused: Option<(NamesProblem, String)>) -> impl IntoView {
    let error = refused
        .as_ref()
        .map(|(problem, _)| names_problem_text(texts, problem));
    let typed = refused.map(|(_, typed)| typed).unwrap_or_default();
    view! {
        <h2>{texts.classroom_add_title()}</h2>
        <PostForm action=AddPupils::PATH>
            <input type="hidden" name="class" value=class.0 />
            <TextArea label=texts.classroom_names() name="names" value=typed error=error />
            <SubmitButton label=texts.classroom_add() kind=ButtonKind::Secondary />
        </PostForm>
    }
}

/// What is seldom changed.
fn settings(texts: Texts, page: &Class) -> impl IntoView + use<> {
    let class = page.class.id.0;
    let bad_day = page
        .refused_day
        .as_ref()
        .map(|_| texts.classroom_bad_last_day().to_owned());
    let (last_day, colleague) = (
        page.refused_day.clone().unwrap_or_else(|| page.last_day.clone()),
        page.unknown_teacher.clone().unwrap_or_default(),
    );
    let (lesson, teachers) = (page.lesson_minutes.to_string(), page.teachers.join(", "));
    let unknown = page
        .unknown_teacher
        .clone()
        .map(|_| texts.classroom_unknown_teacher().to_owned());
    view! {
        <h2>{texts.classroom_settings()}</h2>
        <PostForm action=SetClass::PATH>
            <input type="hidden" name="class" value=class />
            {lesson_choice(texts, lesson)}
            <SubmitButton
                label=texts.classroom_save()
                kind=ButtonKind::Secondary
                about=texts.classroom_lesson()
            />
        </PostForm>
        <PostForm action=SetClass::PATH>
            <input type="hidden" name="class" value=class />
            <TextField
                label=texts.classroom_last_day()
                hint=texts.classroom_last_day_hint()
                name="ends_on"
                value=last_day
                input_type=InputType::Date
                error=bad_day
            />
            <SubmitButton
                label=texts.classroom_save()
                kind=ButtonKind::Secondary
                about=texts.classroom_last_day()
            />
        </PostForm>
        <h2>{texts.classroom_teachers()}</h2>
        <p>{teachers}</p>
        <PostForm action=ShareClass::PATH>
            <input type="hidden" name="class" value=class />
            <TextField
                label=texts.classroom_colleague()
                name="username"
                value=colleague
                autocomplete="off"
                error=unknown
            />
            <SubmitButton label=texts.classroom_share() kind=ButtonKind::Secondary />
        </PostForm>
        <Accordion summary=texts.classroom_renew_code_title()>
            <p>{texts.classroom_renew_code_text()}</p>
            <PostForm action=RenewCode::PATH>
                <input type="hidden" name="class" value=class />
                <SubmitButton label=texts.classroom_renew_code() kind=ButtonKind::Secondary />
            </PostForm>
        </Accordion>
        <Accordion summary=texts.classroom_erase_title()>
            <p>{texts.classroom_erase_text()}</p>
            <PostForm action=EraseClass::PATH>
                <input type="hidden" name="class" value=class />
                <SubmitButton label=texts.classroom_erase() kind=ButtonKind::Danger />
            </PostForm>
        </Accordion>
    }
}
