//! Figures of use, for the screen and for a spreadsheet.

use domain::appointments::{Asking, Schedule, Slot};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use domain::oversight::{FiguresPage, OfferRow, UseRow, csv, share_text, week_uses, working_days_later};
use domain::staff::Right;
use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use store::appointments::Own;
use store::oversight::use_by_day;
use tower_sessions::Session;

use crate::appointments::{Everywhere, first_at_each_place};
use crate::error::{AppError, AppResult};
use crate::server_side::{AppContext, now, signed_in_with};
use crate::texts::Texts;

/// A time within so many working days is soon.
const SOON_DAYS: i64 = 5;

/// Weeks back, which is as far as appointments are kept, and ahead.
const WEEKS_BACK: i64 = 5;
const WEEKS_AHEAD: i64 = 9;

/// What is offered at this moment, and what is booked week by week.
pub async fn figures(
    context: &AppContext,
    schedule: &Schedule,
    locale: Locale,
    now: Timestamp,
) -> AppResult<FiguresPage> {
    let offered = offered(context, schedule, locale, now).await?;
    let soon: i64 = offered.iter().map(|row| i64::from(row.is_soon)).sum();
    let week = |weeks: i64| now.checked_add((weeks * 7 * 24).hours()).unwrap_or(now);
    let slots = use_by_day(context.database.read(), week(-WEEKS_BACK)..week(WEEKS_AHEAD)).await?;
    let uses = week_uses(&slots).into_iter().map(|week| UseRow {
        week: week.monday.to_string(),
        service: service_name(schedule, &week.service, locale),
        location: location_name(schedule, &week.location, locale),
        booked: week.booked,
        cancelled: week.cancelled,
        cancelled_share: share_text(week.cancelled, week.booked),
    });
    Ok(FiguresPage {
        offered_share: share_text(soon, domain::count(&offered)),
        within_days: SOON_DAYS,
        uses: uses.collect(),
        offered,
    })
}

/// The figures of use as a spreadsheet opens them: the rows of the screen. **Permissions**: whoever may see figures.
pub async fn figures_csv(context: &AppContext, session: &Session, locale: Locale) -> AppResult<String> {
    signed_in_with(session, Right::SeeFigures).await?;
    let schedule = context.schedule.current(&context.database).await?;
    let schedule = schedule.ok_or(AppError::Unavailable)?;
    let page = figures(context, &schedule, locale, now()).await?;
    let rows: Vec<_> = page.uses.iter().map(UseRow::cells).collect();
    Ok(csv(&super::figures_page::head(Texts::of(locale)), &rows))
}

async fn offered(
    context: &AppContext,
    schedule: &Schedule,
    locale: Locale,
    now: Timestamp,
) -> AppResult<Vec<OfferRow>> {
    let soon = working_days_later(date_in_denmark(now), SOON_DAYS);
    let asking = Asking::default();
    let mut rows = Vec::new();
    for service in &schedule.services {
        let everywhere = Everywhere {
            schedule,
            service,
            part: None,
            asking: &asking,
            own: &Own::Nothing,
            now,
        };
        for (location, first) in first_at_each_place(&context.database, everywhere).await? {
            rows.push(OfferRow {
                service: service.name.get(locale).to_owned(),
                location: location.name.get(locale).to_owned(),
                first_free: first.map(Slot::wall_time),
                is_soon: first.is_some_and(|slot| date_in_denmark(slot.moment()) <= soon),
            });
        }
    }
    Ok(rows)
}

fn service_name(schedule: &Schedule, id: &ServiceId, locale: Locale) -> String {
    let name = schedule.service(id).map(|service| service.name.get(locale));
    name.unwrap_or(id.as_str()).to_owned()
}

fn location_name(schedule: &Schedule, id: &LocationId, locale: Locale) -> String {
    let name = schedule.location(id).map(|location| location.name.get(locale));
    name.unwrap_or(id.as_str()).to_owned()
}
