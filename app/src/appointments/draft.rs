//! A booking that is being filled in.

use domain::appointments::{Arrangement, AskedBy, Asking, BookingCode, DetailsForm, Slot, Way};
use domain::contact::{Contact, ContactError, PersonName};
use domain::cpr::hide_cpr;
use domain::free_text::{FreeText, FreeTextError};
use domain::help_topic::HelpTopic;
use domain::ids::{LocationId, ServiceId};
use serde::{Deserialize, Serialize};
use tower_sessions::Session;

use super::holding::Choice;
use super::visit::TypedVisit;
use super::wishes::Wishes;
use crate::error::AppResult;
use crate::server_side::{DRAFT, recall};

/// As the session keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Draft {
    pub service: ServiceId,
    pub location: LocationId,
    pub slot: Slot,
    pub form: DetailsForm,
    /// Of somebody who is to be visited: where, as they typed it.
    #[serde(default)]
    pub visit: Option<TypedVisit>,
    /// What it is about, for somebody who is stuck in a course.
    #[serde(default)]
    pub topic: Option<HelpTopic>,
    /// How they meet, what is needed, and what it is about.
    #[serde(default)]
    pub arrangement: Arrangement,
    pub errors: Vec<ContactError>,
    #[serde(default)]
    pub note_error: Option<FreeTextError>,
    /// The form was sent to ask for more time, so nothing is said to be missing yet.
    #[serde(default)]
    pub unfinished: bool,
    /// The code the booking will have. It is chosen here and not when the button is pressed, so that two presses give one
    /// booking and the same ticket.
    pub code: String,
    /// Makes the booking happen once, however often the button is pressed.
    pub idempotency_key: String,
}

impl Draft {
    /// Whether nothing is wrong with what was typed, and nothing is missing.
    pub fn is_complete(&self) -> bool {
        self.tells_who() && !self.lacks_address()
    }

    /// Whether nothing is wrong with what was typed of the person.
    pub fn tells_who(&self) -> bool {
        self.errors.is_empty() && self.note_error.is_none() && !self.unfinished
    }

    /// What its times must fit.
    pub fn asking(&self, by: AskedBy) -> Asking {
        Asking {
            by,
            way: self.arrangement.way,
            needs: self.arrangement.needs.clone(),
        }
    }
}

/// The draft in the session.
pub async fn draft(session: &Session) -> AppResult<Option<Draft>> {
    recall(session, DRAFT).await
}

/// A draft with what is wrong in its form, a new code, and a new key.
///
/// Whoever is to be rung up must have a telephone, whatever else they have chosen. The session keeps what was typed so that it can be shown again, but no CPR number for a moment: its digits are gone.
pub fn new_draft(
    (service, location, slot): Choice<'_>,
    mut form: DetailsForm,
    wishes: &Wishes,
    topic: Option<HelpTopic>,
) -> Draft {
    let way = wishes.way(service);
    form.contact = service.way(way).asks_for().unwrap_or(form.contact);
    let errors = person(&form).err().unwrap_or_default();
    let note = FreeText::parse(&form.note);
    // Nobody needs the rest of a text that is too long to be a name or a note; the session should not carry it.
    for (field, longest) in [
        (&mut form.name, 300),
        (&mut form.phone, 300),
        (&mut form.email, 300),
        (&mut form.note, 2_000),
    ] {
        *field = hide_cpr(field).chars().take(longest).collect();
    }
    let code = BookingCode::from_random(rand::random()).to_string();
    let idempotency_key = format!("{:032x}", rand::random::<u128>());
    Draft {
        service: service.id.clone(),
        location: location.id.clone(),
        slot,
        form,
        visit: (service.way(way) == Way::HomeVisit).then(TypedVisit::default),
        topic,
        errors,
        note_error: note.as_ref().err().copied(),
        arrangement: Arrangement {
            way,
            needs: wishes.needs(service),
            note: note.ok().flatten(),
            address: None,
        },
        unfinished: false,
        code,
        idempotency_key,
    }
}

/// The page on which the draft's time was chosen.
pub fn draft_choice(draft: &Draft) -> String {
    format!("/tid/{}/{}", draft.service, draft.location)
}

/// The person of a form, or everything that is wrong with it.
pub fn person(form: &DetailsForm) -> Result<(PersonName, Contact), Vec<ContactError>> {
    let name = PersonName::parse(&form.name);
    let contact = Contact::parse(form.contact, &form.phone, &form.email);
    match (name, contact) {
        (Ok(name), Ok(contact)) => Ok((name, contact)),
        (name, contact) => Err(name.err().into_iter().chain(contact.err()).collect()),
    }
}
