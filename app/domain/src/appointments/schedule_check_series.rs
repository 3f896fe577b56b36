//! What the series of a service must hold to.

use super::schedule::ScheduleDocument;
use super::schedule_check::Checker;
use super::service::Service;

impl Checker {
    /// Whoever gives a series is at work at its place at some time; whether on each of its dates, a day off decides anew.
    pub(super) fn series(&mut self, document: &ScheduleDocument, service: &Service) {
        let all: Vec<_> = service.series.iter().flatten().collect();
        for (index, series) in all.iter().enumerate() {
            let place = format!("services {}: series[{index}]", service.id);
            for problem in series.faults(service.duration_minutes) {
                self.fault(&place, problem);
            }
            self.expect(
                series.is_given_by_somebody(service, document),
                &place,
                &format!(
                    "adviser: write the id of one who gives {} at {}",
                    service.id, series.location
                ),
            );
            self.expect(
                !all[..index].iter().any(|earlier| earlier.may_begin_with(series)),
                &place,
                "dates: another series may begin at the same place and time: write one with more seats",
            );
        }
    }
}
