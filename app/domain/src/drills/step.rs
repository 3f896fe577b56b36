//! How school solves it, step by step.

use serde::{Deserialize, Serialize};

/// A step on the way to the answer: what to do, and how it looks here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub method: Method,
    /// "40 + 30 = 70". Figures as Danes write them, the same in every language.
    pub figures: String,
}

impl Step {
    pub(super) fn new(method: Method, figures: impl Into<String>) -> Self {
        Self {
            method,
            figures: figures.into(),
        }
    }
}

/// What is done in a step. The app has a sentence for each, in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    // Splitting (dele op, halvskriftlig regning).
    SplitByPlace,
    AddSamePlaces,
    AddParts,
    MultiplyParts,
    DivideEasyPart,
    DivideRest,
    // The empty number line (tom tallinje).
    CountUp,
    AddJumps,
    // Tables.
    BeginWithKnown,
    AddOrTakeRows,
    DoubleIt,
    HalveIt,
    AppendZero,
    // Division.
    AskBackwards,
    CheckByMultiplying,
    NearestInTable,
    TakeAway,
    // The order of operations.
    BracketsFirst,
    PointBeforeLine,
    ThenTheRest,
    // Fractions.
    KeepDenominator,
    WholeAsFraction,
    CommonDenominator,
    ExtendFraction,
    CommonDivisor,
    DivideBoth,
    ShortenIfPossible,
    WriteShortened,
    // Decimals and units.
    SameDecimals,
    AsWholeNumbers,
    CountDecimals,
    PlaceComma,
    HowManyGo,
    MultiplyToSmaller,
    DivideToLarger,
    // Percent.
    OnePercent,
    TenPercent,
    TimesPercent,
    HalfOfIt,
    QuarterOfIt,
    SubtractDiscount,
    PartOfWhole,
    AsHundredths,
    // Money.
    OneCosts,
    ThenSoMany,
    // Time.
    ShortHand,
    LongHand,
    AfterNoon,
    AddHours,
    AddMinutes,
    ToFullHour,
    FullHours,
    LastMinutes,
    // Equations.
    SameOnBothSides,
    CollectUnknowns,
    DivideByCount,
    InsertToCheck,
    // Coordinates.
    AlongX,
    AlongY,
    MirrorKeeps,
    MirrorTurns,
    // The mean.
    AddAll,
    DivideByHowMany,
    MeanTimesCount,
    SubtractKnown,
    // Words.
    HowManyLetters,
    FirstLetters,
    LookAtWord,
}
