//! What the figures show of the desk, and how far back they go.

use serde::{Deserialize, Serialize};

/// How many weeks back can be chosen: a month, a quarter, and the same weeks a year before.
pub const FIGURE_WEEKS: [i64; 3] = [5, 13, 53];

/// A table of the figures, as the spreadsheet's address calls it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FigureTable {
    /// Appointments.
    #[default]
    #[serde(rename = "aftaler")]
    Use,
    /// How soon a time could be had.
    #[serde(rename = "udbud")]
    Offer,
    /// Numbers at the desk.
    #[serde(rename = "skranke")]
    Desk,
}

/// What became of a week's numbers of a service at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskRow {
    /// The week's Monday, `2026-11-23`.
    pub week: String,
    /// The same as the screen shows it: "23. nov. 2026".
    pub week_shown: String,
    pub service: String,
    pub location: String,
    pub tickets: i64,
    /// Minutes until somebody was called, on average: "4,5".
    pub waiting: String,
    pub helped: i64,
    pub not_finished: i64,
    pub referred: i64,
    pub not_possible: i64,
    pub missed: i64,
    /// Missed of all, in per cent: "33,3".
    pub missed_share: String,
}

impl DeskRow {
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
            self.tickets.to_string(),
            self.waiting.clone(),
            self.helped.to_string(),
            self.not_finished.to_string(),
            self.referred.to_string(),
            self.not_possible.to_string(),
            self.missed.to_string(),
            self.missed_share.clone(),
        ]
    }
}
