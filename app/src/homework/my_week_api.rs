use domain::homework::{MyWeekPage, WeekChoice};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::error::AppResult,
    crate::server_side::{context, schedule, session, today, visitor},
    domain::appointments::Schedule,
    domain::cafe::HomeworkCafe,
    domain::homework::{CafeOnDay, MyDay, PlanEntry, SharedReading, helps_with, hours_on, minutes_read_on},
    jiff::ToSpan,
    jiff::civil::Date,
    store::homework,
};

/// The week for the fridge: this one or the next, or else the one that is most likely wanted. **Permissions**: anyone; the plan is
/// the visitor's own.
#[server(prefix = "/api", endpoint = "homework/my-week", input = GetUrl)]
pub async fn my_week(choice: Option<WeekChoice>, locale: Locale) -> Result<Reply<MyWeekPage>, AppError> {
    let family = Family::of_session().await?;
    let schedule = schedule().await?;
    let choice = choice.unwrap_or_else(|| WeekChoice::usual(today()));
    let monday = choice.monday(today());
    let dates = (0..7_i64).map(|days| monday.saturating_add(days.days()));
    Reply::of(&MyWeekPage {
        choice,
        number: monday.iso_week_date().week(),
        days: dates.map(|date| family.day(&schedule, date, locale)).collect(),
    })
}

/// What a family has planned and read.
#[cfg(feature = "ssr")]
#[derive(Default)]
struct Family {
    plan: Vec<PlanEntry>,
    readings: Vec<SharedReading>,
}

#[cfg(feature = "ssr")]
impl Family {
    async fn of_session() -> AppResult<Self> {
        let Some(visitor) = visitor(&session().await?).await? else {
            return Ok(Self::default());
        };
        let context = context();
        let read = context.database.read();
        Ok(Self {
            plan: homework::week_plan(read, visitor).await?,
            readings: homework::shared_readings(read, visitor).await?,
        })
    }

    fn day(&self, schedule: &Schedule, date: Date, locale: Locale) -> MyDay {
        let weekday = date.weekday().to_monday_one_offset();
        let tasks = self.plan.iter().filter(|entry| entry.day.number() == weekday);
        MyDay {
            weekday,
            day: date.day(),
            month: date.month(),
            tasks: tasks.cloned().collect(),
            cafes: self.cafes(schedule, date, locale),
            read_minutes: minutes_read_on(&self.readings, date),
        }
    }

    /// Where there is help on a date with what is on the plan: at a table, and online.
    fn cafes(&self, schedule: &Schedule, date: Date, locale: Locale) -> Vec<CafeOnDay> {
        let help = &schedule.homework;
        let fitting = help
            .cafes
            .iter()
            .filter(|cafe| helps_with(&cafe.subjects, &self.plan));
        let tables = fitting.flat_map(|cafe| {
            let place = place_name(schedule, cafe, locale);
            let hours = hours_on(&cafe.hours, &schedule.closing_days, date, locale);
            hours.into_iter().map(move |hours| (place.clone(), hours))
        });
        let online = hours_on(&help.online, &schedule.closing_days, date, locale).into_iter();
        tables
            .chain(online.map(|hours| (None, hours)))
            .map(|(place, hours)| CafeOnDay { place, hours })
            .collect()
    }
}

#[cfg(feature = "ssr")]
fn place_name(schedule: &Schedule, cafe: &HomeworkCafe, locale: Locale) -> Option<String> {
    let place = schedule.location(&cafe.location)?;
    Some(place.name.get(locale).to_owned())
}
