//! What one can be helped with, and how much of an adviser's time it takes.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::needs::ExtraTime;
use super::schedule::Location;
use super::series::Series;
use super::slot::{Slot, Unit};
use crate::contact::ContactKind;
use crate::ids::{ResourceKind, ServiceId};
use crate::locale::LocalizedText;

/// Something one can be helped with. Help costs nothing, so there is no price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Service {
    pub id: ServiceId,
    pub name: LocalizedText,
    pub summary: LocalizedText,
    /// A drawing in `content/pictures`.
    pub picture: String,
    /// How long the citizen is there.
    pub duration_minutes: i64,
    /// Starting times are this far apart.
    pub start_every_minutes: i64,
    /// How soon it can be booked, where that is not as [`super::BookingRules`] says for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_minutes: Option<i64>,
    /// How far ahead, where that is not as for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon_days: Option<i64>,
    /// The adviser's time before the citizen comes: to prepare, or to get to them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub buffer_before_minutes: i64,
    /// The adviser's time after the citizen has gone: to write it down, or to get back.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub buffer_after_minutes: i64,
    /// How many citizens one adviser helps at the same time: more than one in an IT café. Whoever gives such a service gives no
    /// other, for nobody can be at a café's table and in a room by themself.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub seats: i64,
    /// The kinds of things that each appointment takes one of, as long as it takes the adviser. Where a place has none of a kind,
    /// the service is not given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<ResourceKind>,
    /// The series that there are, where one books all dates of a series at once and no time by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Vec<Series>>,
    /// How it can be given; never empty.
    #[serde(default = "in_person", skip_serializing_if = "is_in_person")]
    pub ways: Vec<Way>,
    /// Who it is for, where it is not for everybody: "Du er fyldt 15 år".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who_may_come: Option<LocalizedText>,
    /// What to bring, a line each.
    pub bring: Vec<LocalizedText>,
    /// What staff go through with somebody who comes for it, a line each. Citizens do not see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub check_list: Vec<LocalizedText>,
}

/// How citizen and adviser meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The citizen comes to the place.
    InPerson,
    /// The adviser rings.
    Telephone,
    /// A link that opens in a browser.
    Video,
    /// The adviser comes to the citizen.
    HomeVisit,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::InPerson, Self::Telephone, Self::Video, Self::HomeVisit];

    /// The name in forms and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InPerson => "in_person",
            Self::Telephone => "telephone",
            Self::Video => "video",
            Self::HomeVisit => "home_visit",
        }
    }

    /// The way with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == name)
    }

    /// How somebody must be reachable to be met in this way, if it matters.
    pub fn asks_for(self) -> Option<ContactKind> {
        match self {
            Self::Telephone => Some(ContactKind::Phone),
            Self::Video => Some(ContactKind::Email),
            Self::InPerson | Self::HomeVisit => None,
        }
    }
}

impl Service {
    /// How they meet who have asked for a way or for none.
    pub fn way(&self, asked: Option<Way>) -> Way {
        let usual = self.ways.first().copied().unwrap_or(Way::InPerson);
        asked.filter(|way| self.ways.contains(way)).unwrap_or(usual)
    }

    /// The same for each date that somebody comes on who books a time; see [`Self::dates`].
    pub fn taken_on(&self, dates: &[Slot], extra: ExtraTime) -> Vec<Range<i64>> {
        dates.iter().map(|date| self.taken_with(*date, extra)).collect()
    }

    /// The units of the adviser's time that an appointment at `slot` takes, with what is needed before and after.
    pub fn taken(&self, slot: Slot) -> Range<i64> {
        self.taken_with(slot, ExtraTime::default())
    }

    /// The same for an appointment with extra time.
    pub fn taken_with(&self, slot: Slot, extra: ExtraTime) -> Range<i64> {
        let attended = self.attended_with(slot, extra);
        attended.start - in_units(self.buffer_before_minutes)
            ..attended.end + in_units(self.buffer_after_minutes)
    }

    /// What is taken on the dates after the first, by whoever books a time that begins a series.
    pub fn taken_later(&self, (location, slot): (&Location, Slot), extra: ExtraTime) -> Vec<Range<i64>> {
        let dates = self.dates(&location.id, slot);
        self.taken_on(dates.get(1..).unwrap_or_default(), extra)
    }

    /// The units of the adviser's time around those in which a citizen is there, with what is needed before and after.
    pub fn around(&self, attended: &Range<i64>) -> Range<i64> {
        attended.start - in_units(self.buffer_before_minutes)
            ..attended.end + in_units(self.buffer_after_minutes)
    }

    /// The units in which the citizen is there: from the time they are told, as long as they are told.
    pub fn attended(&self, slot: Slot) -> Range<i64> {
        self.attended_with(slot, ExtraTime::default())
    }

    /// The same for an appointment with extra time.
    pub fn attended_with(&self, slot: Slot, extra: ExtraTime) -> Range<i64> {
        let first = slot.unit().0;
        first..first + in_units(self.duration_minutes + extra.minutes())
    }
}

/// Whole units in a number of minutes.
fn in_units(minutes: i64) -> i64 {
    minutes / Unit::MINUTES
}

fn in_person() -> Vec<Way> {
    vec![Way::InPerson]
}

fn is_in_person(ways: &[Way]) -> bool {
    ways == [Way::InPerson]
}

fn one() -> i64 {
    1
}

/// Serde asks with a reference.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn is_one(seats: &i64) -> bool {
    *seats == 1
}

/// Serde asks with a reference.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn is_zero(minutes: &i64) -> bool {
    *minutes == 0
}
