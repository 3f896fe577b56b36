//! Hours of a day on one line, as people write them: "10-12, 13-15.30".

use jiff::civil::{Time, time};
use thiserror::Error;

use crate::digits::western_digits;
use crate::recurrence::Hours;

/// A text is not hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("hours are written 10-15, or 10-12, 13-15.30, on whole five minutes")]
pub struct NotHours;

/// Reads the hours of a day. Nothing written is no hours; several stretches have a comma, a semicolon or a word between them.
pub fn parse_hours(text: &str) -> Result<Vec<Hours>, NotHours> {
    let text = western_digits(text)
        .to_lowercase()
        .replace(" og ", ",")
        .replace(" and ", ",");
    text.split([',', ';'])
        .map(str::trim)
        .filter(|stretch| !stretch.is_empty())
        .map(parse_stretch)
        .collect()
}

/// The hours as they are typed.
pub fn hours_text(hours: &[Hours]) -> String {
    let stretches: Vec<_> = hours
        .iter()
        .map(|hours| format!("{}-{}", clock(hours.from), end_clock(hours.to)))
        .collect();
    stretches.join(", ")
}

fn parse_stretch(text: &str) -> Result<Hours, NotHours> {
    let (from, to) = text.split_once(['-', '–']).ok_or(NotHours)?;
    let hours = Hours {
        from: parse_clock(from)?,
        to: parse_clock(to)?,
    };
    if hours.fault().is_none() {
        Ok(hours)
    } else {
        Err(NotHours)
    }
}

/// "9", "9.30", "09:30"; 24 is the midnight at the day's end.
pub(super) fn parse_clock(text: &str) -> Result<Time, NotHours> {
    let text = text.trim().trim_start_matches("kl.").trim();
    let (hour, minute) = text.split_once(['.', ':']).unwrap_or((text, "0"));
    let number = |text: &str| text.parse::<i8>().map_err(|_| NotHours);
    match (number(hour)?, number(minute)?) {
        (24, 0) => Ok(Time::midnight()),
        (hour @ 0..=23, minute @ 0..=59) if minute % 5 == 0 => Ok(time(hour, minute, 0, 0)),
        _ => Err(NotHours),
    }
}

/// A time of day as it is typed: "9", "9.30".
pub(super) fn clock(at: Time) -> String {
    match at.minute() {
        0 => at.hour().to_string(),
        minute => format!("{}.{minute:02}", at.hour()),
    }
}

fn end_clock(at: Time) -> String {
    if at == Time::midnight() {
        "24".to_owned()
    } else {
        clock(at)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for text in [
            "10-12, 13-15.30",
            "10:00–12 og 13.00 - 15:30",
            "kl. 10-12;13-15.30",
            "١٠-١٢, ١٣-١٥.٣٠",
        ] {
            assert_eq!(
                hours_text(&parse_hours(text).unwrap()),
                "10-12, 13-15.30",
                "{text}"
            );
        }
        assert_eq!(parse_hours(" "), Ok(vec![]));
        assert_eq!(hours_text(&parse_hours("22-2,0-24").unwrap()), "22-2, 0-24");
        for text in [
            "lukket", "10", "10-", "15-10", "10-12-14", "10.03-12", "25-26", "10-12.75",
        ] {
            assert_eq!(parse_hours(text), Err(NotHours), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed(stretches in prop::collection::vec((0i8..24, 0i8..12, 1i64..140), 0..4)) {
            let hours: Vec<_> = stretches.into_iter().map(|(hour, five, length)| {
                let from = time(hour, five * 5, 0, 0);
                Hours { from, to: from.wrapping_add(jiff::SignedDuration::from_mins(length * 5)) }
            }).filter(|hours| hours.fault().is_none()).collect();
            prop_assert_eq!(parse_hours(&hours_text(&hours)), Ok(hours));
        }
    }
}
