use crate::drills::answer::Answer;
use crate::drills::clock::ClockTime;
use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::{DayHalf, Question};
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};

/// A clock with hands: full and half hours, steps of five minutes, and to the minute with the half of the day.
pub(in crate::drills) fn read_clock(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => read(random.between(1, 12) * 60 + random.pick(&[0, 30])),
        Level::Second => {
            let fives = random.such_that(1, 11, |fives| fives != 6);
            read(random.between(1, 12) * 60 + fives * 5)
        }
        Level::Third => {
            let minute = random.such_that(1, 59, |minute| minute % 5 != 0);
            read_of_day(random.between(0, 23) * 60 + minute)
        }
    }
}

fn read(minutes: i64) -> Exercise {
    let time = ClockTime::from_minutes(minutes);
    Exercise {
        question: Question::ReadClock { time },
        steps: hands(time),
        answer: Answer::TwelveHours(time),
        slips: slips(time, Answer::TwelveHours),
    }
}

fn read_of_day(minutes: i64) -> Exercise {
    let time = ClockTime::from_minutes(minutes);
    let half = if time.hour() < 12 {
        DayHalf::Morning
    } else {
        DayHalf::Afternoon
    };
    let mut steps = hands(time);
    if half == DayHalf::Afternoon && time.hour() != 12 {
        steps.push(Step::new(
            Method::AfterNoon,
            format!("{} + 12 = {}", time.hour() - 12, time.hour()),
        ));
    }
    let mut slips = slips(time, Answer::Time);
    slips.push((Answer::Time(time.after(12 * 60)), Slip::ForgotAfternoon));
    Exercise {
        question: Question::ReadClockOfDay { time, half },
        steps,
        answer: Answer::Time(time),
        slips,
    }
}

/// First the short hand, then the long one.
fn hands(time: ClockTime) -> Vec<Step> {
    let hour = (time.hour() + 11) % 12 + 1;
    let short = if time.minute() == 0 {
        format!("{hour}")
    } else {
        format!("{hour} … {}", hour % 12 + 1)
    };
    vec![
        Step::new(Method::ShortHand, short),
        Step::new(Method::LongHand, format!("{:02}", time.minute())),
    ]
}

fn slips(time: ClockTime, answer: fn(ClockTime) -> Answer) -> Vec<(Answer, Slip)> {
    // The long hand taken for the hour, and the short one for the minutes.
    let hour = match time.minute() / 5 {
        0 => 12,
        fives => fives,
    };
    let swapped = ClockTime::from_minutes(hour * 60 + time.hour() % 12 * 5);
    vec![
        (answer(swapped), Slip::SwappedHands),
        (answer(time.after(60)), Slip::NextHour),
        (answer(time.after(-60)), Slip::NextHour),
    ]
}
