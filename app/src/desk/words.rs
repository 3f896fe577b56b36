//! What is said of the queue, in words.

use domain::desk::{Ended, MissedReason, Outcome, TicketKind, Wait};
use leptos::prelude::*;

use crate::texts::{Texts, use_texts};
use crate::ui::Breadcrumb;

/// "Ventetid: ca. 20-35 min.", or that nobody knows.
pub(super) fn wait_text(texts: Texts, wait: Option<Wait>) -> String {
    match wait {
        Some(wait) => texts.queue_wait(wait.from_minutes, wait.to_minutes),
        None => texts.queue_wait_unknown().to_owned(),
    }
}

pub(super) fn kind_name(texts: Texts, kind: TicketKind) -> &'static str {
    match kind {
        TicketKind::Booked => texts.desk_kind_booked(),
        TicketKind::WalkIn => texts.desk_kind_walk_in(),
        TicketKind::Accompanied => texts.desk_kind_accompanied(),
    }
}

pub(super) fn outcome_name(texts: Texts, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Helped => texts.desk_outcome_helped(),
        Outcome::NotFinished => texts.desk_outcome_not_finished(),
        Outcome::Referred => texts.desk_outcome_referred(),
        Outcome::NotPossible => texts.desk_outcome_not_possible(),
    }
}

pub(super) fn reason_name(texts: Texts, reason: MissedReason) -> &'static str {
    match reason {
        MissedReason::NotHere => texts.desk_missed_not_here(),
        MissedReason::Left => texts.desk_missed_left(),
        MissedReason::GaveNotice => texts.desk_missed_gave_notice(),
    }
}

pub(super) fn ended_text(texts: Texts, ended: Ended) -> &'static str {
    match ended {
        Ended::Helped(outcome) => outcome_name(texts, outcome),
        Ended::Missed(reason) => reason_name(texts, reason),
    }
}

/// The way back from the pages behind a place's desk: name and address of each page above.
#[component]
pub(super) fn DeskCrumbs(#[prop(optional)] place: Option<(String, String)>) -> impl IntoView {
    let texts = use_texts();
    let items = [
        (texts.staff_home_title().to_owned(), texts.path("/personale")),
        (texts.desk_title().to_owned(), texts.path("/skranke")),
    ];
    view! { <Breadcrumb items=items.into_iter().chain(place).collect() label=texts.nav_breadcrumb() /> }
}
