//! Staff book for a citizen: which service is meant, who may already have a time, and what the page shows.

use serde::{Deserialize, Serialize};

use super::needs_questions::{NeedsForm, NeedsQuestions};
use super::service::Service;
use super::views::{AppointmentView, LocationCard, ServiceCard, TimeCard};
use super::visit_address::VisitAddressError;
use crate::contact::{Contact, ContactError, PersonName};
use crate::free_text::FreeTextError;
use crate::ids::{AppointmentId, LocationId};
use crate::locale::Locale;
use crate::messages::LetterWish;
use crate::pages::QrCode;
use crate::time::WallTime;

/// The service that somebody means who types the beginning of a word of it: "mit", "digi". One whose name has it comes before
/// one whose summary has it. `None` where no service has it.
pub fn service_meant<'a>(
    services: impl Iterator<Item = &'a Service> + Clone,
    typed: &str,
    locale: Locale,
) -> Option<&'a Service> {
    let typed = typed.trim().to_lowercase();
    let begins_in = |text: &str| {
        let text = text.to_lowercase();
        text.starts_with(&typed)
            || text
                .split([' ', '-', ',', '.'])
                .any(|word| word.starts_with(&typed))
    };
    let mut named = services
        .clone()
        .filter(|service| begins_in(service.name.get(locale)));
    let mut told = services.filter(|service| begins_in(service.summary.get(locale)));
    if typed.is_empty() {
        None
    } else {
        named.next().or_else(|| told.next())
    }
}

/// Whether two appointments may be the same person's: the same name however it is spelt, or the same number or address.
pub fn may_be_same_person(one: (&PersonName, &Contact), other: (&PersonName, &Contact)) -> bool {
    let same_contact = one.1.value().is_some() && one.1 == other.1;
    same_contact || one.0.is_said_as(other.0.as_str())
}

/// What staff type of a citizen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StaffBookingForm {
    /// The time that is chosen; empty for the first.
    pub slot: String,
    pub name: String,
    /// A telephone number, a mail address, or nothing.
    pub reach: String,
    pub note: String,
    /// Where they are visited, if they are.
    pub address: String,
    pub needs: NeedsForm,
    pub letter: LetterWish,
}

/// A day that can be looked at closer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLink {
    /// `2026-11-30`.
    pub date: String,
    pub day: WallTime,
    /// How many times are free.
    pub count: i64,
}

/// The page on which staff book for a citizen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffBookingPage {
    /// The places of whoever is signed in.
    pub locations: Vec<LocationCard>,
    pub location: LocationCard,
    /// What the place gives.
    pub services: Vec<ServiceCard>,
    pub service: ServiceCard,
    /// What was searched for in vain.
    pub not_found: Option<String>,
    /// The first free times, kept ones too, or all of the day that was asked for.
    pub times: Vec<TimeCard>,
    pub days: Vec<DayLink>,
    pub questions: NeedsQuestions,
    pub form: StaffBookingForm,
    pub errors: Vec<ContactError>,
    pub note_error: Option<FreeTextError>,
    pub address_error: Option<VisitAddressError>,
    pub problem: Option<StaffBookingProblem>,
    /// Coming appointments that may be the same citizen's.
    pub twins: Vec<StaffAppointment>,
    /// Sent along with each press of the button, so that two presses book once.
    pub key: String,
    /// Where whoever has a telephone at their ear writes first.
    pub begins_at: BookingBegins,
}

/// What is said first on the page on which staff book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BookingBegins {
    /// What the citizen wants help with, in the search.
    Service,
    /// Who they are: it is known what for.
    Name,
    /// Nothing: there is something to read first.
    Reading,
}

/// Why nothing was booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffBookingProblem {
    /// Somebody else was first, or no time was free.
    Taken,
    /// Somebody of that name or number has a time already.
    Twins,
}

/// Which button of the form was pressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffBookingPress {
    #[default]
    Book,
    /// The one who has a time already is somebody else, or has reason to come twice.
    BookAnyway,
    /// Show the times that fit what is needed.
    Times,
    /// Forget what was typed: the call has ended, and the next citizen is somebody else.
    Clear,
}

/// An appointment as staff see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffAppointment {
    /// Under which the log tells who has seen it.
    pub number: AppointmentId,
    pub appointment: AppointmentView,
    pub location: LocationId,
    /// The number or address, if there is one.
    pub reach: Option<String>,
    /// Staff booked it.
    pub by_staff: bool,
    /// It is booked and still to come.
    pub coming: bool,
}

/// The ticket of what staff have booked, to be read aloud.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffReceipt {
    pub booked: StaffAppointment,
    /// The letter that tells of it as it is now.
    pub letter: Option<LetterView>,
    pub code: String,
    /// Says "I am here" when they come; none where they come nowhere.
    pub arrival: Option<QrCode>,
}

/// Where a letter about an appointment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterView {
    pub appointment: AppointmentId,
    /// It is printed; otherwise it lies in the pile.
    pub printed: bool,
    /// It has an address; otherwise it is handed over.
    pub posted: bool,
}

/// What was typed to look a booking up, and whether none was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LookUpForm {
    pub code: String,
    pub name: String,
    pub not_found: bool,
}

#[cfg(test)]
mod tests {
    use super::super::schedule_fixture::{document, text};
    use super::*;
    use crate::contact::ContactKind;

    #[test]
    fn the_beginning_of_a_word_is_enough() {
        let mut services = document(vec![]).services;
        services[0].name = text("Hjælp til Digital Post");
        services[0].summary = text("Vi læser din mitid-post.");
        services[1].name = text("Få MitID");
        let meant = |typed: &str| {
            service_meant(services.iter(), typed, Locale::Da).map(|service| service.name.da.as_str())
        };
        assert_eq!(meant("mit"), Some("Få MitID"), "a name comes before a summary");
        assert_eq!(meant(" DIGI "), Some("Hjælp til Digital Post"));
        assert_eq!(meant("digital post"), None, "words are begun one at a time");
        assert_eq!(
            meant("hjælp til d"),
            Some("Hjælp til Digital Post"),
            "or from the first on"
        );
        assert_eq!(meant("læser"), Some("Hjælp til Digital Post"));
        for nothing in ["", "  ", "gital", "pas"] {
            assert_eq!(meant(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn a_name_or_a_number_may_make_two_the_same() {
        let name = |typed| PersonName::parse(typed).unwrap();
        let phone = |typed| Contact::parse(ContactKind::Phone, typed, "").unwrap();
        let karen = (&name("Karen Åby"), &phone("20 10 12 34"));
        for (other, contact, same) in [
            ("karen aaby", Contact::None, true),
            ("Bo", phone("+45 20101234"), true),
            ("Bo", phone("20 10 12 35"), false),
            ("Karen", Contact::None, false),
        ] {
            assert_eq!(
                may_be_same_person(karen, (&name(other), &contact)),
                same,
                "{other}"
            );
        }
        let unreachable = (&name("Bo"), &Contact::None);
        assert!(!may_be_same_person(unreachable, (&name("Ib"), &Contact::None)));
    }
}
