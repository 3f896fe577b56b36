//! Moments as the API writes and reads them, and the times that are free.

use std::str::FromStr;

use app::booking::{Everywhere, FoundDays, Search, chosen, days_at_each_place, search_days};
use app::server_side::{AppContext, now};
use axum::Json;
use axum::extract::State;
use domain::appointments::{
    AskedBy, Asking, FreeTime as Free, Language as Spoken, Location, Schedule, Service, Slot, Way,
};
use domain::ids::{LocationId, ServiceId};
use domain::time::{COPENHAGEN, date_in_denmark};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use store::appointments::Own;
use utoipa::{IntoParams, ToSchema};

use super::answers::LookingUpFails;
use super::catalogue::MeetingWay;
use super::extract::Asked;
use super::needs::NeedsOfCitizen;
use super::refusal::{Reason, Refusal};
use super::{BOOKING, schedule};

/// Days with free times that are given where nobody says how many.
const USUAL_DAYS: usize = 7;

/// What is asked for.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is needed or not, whatever the others are"
)]
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FreeTimesAsked {
    /// The id of the service.
    #[param(value_type = String, pattern = "^[a-z0-9-]{1,64}$", example = "mitid")]
    service: ServiceId,
    /// The id of the place; every place that gives the service where it is left out.
    #[param(value_type = Option<String>, pattern = "^[a-z0-9-]{1,64}$", nullable = false, example = "borgerservice")]
    location: Option<LocationId>,
    /// The first day to look at; today where it is left out or past.
    #[param(value_type = Option<String>, format = Date, nullable = false)]
    from: Option<Date>,
    /// How many days with free times are enough at each place; 7 where it is left out.
    #[param(value_type = Option<i64>, minimum = 1, maximum = 31, nullable = false, example = 7)]
    days: Option<Days>,
    /// How the citizen wants to meet; any of the service's `ways` where it is left out.
    #[param(value_type = Option<MeetingWay>, nullable = false)]
    way: Option<Way>,
    /// The language that the adviser is to speak, as a tag of BCP 47.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", nullable = false)]
    spoken_language: Option<Spoken>,
    /// The adviser is to know Danish Sign Language.
    #[serde(default)]
    sign_language: bool,
    /// There is to be a way in without steps.
    #[serde(default)]
    step_free: bool,
    /// The time is to be half as long again.
    #[serde(default)]
    extra_time: bool,
}

/// Some days: 1 to 31.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "usize")]
struct Days(usize);

/// The times that are free, earliest first.
#[derive(Serialize, ToSchema)]
pub struct FreeTimes {
    times: Vec<FreeTime>,
    /// The day to ask on from; null where nothing can be booked that late.
    #[schema(value_type = Option<String>, format = Date, example = "2026-12-02")]
    more_from: Option<Date>,
}

/// A time that can be booked.
#[derive(Serialize, ToSchema)]
struct FreeTime {
    /// What to book it by: its beginning in UTC.
    #[schema(example = "2026-11-25T09:30Z")]
    slot: String,
    #[schema(value_type = String, example = "borgerservice")]
    location: LocationId,
    /// When it begins, as clocks in Denmark show it.
    #[schema(format = DateTime, example = "2026-11-25T10:30:00+01:00")]
    starts_at: String,
    /// When it ends.
    #[schema(format = DateTime, example = "2026-11-25T11:00:00+01:00")]
    ends_at: String,
    /// How many can still come, where several come at once; null where each has somebody to themself.
    #[schema(example = 5)]
    seats_left: Option<i64>,
    /// When each date begins in UTC, the first one too, of a course that is booked for all its dates at once; null of a single
    /// time.
    #[schema(example = json!(["2026-12-02T09:00Z", "2026-12-09T09:00Z"]))]
    dates: Option<Vec<String>>,
}

/// A moment at which an appointment can begin: `2026-11-25T09:30Z`, or `2026-11-25T10:30+01:00`.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(try_from = "String")]
#[schema(
    value_type = String,
    pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:00)?(Z|[+-][0-9]{2}:[0-9]{2})$",
    example = "2026-11-25T09:30Z"
)]
pub struct Beginning(pub Slot);

/// Find free times
///
/// The first days on which there are free times, at one place or at all that give the service. Times come and go: what is
/// free now may be taken when it is booked. Say what the citizen needs here too: then there are only times that fit.
#[utoipa::path(
    get, path = "/free-times", tag = BOOKING, params(FreeTimesAsked),
    responses((status = 200, description = "What is free", body = FreeTimes), LookingUpFails)
)]
pub async fn find_free_times(
    State(context): State<AppContext>,
    Asked(asked): Asked<FreeTimesAsked>,
) -> Result<Json<FreeTimes>, Refusal> {
    let schedule = schedule(&context).await?;
    let service = schedule.service(&asked.service).ok_or(Reason::NotFound)?;
    let asking = asked.asking(service)?;
    let found = match &asked.location {
        Some(location) => {
            let (_, location) = chosen(&schedule, &service.id, location)?;
            vec![at_place(&context, &schedule, (service, location), (&asked, &asking)).await?]
        }
        None => at_each_place(&context, &schedule, service, (&asked, &asking)).await?,
    };
    Ok(Json(FreeTimes::new((service, &asking), found)))
}

/// A place, and its days with free times.
type Found<'a> = (&'a Location, FoundDays);

async fn at_place<'a>(
    context: &AppContext,
    schedule: &Schedule,
    (service, location): (&Service, &'a Location),
    (asked, asking): (&FreeTimesAsked, &Asking),
) -> Result<Found<'a>, Refusal> {
    let now = now();
    let search = Search {
        schedule,
        service,
        location,
        from: asked.first_day(now),
        days_wanted: asked.days_wanted(),
        part: None,
        asking,
        own: &Own::Nothing,
        now,
    };
    Ok((location, search_days(&context.database, search).await?))
}

/// In as many queries as for one place.
async fn at_each_place<'a>(
    context: &AppContext,
    schedule: &'a Schedule,
    service: &'a Service,
    (asked, asking): (&FreeTimesAsked, &'a Asking),
) -> Result<Vec<Found<'a>>, Refusal> {
    let now = now();
    let days = (asked.first_day(now), asked.days_wanted());
    let everywhere = Everywhere {
        schedule,
        service,
        part: None,
        asking,
        own: &Own::Nothing,
        now,
    };
    let found = days_at_each_place(&context.database, everywhere, days).await?;
    Ok(found)
}

impl FreeTimesAsked {
    /// What the times must fit.
    fn asking(&self, service: &Service) -> Result<Asking, Refusal> {
        if self.way.is_some_and(|way| !service.ways.contains(&way)) {
            let detail = "the service is not given in this way";
            return Err(Refusal::because(Reason::NotFound, detail));
        }
        let needs = NeedsOfCitizen {
            spoken_language: self.spoken_language.clone(),
            sign_language: self.sign_language,
            step_free: self.step_free,
            extra_time: self.extra_time,
            ..NeedsOfCitizen::default()
        };
        Ok(Asking {
            by: AskedBy::Citizen,
            way: self.way,
            needs: needs.with(service),
        })
    }

    fn first_day(&self, now: Timestamp) -> Date {
        self.from.unwrap_or_else(|| date_in_denmark(now))
    }

    fn days_wanted(&self) -> usize {
        self.days.map_or(USUAL_DAYS, |days| days.0)
    }
}

impl FreeTimes {
    /// Of each place only what all of them were asked for, so that going on from there misses nothing.
    fn new((service, asking): (&Service, &Asking), found: Vec<Found<'_>>) -> Self {
        let more_from = found.iter().filter_map(|(_, days)| days.more_from).min();
        let mut times = Vec::new();
        for (location, days) in found {
            let free = days.days.into_iter().flat_map(|(_, times)| times);
            times.extend(free.map(|free| (free.slot, location, free)));
        }
        times.retain(|(slot, ..)| more_from.is_none_or(|more| date_in_denmark(slot.moment()) < more));
        times.sort_by_key(|(slot, location, _)| (*slot, &location.id));
        let times = times.iter();
        Self {
            times: times
                .map(|(_, location, free)| FreeTime::new(free, (service, asking), location))
                .collect(),
            more_from,
        }
    }
}

/// `2026-11-25T10:30:00+01:00`, as RFC 3339 has it.
pub fn written(at: Timestamp) -> String {
    let local = at.to_zoned(COPENHAGEN.clone());
    local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// When something ends that begins with a slot and lasts some minutes.
pub fn end_of(slot: Slot, minutes: i64) -> Timestamp {
    let begins = slot.moment();
    begins.saturating_add(minutes.minutes()).unwrap_or(begins)
}

impl FreeTime {
    fn new(free: &Free, (service, asking): (&Service, &Asking), location: &Location) -> Self {
        let slot = free.slot;
        let minutes = service.duration_minutes + asking.needs.extra_time.minutes();
        let dates = service.series.as_ref().map(|_| service.dates(&location.id, slot));
        Self {
            slot: slot.to_string(),
            location: location.id.clone(),
            starts_at: written(slot.moment()),
            ends_at: written(end_of(slot, minutes)),
            seats_left: free.seats_left,
            dates: dates.map(|dates| dates.iter().map(ToString::to_string).collect()),
        }
    }
}

impl TryFrom<usize> for Days {
    type Error = &'static str;

    fn try_from(days: usize) -> Result<Self, Self::Error> {
        (1..=31)
            .contains(&days)
            .then_some(Self(days))
            .ok_or("days is a number from 1 to 31")
    }
}

impl TryFrom<String> for Beginning {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let slot = Slot::from_str(&text).map_err(|error| error.to_string())?;
        Ok(Self(slot))
    }
}
