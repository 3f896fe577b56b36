//! Figures of use, for the screen and for a spreadsheet.

use domain::appointments::{Asking, Location, Schedule, Service, Slot};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use domain::oversight::{
    DeskRow, FIGURE_WEEKS, FigureTable, FiguresPage, OfferDay, OfferRow, OfferWeek, OfferWeekRow, SOON_DAYS,
    UseRow, WeekFigures, csv, mean_text, monday_of, offer_weeks, share_text, week_figures,
};
use domain::staff::Right;
use domain::time::{date_in_denmark, narrow_date};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use store::appointments::Own;
use store::oversight::{day_figures, has_offers, keep_offers, offers_of};
use tower_sessions::Session;

use super::figures_page::{desk_head, offer_head, use_head};
use crate::appointments::{Everywhere, first_at_each_place};
use crate::error::{AppError, AppResult};
use crate::server_side::{AppContext, now, signed_in_with};
use crate::texts::Texts;

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
    let today = date_in_denmark(now);
    let anyone = Asking::default();
    let offered = first_times(context, schedule, &anyone, now).await?;
    let offered: Vec<_> = offered.iter().map(|first| first.row(today, locale)).collect();
    let soon: i64 = offered.iter().map(|row| i64::from(row.is_soon)).sum();
    let weeks = FIGURE_WEEKS.into_iter().find(|known| *known == weeks);
    let weeks = weeks.unwrap_or(FIGURE_WEEKS[0]);
    let this_week = monday_of(today);
    let days = this_week.saturating_sub(weeks.weeks())..this_week.saturating_add(WEEKS_AHEAD.weeks());
    let offers = offer_weeks(&offers_of(context.database.read(), days.clone()).await?);
    let found = week_figures(&day_figures(&context.database, days).await?);
    let names = Names { schedule, locale };
    let desk = found.iter().filter(|week| week.counts.tickets > 0);
    let uses = found.iter().filter(|week| week.counts.booked > 0);
    Ok(FiguresPage {
        weeks,
        desk: desk.map(|week| names.desk_row(week)).collect(),
        offered_share: share_text(soon, domain::count(&offered)),
        within_days: SOON_DAYS,
        offered_before: offers.iter().map(|week| names.offer_row(week)).collect(),
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
        FigureTable::Offer => {
            let rows = page.offered_before.iter().map(OfferWeekRow::cells);
            (offer_head(texts), rows.collect())
        }
        FigureTable::Desk => (desk_head(texts), page.desk.iter().map(DeskRow::cells).collect()),
    };
    Ok(csv(&head, &rows))
}

/// Keeps how soon a time can be had today, unless that is known: once a day, for what is free then cannot be counted afterwards.
pub async fn keep_offers_of_today(context: &AppContext, now: Timestamp) -> AppResult<()> {
    let today = date_in_denmark(now);
    let Some(schedule) = context.schedule.current(&context.database).await? else {
        return Ok(());
    };
    if has_offers(context.database.read(), today).await? {
        return Ok(());
    }
    let anyone = Asking::default();
    let offers = first_times(context, &schedule, &anyone, now).await?;
    let offers: Vec<_> = offers.iter().map(|first| first.of_day(today)).collect();
    keep_offers(context.database.write(), &offers).await?;
    Ok(())
}

/// The first free time of a service at a place.
struct FirstTime<'a> {
    service: &'a Service,
    location: &'a Location,
    slot: Option<Slot>,
}

impl FirstTime<'_> {
    fn of_day(&self, day: Date) -> OfferDay {
        OfferDay {
            day,
            service: self.service.id.clone(),
            location: self.location.id.clone(),
            first_free: self.slot.map(|slot| date_in_denmark(slot.moment())),
        }
    }

    fn row(&self, today: Date, locale: Locale) -> OfferRow {
        OfferRow {
            service: self.service.name.get(locale).to_owned(),
            location: self.location.name.get(locale).to_owned(),
            first_free: self.slot.map(Slot::wall_time),
            is_soon: self.of_day(today).is_soon(),
        }
    }
}

async fn first_times<'a>(
    context: &AppContext,
    schedule: &'a Schedule,
    asking: &'a Asking,
    now: Timestamp,
) -> AppResult<Vec<FirstTime<'a>>> {
    let mut found = Vec::new();
    for service in &schedule.services {
        let everywhere = Everywhere {
            schedule,
            service,
            part: None,
            asking,
            own: &Own::Nothing,
            now,
        };
        let first = first_at_each_place(&context.database, everywhere).await?;
        found.extend(first.into_iter().map(|(location, slot)| FirstTime {
            service,
            location,
            slot,
        }));
    }
    Ok(found)
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
            week_shown: narrow_date(week.monday, self.locale),
            service: self.service(&week.service),
            location: self.location(&week.location),
            booked: counts.booked,
            cancelled: counts.cancelled,
            cancelled_share: share_text(counts.cancelled, counts.booked),
            days_ahead: mean_text(counts.days_ahead, counts.booked - counts.cancelled),
        }
    }

    fn offer_row(&self, week: &OfferWeek) -> OfferWeekRow {
        OfferWeekRow {
            week: week.monday.to_string(),
            week_shown: narrow_date(week.monday, self.locale),
            service: self.service(&week.service),
            location: self.location(&week.location),
            days: week.days,
            soon: week.soon,
            share: share_text(week.soon, week.days),
        }
    }

    fn desk_row(&self, week: &WeekFigures) -> DeskRow {
        let counts = week.counts;
        DeskRow {
            week: week.monday.to_string(),
            week_shown: narrow_date(week.monday, self.locale),
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
