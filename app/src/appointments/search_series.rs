//! Which series of a service begins next, for the list of services.

use domain::appointments::{Asking, FreeTime, Location, Schedule, Service, TimeCard};
use domain::locale::Locale;
use domain::time::date_in_denmark;
use jiff::ToSpan;
use store::Database;
use store::appointments::Own;

use super::search_times::{Search, free_between};
use super::series::dates_line;
use super::summary::with_seats;
use crate::error::AppResult;
use crate::server_side::now;
use crate::texts::Texts;

/// "4 gange: 2., 9., 16. og 23. december kl. 10–12 · 5 pladser tilbage" of the first series that can be booked anywhere, or that
/// there is none. Nothing of a service that is not given in series.
pub async fn next_series(
    database: &Database,
    schedule: &Schedule,
    service: &Service,
    locale: Locale,
) -> AppResult<Option<String>> {
    if service.series.is_none() {
        return Ok(None);
    }
    let texts = Texts::of(locale);
    let Some((location, free)) = first(database, schedule, service).await? else {
        return Ok(Some(texts.series_none().to_owned()));
    };
    let dates = service.dates(&location.id, free.slot);
    let line = dates_line(&dates, service.duration_minutes, locale);
    let few = TimeCard::from(&free).few_seats;
    Ok(line.map(|line| with_seats(texts, &line, few)))
}

async fn first<'a>(
    database: &Database,
    schedule: &'a Schedule,
    service: &'a Service,
) -> AppResult<Option<(&'a Location, FreeTime)>> {
    let now = now();
    let today = date_in_denmark(now);
    let horizon = today.saturating_add(schedule.horizon_days(service).days());
    let mut first: Option<(&Location, FreeTime)> = None;
    for location in schedule.locations_of(&service.id) {
        let search = Search {
            schedule,
            service,
            location,
            from: today,
            days_wanted: 1,
            part: None,
            asking: &Asking::default(),
            own: &Own::Nothing,
            now,
        };
        let found = free_between(database, search, today, horizon)
            .await?
            .into_iter()
            .next();
        first = [first, found.map(|free| (location, free))]
            .into_iter()
            .flatten()
            .min_by_key(|(_, free)| free.slot);
    }
    Ok(first)
}
