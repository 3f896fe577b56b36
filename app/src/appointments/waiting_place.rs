//! The visitor's place on the waiting list.

use domain::appointments::{
    Arrangement, BookingCode, CancelProblem, DetailsForm, JoinForm, Location, Schedule, Service, Suiting,
    ToldBy,
};
use domain::contact::{Contact, ContactError, ContactKind, PersonName};
use domain::cpr::hide_cpr;
use domain::free_text::FreeText;
use domain::ids::WaitingId;
use domain::locale::Locale;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::ByCode;
use store::appointments::{self, NewWaiting, Offer, Waiting};
use tower_sessions::Session;

use super::draft::{Draft, new_draft};
use super::views::chosen;
use super::wishes::Wishes;
use crate::error::{AppError, AppResult};
use crate::server_side::{WAITING, context, now, recall};
use crate::texts::Texts;

/// What the session keeps of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MyPlace {
    pub waiting: WaitingId,
    pub code: String,
}

/// What was typed to join, and what was wrong with it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct JoinAttempt {
    pub form: JoinForm,
    pub errors: Vec<ContactError>,
}

impl JoinAttempt {
    /// Nobody needs the rest of a text that is too long to be a name, nor a CPR number; the session should not carry them.
    pub fn new(mut form: JoinForm, errors: Vec<ContactError>) -> Self {
        for field in [&mut form.name, &mut form.phone, &mut form.call, &mut form.email] {
            *field = hide_cpr(field).chars().take(300).collect();
        }
        Self { form, errors }
    }
}

/// The visitor's place, and their row.
pub async fn my_waiting(session: &Session) -> AppResult<(MyPlace, Waiting)> {
    let place: MyPlace = recall(session, WAITING).await?.ok_or(AppError::SessionLost)?;
    let waiting = appointments::find_waiting(context().database.read(), place.waiting)
        .await?
        .ok_or(AppError::SessionLost)?;
    Ok((place, waiting))
}

/// The offer that has not run out.
pub fn live_offer(waiting: &Waiting, now: Timestamp) -> Option<Offer> {
    waiting.offer.clone().filter(|offer| offer.until > now)
}

/// Puts somebody who has said what they need on the list, or tells what is wrong.
pub async fn join(
    (service, location): (&Service, &Location),
    form: &JoinForm,
    wishes: &Wishes,
    locale: Locale,
) -> AppResult<Result<MyPlace, Vec<ContactError>>> {
    let way = wishes.way(service);
    let asked = service.way(way).asks_for();
    let (name, contact) = match (PersonName::parse(&form.name), contact_to_offer(asked, form)) {
        (Ok(name), Ok(contact)) => (name, contact),
        (name, contact) => return Ok(Err(name.err().into_iter().chain(contact.err()).collect())),
    };
    let context = context();
    let code = BookingCode::from_random(rand::random());
    let waiting = NewWaiting {
        code_hash: appointments::code_hash(&context.code_key, &code),
        service: service.id.clone(),
        location: location.id.clone(),
        suiting: Suiting::new(&form.weekdays, &form.parts),
        arrangement: Arrangement {
            way,
            needs: wishes.needs(service),
            note: None,
            address: None,
        },
        name,
        // Where we ring anyway, or send a link, there was nothing to choose.
        told_by: match contact.kind() {
            ContactKind::Phone if form.contact == ToldBy::Call && asked.is_none() => ToldBy::Call,
            ContactKind::Phone => ToldBy::Phone,
            ContactKind::Email | ContactKind::None => ToldBy::Email,
        },
        contact,
        locale,
    };
    // Two codes in a thousand million are the same; sending the form again draws another.
    let waiting = appointments::join_waiting(context.database.write(), &waiting, now())
        .await?
        .ok_or(AppError::Unavailable)?;
    Ok(Ok(MyPlace {
        waiting,
        code: code.to_string(),
    }))
}

/// How somebody is told of an offer. Where we ring or send a link there is nothing to choose, and nobody can be told by nothing.
fn contact_to_offer(asked: Option<ContactKind>, form: &JoinForm) -> Result<Contact, ContactError> {
    let chosen = match form.contact {
        ToldBy::Email => ContactKind::Email,
        ToldBy::Phone | ToldBy::Call => ContactKind::Phone,
    };
    let phone = match (asked, form.contact) {
        (None, ToldBy::Call) => &form.call,
        _ => &form.phone,
    };
    Contact::parse(asked.unwrap_or(chosen), phone, &form.email)
}

/// Finds a place. The answer is the same whether the code or the name is wrong.
pub async fn find(code: &str, name: &str) -> AppResult<Result<MyPlace, CancelProblem>> {
    let context = context();
    let Ok(code) = BookingCode::parse(code) else {
        return Ok(Err(CancelProblem::NotACode));
    };
    let outcome =
        appointments::find_waiting_by_code(&context.database, &context.code_key, &code, name, now()).await?;
    Ok(match outcome {
        ByCode::Found(waiting) => Ok(MyPlace {
            waiting: waiting.id,
            code: code.to_string(),
        }),
        ByCode::Unknown => Err(CancelProblem::NotFound),
        ByCode::TooManyGuesses => Err(CancelProblem::TooMany),
    })
}

/// The booking of what is offered. It keeps the code, and its key is the offer's, so that two presses book once.
pub fn draft_of(schedule: &Schedule, place: &MyPlace, waiting: &Waiting, offer: &Offer) -> AppResult<Draft> {
    let (service, location) = chosen(schedule, &waiting.service, &waiting.location)?;
    let reach = waiting.contact.value().unwrap_or_default().to_owned();
    let form = DetailsForm {
        name: waiting.name.as_str().to_owned(),
        contact: waiting.contact.kind(),
        phone: reach.clone(),
        email: reach,
        note: String::new(),
    };
    let Arrangement { way, needs, .. } = waiting.arrangement.clone();
    let wishes = Wishes::new(service, way, needs);
    Ok(Draft {
        code: place.code.clone(),
        idempotency_key: offer.hold.as_str().to_owned(),
        ..new_draft((service, location, offer.slot), form, &wishes, None)
    })
}

/// The booking of somebody who was called. They have no code yet that anybody knows, and no SMS reaches them; whoever helps sees
/// which number they are called on.
pub fn called_draft_of(schedule: &Schedule, waiting: &Waiting, offer: &Offer) -> AppResult<Draft> {
    let place = MyPlace {
        waiting: waiting.id,
        code: BookingCode::from_random(rand::random()).to_string(),
    };
    let draft = draft_of(schedule, &place, waiting, offer)?;
    let phone = waiting.contact.value().unwrap_or_default();
    let note = Texts::of(Locale::default()).calls_note(phone);
    Ok(Draft {
        form: DetailsForm {
            contact: ContactKind::None,
            ..draft.form
        },
        arrangement: Arrangement {
            note: FreeText::parse(&note).ok().flatten(),
            ..draft.arrangement
        },
        ..draft
    })
}
