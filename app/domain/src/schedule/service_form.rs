//! The form of a service.

use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read, minutes, number};
use super::typed::TypedText;
use crate::appointments::{Service, Way};
use crate::ids::{ResourceKind, ServiceId};

/// A service's texts and times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceForm {
    pub name: TypedText,
    pub summary: TypedText,
    pub who_may_come: TypedText,
    /// A line each.
    pub bring: TypedText,
    /// In minutes, as typed.
    pub duration: String,
    pub buffer_before: String,
    pub buffer_after: String,
    /// How it is given, by the names of the ways.
    #[serde(default)]
    pub ways: Vec<String>,
    /// How many have it at once.
    #[serde(default)]
    pub seats: String,
    /// The kinds of things that each appointment takes one of.
    #[serde(default)]
    pub uses: Vec<String>,
}

impl ServiceForm {
    /// A service as it is.
    pub fn of(service: &Service) -> Self {
        Self {
            name: (&service.name).into(),
            summary: (&service.summary).into(),
            who_may_come: service
                .who_may_come
                .as_ref()
                .map(TypedText::from)
                .unwrap_or_default(),
            bring: TypedText::of_lines(&service.bring),
            duration: service.duration_minutes.to_string(),
            buffer_before: service.buffer_before_minutes.to_string(),
            buffer_after: service.buffer_after_minutes.to_string(),
            ways: service.ways.iter().map(|way| way.as_str().to_owned()).collect(),
            seats: service.seats.to_string(),
            uses: service.uses.iter().map(ToString::to_string).collect(),
        }
    }

    pub(super) fn read(&self, service: &ServiceId) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let name = problems.keep("name_da", self.name.read().ok_or(Problem::Missing));
        let summary = problems.keep("summary_da", self.summary.read().ok_or(Problem::Missing));
        let duration = problems.keep("duration", minutes(&self.duration, 5..=480));
        let before = problems.keep("buffer_before", minutes(&self.buffer_before, 0..=240));
        let after = problems.keep("buffer_after", minutes(&self.buffer_after, 0..=240));
        let ways: Option<Vec<_>> = self.ways.iter().map(|name| Way::from_name(name)).collect();
        let ways = ways.filter(|ways| !ways.is_empty()).ok_or(Problem::Missing);
        let ways = problems.keep("ways", ways);
        let seats = problems.keep("seats", number(&self.seats, 1..=100).ok_or(Problem::NotSeats));
        let uses: Result<Vec<_>, _> = self.uses.iter().map(|kind| ResourceKind::parse(kind)).collect();
        let uses = problems.keep("uses", uses.map_err(|_| Problem::Missing));
        let read = name
            .zip(summary)
            .zip(duration.zip(before.zip(after)))
            .zip(ways.zip(seats.zip(uses)));
        problems.finish(read.map(
            |(((name, summary), (duration, (before, after))), (ways, (seats, uses)))| ScheduleEdit::Service {
                service: service.clone(),
                name,
                summary,
                who_may_come: self.who_may_come.read(),
                bring: self.bring.read_lines(),
                duration_minutes: duration,
                buffer_before_minutes: before,
                buffer_after_minutes: after,
                ways,
                seats,
                uses,
            },
        ))
    }
}
