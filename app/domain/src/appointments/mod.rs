//! The third door: who helps with what, where and when, and the times that are free.

mod availability;
mod code;
mod schedule;
mod schedule_check;
mod service;
mod slot;
mod views;

pub use availability::{FreeTime, Occupied, Query, free_times};
pub use code::BookingCode;
pub use schedule::{Adviser, BookingRules, Location, Schedule, ScheduleDocument, ScheduleFault, Shift};
pub use service::{Service, Way};
pub use slot::{Slot, Unit};
pub use views::{
    AppointmentView, CancelForm, CancelProblem, CheckPage, DayOfTimes, DetailsForm, DetailsPage,
    LocationCard, LocationsPage, ReceiptPage, ServiceCard, ServicesPage, TimeCard, TimesPage,
};
