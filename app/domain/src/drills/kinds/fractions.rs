use crate::drills::answer::Answer;
use crate::drills::exercise::Exercise;
use crate::drills::fraction::{Fraction, least_common_multiple};
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};

/// Plus or minus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
}

impl Sign {
    const BOTH: [Self; 2] = [Self::Plus, Self::Minus];

    fn written(self) -> char {
        match self {
            Self::Plus => '+',
            Self::Minus => '−',
        }
    }

    fn reckon(self, one: i64, other: i64) -> i64 {
        match self {
            Self::Plus => one + other,
            Self::Minus => one - other,
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Plus => Self::Minus,
            Self::Minus => Self::Plus,
        }
    }
}

/// Fractions with the same denominator: plus up to a whole, minus and beyond a whole, and from a whole number.
pub(in crate::drills) fn fractions_same_denominator(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => {
            let below = random.between(3, 10);
            let one = random.between(1, below - 2);
            same(Sign::Plus, one, random.between(1, below - 1 - one), below)
        }
        Level::Second => {
            let below = random.between(4, 12);
            let sign = random.pick(&Sign::BOTH);
            let one = random.between(2, below - 1);
            let most = if sign == Sign::Plus { below - 1 } else { one - 1 };
            same(sign, one, random.between(1, most), below)
        }
        Level::Third => {
            let below = random.between(3, 12);
            from_whole(random.between(1, 5), random.between(1, below - 1), below)
        }
    }
}

/// Fractions with different denominators: one divides the other, they have nothing in common, or something.
pub(in crate::drills) fn fractions_different_denominators(level: Level, random: &mut Random) -> Exercise {
    const COPRIME: [(i64, i64); 8] = [(2, 3), (2, 5), (3, 4), (3, 5), (4, 5), (2, 7), (3, 7), (5, 6)];
    const RELATED: [(i64, i64); 8] = [
        (4, 6),
        (6, 8),
        (6, 9),
        (4, 10),
        (6, 10),
        (8, 12),
        (9, 12),
        (10, 15),
    ];
    let (one_below, other_below) = match level {
        Level::First => {
            let below = random.between(2, 5);
            (below, below * random.between(2, 3))
        }
        Level::Second => random.pick(&COPRIME),
        Level::Third => random.pick(&RELATED),
    };
    let one = random.between(1, one_below - 1);
    let other = random.between(1, other_below - 1);
    let (one, other) = (fraction(one, one_below), fraction(other, other_below));
    let difference = one.numerator * other.denominator - other.numerator * one.denominator;
    let sign = random.pick(&Sign::BOTH);
    // Zero would be no fraction, and what is below it comes later in school.
    match (sign, difference.signum()) {
        (Sign::Minus, -1) => different(Sign::Minus, other, one),
        (Sign::Minus, 1) => different(Sign::Minus, one, other),
        _ => different(Sign::Plus, one, other),
    }
}

fn same(sign: Sign, one: i64, other: i64, below: i64) -> Exercise {
    let result = fraction(sign.reckon(one, other), below);
    let sum = format!("{one}/{below} {} {other}/{below}", sign.written());
    let kept = format!("{sum} = ({one} {} {other})/{below} = {result}", sign.written());
    let mut steps = vec![Step::new(Method::KeepDenominator, kept)];
    steps.extend(shortened(result));
    let mut slips = Vec::new();
    if sign == Sign::Plus {
        slips.push((fraction(one + other, below + below), Slip::AddedDenominators));
    }
    slips.push((
        fraction(sign.other().reckon(one, other), below),
        Slip::OtherOperation,
    ));
    exercise(sum, steps, result, slips)
}

/// "3 − 2/5"
fn from_whole(whole: i64, above: i64, below: i64) -> Exercise {
    let parts = whole * below;
    let result = fraction(parts - above, below);
    let mut steps = vec![
        Step::new(Method::WholeAsFraction, format!("{whole} = {parts}/{below}")),
        Step::new(
            Method::KeepDenominator,
            format!("{parts}/{below} − {above}/{below} = {result}"),
        ),
    ];
    steps.extend(shortened(result));
    let slips = vec![
        (fraction(below - above, below), Slip::ForgotWhole),
        (fraction((whole - above).abs(), below), Slip::ForgotToExtend),
        (fraction(parts + above, below), Slip::OtherOperation),
    ];
    exercise(format!("{whole} − {above}/{below}"), steps, result, slips)
}

fn different(sign: Sign, one: Fraction, other: Fraction) -> Exercise {
    let below = least_common_multiple(one.denominator, other.denominator);
    let extended = |part: Fraction| fraction(part.numerator * (below / part.denominator), below);
    let (first, second) = (extended(one), extended(other));
    let result = fraction(sign.reckon(first.numerator, second.numerator), below);
    let sum = format!("{one} {} {other}", sign.written());
    let mut steps = vec![Step::new(
        Method::CommonDenominator,
        format!("{}, {} → {below}", one.denominator, other.denominator),
    )];
    let grown = [(one, first), (other, second)];
    let grown = grown.into_iter().filter(|(before, after)| before != after);
    steps.extend(
        grown.map(|(before, after)| Step::new(Method::ExtendFraction, format!("{before} = {after}"))),
    );
    let added = format!("{first} {} {second} = {result}", sign.written());
    steps.push(Step::new(Method::KeepDenominator, added));
    steps.extend(shortened(result));
    exercise(sum, steps, result, slips(sign, one, other, result))
}

fn slips(sign: Sign, one: Fraction, other: Fraction, result: Fraction) -> Vec<(Fraction, Slip)> {
    let mut slips = Vec::new();
    if sign == Sign::Plus {
        let above = one.numerator + other.numerator;
        let below = one.denominator + other.denominator;
        slips.push((fraction(above, below), Slip::AddedDenominators));
    }
    let above = sign.reckon(one.numerator, other.numerator);
    slips.push((fraction(above, result.denominator), Slip::ForgotToExtend));
    let larger = one.denominator.max(other.denominator);
    slips.push((fraction(above, larger), Slip::ForgotToExtend));
    slips
}

fn exercise(sum: String, steps: Vec<Step>, result: Fraction, slips: Vec<(Fraction, Slip)>) -> Exercise {
    Exercise {
        question: Question::Calculate { sum },
        steps,
        answer: Answer::Fraction(result.reduced()),
        slips: slips
            .into_iter()
            .map(|(wrong, slip)| (Answer::Fraction(wrong), slip))
            .collect(),
    }
}

fn shortened(result: Fraction) -> Option<Step> {
    let figures = format!("{result} = {}", result.reduced());
    (!result.is_reduced()).then(|| Step::new(Method::ShortenIfPossible, figures))
}

fn fraction(numerator: i64, denominator: i64) -> Fraction {
    Fraction {
        numerator,
        denominator,
    }
}
