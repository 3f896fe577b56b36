use domain::appointments::{Need, StaffBookingPage, StaffBookingPress, StaffReceipt, Way};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    making::{Pressed, StaffBooked, StaffDraft, press_book, staff_draft},
    showing::{Shown, day_links, own_location, staff_appointment, staff_appointments, times_shown},
};
#[cfg(feature = "ssr")]
use crate::appointments::{
    booking::{BookedBy, Booking},
    search_times::{Search, search_days},
    views::{chosen, location_card, service_card},
};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    DESK_BOOKED, DESK_DRAFT, context, now, recall, redirect, remember, schedule, session, signed_in_with,
    today,
};
#[cfg(feature = "ssr")]
use domain::appointments::{AskedBy, Asking, NeedsForm, NeedsQuestions, StaffBookingForm, service_meant};
#[cfg(feature = "ssr")]
use domain::staff::Right;
#[cfg(feature = "ssr")]
use store::appointments::Own;

/// Days with free times that are shown.
#[cfg(feature = "ssr")]
const DAYS_SHOWN: usize = 3;

/// A service at a place with its first free times, kept ones too, and what has been typed. **Permissions**: whoever serves
/// citizens, for their own places; what was typed is their own.
#[server(prefix = "/api", name = LoadStaffBooking, endpoint = "desk/booking", input = GetUrl)]
pub async fn staff_booking(
    /// The place; the first of one's own where it is left out or is not.
    location: Option<String>,
    /// The service; the place's first where it is left out or unknown.
    service: Option<String>,
    /// The beginning of a word of a service.
    search: Option<String>,
    /// `2026-11-30`: all times of that day, or of the first after it.
    day: Option<String>,
    locale: Locale,
) -> Result<Reply<StaffBookingPage>, AppError> {
    let session = session().await?;
    let signed_in = signed_in_with(&session, Right::ServeCitizens).await?;
    let (context, schedule) = (context(), schedule().await?);
    let draft = staff_draft(&session).await?;
    let wanted = location.and_then(|id| LocationId::parse(&id).ok());
    let wanted = wanted.or_else(|| draft.as_ref().map(|typed| typed.draft.location.clone()));
    let (location, locations) = own_location(&schedule, &signed_in.staff.workplaces, wanted.as_ref())?;
    let services = schedule
        .services
        .iter()
        .filter(|service| schedule.advisers_at(&service.id, &location.id).next().is_some());
    let search = search.unwrap_or_default();
    let meant = service_meant(services.clone(), &search, locale);
    let wanted = service.and_then(|id| ServiceId::parse(&id).ok());
    let wanted = wanted.or_else(|| draft.as_ref().map(|typed| typed.draft.service.clone()));
    let named = services
        .clone()
        .find(|service| Some(&service.id) == wanted.as_ref());
    let service = meant
        .or(named)
        .or_else(|| services.clone().next())
        .ok_or(AppError::NotFound)?;
    let same = draft.as_ref().filter(|typed| typed.is_of(service, location));
    let asking = same.map_or_else(
        || Asking {
            by: AskedBy::Staff,
            ..Asking::default()
        },
        StaffDraft::asking,
    );
    let day = day.and_then(|day| day.parse().ok());
    let search_for = Search {
        part: None,
        schedule: &schedule,
        service,
        location,
        from: day.unwrap_or_else(today),
        days_wanted: DAYS_SHOWN,
        asking: &asking,
        own: &Own::Nothing,
        now: now(),
    };
    let found = search_days(&context.database, search_for).await?;
    let twins = same.map(|typed| typed.twins.clone()).unwrap_or_default();
    Reply::of(&StaffBookingPage {
        not_found: (meant.is_none() && !search.is_empty()).then_some(search),
        times: times_shown(&found, day.map_or(Shown::FirstOfDays, |_| Shown::WholeDay)),
        days: day_links(&found),
        questions: NeedsQuestions::of(&schedule, service, location),
        twins: staff_appointments(&context, &schedule, &twins, locale).await?,
        errors: same.map(|typed| typed.draft.errors.clone()).unwrap_or_default(),
        note_error: same.and_then(|typed| typed.draft.note_error),
        problem: same.and_then(|typed| typed.problem),
        form: draft.as_ref().map(StaffDraft::form).unwrap_or_default(),
        key: format!("{:032x}", rand::random::<u128>()),
        services: services
            .map(|service| service_card(&context.library, service, locale))
            .collect(),
        service: service_card(&context.library, service, locale),
        location: location_card(location, None, locale),
        locations: locations
            .into_iter()
            .map(|location| location_card(location, None, locale))
            .collect(),
    })
}

/// Books for a citizen, or shows what is wrong, who may have a time already, or the times that fit. **Permissions**: whoever
/// serves citizens, at their own places.
#[server(prefix = "/api", endpoint = "desk/book")]
pub async fn book_for_citizen(
    service: ServiceId,
    location: LocationId,
    locale: Locale,
    key: String,
    #[server(default)] slot: String,
    #[server(default)] name: String,
    #[server(default)] reach: String,
    #[server(default)] note: String,
    #[server(default)] way: Option<Way>,
    #[server(default)] language: String,
    #[server(default)] interpreter: String,
    #[server(default)] needs: Vec<Need>,
    #[server(default)] press: StaffBookingPress,
) -> Result<(), AppError> {
    let session = session().await?;
    let signed_in = signed_in_with(&session, Right::ServeCitizens).await?;
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    if !signed_in.staff.workplaces.include(&location.id) {
        return Err(AppError::Forbidden);
    }
    let needs = NeedsForm {
        way,
        language,
        interpreter,
        needs,
    };
    let typed = StaffBookingForm {
        slot,
        name,
        reach,
        note,
        needs,
    };
    let draft = StaffDraft::new(&schedule, (service, location), typed, key)?;
    let context = context();
    let booking = Booking {
        database: &context.database,
        code_key: &context.code_key,
        schedule: &schedule,
        by: BookedBy::Staff(signed_in.id),
        hold: None,
        locale,
    };
    match press_book(&booking, &session, &signed_in.staff.workplaces, draft, press).await? {
        Pressed::Booked => redirect(locale, "/skranke/book/kvittering"),
        Pressed::NotYet(draft) => {
            remember(&session, DESK_DRAFT, &draft).await?;
            let path = format!("/skranke/book?sted={}&ydelse={}", location.id, service.id);
            redirect(locale, &path);
        }
    }
    Ok(())
}

/// The ticket of what was booked last. **Permissions**: whoever serves citizens and has booked it.
#[server(prefix = "/api", name = LoadStaffReceipt, endpoint = "desk/booked", input = GetUrl)]
pub async fn staff_receipt(locale: Locale) -> Result<Reply<StaffReceipt>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::ServeCitizens).await?;
    let booked: StaffBooked = recall(&session, DESK_BOOKED)
        .await?
        .ok_or(AppError::SessionLost)?;
    let (context, schedule) = (context(), schedule().await?);
    let appointment = store::appointments::find(context.database.read(), booked.appointment)
        .await?
        .ok_or(AppError::NotFound)?;
    Reply::of(&StaffReceipt {
        booked: staff_appointment(&context, &schedule, &appointment, locale),
        code: booked.code,
    })
}
