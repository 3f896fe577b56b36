use domain::appointments::CheckPage as Check;
use leptos::prelude::*;

use super::api::{Book, check};
use super::summary::{BookingHead, contact_line, place_line, service_line, time_line};
use crate::form::{LocaleField, SendProblem};
use crate::loading::when_loaded;
use crate::texts::use_texts;
use crate::ui::{PageTitle, SubmitButton, SummaryList};

/// The last question: is this right?
#[component]
pub fn CheckPage() -> impl IntoView {
    let locale = use_texts().locale();
    let page = Resource::new(move || locale, check);
    when_loaded(page, check_view)
}

fn check_view(page: Check) -> impl IntoView {
    let texts = use_texts();
    let book = ServerAction::<Book>::new();
    let problem = Signal::derive(move || book.value().get().and_then(Result::err));
    let back = format!("/tid/{}/{}/{}", page.service.id, page.location.id, page.time.slot);
    let items = vec![
        (
            texts.booking_service().to_owned(),
            service_line(texts, &page.service),
        ),
        (texts.booking_location().to_owned(), place_line(&page.location)),
        (texts.booking_time().to_owned(), time_line(texts, page.time)),
        (texts.booking_name().to_owned(), page.form.name.trim().to_owned()),
        (texts.booking_reach().to_owned(), contact_line(texts, &page.form)),
    ];
    view! {
        <BookingHead question=5 />
        <PageTitle title=texts.booking_check() />
        <SummaryList items=items />
        <SendProblem problem=problem />
        <ActionForm action=book>
            <LocaleField />
            <SubmitButton label=texts.booking_book() />
        </ActionForm>
        <p>
            <a href=texts.path(&back)>{texts.booking_change()}</a>
        </p>
    }
}
