use domain::appointments::{CheckPage as Check, Way};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{Book, check};
use super::arranged::arranged_items;
use super::held_note::HeldNote;
use super::summary::{
    BookingHead, contact_line, place_line, service_line, time_line, topic_item, visit_item,
};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{PageTitle, SubmitButton, SummaryList};

/// The last question: is this right?
pub(super) fn check_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || check(locale), check_view)
}

fn check_view(page: Check) -> AnyView {
    let texts = use_texts();
    let back = format!("/tid/{}/{}/{}", page.service.id, page.location.id, page.time.slot);
    let place = match page.way {
        Way::InPerson => place_line(&page.location),
        // Nobody is to look for a place where they are not awaited.
        Way::Telephone | Way::Video | Way::HomeVisit => page.location.name.clone(),
    };
    let mut items = vec![
        (
            texts.booking_service().to_owned(),
            service_line(texts, &page.service),
        ),
        (texts.booking_location().to_owned(), place),
        (texts.booking_time().to_owned(), time_line(texts, page.time)),
        (texts.booking_name().to_owned(), page.form.name.trim().to_owned()),
        (texts.booking_reach().to_owned(), contact_line(texts, &page.form)),
    ];
    let note = page.form.note.trim();
    let note = (!note.is_empty()).then(|| note.to_owned());
    let arranged = arranged_items(texts, page.way, &page.needs, note);
    items.extend(page.topic.map(|topic| topic_item(texts, &topic)));
    let is_visited = page.visit.is_some();
    items.extend(arranged);
    items.extend(page.visit.map(|address| visit_item(texts, address)));
    view! {
        <BookingHead question=6 />
        <PageTitle title=texts.booking_check() />
        {page.held.map(|held| view! { <HeldNote held=held /> })}
        <SummaryList items=items />
        <PostForm action=Book::PATH>
            <SubmitButton label=texts.booking_book() />
        </PostForm>
        <p>
            <a href=texts.path(&back)>{texts.booking_change()}</a>
        </p>
        {is_visited.then(|| view! { <p><a href=texts.path("/tid/adresse")>{texts.visit_change()}</a></p> })}
    }
    .into_any()
}
