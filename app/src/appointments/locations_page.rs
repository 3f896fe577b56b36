use domain::appointments::{LocationCard, LocationsPage as Locations, ServiceCard};
use leptos::prelude::*;

use super::api::locations;
use super::summary::{BookingHead, Chosen, time_line};
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, Card, LinkButton, Note, PageTitle, Tint};

/// The second question: where?
pub(super) fn locations_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("service")],
        move |[service]| async move { locations(named(&service)?, locale).await },
        locations_view,
    )
}

fn locations_view(page: Locations) -> AnyView {
    let texts = use_texts();
    let bring = page
        .bring
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    let first = (page.locations.len() > 1).then(|| {
        let href = texts.path(&format!("/tid/{}/foerst", page.service.id));
        view! { <LinkButton href=href label=texts.times_first_link() kind=ButtonKind::Secondary /> }
    });
    let cards = page
        .locations
        .into_iter()
        .map(|location| location_card(texts, &page.service, location))
        .collect_view();
    view! {
        <BookingHead question=2 />
        <PageTitle title=texts.booking_where() />
        {first}
        <div class="stack">{cards}</div>
        {page.service.who_may_come.clone().map(|who| who_may_come(texts, who))}
        <Note>
            <p>
                <strong>{texts.booking_bring()}</strong>
            </p>
            <ul>{bring}</ul>
        </Note>
        <Chosen service=page.service />
    }
    .into_any()
}

fn who_may_come(texts: Texts, who: String) -> impl IntoView {
    view! {
        <Note>
            <p>
                <strong>{texts.needs_who_may_come()}</strong>
            </p>
            <p>{who}</p>
        </Note>
    }
}

fn location_card(texts: Texts, service: &ServiceCard, location: LocationCard) -> impl IntoView + use<> {
    let first = match location.first_free {
        Some(time) => texts.booking_first_free(time_line(texts, time)),
        None => texts.booking_none_free(location.phone),
    };
    view! {
        <Card
            title=location.name
            href=texts.path(&format!("/tid/{}/{}/behov", service.id, location.id))
            text=format!("{}. {}", location.address, location.directions)
            meta=first
            tint=Tint::Moss
        />
    }
}
