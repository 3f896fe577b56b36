//! The third door: who helps with what, where and when, and the times that are free.

mod adviser;
mod arrangement;
mod availability;
mod availability_stretches;
mod best_fit;
mod booking_views;
mod code;
mod hold;
mod impact;
mod kept;
mod matching;
mod needs;
mod needs_questions;
mod occupied;
mod part_of_day;
mod presence;
mod rearranging;
mod reminder;
mod resource;
mod schedule;
mod schedule_check;
mod schedule_check_advisers;
mod schedule_check_series;
mod schedule_check_services;
#[cfg(test)]
mod schedule_fixture;
mod series;
mod service;
mod slot;
mod staff_booking;
mod times_views;
mod views;
mod visit_address;
mod waiting;
mod waiting_views;

pub use adviser::{Absence, AbsenceReason, Adviser, Shift};
pub use arrangement::Arrangement;
pub use availability::{Asking, FreeTime, Query, free_times, free_times_for};
pub use best_fit::BestFit;
pub use booking_views::{
    CheckPage, ChosenTimePage, DetailsForm, DetailsPage, DetailsPress, HeldView, ReceiptPage, TakenTime,
    ToldView, VisitPage,
};
pub use code::BookingCode;
pub use hold::{HOLD_FOR, HoldKey};
pub use impact::{Booked, Hit, Misfit, impact, needed, orphans, used};
pub use kept::{AskedBy, KeptShares};
pub use needs::{ExtraTime, Language, Needs, NotALanguage, NotExtraTime};
pub use needs_questions::{Need, NeedsForm, NeedsQuestions};
pub use occupied::Occupied;
pub use part_of_day::PartOfDay;
pub use rearranging::{NewTime, next_times};
pub use reminder::Reminder;
pub use resource::{Bookable, Resource, ResourceUse};
pub use schedule::{BookingRules, Location, Schedule, ScheduleDocument, ScheduleFault};
pub use schedule_check::RESERVED_PLACES;
pub use schedule_check_services::RESERVED_SERVICES;
pub(crate) use series::{MOST_WEEKS_BETWEEN_DATES, SERIES_DATES};
pub use series::{Series, SeriesDates, SeriesRule};
pub use service::{Service, Way};
pub use slot::{Slot, Unit};
pub use staff_booking::{
    BookingBegins, DayLink, LetterView, LookUpForm, StaffAppointment, StaffBookingForm, StaffBookingPage,
    StaffBookingPress, StaffBookingProblem, StaffReceipt, may_be_same_person, service_meant,
};
pub use times_views::{
    DayTimes, FirstTimesPage, MonthDay, MonthLink, MonthPage, MonthWeek, PlacedTime, PlacedTimes,
};
pub use views::{
    AppointmentView, CancelForm, CancelProblem, DayOfTimes, LocationCard, LocationsPage, MoveCheckPage,
    MovePage, MoveProblem, NeedsPage, SeriesDate, SeriesView, ServiceCard, ServicesPage, TimeCard, TimesPage,
};
pub use visit_address::{VisitAddress, VisitAddressError};
pub use waiting::{LEAST_OFFER_HOURS, OFFER_HOURS, OFFERS_AT_ONCE, Suiting, offer_until};
pub use waiting_views::{
    CallAnswer, JoinForm, JoinPage, OfferView, ToldBy, VisitAsked, WaitingCall, WaitingCallsPage, WaitingPage,
};
