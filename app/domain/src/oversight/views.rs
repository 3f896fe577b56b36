use serde::{Deserialize, Serialize};

use super::desk_views::DeskRow;
use super::seen::SeenBy;
use crate::ids::{AdviserId, AppointmentId};
use crate::schedule::Named;
use crate::time::WallTime;

/// How many days are shown at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    #[default]
    Day,
    /// Monday to Sunday.
    Week,
}

/// What is booked on a day or in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysPage {
    pub span: Span,
    /// The first day, `2026-11-23`, and the first days of what lies before and after.
    pub from: String,
    pub earlier: String,
    pub later: String,
    pub days: Vec<DayOfAppointments>,
    /// The places and advisers to choose among; only places whose citizens the reader sees.
    pub locations: Vec<Named>,
    pub advisers: Vec<AdviserId>,
    /// What is chosen; empty for all.
    pub location: String,
    pub adviser: String,
}

/// What is booked on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOfAppointments {
    pub day: WallTime,
    pub appointments: Vec<AppointmentRow>,
}

/// An appointment as those who help see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentRow {
    pub at: WallTime,
    pub minutes: i64,
    pub name: String,
    pub service: String,
    pub location: String,
    /// Where they are visited, if they are.
    pub visit: Option<String>,
    pub adviser: AdviserId,
    /// What whoever helps must know, in few words each.
    pub noted: Vec<String>,
    /// A number or address; empty where there is none.
    pub reach: String,
}

/// Figures of use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresPage {
    /// What is offered within [`FiguresPage::within_days`] working days.
    pub offered: Vec<OfferRow>,
    pub within_days: i64,
    /// How many of the rows have a time within these days, in per cent: "66,7".
    pub offered_share: String,
    /// How many weeks back the tables go; one of [`FIGURE_WEEKS`](super::FIGURE_WEEKS).
    pub weeks: i64,
    /// Week by week, as it was then.
    pub offered_before: Vec<OfferWeekRow>,
    pub uses: Vec<UseRow>,
    pub desk: Vec<DeskRow>,
}

/// Whether a service can be had soon at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferRow {
    pub service: String,
    pub location: String,
    pub first_free: Option<WallTime>,
    /// Whether that is soon enough.
    pub is_soon: bool,
}

/// On how many days of a week a service could be had soon at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferWeekRow {
    /// The week's Monday, `2026-11-23`.
    pub week: String,
    /// The same as the screen shows it: "23. nov. 2026".
    pub week_shown: String,
    pub service: String,
    pub location: String,
    /// Days of which it is known, and of these those on which it could.
    pub days: i64,
    pub soon: i64,
    /// These of those, in per cent: "66,7".
    pub share: String,
}

impl OfferWeekRow {
    /// The row as the spreadsheet shows it.
    pub fn cells(&self) -> Vec<String> {
        self.cells_with(&self.week)
    }

    /// The row as the screen shows it.
    pub fn shown_cells(&self) -> Vec<String> {
        self.cells_with(&self.week_shown)
    }

    fn cells_with(&self, week: &str) -> Vec<String> {
        vec![
            week.to_owned(),
            self.service.clone(),
            self.location.clone(),
            self.days.to_string(),
            self.soon.to_string(),
            self.share.clone(),
        ]
    }
}

/// What was booked of a service at a place in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseRow {
    /// The week's Monday, `2026-11-23`.
    pub week: String,
    /// The same as the screen shows it: "23. nov. 2026".
    pub week_shown: String,
    pub service: String,
    pub location: String,
    pub booked: i64,
    pub cancelled: i64,
    /// Cancelled of booked, in per cent: "33,3".
    pub cancelled_share: String,
    /// Days from booking to the appointment, on average, of those that were not cancelled: "4,5".
    pub days_ahead: String,
}

impl UseRow {
    /// The row as the spreadsheet shows it.
    pub fn cells(&self) -> Vec<String> {
        self.cells_with(&self.week)
    }

    /// The row as the screen shows it.
    pub fn shown_cells(&self) -> Vec<String> {
        self.cells_with(&self.week_shown)
    }

    fn cells_with(&self, week: &str) -> Vec<String> {
        vec![
            week.to_owned(),
            self.service.clone(),
            self.location.clone(),
            self.booked.to_string(),
            self.cancelled.to_string(),
            self.cancelled_share.clone(),
            self.days_ahead.clone(),
        ]
    }
}

/// Who saw whose appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessPage {
    pub rows: Vec<AccessRow>,
    /// Seconds since 1970 from which earlier ones can be read, where there may be some.
    pub earlier: Option<i64>,
    /// The appointment that is asked about; none where everybody's are shown.
    pub number: Option<AppointmentId>,
}

/// Somebody saw appointments, at once and for the first time that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRow {
    pub at: WallTime,
    pub by: SeenBy,
    /// What a member of staff is called, as long as they have an account.
    pub name: Option<String>,
    /// Their numbers; in the list of those to call, numbers of places on the waiting list.
    pub appointments: Vec<AppointmentId>,
}

/// The addresses of advisers' calendars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarsPage {
    pub advisers: Vec<CalendarRow>,
    /// The address that was just made, and whose it is; told once and kept nowhere else.
    pub made: Option<MadeCalendar>,
}

/// Whether somebody's calendar has an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarRow {
    pub adviser: AdviserId,
    pub has_address: bool,
}

/// An address that was just made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeCalendar {
    pub adviser: AdviserId,
    pub address: String,
}
