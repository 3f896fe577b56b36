use domain::classroom::{JoinPage, JoinProblem, JoinStep, PupilBand, SignInPicture};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{FindClass, JoinClass, OtherClass, PressAgain, PressPicture, join_page};
use crate::form::PostForm;
use crate::loading::{load_at, query};
use crate::pupil_band::{LeaveClass, PlainForm};
use crate::sign_in_pictures::{PictureImage, picture_name};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Alert, AlertKind, ButtonKind, ButtonRow, ErrorSummary, LinkButton, PageTitle, SubmitButton, TextField,
};

/// How many pictures stand on a card.
const PICTURES: usize = 3;

/// A pupil signs in: which class, then the pictures or words on the card.
pub(super) fn sign_in_page() -> impl IntoView {
    load_at([query("kode")], |[code]| join_page(code), sign_in_view)
}

fn sign_in_view(page: JoinPage) -> AnyView {
    let texts = use_texts();
    let problem = page.problem.map(|problem| problem_text(texts, problem));
    match page.step {
        JoinStep::Class(typed) => class_view(texts, typed, problem),
        JoinStep::Pictures(pressed) => pictures_view(texts, &pressed, problem),
        JoinStep::Words => words_view(texts, problem),
        JoinStep::SignedIn(band) => signed_in_view(texts, band),
    }
}

fn class_view(texts: Texts, typed: String, problem: Option<&'static str>) -> AnyView {
    view! {
        {problem.map(|problem| error_summary(texts, problem))}
        <PageTitle title=texts.pupil_which_class() lead=texts.pupil_which_class_lead() />
        <PostForm action=FindClass::PATH>
            <TextField
                label=texts.pupil_class_code()
                hint=texts.pupil_class_code_hint()
                name="code"
                value=typed
                autocomplete="off"
                error=problem.map(str::to_owned)
            />
            <SubmitButton label=texts.pupil_go_on() />
        </PostForm>
    }
    .into_any()
}

fn words_view(texts: Texts, problem: Option<&'static str>) -> AnyView {
    view! {
        {problem.map(|problem| error_summary(texts, problem))}
        <PageTitle title=texts.pupil_who() lead=texts.pupil_words_lead() />
        <PlainForm action=JoinClass::PATH>
            <TextField
                label=texts.pupil_words()
                hint=texts.pupil_words_hint()
                name="code"
                autocomplete="off"
                error=problem.map(str::to_owned)
            />
            <SubmitButton label=texts.pupil_sign_in() />
        </PlainForm>
        {other_class(texts)}
    }
    .into_any()
}

/// All pictures to press, and how many have been pressed. Those that were are not shown: who stands behind would see them.
fn pictures_view(texts: Texts, pressed: &[SignInPicture], problem: Option<&'static str>) -> AnyView {
    let number = domain::count(pressed) + 1;
    let keys = SignInPicture::ALL.map(|picture| picture_key(texts, picture));
    let dots = (0..PICTURES).map(|place| {
        view! { <span class="picture-dot" class:is-pressed=place < pressed.len()></span> }
    });
    let again = (!pressed.is_empty()).then(|| {
        view! {
            <PostForm action=PressAgain::PATH>
                <SubmitButton label=texts.pupil_again() kind=ButtonKind::Secondary />
            </PostForm>
        }
    });
    view! {
        {problem.map(|problem| view! { <Alert kind=AlertKind::Warning>{problem}</Alert> })}
        <PageTitle title=texts.pupil_press(number) lead=texts.pupil_press_lead() />
        <p class="picture-dots" aria-hidden="true">{dots.collect_view()}</p>
        <PlainForm action=PressPicture::PATH class="picture-keys">{keys.into_iter().collect_view()}</PlainForm>
        {again}
        {other_class(texts)}
    }
    .into_any()
}

fn picture_key(texts: Texts, picture: SignInPicture) -> impl IntoView {
    view! {
        <button class="picture-key" type="submit" name="picture" value=picture.as_str()>
            <PictureImage picture=picture />
            <span>{picture_name(texts, picture)}</span>
        </button>
    }
}

fn signed_in_view(texts: Texts, band: PupilBand) -> AnyView {
    view! {
        <PageTitle title=texts.pupil_already(band.name) lead=texts.pupil_already_lead() />
        <ButtonRow>
            <LinkButton href=texts.path("/klasse/i-dag") label=texts.pupil_that_is_me() />
            <PlainForm action=LeaveClass::PATH>
                <SubmitButton label=texts.pupil_not_me() kind=ButtonKind::Secondary />
            </PlainForm>
        </ButtonRow>
    }
    .into_any()
}

fn other_class(texts: Texts) -> impl IntoView {
    view! {
        <PostForm action=OtherClass::PATH>
            <SubmitButton label=texts.pupil_other_class() kind=ButtonKind::Tertiary />
        </PostForm>
    }
}

fn error_summary(texts: Texts, problem: &'static str) -> impl IntoView {
    let errors = vec![("field-code".to_owned(), problem.to_owned())];
    view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
}

fn problem_text(texts: Texts, problem: JoinProblem) -> &'static str {
    match problem {
        JoinProblem::NotACode => texts.pupil_not_a_code(),
        JoinProblem::UnknownClass => texts.pupil_unknown_class(),
        JoinProblem::UnknownPupil => texts.pupil_unknown(),
        JoinProblem::TooMany => texts.pupil_too_many(),
    }
}
