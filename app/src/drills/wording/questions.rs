use domain::drills::{Axis, ClockTime, DayHalf, Drawing, Question, QuestionText, Spoken};
use domain::locale::Locale;

use crate::texts::Texts;

/// The lowest number on the axes where a point may lie on every side of the origin.
const BELOW_ZERO: i64 = -8;

/// A question with what belongs to it: a sum, a drawing, or a word to hear.
pub(super) fn question(texts: Texts, question: &Question) -> QuestionText {
    match question {
        Question::Calculate { sum } => about(texts.drill_ask_calculate(), sum),
        Question::DivideWithRemainder { sum } => about(texts.drill_ask_divide(), sum),
        Question::Simplify { fraction } => about(texts.drill_ask_simplify(), fraction),
        Question::Solve { equation } => about(texts.drill_ask_solve(), equation),
        Question::Mean { numbers } => about(texts.drill_ask_mean(), numbers),
        Question::MissingForMean { numbers, count, mean } => {
            about(texts.drill_ask_missing(count, mean), numbers)
        }
        Question::Translate { danish } => about(texts.drill_ask_translate(), danish),
        Question::ReadClock { time } => clock(texts.drill_ask_clock(), *time),
        Question::ReadClockOfDay { time, half } => clock(half_of_day(texts, *half), *time),
        Question::ReadPoint { x, y } => point(texts.drill_ask_point().to_owned(), *x, *y, lowest(*x, *y)),
        Question::Mirror { x, y, axis } => point(mirror(texts, *x, *y, *axis), *x, *y, BELOW_ZERO),
        Question::Spell { word } => QuestionText {
            spoken: Some(Spoken {
                word: word.clone(),
                locale: Locale::Da,
            }),
            ..about(texts.drill_ask_spell(), "")
        },
        other => about(story(texts, other), ""),
    }
}

/// A question whose sentence says all.
fn story(texts: Texts, question: &Question) -> String {
    match question {
        Question::PercentOf { percent, whole } => texts.drill_ask_percent_of(percent, whole),
        Question::Discount { percent, price } => texts.drill_ask_discount(percent, price),
        Question::WhatPercent { part, whole } => texts.drill_ask_what_percent(part, whole),
        Question::Convert { amount, unit } => texts.drill_ask_convert(amount, unit),
        Question::Change { paid, price } => texts.drill_ask_change(paid, price),
        Question::Proportion { count, price, wanted } => texts.drill_ask_proportion(count, price, wanted),
        Question::TimeAfter {
            start,
            hours: 0,
            minutes,
        } => texts.drill_ask_after_minutes(minutes, start),
        Question::TimeAfter {
            start,
            hours: 1,
            minutes: 0,
        } => texts.drill_ask_after_hour(start),
        Question::TimeAfter {
            start,
            hours: 1,
            minutes,
        } => texts.drill_ask_after_hour_and(minutes, start),
        Question::TimeAfter {
            start,
            hours,
            minutes: 0,
        } => texts.drill_ask_after_hours(hours, start),
        Question::TimeAfter {
            start,
            hours,
            minutes,
        } => texts.drill_ask_after_both(hours, minutes, start),
        Question::MinutesBetween { start, end } => texts.drill_ask_between(end, start),
        _ => String::new(),
    }
}

fn about(sentence: impl Into<String>, figures: &str) -> QuestionText {
    QuestionText {
        sentence: sentence.into(),
        figures: figures.to_owned(),
        drawing: None,
        spoken: None,
    }
}

fn clock(sentence: &str, time: ClockTime) -> QuestionText {
    QuestionText {
        drawing: Some(Drawing::Clock(time)),
        ..about(sentence, "")
    }
}

fn half_of_day(texts: Texts, half: DayHalf) -> &'static str {
    match half {
        DayHalf::Morning => texts.drill_ask_clock_morning(),
        DayHalf::Afternoon => texts.drill_ask_clock_afternoon(),
    }
}

fn point(sentence: String, x: i64, y: i64, lowest: i64) -> QuestionText {
    QuestionText {
        drawing: Some(Drawing::Point { x, y, lowest }),
        ..about(sentence, "")
    }
}

fn lowest(x: i64, y: i64) -> i64 {
    if x > 0 && y > 0 { 0 } else { BELOW_ZERO }
}

fn mirror(texts: Texts, x: i64, y: i64, axis: Axis) -> String {
    let signed = |number: i64| number.to_string().replace('-', "−");
    match axis {
        Axis::X => texts.drill_ask_mirror_x(signed(x), signed(y)),
        Axis::Y => texts.drill_ask_mirror_y(signed(x), signed(y)),
    }
}
