//! What is asked. Sentences are not here: the app has them in each language, and fills in what these hold.

use serde::{Deserialize, Serialize};

use super::clock::ClockTime;

/// What is asked. Texts in it are figures as Danes write them, the same in every language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// "47 + 36"
    Calculate { sum: String },
    /// "17 : 5", with what is left over.
    DivideWithRemainder { sum: String },
    /// "12/18"
    Simplify { fraction: String },
    /// 15 % of 400.
    PercentOf { percent: String, whole: String },
    /// What is left of a price when so many per cent are taken off.
    Discount { percent: String, price: String },
    /// How many per cent 12 is of 48.
    WhatPercent { part: String, whole: String },
    /// How many centimetres 3 m are.
    Convert { amount: String, unit: String },
    /// What one gets back.
    Change { paid: String, price: String },
    /// So many cost so much; what do other many cost?
    Proportion { count: i64, price: String, wanted: i64 },
    /// What a clock with hands shows.
    ReadClock { time: ClockTime },
    /// The same, and which half of the day it is.
    ReadClockOfDay { time: ClockTime, half: DayHalf },
    /// What the time is so much later.
    TimeAfter {
        start: ClockTime,
        hours: i64,
        minutes: i64,
    },
    /// How many minutes there are in between.
    MinutesBetween { start: ClockTime, end: ClockTime },
    /// "3x + 4 = 19"
    Solve { equation: String },
    /// Where a point lies.
    ReadPoint { x: i64, y: i64 },
    /// Where a point comes to lie that is mirrored in an axis.
    Mirror { x: i64, y: i64, axis: Axis },
    /// "4, 7, 10"
    Mean { numbers: String },
    /// Which number is missing when the mean of all is known.
    MissingForMean {
        numbers: String,
        count: i64,
        mean: String,
    },
    /// A word is heard.
    Spell { word: String },
    /// What a Danish word is in English.
    Translate { danish: String },
}

/// Which half of the day a clock with hands is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayHalf {
    /// From midnight to noon.
    Morning,
    /// From noon to midnight.
    Afternoon,
}

/// An axis of the plane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Axis {
    X,
    Y,
}
