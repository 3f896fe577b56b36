//! Appointments that a change hits, or that wait for a call.

use domain::appointments::Misfit;
use domain::contact::ContactKind;
use domain::schedule::{HitPerson, HitRow};
use leptos::prelude::*;

use crate::texts::{Texts, use_texts};

/// Who comes when, why they cannot, and how they are reached.
#[component]
pub fn HitFacts(row: HitRow) -> impl IntoView {
    let texts = use_texts();
    let when = format!(
        "{} {}",
        row.at.day_and_month(texts.locale()),
        row.at.clock(texts.locale())
    );
    let who = match row.person {
        Some(person) => who(texts, person),
        None => view! { <strong>{texts.access_other_place()}</strong> }.into_any(),
    };
    view! {
        <p class="hit__who">{who}</p>
        <p>{when} ", " {row.service} ", " {row.location}</p>
        <p class="hit__why">{misfit_text(texts, row.misfit, &row.adviser.name())}</p>
    }
}

fn who(texts: Texts, person: HitPerson) -> AnyView {
    let HitPerson {
        name,
        contact,
        reach,
        has_address,
    } = person;
    let reach = match contact {
        ContactKind::Phone => {
            let href = format!("tel:{reach}");
            view! { <a href=href dir="ltr" rel="external">{reach}</a> }.into_any()
        }
        ContactKind::Email => view! { <span dir="ltr">{reach}</span> }.into_any(),
        ContactKind::None if has_address => texts.plan_letter_known().into_any(),
        ContactKind::None => texts.plan_no_contact().into_any(),
    };
    view! {
        <strong>{name}</strong>
        " · "
        {reach}
    }
    .into_any()
}

/// What becomes of somebody without anybody's doing.
pub fn outcome(texts: Texts, row: &HitRow) -> String {
    if let Some(adviser) = &row.instead {
        return texts.plan_stays_with(adviser.name());
    }
    match &row.next {
        Some(next) => {
            let next = format!(
                "{} {}",
                next.at.day_and_month(texts.locale()),
                next.at.clock(texts.locale())
            );
            texts.plan_next_free(next)
        }
        None => texts.plan_no_next().to_owned(),
    }
}

fn misfit_text(texts: Texts, misfit: Misfit, adviser: &str) -> String {
    match misfit {
        Misfit::ServiceGone => texts.plan_service_gone().to_owned(),
        Misfit::LocationGone => texts.plan_location_gone().to_owned(),
        Misfit::AdviserGone => texts.plan_adviser_gone(adviser),
        Misfit::NotTheirService => texts.plan_not_their_service(adviser),
        Misfit::WayGone => texts.plan_hit_way_gone().to_owned(),
        Misfit::NotTheirLanguage => texts.plan_hit_not_their_language(adviser),
        Misfit::Steps => texts.plan_hit_steps().to_owned(),
        Misfit::DateGone => texts.series_date_gone().to_owned(),
        Misfit::Closed => texts.plan_closed_then().to_owned(),
        Misfit::Away => texts.plan_is_away(adviser),
        Misfit::NotAtWork => texts.plan_not_at_work(adviser),
        Misfit::NoSeat => texts.plan_parts_no_seat().to_owned(),
        Misfit::TooClose => texts.plan_too_close(adviser),
        Misfit::ResourceMissing => texts.resources_missing().to_owned(),
    }
}
