//! The forms in which a schedule is changed: made of the schedule, typed into, and read.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read, coming_date, line, minutes, optional_clock, parse_date};
use super::hours_text::{hours_text, parse_hours};
use super::resources_form::ResourcesForm;
use super::typed::TypedText;
use crate::appointments::{Absence, AbsenceReason, Adviser, Language, Location, Service};
use crate::ids::{AdviserId, LocationId, ResourceKind, ServiceId};
use crate::opening::ClosingDay;
use crate::recurrence::Hours;

/// Days of a week, Monday first.
pub const WEEK: usize = 7;

/// What is typed to change the schedule, whichever form it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditForm {
    ClosingDay(ClosingDayForm),
    Absence(AbsenceForm),
    Hours(LocationId, HoursForm),
    Place(LocationId, PlaceForm),
    Shifts(AdviserId, LocationId, HoursForm),
    Skills(AdviserId, SkillsForm),
    Service(ServiceId, ServiceForm),
    /// What a place has.
    Resources(LocationId, ResourcesForm),
}

/// A day on which everything is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingDayForm {
    pub date: String,
    pub reason: TypedText,
}

/// When an adviser is away: whole days, or on the clock.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceForm {
    pub adviser: String,
    pub first_day: String,
    /// Empty for the day's beginning.
    pub from: String,
    /// Empty for the first day.
    pub last_day: String,
    /// Empty for the day's end.
    pub to: String,
    pub reason: Option<AbsenceReason>,
}

/// A line of hours for each day of the week.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursForm {
    /// Monday first; see [`parse_hours`].
    pub days: Vec<String>,
}

/// How a place is found and rung up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceForm {
    pub name: TypedText,
    pub address: String,
    pub phone: String,
    pub directions: TypedText,
}

/// What an adviser can help with, and in which languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillsForm {
    pub services: Vec<String>,
    /// Tags with spaces or commas between them: "ar, dsl".
    pub languages: String,
}

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
    /// The kinds of things that each appointment takes one of.
    #[serde(default)]
    pub uses: Vec<String>,
}

impl EditForm {
    /// The change that was typed, or everything that is wrong with it.
    pub fn read(&self, today: Date) -> Read<ScheduleEdit> {
        match self {
            Self::ClosingDay(form) => form.read(today).map(ScheduleEdit::Close),
            Self::Absence(form) => form
                .read(today)
                .map(|(adviser, absence)| ScheduleEdit::AddAbsence(adviser, absence)),
            Self::Hours(location, form) => Ok(ScheduleEdit::Hours(location.clone(), form.read()?)),
            Self::Place(location, form) => form.read(location),
            Self::Shifts(adviser, location, form) => Ok(ScheduleEdit::Shifts(
                adviser.clone(),
                location.clone(),
                form.read()?,
            )),
            Self::Skills(adviser, form) => form.read(adviser),
            Self::Service(service, form) => form.read(service),
            Self::Resources(_, form) => form.read(),
        }
    }
}

impl ClosingDayForm {
    fn read(&self, today: Date) -> Read<ClosingDay> {
        let mut problems = Problems::default();
        let date = problems.keep("date", coming_date(&self.date, today));
        let reason = problems.keep("da", self.reason.read().ok_or(Problem::Missing));
        problems.finish(date.zip(reason).map(|(date, reason)| ClosingDay { date, reason }))
    }
}

impl AbsenceForm {
    fn read(&self, today: Date) -> Read<(AdviserId, Absence)> {
        let mut problems = Problems::default();
        let adviser = AdviserId::parse(&self.adviser).map_err(|_| Problem::Missing);
        let adviser = problems.keep("adviser", adviser);
        let first = problems.keep("first_day", parse_date(&self.first_day));
        let last = match self.last_day.trim() {
            "" => first,
            last => problems.keep("last_day", coming_date(last, today)),
        };
        let from = problems.keep("from", optional_clock(&self.from));
        let to = problems.keep("to", optional_clock(&self.to));
        let absence = first
            .zip(last)
            .zip(from.zip(to))
            .map(|((first, last), (from, to))| Absence {
                from: first.to_datetime(from.unwrap_or(Time::midnight())),
                to: match to {
                    Some(to) if to != Time::midnight() => last.to_datetime(to),
                    _ => last.saturating_add(1.day()).to_datetime(Time::midnight()),
                },
                reason: self.reason.unwrap_or(AbsenceReason::Leave),
            });
        if absence.is_some_and(|absence| absence.to <= absence.from) {
            problems.add("last_day", Problem::Backwards);
        }
        problems.finish(adviser.zip(absence))
    }
}

impl HoursForm {
    /// The plain hours of a place.
    pub fn of_location(location: &Location) -> Self {
        let plain = location.hours.iter().filter(|hours| hours.when.is_plain());
        Self::of_week(plain.map(|hours| (hours.weekday, hours.hours())))
    }

    /// When an adviser works at a place every week.
    pub fn of_shifts(adviser: &Adviser, location: &LocationId) -> Self {
        let plain = adviser
            .shifts
            .iter()
            .filter(|shift| shift.location == *location && shift.when.is_plain());
        Self::of_week(plain.map(|shift| (shift.weekday, shift.hours())))
    }

    fn of_week(hours: impl Iterator<Item = (i8, Hours)>) -> Self {
        let hours: Vec<_> = hours.collect();
        let days = (1..=7).map(|weekday| {
            let mut of_day: Vec<_> = hours
                .iter()
                .filter(|(day, _)| *day == weekday)
                .map(|(_, hours)| *hours)
                .collect();
            of_day.sort_by_key(|hours| hours.from);
            hours_text(&of_day)
        });
        Self { days: days.collect() }
    }

    fn read(&self) -> Read<Vec<Vec<Hours>>> {
        let mut problems = Problems::default();
        let week: Vec<_> = (0..WEEK)
            .filter_map(|day| {
                let typed = self.days.get(day).map_or("", String::as_str);
                problems.keep(
                    &format!("days[{day}]"),
                    parse_hours(typed).map_err(|_| Problem::NotHours),
                )
            })
            .collect();
        problems.finish(Some(week))
    }
}

impl PlaceForm {
    /// A place as it is.
    pub fn of(location: &Location) -> Self {
        Self {
            name: (&location.name).into(),
            address: location.address.clone(),
            phone: location.phone.clone(),
            directions: (&location.directions).into(),
        }
    }

    fn read(&self, location: &LocationId) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let name = problems.keep("name_da", self.name.read().ok_or(Problem::Missing));
        let address = problems.keep("address", line(&self.address));
        let phone = problems.keep("phone", line(&self.phone));
        let directions = problems.keep("directions_da", self.directions.read().ok_or(Problem::Missing));
        let texts = name.zip(directions).zip(address.zip(phone));
        problems.finish(
            texts.map(|((name, directions), (address, phone))| ScheduleEdit::Place {
                location: location.clone(),
                name,
                address,
                phone,
                directions,
            }),
        )
    }
}

impl SkillsForm {
    /// An adviser as they are.
    pub fn of(adviser: &Adviser) -> Self {
        let languages: Vec<_> = adviser.languages.iter().map(Language::as_str).collect();
        Self {
            services: adviser.services.iter().map(ToString::to_string).collect(),
            languages: languages.join(", "),
        }
    }

    fn read(&self, adviser: &AdviserId) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let services: Result<Vec<_>, _> = self.services.iter().map(|id| ServiceId::parse(id)).collect();
        let services = problems.keep("services", services.map_err(|_| Problem::Missing));
        let languages: Result<Vec<_>, _> = self
            .languages
            .split([',', ' ', ';'])
            .filter(|tag| !tag.is_empty())
            .map(Language::parse)
            .collect();
        let languages = problems.keep("languages", languages.map_err(|_| Problem::NotALanguage));
        problems.finish(
            services
                .zip(languages)
                .map(|(services, languages)| ScheduleEdit::Skills {
                    adviser: adviser.clone(),
                    services,
                    languages,
                }),
        )
    }
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
            uses: service.uses.iter().map(ToString::to_string).collect(),
        }
    }

    fn read(&self, service: &ServiceId) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let name = problems.keep("name_da", self.name.read().ok_or(Problem::Missing));
        let summary = problems.keep("summary_da", self.summary.read().ok_or(Problem::Missing));
        let duration = problems.keep("duration", minutes(&self.duration, 5..=480));
        let before = problems.keep("buffer_before", minutes(&self.buffer_before, 0..=240));
        let after = problems.keep("buffer_after", minutes(&self.buffer_after, 0..=240));
        let uses: Result<Vec<_>, _> = self.uses.iter().map(|kind| ResourceKind::parse(kind)).collect();
        let uses = problems.keep("uses", uses.map_err(|_| Problem::Missing));
        let read = name.zip(summary).zip(duration.zip(before.zip(after))).zip(uses);
        problems.finish(
            read.map(
                |(((name, summary), (duration, (before, after))), uses)| ScheduleEdit::Service {
                    service: service.clone(),
                    name,
                    summary,
                    who_may_come: self.who_may_come.read(),
                    bring: self.bring.read_lines(),
                    duration_minutes: duration,
                    buffer_before_minutes: before,
                    buffer_after_minutes: after,
                    uses,
                },
            ),
        )
    }
}

#[cfg(test)]
#[path = "forms_tests.rs"]
mod tests;
