use domain::appointments::{
    BookingBegins, DayLink, LocationCard, NeedsForm, ServiceCard, StaffBookingPage as Page,
    StaffBookingProblem, TimeCard, Way,
};
use domain::messages::LetterWish;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{BookForCitizen, staff_booking};
use super::twins::Twins;
use crate::appointments::details_page::{contact_text, note_text};
use crate::appointments::needs_page::needs_fields;
use crate::appointments::summary::time_line;
use crate::appointments::visit_page::address_text;
use crate::form::PostForm;
use crate::loading::{load, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Accordion, Alert, AlertKind, ButtonKind, Choice, ChoiceGroup, ChoiceKind, ErrorSummary, PageTitle,
    SearchField, SubmitButton, TagChoices, TagOption, TextArea, TextField,
};

/// Books for a citizen: a service, the first free times, a name, done.
pub(super) fn staff_booking_page() -> impl IntoView {
    let locale = use_texts().locale();
    let asked = ["sted", "ydelse", "q", "dag"].map(query);
    let key = move || asked.map(|part| part.get()).join(" ");
    let fetch = move || {
        let [location, service, search, day] = asked.map(|part| part.get_untracked());
        staff_booking(location, service, search, day, locale)
    };
    load(key, fetch, booking_view)
}

fn booking_view(page: Page) -> AnyView {
    let texts = use_texts();
    let errors = error_list(texts, &page);
    let summary = (!errors.is_empty())
        .then(|| view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> });
    let twins = (!page.twins.is_empty()).then(|| view! { <Twins twins=page.twins.clone() /> });
    let taken = (page.problem == Some(StaffBookingProblem::Taken)).then(|| {
        view! { <Alert kind=AlertKind::Warning title=texts.booking_taken_title()>{texts.bookfor_taken()}</Alert> }
    });
    view! {
        {summary}
        <PageTitle title=texts.bookfor_title() />
        {places(texts, &page)}
        {services(texts, &page)}
        {twins}
        {taken}
        {booking_form(texts, page)}
        <p>
            <a href=texts.path("/skranke/book/find")>{texts.bookfor_find()}</a>
        </p>
    }
    .into_any()
}

/// Nothing to choose where somebody works at one place.
fn places(texts: Texts, page: &Page) -> Option<impl IntoView + use<>> {
    let option = |location: &LocationCard| TagOption {
        label: location.name.clone(),
        href: texts.path(&format!(
            "/skranke/book?sted={}&ydelse={}",
            location.id, page.service.id
        )),
        selected: location.id == page.location.id,
    };
    let options: Vec<_> = page.locations.iter().map(option).collect();
    (options.len() > 1).then(|| view! { <TagChoices label=texts.booking_location() options=options /> })
}

/// The search for a service, and all of them.
fn services(texts: Texts, page: &Page) -> impl IntoView + use<> {
    let location = page.location.id.to_string();
    let option = |service: &ServiceCard| TagOption {
        label: service.name.clone(),
        href: texts.path(&format!("/skranke/book?sted={location}&ydelse={}", service.id)),
        selected: service.id == page.service.id,
    };
    let options: Vec<_> = page.services.iter().map(option).collect();
    let not_found = page
        .not_found
        .clone()
        .map(|typed| view! { <p role="status">{texts.bookfor_no_service(typed)}</p> });
    view! {
        <SearchField
            action=texts.path("/skranke/book")
            name="q"
            label=texts.bookfor_search()
            button_label=texts.bookfor_search_do()
            autofocus=page.begins_at == BookingBegins::Service
        >
            <input type="hidden" name="sted" value=location.clone() />
        </SearchField>
        {not_found}
        <TagChoices label=texts.booking_service() options=options />
    }
}

fn booking_form(texts: Texts, page: Page) -> impl IntoView {
    let message = |is_about: fn(&str) -> bool| {
        let errors = error_list(texts, &page);
        errors
            .into_iter()
            .find(|(field, _)| is_about(field))
            .map(|(_, text)| text)
    };
    let (name_error, reach_error) = (
        message(|id| id == "field-name"),
        message(|id| id == "field-reach"),
    );
    let note_error = message(|id| id == "field-note");
    let address_error = message(|id| id == "field-address");
    let (label, press) = match page.problem {
        Some(StaffBookingProblem::Twins) => (texts.bookfor_book_anyway(), "book_anyway"),
        _ => (texts.booking_book(), "book"),
    };
    let begins_here = page.begins_at == BookingBegins::Name;
    let needs = needs_fields(texts, &page.questions, &page.form.needs);
    let letter = letter_field(texts, page.form.letter);
    // Where the service is usually given at home, the address is the one thing that must be asked for beside the name.
    let usual = page.questions.ways.first();
    let is_at_home = page.questions.home_visit && usual.is_none_or(|way| *way == Way::HomeVisit);
    let asks_where = is_at_home || page.address_error.is_some();
    let is_open =
        asks_where || page.form.needs != NeedsForm::default() || page.form.letter != LetterWish::default();
    let (times, days) = (times_field(texts, &page), day_links(texts, &page));
    let address = page
        .questions
        .home_visit
        .then(|| address_field(texts, page.form.address.clone(), address_error));
    let form = page.form;
    view! {
        <h2>{page.service.name}</h2>
        {days}
        <PostForm action=BookForCitizen::PATH>
            <input type="hidden" name="service" value=page.service.id.to_string() />
            <input type="hidden" name="location" value=page.location.id.to_string() />
            <input type="hidden" name="key" value=page.key />
            {times}
            <TextField label=texts.booking_name() name="name" value=form.name autocomplete="off" error=name_error autofocus=begins_here />
            <TextField
                label=texts.bookfor_reach()
                hint=texts.bookfor_reach_hint()
                name="reach"
                value=form.reach
                autocomplete="off"
                error=reach_error
            />
            <SubmitButton label=label name="press" value=press />
            <Accordion summary=texts.bookfor_more() open=is_open>
                {needs}
                {address}
                {letter}
                <TextArea label=texts.bookfor_note() hint=texts.note_hint() name="note" value=form.note error=note_error />
                <SubmitButton label=texts.needs_show_times() kind=ButtonKind::Secondary name="press" value="times" />
            </Accordion>
            <SubmitButton label=texts.bookfor_clear() kind=ButtonKind::Tertiary name="press" value="clear" />
        </PostForm>
    }
}

/// Where they are visited, if that is the way that is chosen.
fn address_field(texts: Texts, value: String, error: Option<String>) -> impl IntoView {
    view! {
        <TextField
            label=texts.visit_address()
            hint=texts.visit_for_staff_hint()
            name="address"
            value=value
            autocomplete="off"
            error=error
        />
    }
}

fn letter_field(texts: Texts, chosen: LetterWish) -> impl IntoView {
    let option = |(wish, value, label): (LetterWish, &str, &str)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        checked: wish == chosen,
        ..Choice::default()
    };
    let options = [
        (
            LetterWish::WhenNothingElse,
            "when_nothing_else",
            texts.booklet_when_nothing_else(),
        ),
        (LetterWish::Always, "always", texts.booklet_always()),
        (LetterWish::Never, "never", texts.booklet_never()),
    ];
    let options: Vec<_> = options.into_iter().map(option).collect();
    view! { <ChoiceGroup legend=texts.booklet_letter() name="letter" kind=ChoiceKind::Radio options=options /> }
}

/// The first free time is chosen already.
fn times_field(texts: Texts, page: &Page) -> AnyView {
    if page.times.is_empty() {
        return view! { <p role="status">{texts.bookfor_no_times()}</p> }.into_any();
    }
    let chosen = page
        .times
        .iter()
        .position(|time| time.slot == page.form.slot)
        .unwrap_or(0);
    let option = |(index, time): (usize, &TimeCard)| Choice {
        value: time.slot.clone(),
        label: time_line(texts, time.clone()),
        checked: index == chosen,
        ..Choice::default()
    };
    let options: Vec<_> = page.times.iter().enumerate().map(option).collect();
    view! {
        <div class="staff-times">
            <ChoiceGroup legend=texts.booking_time() name="slot" kind=ChoiceKind::Radio options=options />
        </div>
    }
    .into_any()
}

fn day_links(texts: Texts, page: &Page) -> Option<impl IntoView + use<>> {
    let path = format!(
        "/skranke/book?sted={}&ydelse={}&dag=",
        page.location.id, page.service.id
    );
    let option = |link: &DayLink| TagOption {
        label: texts.bookfor_day(link.count, link.day.day_and_month(texts.locale())),
        href: texts.path(&format!("{path}{}", link.date)),
        selected: false,
    };
    let options: Vec<_> = page.days.iter().map(option).collect();
    (!options.is_empty()).then(|| view! { <TagChoices label=texts.bookfor_days() options=options /> })
}

/// The id of each field that something is wrong with, and what.
fn error_list(texts: Texts, page: &Page) -> Vec<(String, String)> {
    let way = page.form.needs.way.unwrap_or(Way::InPerson);
    let note = page
        .note_error
        .map(|error| ("field-note".to_owned(), note_text(texts, error).to_owned()));
    let address = page
        .address_error
        .map(|error| ("field-address".to_owned(), address_text(texts, error).to_owned()));
    page.errors
        .iter()
        .map(|error| {
            let field = if error.is_about_name() {
                "field-name"
            } else {
                "field-reach"
            };
            (field.to_owned(), contact_text(texts, way, *error).to_owned())
        })
        .chain(note)
        .chain(address)
        .collect()
}
