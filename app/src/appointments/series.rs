//! The dates of a series as pages and messages say them.

use domain::appointments::{AppointmentView, Location, SeriesDate, SeriesView, Service, Slot, TimeCard};
use domain::locale::Locale;
use domain::time::{WallTime, bare_clock, month_name};
use jiff::{Timestamp, ToSpan};
use store::appointments::{Appointment, AppointmentStatus};

use crate::texts::Texts;

/// "4 gange: 2., 9., 16. og 23. december kl. 10–12". Nothing for a single date.
pub fn dates_line(dates: &[Slot], minutes: i64, locale: Locale) -> Option<String> {
    let [first, _, ..] = dates else {
        return None;
    };
    let texts = Texts::of(locale);
    let count = i64::try_from(dates.len()).unwrap_or(i64::MAX);
    let clock = |slot: &Slot| (slot.wall_time().hour, slot.wall_time().minute);
    let all_at_once = dates.iter().all(|date| clock(date) == clock(first));
    let hours = |slot: &Slot| {
        let end = slot.moment().saturating_add(minutes.minutes());
        let end = WallTime::from(end.unwrap_or(slot.moment()));
        texts.series_hours(bare(slot.wall_time(), locale), bare(end, locale))
    };
    Some(
        if all_at_once {
            texts.series_line(count, days(dates, locale), hours(first))
        } else {
            let each = dates
                .iter()
                .map(|date| format!("{} {}", days(&[*date], locale), hours(date)));
            texts.series_line(count, joined(each.collect(), locale), "")
        }
        .trim_end_matches([' ', ',', '،'])
        .to_owned(),
    )
}

/// A time as pages show it, with all its dates where it begins a series.
pub fn time_card(service: &Service, location: &Location, slot: Slot, locale: Locale) -> TimeCard {
    let dates = service.dates(&location.id, slot);
    TimeCard {
        dates: dates_line(&dates, service.duration_minutes, locale),
        ..slot.into()
    }
}

/// An appointment with all that was booked together with it.
pub fn with_dates(
    view: AppointmentView,
    dates: &[Appointment],
    now: Timestamp,
    locale: Locale,
) -> AppointmentView {
    if dates.len() < 2 {
        return view;
    }
    let of = |status: AppointmentStatus| -> Vec<&Appointment> {
        dates.iter().filter(|date| date.status == status).collect()
    };
    let (booked, cancelled) = (of(AppointmentStatus::Booked), of(AppointmentStatus::Cancelled));
    let slots = |dates: &[&Appointment]| dates.iter().map(|date| date.slot).collect::<Vec<_>>();
    let meant = if booked.is_empty() { &cancelled } else { &booked };
    let coming = booked.iter().filter(|date| date.slot.moment() > now);
    let series = SeriesView {
        line: dates_line(&slots(meant), view.minutes, locale)
            .unwrap_or_else(|| day_and_clock(meant[0].slot, locale)),
        given_up: (!booked.is_empty() && !cancelled.is_empty()).then(|| days(&slots(&cancelled), locale)),
        coming: coming
            .map(|date| SeriesDate {
                appointment: date.id,
                label: day_and_clock(date.slot, locale),
            })
            .collect(),
    };
    AppointmentView {
        series: Some(series),
        ..view
    }
}

fn day_and_clock(slot: Slot, locale: Locale) -> String {
    let at = slot.wall_time();
    format!("{} {}", at.day_and_month(locale), at.clock(locale))
}

/// "25. november, 2., 9. og 16. december": the month stands behind its last day.
fn days(dates: &[Slot], locale: Locale) -> String {
    let at: Vec<_> = dates.iter().map(|date| date.wall_time()).collect();
    let says_month = |number: usize| {
        at.get(number + 1)
            .is_none_or(|next| (next.year, next.month) != (at[number].year, at[number].month))
    };
    let day = |(number, at): (usize, &WallTime)| {
        let day = match locale {
            Locale::Da => format!("{}.", at.day),
            Locale::En | Locale::Ar => at.day.to_string(),
        };
        if says_month(number) {
            format!("{day} {}", month_name(at.month, locale))
        } else {
            day
        }
    };
    joined(at.iter().enumerate().map(day).collect(), locale)
}

/// "a, b og c".
fn joined(mut parts: Vec<String>, locale: Locale) -> String {
    let Some(last) = parts.pop() else {
        return String::new();
    };
    if parts.is_empty() {
        return last;
    }
    Texts::of(locale).series_and(last, parts.join(comma(locale)))
}

fn comma(locale: Locale) -> &'static str {
    match locale {
        Locale::Da | Locale::En => ", ",
        Locale::Ar => "، ",
    }
}

fn bare(at: WallTime, locale: Locale) -> String {
    bare_clock(at.hour.into(), at.minute.into(), locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(texts: &[&str]) -> Vec<Slot> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn dates_are_said_as_people_say_them() {
        let december = slots(&["2026-12-02T09:00Z", "2026-12-09T09:00Z", "2026-12-16T09:00Z"]);
        let line = |dates: &[Slot], locale| dates_line(dates, 120, locale).unwrap();
        assert_eq!(
            line(&december, Locale::Da),
            "3 gange: 2., 9. og 16. december kl. 10–12"
        );
        assert_eq!(
            line(&december, Locale::En),
            "3 times: 2, 9 and 16 December, 10:00–12:00"
        );
        let across = slots(&["2026-11-25T09:30Z", "2026-12-02T09:30Z"]);
        assert_eq!(
            line(&across, Locale::Da),
            "2 gange: 25. november og 2. december kl. 10.30–12.30"
        );
        assert_eq!(dates_line(&december[..1], 120, Locale::Da), None);
    }

    #[test]
    fn dates_at_different_times_say_each_its_own() {
        let dates = slots(&["2026-12-02T09:00Z", "2026-12-09T15:00Z"]);
        assert_eq!(
            dates_line(&dates, 60, Locale::Da).unwrap(),
            "2 gange: 2. december kl. 10–11 og 9. december kl. 16–17"
        );
    }

    /// 25 October 2026: the clock goes back an hour, and the course is at the same time of day.
    #[test]
    fn a_change_of_the_clock_changes_no_line() {
        let dates = slots(&["2026-10-21T08:00Z", "2026-10-28T09:00Z"]);
        assert_eq!(
            dates_line(&dates, 60, Locale::Da).unwrap(),
            "2 gange: 21. og 28. oktober kl. 10–11"
        );
    }
}
