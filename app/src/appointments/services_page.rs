use domain::appointments::{ServiceCard, ServicesPage as Services};
use domain::help_topic::HelpDoor;
use leptos::prelude::*;

use super::api::services;
use super::summary::BookingHead;
use crate::help_topic::HelpTopicNote;
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{Card, CardGrid, PageTitle, Tint};

/// The first question: what do you want help with?
pub(super) fn services_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        <BookingHead question=1 />
        <PageTitle title=texts.booking_what() lead=texts.booking_what_lead() />
        {load(String::new, move || services(texts.locale()), services_view)}
        <p>
            <a href=texts.path("/tid/afbud")>{texts.booking_to_cancel()}</a>
        </p>
        <p>
            <a href=texts.path("/tid/venteliste")>{texts.waiting_to_find()}</a>
        </p>
    }
}

fn services_view(page: Services) -> AnyView {
    let note = page
        .topic
        .map(|topic| view! { <HelpTopicNote topic=topic door=HelpDoor::Appointments /> });
    view! {
        {note}
        {service_list(page.services)}
    }
    .into_any()
}

fn service_list(services: Vec<ServiceCard>) -> impl IntoView {
    let texts = use_texts();
    let cards = services
        .into_iter()
        .map(|service| {
            let minutes = service
                .series
                .unwrap_or_else(|| texts.booking_minutes(service.minutes));
            let meta = match service.who_may_come {
                Some(who) => format!("{minutes}. {who}"),
                None => minutes,
            };
            view! {
                <Card
                    title=service.name
                    href=texts.path(&format!("/tid/{}", service.id))
                    text=service.summary
                    meta=meta
                    picture=service.picture
                    tint=Tint::Moss
                />
            }
        })
        .collect_view();
    view! { <CardGrid>{cards}</CardGrid> }
}
