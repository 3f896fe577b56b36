//! What is said of the café, in words.

use domain::cafe::{
    AskProblem, CafeDoor, CafeTextError, ContactDetail, HelpLanguage, PictureProblem, Standing, WhyNot,
};
use domain::homework::Subject;
use leptos::prelude::*;

use crate::homework::subject_name;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, Tint};

/// Subjects as one line.
pub(super) fn subject_names(texts: Texts, subjects: &[Subject]) -> String {
    let names: Vec<_> = subjects
        .iter()
        .map(|subject| subject_name(texts, *subject))
        .collect();
    names.join(", ")
}

/// Languages by their own names.
pub(super) fn language_names(languages: &[HelpLanguage]) -> String {
    let names: Vec<_> = languages.iter().map(|language| language.own_name()).collect();
    names.join(", ")
}

/// "Åbent til kl. 20", or when it opens.
pub(super) fn door_text(texts: Texts, door: CafeDoor) -> String {
    match door {
        CafeDoor::Open { until } => texts.cafe_open_until(until.clock(texts.locale())),
        CafeDoor::Closed { opens: Some(opens) } => {
            let locale = texts.locale();
            texts.cafe_opens(format!("{} {}", opens.day_and_month(locale), opens.clock(locale)))
        }
        CafeDoor::Closed { opens: None } => texts.cafe_closed().to_owned(),
    }
}

/// How it stands with a question, for whoever asked.
pub(super) fn standing_text(texts: Texts, standing: Standing) -> String {
    match standing {
        Standing::InLine { ahead: 0 } => texts.cafe_next_in_line().to_owned(),
        Standing::InLine { ahead: 1 } => texts.cafe_one_ahead().to_owned(),
        Standing::InLine { ahead } => texts.cafe_ahead(ahead),
        Standing::Kept { opens } => door_text(texts, CafeDoor::Closed { opens }),
        Standing::Open { minutes_left: 1 } => texts.cafe_one_minute_left().to_owned(),
        Standing::Open { minutes_left } => texts.cafe_minutes_left(minutes_left),
        Standing::Ended => texts.cafe_ended().to_owned(),
    }
}

/// Why a text was not sent, and how it is mended.
pub(super) fn text_problem(texts: Texts, problem: CafeTextError) -> &'static str {
    match problem {
        CafeTextError::Empty => texts.cafe_text_empty(),
        CafeTextError::TooLong => texts.cafe_text_too_long(),
        CafeTextError::HasCpr => texts.cafe_text_has_cpr(),
        CafeTextError::HasContact(ContactDetail::Phone) => texts.cafe_text_has_phone(),
        CafeTextError::HasContact(ContactDetail::Email) => texts.cafe_text_has_email(),
        CafeTextError::HasContact(ContactDetail::Link) => texts.cafe_text_has_link(),
        CafeTextError::HasContact(ContactDetail::Handle) => texts.cafe_text_has_handle(),
        CafeTextError::HasContact(ContactDetail::Address) => texts.cafe_text_has_address(),
    }
}

/// Why a picture was not sent, and what can be sent.
pub(super) fn picture_problem(texts: Texts, problem: PictureProblem) -> &'static str {
    match problem {
        PictureProblem::Missing => texts.cafe_picture_missing(),
        PictureProblem::NotAPicture => texts.cafe_picture_unfit(),
        PictureProblem::TooManyPixels => texts.cafe_picture_pixels(),
        PictureProblem::TooMany => texts.cafe_picture_many(),
    }
}

pub(super) fn ask_problem(texts: Texts, problem: AskProblem) -> &'static str {
    match problem {
        AskProblem::NoSubject => texts.cafe_no_subject(),
        AskProblem::NoGrade => texts.cafe_no_grade(),
        AskProblem::Text(problem) => text_problem(texts, problem),
        AskProblem::LineFull => texts.cafe_line_full(),
    }
}

pub(super) fn why_not_text(texts: Texts, why_not: WhyNot) -> &'static str {
    match why_not {
        WhyNot::NotOnRoster => texts.cafe_why_not_roster(),
        WhyNot::NoAttest => texts.cafe_why_not_attest(),
        WhyNot::CafeClosed => texts.cafe_why_not_closed(),
        WhyNot::OffShift => texts.cafe_why_not_shift(),
    }
}

/// The way back from the café's public pages.
#[component]
pub(super) fn CafeCrumbs(#[prop(optional)] below: bool) -> impl IntoView {
    let texts = use_texts();
    let above = [
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_homework().to_owned(), texts.path("/lektier")),
    ];
    let cafe = below.then(|| (texts.cafe_title().to_owned(), texts.path("/lektier/cafe")));
    view! {
        <Breadcrumb items=above.into_iter().chain(cafe).collect() label=texts.nav_breadcrumb() tint=Tint::Plum />
    }
}

/// The way back from the pages of those who help.
#[component]
pub(super) fn StaffCrumbs() -> impl IntoView {
    let texts = use_texts();
    let items = vec![
        (texts.staff_home_title().to_owned(), texts.path("/personale")),
        (texts.cafe_staff_title().to_owned(), texts.path("/personale/cafe")),
    ];
    view! { <Breadcrumb items=items label=texts.nav_breadcrumb() /> }
}
