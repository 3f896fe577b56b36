use crate::drills::answer::Answer;
use crate::drills::clock::ClockTime;
use crate::drills::exercise::Exercise;
use crate::drills::fraction::Fraction;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{joined, whole};

/// Minutes of an hour.
const HOUR: i64 = 60;

/// Reckoning with time: half hours later, over a full hour, and how long something takes, midnight included.
pub(in crate::drills) fn reckon_time(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => {
            let start = random.between(14, 40) * 30;
            later(start, random.between(1, 6) * 30)
        }
        Level::Second => {
            let (hour, fives) = (random.between(6, 20), random.between(3, 11));
            let to_full_hour = HOUR - fives * 5;
            let beyond = random.between(1, 11) * 5;
            later(
                hour * HOUR + fives * 5,
                random.between(0, 1) * HOUR + to_full_hour + beyond,
            )
        }
        Level::Third => {
            let start = random.such_that(7 * HOUR, 24 * HOUR - 1, |start| start % HOUR > 5);
            let to_full_hour = HOUR - start % HOUR;
            takes(
                start,
                to_full_hour + random.between(0, 2) * HOUR + random.between(1, 59),
            )
        }
    }
}

/// What the time is so many minutes later.
fn later(start: i64, takes: i64) -> Exercise {
    let start = ClockTime::from_minutes(start);
    let (hours, minutes) = (takes / HOUR, takes % HOUR);
    let between = start.after(hours * HOUR);
    let end = start.after(takes);
    let mut steps = Vec::new();
    if hours > 0 {
        steps.push(Step::new(Method::AddHours, format!("{start} → {between}")));
    }
    if minutes > 0 {
        steps.extend(add_minutes(between, minutes));
    }
    Exercise {
        question: Question::TimeAfter {
            start,
            hours,
            minutes,
        },
        steps,
        answer: Answer::TwelveHours(end),
        slips: vec![
            (Answer::TwelveHours(end.after(-HOUR)), Slip::ForgotHour),
            (Answer::TwelveHours(end.after(HOUR)), Slip::ForgotHour),
            (Answer::TwelveHours(start.after(-takes)), Slip::OtherOperation),
        ],
    }
}

/// By way of the full hour where one is passed.
fn add_minutes(from: ClockTime, minutes: i64) -> Vec<Step> {
    let to_full_hour = HOUR - from.minute();
    let end = from.after(minutes);
    if minutes <= to_full_hour || from.minute() == 0 {
        return vec![Step::new(
            Method::AddMinutes,
            format!("{from} + {minutes} min → {end}"),
        )];
    }
    let full = from.after(to_full_hour);
    vec![
        Step::new(
            Method::ToFullHour,
            format!("{from} + {to_full_hour} min → {full}"),
        ),
        Step::new(
            Method::AddMinutes,
            format!("{full} + {} min → {end}", minutes - to_full_hour),
        ),
    ]
}

/// How many minutes there are between two times, with at least one full hour passed.
fn takes(start: i64, takes: i64) -> Exercise {
    let start = ClockTime::from_minutes(start);
    let end = start.after(takes);
    let first = HOUR - start.minute();
    let (hours, last) = ((takes - first) / HOUR, (takes - first) % HOUR);
    let mut parts = vec![first];
    let full = start.after(first);
    let mut steps = vec![Step::new(
        Method::ToFullHour,
        format!("{start} → {full}: {first} min"),
    )];
    if hours > 0 {
        parts.push(hours * HOUR);
        let figures = format!("{hours} · 60 = {}", hours * HOUR);
        steps.push(Step::new(Method::FullHours, figures));
    }
    parts.push(last);
    steps.push(Step::new(
        Method::LastMinutes,
        format!("{} → {end}: {last} min", full.after(hours * HOUR)),
    ));
    let total = format!("{} = {}", joined(&parts, " + "), whole(takes));
    steps.push(Step::new(Method::AddJumps, total));
    // Whoever takes an hour for a hundred minutes is 40 off for each hour that is passed.
    let hundreds = takes + (hours + 1) * 40;
    Exercise {
        question: Question::MinutesBetween { start, end },
        steps,
        answer: minutes(takes),
        slips: vec![
            (minutes(hundreds), Slip::HundredMinutes),
            (minutes(takes - HOUR), Slip::ForgotHour),
            (minutes(takes + HOUR), Slip::ForgotHour),
        ],
    }
}

fn minutes(count: i64) -> Answer {
    Answer::Number {
        value: Fraction::whole(count),
        unit: "min",
    }
}
