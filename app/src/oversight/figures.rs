//! Figures of use, for the screen and for a spreadsheet.

use domain::appointments::{Asking, Schedule, Slot};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use domain::oversight::{
    DeskRow, FIGURE_WEEKS, FigureTable, FiguresPage, OfferRow, UseRow, WeekFigures, csv, mean_text,
    monday_of, share_text, week_figures, working_days_later,
};
use domain::staff::Right;
use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use store::appointments::Own;
use store::oversight::day_figures;
use tower_sessions::Session;

use super::figures_page::{desk_head, use_head};
use crate::appointments::{Everywhere, first_at_each_place};
use crate::error::{AppError, AppResult};
use crate::server_side::{AppContext, now, signed_in_with};
use crate::texts::Texts;

/// A time within so many working days is soon.
const SOON_DAYS: i64 = 5;

/// Weeks ahead, with this one.
const WEEKS_AHEAD: i64 = 10;

/// What is offered at this moment, and week by week what is booked and what became of those who came. How many weeks back is
/// one of [`FIGURE_WEEKS`]; any other number is the first of them.
pub async fn figures(
    context: &AppContext,
    schedule: &Schedule,
    locale: Locale,
    weeks: i64,
    now: Timestamp,
) -> AppResult<FiguresPage> {
    let offered = offered(context, schedule, locale, now).await?;
    let soon: i64 = offered.iter().map(|row| i64::from(row.is_soon)).sum();
    let weeks = FIGURE_WEEKS.into_iter().find(|known| *known == weeks);
    let weeks = weeks.unwrap_or(FIGURE_WEEKS[0]);
    let this_week = monday_of(date_in_denmark(now));
    let days = this_week.saturating_sub(weeks.weeks())..this_week.saturating_add(WEEKS_AHEAD.weeks());
    let found = week_figures(&day_figures(&context.database, days).await?);
    let names = Names { schedule, locale };
    let desk = found.iter().filter(|week| week.counts.tickets > 0);
    let uses = found.iter().filter(|week| week.counts.booked > 0);
    Ok(FiguresPage {
        weeks,
        desk: desk.map(|week| names.desk_row(week)).collect(),
        offered_share: share_text(soon, domain::count(&offered)),
        within_days: SOON_DAYS,
        uses: uses.map(|week| names.use_row(week)).collect(),
        offered,
    })
}

/// A table of the figures as a spreadsheet opens it: the rows of the screen. **Permissions**: whoever may see figures.
pub async fn figures_csv(
    context: &AppContext,
    session: &Session,
    (table, weeks): (FigureTable, i64),
    locale: Locale,
) -> AppResult<String> {
    signed_in_with(session, Right::SeeFigures).await?;
    let schedule = context.schedule.current(&context.database).await?;
    let schedule = schedule.ok_or(AppError::Unavailable)?;
    let page = figures(context, &schedule, locale, weeks, now()).await?;
    let texts = Texts::of(locale);
    let (head, rows): (_, Vec<_>) = match table {
        FigureTable::Use => (use_head(texts), page.uses.iter().map(UseRow::cells).collect()),
        FigureTable::Desk => (desk_head(texts), page.desk.iter().map(DeskRow::cells).collect()),
    };
    Ok(csv(&head, &rows))
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

/// What services and places are called; one that has left the schedule is called by its id.
struct Names<'a> {
    schedule: &'a Schedule,
    locale: Locale,
}

impl Names<'_> {
    fn use_row(&self, week: &WeekFigures) -> UseRow {
        let counts = week.counts;
        UseRow {
            week: week.monday.to_string(),
            service: self.service(&week.service),
            location: self.location(&week.location),
            booked: counts.booked,
            cancelled: counts.cancelled,
            cancelled_share: share_text(counts.cancelled, counts.booked),
            days_ahead: mean_text(counts.days_ahead, counts.booked - counts.cancelled),
        }
    }

    fn desk_row(&self, week: &WeekFigures) -> DeskRow {
        let counts = week.counts;
        DeskRow {
            week: week.monday.to_string(),
            service: self.service(&week.service),
            location: self.location(&week.location),
            tickets: counts.tickets,
            waiting: mean_text(counts.waiting_minutes, counts.called),
            helped: counts.helped,
            not_finished: counts.not_finished,
            referred: counts.referred,
            not_possible: counts.not_possible,
            missed: counts.missed,
            missed_share: share_text(counts.missed, counts.tickets),
        }
    }

    fn service(&self, id: &ServiceId) -> String {
        let service = self.schedule.service(id);
        service
            .map_or(id.as_str(), |service| service.name.get(self.locale))
            .to_owned()
    }

    fn location(&self, id: &LocationId) -> String {
        let location = self.schedule.location(id);
        location
            .map_or(id.as_str(), |place| place.name.get(self.locale))
            .to_owned()
    }
}
