//! An appointment is booked, once.

use app::Texts;
use app::booking::{BookedOnce, Wish, book_once, chosen, note_text, visit_address_text};
use app::server_side::{AppContext, now};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::appointments::{DetailsForm, Needs, Way};
use domain::contact::ContactKind;
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use serde::Deserialize;
use utoipa::ToSchema;

use super::answers::BookingFails;
use super::appointment::Appointment;
use super::catalogue::MeetingWay;
use super::extract::{Body, IdempotencyKey};
use super::language::Language;
use super::needs::NeedsOfCitizen;
use super::refusal::{Reason, Refusal};
use super::times::Beginning;
use super::{BOOKING, schedule};

/// An appointment that somebody wants. Only a name is needed, and a first name is enough. Never ask for a CPR number.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAppointment {
    /// The id of the service.
    #[schema(value_type = String, pattern = "^[a-z0-9-]{1,64}$", example = "mitid")]
    service: ServiceId,
    /// The id of the place.
    #[schema(value_type = String, pattern = "^[a-z0-9-]{1,64}$", example = "borgerservice")]
    location: LocationId,
    /// A time that is free, as `GET /free-times` gives it.
    slot: Beginning,
    /// What the citizen wants to be called. Ten digits are refused, as that may be a CPR number.
    #[schema(max_length = 80, example = "Birthe Holm")]
    name: String,
    /// How the citizen wants to be reached; not at all where it is left out.
    #[serde(default)]
    #[schema(value_type = ReachedBy)]
    contact: ContactKind,
    /// Where `contact` is `phone`: 8 digits, or `+` and 6 to 15.
    #[serde(default)]
    #[schema(example = "10 20 30 40")]
    phone: String,
    /// Where `contact` is `email`.
    #[serde(default)]
    email: String,
    /// How the citizen wants to meet: one of the service's `ways`, the first of them where it is left out. For `telephone` a
    /// number is needed, for `video` a mail address.
    #[schema(value_type = Option<MeetingWay>, nullable = false)]
    way: Option<Way>,
    /// Where the citizen is visited: needed for a `home_visit`, and not kept otherwise.
    #[serde(default)]
    #[schema(max_length = 200, example = "Kajen 1, 2. tv., 0999 Fjordby")]
    address: String,
    /// What the citizen needs. Ask for the free times with the same needs.
    #[serde(default)]
    needs: NeedsOfCitizen,
    /// What it is about, in a sentence or two. What looks like a CPR number is refused.
    #[serde(default)]
    #[schema(max_length = 300, example = "Jeg har fået en ny telefon.")]
    note: String,
    /// The language of messages about the appointment; that of the request where it is left out.
    #[schema(value_type = Option<MessageLanguage>, nullable = false)]
    language: Option<Locale>,
}

/// How a citizen wants to be reached.
#[derive(ToSchema)]
#[schema(rename_all = "lowercase")]
#[allow(
    dead_code,
    reason = "tells the document what the domain's `ContactKind` looks like"
)]
pub enum ReachedBy {
    Phone,
    Email,
    None,
}

/// A language of messages.
#[derive(ToSchema)]
#[schema(rename_all = "lowercase")]
#[allow(
    dead_code,
    reason = "tells the document what the domain's `Locale` looks like"
)]
enum MessageLanguage {
    Da,
    En,
    Ar,
}

/// Book an appointment
///
/// Books once, however often the same request comes with the same `Idempotency-Key`: ask again, with the same key, until
/// there is an answer. An appointment that has been moved or cancelled in the meantime is told as it is now. Draw a key at
/// random for each booking, such as a UUID.
#[utoipa::path(
    post, path = "/appointments", tag = BOOKING, request_body = NewAppointment,
    params((
        "Idempotency-Key" = String, Header,
        description = "16 to 64 letters, digits, `-` and `_`, drawn at random, with or without quotes",
        pattern = "^\"?[A-Za-z0-9_-]{16,64}\"?$",
        example = "8e03978e-40d5-43e8-bc93-6894a57f9324"
    )),
    responses((status = 201, description = "It is booked", body = Appointment), BookingFails)
)]
pub async fn book_appointment(
    State(context): State<AppContext>,
    Language(locale): Language,
    IdempotencyKey(key): IdempotencyKey,
    Body(new): Body<NewAppointment>,
) -> Result<(StatusCode, Json<Appointment>), Refusal> {
    let schedule = schedule(&context).await?;
    let (service, _) = chosen(&schedule, &new.service, &new.location)?;
    let needs = new.needs.with(service);
    let wish = new.wish(needs, locale);
    match book_once(&context, &schedule, &key, &wish, now()).await? {
        BookedOnce::Booked(kept, code) => {
            let appointment = Appointment::read(&context, &schedule, &kept, &code, locale).await?;
            Ok((StatusCode::CREATED, Json(appointment)))
        }
        BookedOnce::Taken => Err(Reason::TimeTaken.into()),
        BookedOnce::KeyUsed => Err(Reason::IdempotencyKeyUsed.into()),
        BookedOnce::NotThatWay => Err(Refusal::of_field("way", Texts::of(locale).api_not_that_way())),
        BookedOnce::NoAddress(error) => {
            let message = visit_address_text(Texts::of(locale), error);
            Err(Refusal::of_field("address", message))
        }
        BookedOnce::WrongNote(error) => Err(Refusal::of_field("note", note_text(Texts::of(locale), error))),
        BookedOnce::Wrong(errors) => Err(Refusal::of_contact(&errors, locale)),
    }
}

impl NewAppointment {
    fn wish(self, needs: Needs, locale: Locale) -> Wish {
        Wish {
            service: self.service,
            location: self.location,
            slot: self.slot.0,
            form: DetailsForm {
                name: self.name,
                contact: self.contact,
                phone: self.phone,
                email: self.email,
                note: self.note,
            },
            way: self.way,
            address: self.address,
            needs,
            locale: self.language.unwrap_or(locale),
        }
    }
}
