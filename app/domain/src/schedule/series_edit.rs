//! The series of a service come, change and go.

use serde::{Deserialize, Serialize};

use super::edit::{EditProblem, take_out};
use crate::appointments::{ScheduleDocument, Series, Service};

/// A change of a service's series. They have no ids: one is known by what it was when the form was opened, so of two who change
/// it the second is told that it is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesEdit {
    /// The first one makes a service whose times are booked by themselves one that is given in series.
    Add(Series),
    Change {
        was: Series,
        becomes: Series,
    },
    /// When the last one goes nothing can be booked until there is another, or [`Self::BookSingly`].
    Remove(Series),
    /// Its times are booked by themselves again.
    BookSingly,
}

impl SeriesEdit {
    pub(super) fn apply(&self, service: &mut Service) -> Result<(), EditProblem> {
        let all = &mut service.series;
        match self {
            Self::Add(series) => all.get_or_insert_default().push(series.clone()),
            Self::Change { was, becomes } => {
                let mut found = all.iter_mut().flatten();
                *found.find(|series| *series == was).ok_or(EditProblem::Gone)? = becomes.clone();
            }
            Self::Remove(series) => {
                take_out(all.get_or_insert_default(), |other| other == series)?;
            }
            Self::BookSingly => *all = None,
        }
        Ok(())
    }
}

/// Whether every series of a document can be given as it says, so that whoever changed something else is told what stands in
/// the way.
pub(super) fn keep_series(document: &ScheduleDocument) -> Result<(), EditProblem> {
    for service in &document.services {
        let all: Vec<_> = service.series.iter().flatten().collect();
        for (index, series) in all.iter().enumerate() {
            if !series.is_given_by_somebody(service, document) {
                return Err(EditProblem::SeriesNotGiven);
            }
            if !series.faults(service.duration_minutes).is_empty() {
                return Err(EditProblem::SeriesOverlap);
            }
            if all[..index].iter().any(|earlier| earlier.may_begin_with(series)) {
                return Err(EditProblem::SeriesTogether);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::ScheduleEdit;
    use super::*;
    use crate::appointments::{Schedule, SeriesDates};
    use crate::ids::{AdviserId, LocationId, ServiceId};

    fn fjordby() -> ScheduleDocument {
        serde_json::from_str(include_str!("../../../../content/demo/fjordby.json")).unwrap()
    }

    fn course(document: &ScheduleDocument) -> (ServiceId, Series) {
        let mut services = document.services.iter();
        let service = services.find(|service| service.series.is_some()).unwrap();
        (service.id.clone(), service.series.clone().unwrap().remove(0))
    }

    fn edited(edit: SeriesEdit) -> Result<ScheduleDocument, EditProblem> {
        let document = fjordby();
        let (service, _) = course(&document);
        ScheduleEdit::Series(service, Box::new(edit)).apply(&document)
    }

    fn listed(series: &Series, dates: &[&str]) -> Series {
        let dates = dates.iter().map(|date| date.parse().unwrap());
        Series {
            dates: SeriesDates::Listed(dates.collect()),
            ..series.clone()
        }
    }

    #[test]
    fn a_series_comes_changes_and_goes() {
        let (_, was) = course(&fjordby());
        let becomes = listed(&was, &["2026-12-02T10:00", "2026-12-09T10:00"]);
        let all = |edit| {
            let document = edited(edit).unwrap();
            let series = document
                .services
                .iter()
                .find_map(|service| service.series.clone());
            assert_eq!(Schedule::try_from(document).err(), None);
            series
        };
        let another = listed(&was, &["2026-12-04T10:00", "2026-12-11T10:00"]);
        assert_eq!(
            all(SeriesEdit::Add(another.clone())),
            Some(vec![was.clone(), another])
        );
        let change = SeriesEdit::Change {
            was: was.clone(),
            becomes: becomes.clone(),
        };
        assert_eq!(all(change), Some(vec![becomes.clone()]));
        assert_eq!(all(SeriesEdit::Remove(was)), Some(vec![]));
        assert_eq!(all(SeriesEdit::BookSingly), None);
        assert_eq!(edited(SeriesEdit::Remove(becomes)), Err(EditProblem::Gone));
    }

    #[test]
    fn a_series_that_cannot_be_given_is_refused_with_its_reason() {
        let (_, was) = course(&fjordby());
        let nobody = Series {
            adviser: AdviserId::parse("asta").unwrap(),
            ..was.clone()
        };
        assert_eq!(edited(SeriesEdit::Add(nobody)), Err(EditProblem::SeriesNotGiven));
        let at_once = listed(&was, &["2026-12-02T10:00", "2026-12-02T10:05"]);
        assert_eq!(edited(SeriesEdit::Add(at_once)), Err(EditProblem::SeriesOverlap));
        assert_eq!(edited(SeriesEdit::Add(was)), Err(EditProblem::SeriesTogether));
    }

    #[test]
    fn nobody_stops_giving_what_a_series_needs() {
        let document = fjordby();
        let (service, series) = course(&document);
        let mut advisers = document.advisers.iter();
        let teacher = advisers.find(|adviser| adviser.id == series.adviser).unwrap();
        let skills = ScheduleEdit::Skills {
            adviser: teacher.id.clone(),
            services: vec![],
            languages: vec![],
        };
        let nowhere = vec![vec![]; 7];
        let shifts = ScheduleEdit::Shifts(teacher.id.clone(), series.location.clone(), nowhere.clone());
        for edit in [skills, shifts] {
            assert_eq!(
                edit.apply(&document),
                Err(EditProblem::SeriesNotGiven),
                "{edit:?}"
            );
        }
        let elsewhere = LocationId::parse("borgerservice").unwrap();
        let elsewhere = ScheduleEdit::Shifts(teacher.id.clone(), elsewhere, nowhere);
        assert!(elsewhere.apply(&document).is_ok(), "{service} goes on");
    }
}
