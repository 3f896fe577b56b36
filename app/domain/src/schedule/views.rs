//! What the pages show on which the schedule is changed.

use serde::{Deserialize, Serialize};

use super::absence_form::AbsenceForm;
use super::closing_day_form::ClosingDayForm;
use super::fields::FieldProblem;
use super::general_form::GeneralForm;
use super::hours_form::HoursForm;
use super::kept_form::KeptForm;
use super::new_forms::{NewAdviserForm, NewServiceForm};
use super::new_resource_form::NewResourceForm;
use super::place_form::PlaceForm;
use super::resources_form::ResourcesForm;
use super::rule_form::RuleForm;
use super::series_form::SeriesForm;
use super::service_form::ServiceForm;
use super::service_rules_form::ServiceRulesForm;
use super::skills_form::SkillsForm;
use crate::appointments::{AbsenceReason, Misfit, TimeCard};
use crate::contact::ContactKind;
use crate::ids::{AdviserId, AppointmentId, LocationId, ServiceId};
use crate::pages::Picture;
use crate::time::WallTime;

/// Something with a name, and its id for addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub id: String,
    pub name: String,
}

/// Where changing the schedule begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchedulePage {
    pub locations: Vec<Named>,
    pub services: Vec<Named>,
    /// They have no other names than their ids.
    pub advisers: Vec<AdviserId>,
    /// Appointments that do not fit the schedule and wait for somebody to ring.
    pub waiting: i64,
}

/// The form of a new place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPlacePage {
    pub place: PlaceForm,
    pub problems: Vec<FieldProblem>,
}

/// The form of a new service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewServicePage {
    pub form: NewServiceForm,
    pub problems: Vec<FieldProblem>,
}

/// The form of a new adviser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAdviserPage {
    /// What one can be helped with.
    pub services: Vec<Named>,
    pub form: NewAdviserForm,
    pub problems: Vec<FieldProblem>,
}

/// What a change did, told once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Same time, another adviser.
    pub stayed: i64,
    pub moved: i64,
    pub cancelled: i64,
    /// How many of those are told in a letter, which somebody has to print.
    #[serde(default)]
    pub letters: i64,
    /// Left for somebody to ring.
    pub to_call: i64,
    /// The page of what is new, on which the rest of it is said: `sted/havnen`.
    #[serde(default)]
    pub added: Option<String>,
}

/// The days on which everything is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingDaysPage {
    /// From today on.
    pub days: Vec<ClosingDayRow>,
    pub form: ClosingDayForm,
    pub problems: Vec<FieldProblem>,
}

/// A day on which everything is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingDayRow {
    /// `2026-12-24`.
    pub date: String,
    pub day: WallTime,
    pub reason: String,
}

/// When advisers are away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsencesPage {
    pub advisers: Vec<AdviserId>,
    /// What is not over yet.
    pub absences: Vec<AbsenceRow>,
    pub form: AbsenceForm,
    pub problems: Vec<FieldProblem>,
}

/// When somebody is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceRow {
    pub adviser: AdviserId,
    pub from: WallTime,
    pub to: WallTime,
    pub reason: AbsenceReason,
}

/// A place: its hours and how it is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacePage {
    pub location: LocationId,
    pub name: String,
    pub hours: HoursForm,
    /// Every rule of its hours in a line, those that do not hold every week among them.
    pub rules: Vec<String>,
    pub kept: KeptForm,
    pub place: PlaceForm,
    /// The names of its resources, in the order of the form.
    pub resource_names: Vec<String>,
    pub resources: ResourcesForm,
    /// Something that the place gets.
    pub new_resource: NewResourceForm,
    /// The kinds of things that places have.
    pub kinds: Vec<Named>,
    pub problems: Vec<FieldProblem>,
}

/// An adviser: what they can, and where they work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviserPage {
    pub adviser: AdviserId,
    pub services: Vec<Named>,
    pub skills: SkillsForm,
    /// Every place, and the hours there on one line.
    pub places: Vec<Named>,
    pub problems: Vec<FieldProblem>,
}

/// When an adviser works at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftsPage {
    pub adviser: AdviserId,
    pub location: LocationId,
    pub location_name: String,
    pub hours: HoursForm,
    /// Every shift in a line, those that are not every week among them.
    pub rules: Vec<String>,
    pub problems: Vec<FieldProblem>,
}

/// A service's texts and times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePage {
    pub service: ServiceId,
    pub name: String,
    pub form: ServiceForm,
    pub rules: ServiceRulesForm,
    /// The drawings that it can have.
    pub drawings: Vec<Drawing>,
    /// The kinds of things that places have, each by the name it has at one of them.
    pub kinds: Vec<Named>,
    /// Its series, each in a line; none at all where its times are booked by themselves.
    pub series: Option<Vec<String>>,
    pub problems: Vec<FieldProblem>,
}

/// A drawing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// `tid-mitid.svg`.
    pub file: String,
    /// The file's name in words.
    pub name: String,
    pub picture: Picture,
}

/// What holds for all places and services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GeneralPage {
    pub places: Vec<Named>,
    pub form: GeneralForm,
    pub problems: Vec<FieldProblem>,
}

/// A rule of a place's hours or of an adviser's shifts, or a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulePage {
    /// Whose shifts; none where it is about a place's hours.
    pub adviser: Option<AdviserId>,
    pub location: LocationId,
    pub location_name: String,
    /// Which of the rules it is, from 1; none for a new one.
    pub number: Option<i64>,
    /// The version in which it has this number.
    pub version: i64,
    pub form: RuleForm,
    pub problems: Vec<FieldProblem>,
}

/// A series of a service, or a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesPage {
    pub service: ServiceId,
    pub service_name: String,
    /// Which of the service's series it is, from 1; none for a new one.
    pub number: Option<i64>,
    /// The version in which it has this number.
    pub version: i64,
    pub places: Vec<Named>,
    /// Who gives the service.
    pub advisers: Vec<AdviserId>,
    pub form: SeriesForm,
    pub problems: Vec<FieldProblem>,
}

/// The whole schedule as a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentPage {
    /// The document in force, or the one that was sent and refused.
    pub text: String,
    /// Everything that is wrong with what was sent, as the program tells it.
    pub faults: Vec<String>,
}

/// A change, before it is made: what it changes, and whom it hits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewPage {
    /// What it changes: "services mitid: duration 45 → 30".
    pub changes: Vec<ChangeLine>,
    pub hits: Vec<HitRow>,
    /// How many are on a waiting list for what would be gone.
    pub wait_in_vain: i64,
    /// What the page is about, to be sent along: whether somebody has booked or changed something since is seen by it.
    pub seen: String,
    /// The version that the change would be made on.
    pub version: i64,
    pub notice: Option<PreviewNotice>,
}

/// Why a change was not made when its button was pressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PreviewNotice {
    /// Somebody else has changed the schedule: what they changed.
    ScheduleChanged(Vec<ChangeLine>),
    /// Somebody has booked, moved or cancelled.
    AppointmentsChanged,
    /// The schedule in force no longer has what was to be changed, or breaks its rules with the change.
    Impossible,
}

/// Something that a change changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLine {
    /// The part of the schedule: `services`.
    pub part: String,
    /// Which of them: "Få MitID".
    pub name: String,
    pub what: WhatChanges,
}

/// How something changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhatChanges {
    Added,
    Removed,
    /// The field, and its values where they are short enough to read.
    Field {
        name: String,
        before: String,
        after: String,
    },
}

/// An appointment that a change hits, or that waits for a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitRow {
    pub appointment: AppointmentId,
    /// How often it has moved, sent along so that of two who settle it one does.
    pub sequence: i64,
    /// Who comes; `None` where whoever looks does not see the citizens of that place.
    pub person: Option<HitPerson>,
    pub service: String,
    pub location: String,
    pub at: WallTime,
    pub adviser: AdviserId,
    pub misfit: Misfit,
    /// Who takes over at the same time.
    pub instead: Option<AdviserId>,
    /// The next free time, for whoever nobody takes over.
    pub next: Option<TimeCard>,
}

/// Whom a change hits, and how they are reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitPerson {
    pub name: String,
    pub contact: ContactKind,
    /// The number or address; empty where there is none.
    pub reach: String,
    /// Whether it is known where a letter is posted to that tells whoever has neither.
    pub has_address: bool,
}

/// What is to become of those whom nobody takes over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// They keep their appointment until somebody has rung.
    #[default]
    Call,
    /// Whoever can be told gets the next free time; somebody rings the others.
    Move,
    /// Whoever can be told is cancelled; somebody rings the others.
    Cancel,
}

/// Those who have to be rung up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallListPage {
    pub rows: Vec<HitRow>,
    /// The last press of a button came too late: the appointment or the time was another by then.
    pub too_late: bool,
}
