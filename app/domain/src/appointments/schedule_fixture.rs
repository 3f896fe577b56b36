//! A small municipality for tests.

use jiff::civil::{Date, Time, time};

use super::{
    Adviser, Asking, BookingRules, FreeTime, KeptShares, Location, Occupied, Query, Schedule,
    ScheduleDocument, Service, Shift, Way, free_times_for,
};
use crate::cafe::HomeworkHelp;
use crate::ids::{AdviserId, LocationId, ServiceId};
use crate::locale::LocalizedText;
use crate::municipality::Municipality;
use crate::opening::WeeklyHours;
use crate::recurrence::Recurrence;

pub(super) fn text(da: &str) -> LocalizedText {
    LocalizedText {
        da: da.into(),
        en: None,
        ar: None,
    }
}

pub(super) fn adviser(id: &str, services: &[&str], from: Time, to: Time) -> Adviser {
    Adviser {
        id: AdviserId::parse(id).unwrap(),
        services: services.iter().map(|id| ServiceId::parse(id).unwrap()).collect(),
        shifts: (1..=7)
            .map(|weekday| Shift {
                location: LocationId::parse("library").unwrap(),
                weekday,
                from,
                to,
                when: Recurrence::default(),
            })
            .collect(),
        languages: vec![],
        absences: vec![],
    }
}

/// A library that never closes, two services of half an hour, and one adviser from 9 to 11 unless told otherwise.
pub(super) fn document(advisers: Vec<Adviser>) -> ScheduleDocument {
    let service = |id: &str| Service {
        id: ServiceId::parse(id).unwrap(),
        name: text(id),
        summary: text(""),
        picture: String::new(),
        duration_minutes: 30,
        start_every_minutes: 30,
        lead_minutes: None,
        horizon_days: None,
        buffer_before_minutes: 0,
        buffer_after_minutes: 0,
        seats: 1,
        uses: vec![],
        series: None,
        ways: vec![Way::InPerson],
        who_may_come: None,
        bring: vec![],
        check_list: vec![],
    };
    ScheduleDocument {
        format: 1,
        municipality: Municipality {
            name: "Fjordby".into(),
            phone: String::new(),
            email: String::new(),
            address: String::new(),
        },
        main_location: LocationId::parse("library").unwrap(),
        booking: BookingRules {
            lead_minutes: 0,
            horizon_days: 365,
        },
        closing_days: vec![],
        locations: vec![Location {
            id: LocationId::parse("library").unwrap(),
            name: text("Library"),
            address: String::new(),
            phone: String::new(),
            directions: text(""),
            hours: (1..=7)
                .map(|weekday| WeeklyHours {
                    weekday,
                    opens: time(0, 0, 0, 0),
                    closes: time(23, 0, 0, 0),
                    when: Recurrence::default(),
                })
                .collect(),
            step_free: false,
            kept: KeptShares::default(),
        }],
        services: vec![service("mitid"), service("post")],
        resources: vec![],
        advisers,
        homework: HomeworkHelp::default(),
    }
}

/// The times of the first service at the first place that are free for any citizen.
pub(super) fn times_on(
    document: ScheduleDocument,
    day: Date,
    now: &str,
    occupied: &Occupied,
) -> Vec<FreeTime> {
    times_for(document, day, now, &Asking::default(), occupied)
}

/// The times of the first service at the first place that are free for somebody.
pub(super) fn times_for(
    document: ScheduleDocument,
    day: Date,
    now: &str,
    asking: &Asking,
    occupied: &Occupied,
) -> Vec<FreeTime> {
    let schedule = Schedule::try_from(document).unwrap();
    let query = Query {
        service: &schedule.services[0],
        location: &schedule.locations[0],
        from: day,
        until: day.tomorrow().unwrap(),
        now: now.parse().unwrap(),
    };
    free_times_for(&schedule, &query, asking, occupied)
}
