//! What the pages of the third door show, and what their forms send.

use serde::{Deserialize, Serialize};

use super::availability::FreeTime;
use super::needs::Needs;
use super::needs_questions::{NeedsForm, NeedsQuestions};
use super::part_of_day::PartOfDay;
use super::service::Way;
use super::slot::Slot;
use crate::cpr::hide_cpr;
use crate::help_topic::HelpTopicView;
use crate::ids::{AppointmentId, LocationId, ServiceId};
use crate::pages::Picture;
use crate::time::WallTime;

/// A service in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceCard {
    pub id: ServiceId,
    pub name: String,
    pub summary: String,
    pub minutes: i64,
    pub picture: Picture,
    /// Who it is for, where it is not for everybody.
    pub who_may_come: Option<String>,
    /// Of a service that is given in series, the next one's dates and seats, or that there is none; where services are listed.
    pub series: Option<String>,
}

/// The page on which a service is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicesPage {
    pub services: Vec<ServiceCard>,
    /// What the visitor is stuck on in a course.
    pub topic: Option<HelpTopicView>,
}

/// A place that gives the chosen service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocationCard {
    pub id: LocationId,
    pub name: String,
    pub address: String,
    pub directions: String,
    pub phone: String,
    /// The first free time; `None` when everything within the horizon is taken.
    pub first_free: Option<TimeCard>,
}

/// The page on which a place is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocationsPage {
    pub service: ServiceCard,
    /// What to bring, a line each.
    pub bring: Vec<String>,
    pub locations: Vec<LocationCard>,
}

/// The page that asks what is needed, before times are shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsPage {
    pub service: ServiceCard,
    pub location: LocationCard,
    pub questions: NeedsQuestions,
    /// What was said before.
    pub form: NeedsForm,
}

/// A time that is free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeCard {
    /// The [`Slot`] as it stands in addresses: text, so that the browser needs no calendar.
    pub slot: String,
    pub at: WallTime,
    /// How many can still come, where several come at once and few of them can.
    pub few_seats: Option<i64>,
    /// All its dates, where it begins a series: "4 gange: 2., 9., 16. og 23. december kl. 10–12".
    pub dates: Option<String>,
}

/// No more seats than this are few: then it is told how many there are, and nobody is hurried before.
const FEW_SEATS: i64 = 5;

impl From<Slot> for TimeCard {
    fn from(slot: Slot) -> Self {
        Self {
            slot: slot.to_string(),
            at: slot.wall_time(),
            few_seats: None,
            dates: None,
        }
    }
}

impl From<&FreeTime> for TimeCard {
    fn from(free: &FreeTime) -> Self {
        Self {
            few_seats: free.seats_left.filter(|left| *left <= FEW_SEATS),
            ..free.slot.into()
        }
    }
}

/// The free times of one day; never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOfTimes {
    pub day: WallTime,
    pub times: Vec<TimeCard>,
}

/// The page on which a time is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimesPage {
    pub service: ServiceCard,
    pub location: LocationCard,
    pub days: Vec<DayOfTimes>,
    /// How many times are shown.
    pub count: i64,
    /// The day after the last shown, `2026-11-30`, where there may be more.
    pub more_from: Option<String>,
    /// The part of the day that was asked for.
    pub part: Option<PartOfDay>,
    /// The chosen time was taken by somebody else in the meantime.
    pub taken: bool,
    /// What was said to be needed: only times that fit are shown.
    pub way: Way,
    pub needs: Needs,
}

/// An appointment as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentView {
    pub service: String,
    pub minutes: i64,
    pub location: String,
    pub address: String,
    pub directions: String,
    pub location_phone: String,
    pub bring: Vec<String>,
    pub at: WallTime,
    pub name: String,
    /// What the person who helps has been told that it is about.
    pub topic: Option<HelpTopicView>,
    pub way: Way,
    pub needs: Needs,
    /// In the citizen's own words.
    pub note: Option<String>,
    /// Where they are visited, if they are.
    pub visit: Option<String>,
    pub cancelled: bool,
    /// It was booked for another time first.
    pub moved: bool,
    /// What was booked together with it.
    pub series: Option<SeriesView>,
}

/// The dates of a series as their owner sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesView {
    /// Those on which they come, or came: "3 gange: 2., 16. og 23. december kl. 10–12".
    pub line: String,
    /// Those that they have given up, while others stand: "9. december".
    pub given_up: Option<String>,
    /// Those that can still be given up.
    pub coming: Vec<SeriesDate>,
}

/// A date of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesDate {
    pub appointment: AppointmentId,
    /// "onsdag 9. december kl. 10".
    pub label: String,
}

impl AppointmentView {
    /// Whether somebody comes to the place.
    pub fn is_visit(&self) -> bool {
        self.way == Way::InPerson && !self.cancelled
    }
}

/// What was typed to find a booking, and why none was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CancelForm {
    pub code: String,
    pub name: String,
    pub problem: Option<CancelProblem>,
}

impl CancelForm {
    /// What is shown again, with the reason. Nobody needs the rest of a text that is too long to be a code or a name, nor a CPR
    /// number.
    pub fn refused(code: &str, name: &str, problem: CancelProblem) -> Self {
        let shown = |typed: &str| hide_cpr(typed).chars().take(100).collect();
        Self {
            code: shown(code),
            name: shown(name),
            problem: Some(problem),
        }
    }
}

/// Why a booking was not found or cannot be cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancelProblem {
    /// The code is not three words that we use.
    NotACode,
    /// No coming appointment has this code and name.
    NotFound,
    /// Too many wrong codes that begin like this one have been tried today.
    TooMany,
}

/// The page on which a booking gets another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovePage {
    /// As it is.
    pub appointment: AppointmentView,
    /// The place whose times are shown.
    pub location: LocationCard,
    /// The other places that give the service.
    pub elsewhere: Vec<LocationCard>,
    pub days: Vec<DayOfTimes>,
    /// How many times are shown.
    pub count: i64,
    /// The day after the last shown, `2026-11-30`, where there may be more.
    pub more_from: Option<String>,
    pub problem: Option<MoveProblem>,
}

/// "Is this right?", before a booking moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveCheckPage {
    pub appointment: AppointmentView,
    pub location: LocationCard,
    pub time: TimeCard,
    /// How often it has moved: sent along, so that of two moves at once one is made.
    pub sequence: i64,
}

/// Why a booking did not move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoveProblem {
    /// Somebody else was first.
    Taken,
    /// It had been moved elsewhere in the meantime.
    Changed,
}
