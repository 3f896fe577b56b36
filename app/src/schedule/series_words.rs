//! A series in a line, as coordinators read it.

use domain::appointments::{Schedule, Series, SeriesDates, SeriesRule, Service};
use domain::locale::Locale;
use domain::recurrence::{Recurrence, Repeats};
use domain::schedule::Begins;
use domain::time::{WallTime, bare_clock, short_date, weekday_name};
use jiff::civil::DateTime;

use super::series_page::begins_text;
use crate::texts::Texts;

/// The series of a service, each in a line, in the order of their numbers; `None` for one whose times are booked by themselves.
pub fn series_lines(schedule: &Schedule, service: &Service, locale: Locale) -> Option<Vec<String>> {
    let line = |series: &Series| {
        let place = schedule.location(&series.location);
        let place = place.map(|place| place.name.get(locale)).unwrap_or_default();
        format!(
            "{}, {place}, {}",
            dates_text(&series.dates, locale),
            series.adviser.name()
        )
    };
    let all = service.series.as_ref()?;
    Some(all.iter().map(line).collect())
}

/// A series by the ids of its place and of who gives it, as changes are told.
pub fn series_text(series: &Series, locale: Locale) -> String {
    let Series {
        location, adviser, ..
    } = series;
    format!("{}, {location}, {adviser}", dates_text(&series.dates, locale))
}

fn dates_text(dates: &SeriesDates, locale: Locale) -> String {
    match dates {
        SeriesDates::Listed(dates) => {
            let dates: Vec<_> = dates.iter().map(|date| day_and_clock(*date, locale)).collect();
            dates.join(" · ")
        }
        SeriesDates::Rule(rule) => rule_text(rule, locale),
    }
}

fn day_and_clock(date: DateTime, locale: Locale) -> String {
    let clock = WallTime::from(date).clock(locale);
    format!("{} {clock}", short_date(date.date(), locale))
}

/// "onsdag kl. 10, 4 gange, begynder hver 4. uge".
fn rule_text(rule: &SeriesRule, locale: Locale) -> String {
    let texts = Texts::of(locale);
    let clock = bare_clock(rule.from.hour().into(), rule.from.minute().into(), locale);
    let each = texts.plan_series_rule(clock, rule.times, weekday_name(rule.weekday, locale));
    let apart = (rule.every_weeks > 1).then(|| texts.plan_series_apart(rule.every_weeks));
    let parts = [Some(each), apart, Some(beginning_text(&rule.begins, locale))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn beginning_text(begins: &Recurrence, locale: Locale) -> String {
    let texts = Texts::of(locale);
    let repeats = match begins.repeats {
        Repeats::Weekly => texts.plan_series_every_week().to_owned(),
        Repeats::EveryWeeks { weeks, anchor } => texts.plan_series_every(short_date(anchor, locale), weeks),
        Repeats::NthOfMonth { .. } => {
            texts.plan_series_in_month(begins_text(texts, Begins::from_repeats(begins.repeats)))
        }
    };
    let from = begins
        .valid_from
        .map(|day| texts.plan_series_from(short_date(day, locale)));
    let to = begins
        .valid_to
        .map(|day| texts.plan_series_to(short_date(day, locale)));
    let parts = [Some(repeats), from, to];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
