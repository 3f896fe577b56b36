//! What the form of a time says when it can no longer be filled in.

use domain::appointments::TakenTime;
use leptos::prelude::*;

use super::summary::{BookingHead, Chosen};
use crate::texts::use_texts;
use crate::ui::{ButtonKind, LinkButton, PageTitle};

/// Somebody else has the time, as when a form was left open until the hold ran out.
pub fn taken_view(taken: TakenTime) -> AnyView {
    let texts = use_texts();
    let TakenTime { service, location } = taken;
    let times = texts.path(&format!("/tid/{}/{}", service.id, location.id));
    view! {
        <BookingHead question=4 />
        <PageTitle title=texts.booking_taken_title() lead=texts.booking_taken() />
        <LinkButton href=times label=texts.booked_see_times() kind=ButtonKind::Primary />
        <Chosen service=service location=Some(location) />
    }
    .into_any()
}

/// The visitor has gone back after they booked it.
pub fn booked_view() -> AnyView {
    let texts = use_texts();
    view! {
        <PageTitle title=texts.booked_already() lead=texts.booked_already_lead() />
        <LinkButton href=texts.path("/tid/kvittering") label=texts.booked_see_receipt() kind=ButtonKind::Primary />
    }
    .into_any()
}
