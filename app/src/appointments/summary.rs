//! What has been chosen so far, beside every question of the booking.

use domain::appointments::DetailsForm;
use domain::appointments::{AppointmentView, LocationCard, ServiceCard, TimeCard, Way};
use domain::contact::ContactKind;
use domain::help_topic::HelpTopicView;
use domain::pages::QrCode as Code;
use leptos::prelude::*;

use super::arranged::arranged_items;
use crate::help_topic::topic_text;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, QrCode, StepIndicator, SummaryList, Tint};

/// Questions of a booking: what, where, what is needed, when, who, and the check.
const QUESTIONS: i64 = 6;

/// The way back and how far one has come, at the top of each question.
#[component]
pub fn BookingHead(
    /// The question's number, from 1.
    question: i64,
) -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_appointments().to_owned(), texts.path("/tid")),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() tint=Tint::Moss />
        <StepIndicator current=question total=QUESTIONS label=texts.booking_question(question, QUESTIONS) />
    }
}

/// What has been chosen so far.
#[component]
pub fn Chosen(
    service: ServiceCard,
    #[prop(default = None)] location: Option<LocationCard>,
    #[prop(default = None)] time: Option<TimeCard>,
    /// How it is arranged; see [`super::arranged::arranged_items`].
    #[prop(default = vec![])]
    arranged: Vec<(String, String)>,
) -> impl IntoView {
    let texts = use_texts();
    let items = std::iter::once((texts.booking_service().to_owned(), service_line(texts, &service)))
        .chain(location.map(|location| (texts.booking_location().to_owned(), place_line(&location))))
        .chain(time.map(|time| (texts.booking_time().to_owned(), time_line(texts, time))))
        .chain(arranged)
        .collect();
    view! {
        <aside class="chosen" aria-label=texts.booking_chosen()>
            <SummaryList items=items />
        </aside>
    }
}

/// Everything about an appointment, for the check and the ticket.
pub fn appointment_items(texts: Texts, appointment: &AppointmentView) -> Vec<(String, String)> {
    let time = format!(
        "{} {}",
        appointment.at.long_date(texts.locale()),
        appointment.at.clock(texts.locale())
    );
    let topic = appointment.topic.as_ref().map(|topic| topic_item(texts, topic));
    let (way, note) = (appointment.way, appointment.note.clone());
    // Whoever is rung up need not find the way.
    let directions = (way == Way::InPerson).then(|| {
        (
            texts.booking_directions().to_owned(),
            appointment.directions.clone(),
        )
    });
    let time = match &appointment.series {
        Some(series) => (texts.series_dates().to_owned(), series.line.clone()),
        None => (
            texts.booking_time().to_owned(),
            texts.booking_time_and_length(appointment.minutes, time),
        ),
    };
    let given_up = appointment
        .series
        .as_ref()
        .and_then(|series| series.given_up.clone());
    let place = match way {
        Way::InPerson => format!("{}, {}", appointment.location, appointment.address),
        // How they meet is told below.
        Way::Telephone | Way::Video | Way::HomeVisit => appointment.location.clone(),
    };
    let items = [
        Some((texts.booking_service().to_owned(), appointment.service.clone())),
        Some(time),
        given_up.map(|dates| (texts.series_given_up().to_owned(), dates)),
        Some((texts.booking_location().to_owned(), place)),
    ];
    let name = (texts.booking_name().to_owned(), appointment.name.clone());
    let arranged = arranged_items(texts, way, &appointment.needs, note);
    let visit = appointment
        .visit
        .clone()
        .map(|address| visit_item(texts, address));
    items
        .into_iter()
        .flatten()
        .chain(directions)
        .chain([name])
        .chain(topic)
        .chain(arranged)
        .chain(visit)
        .collect()
}

/// What says "I am here" when they come.
pub fn arrival_code(texts: Texts, code: Code) -> impl IntoView {
    view! {
        <QrCode code=code alt=texts.arrival_qr() />
        <p>{texts.arrival_scan()}</p>
    }
}

/// What the person who helps is told that it is about.
pub fn topic_item(texts: Texts, topic: &HelpTopicView) -> (String, String) {
    (texts.topic_title().to_owned(), topic_text(texts, topic))
}

/// Where they are visited.
pub fn visit_item(texts: Texts, address: String) -> (String, String) {
    (texts.visit_where().to_owned(), address)
}

/// "onsdag 25. november kl. 10.30", or all dates of a series, and how many can still come where few can.
pub fn time_line(texts: Texts, time: TimeCard) -> String {
    if let Some(dates) = time.dates {
        return with_seats(texts, &dates, time.few_seats);
    }
    let at = format!(
        "{} {}",
        time.at.day_and_month(texts.locale()),
        time.at.clock(texts.locale())
    );
    with_seats(texts, &at, time.few_seats)
}

/// A time or day with how many can still come, where few can.
pub fn with_seats(texts: Texts, line: &str, few: Option<i64>) -> String {
    match few {
        None => line.to_owned(),
        Some(1) => format!("{line} · {}", texts.seats_one()),
        Some(few) => format!("{line} · {}", texts.seats_few(few)),
    }
}

pub fn service_line(texts: Texts, service: &ServiceCard) -> String {
    format!("{} ({})", service.name, texts.booking_minutes(service.minutes))
}

pub fn place_line(location: &LocationCard) -> String {
    format!("{}, {}", location.name, location.address)
}

/// How the person can be reached, in words.
pub fn contact_line(texts: Texts, form: &DetailsForm) -> String {
    match form.contact {
        ContactKind::Phone => texts.booking_reach_by_phone(form.phone.trim()),
        ContactKind::Email => texts.booking_reach_by_email(form.email.trim()),
        ContactKind::None => texts.booking_reach_not().to_owned(),
    }
}
