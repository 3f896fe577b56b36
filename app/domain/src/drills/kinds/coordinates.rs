use crate::drills::answer::Answer;
use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::{Axis, Question};
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::whole;

/// Points of the plane: read in the first quadrant, in all four, and mirrored in an axis.
pub(in crate::drills) fn coordinates(level: Level, random: &mut Random) -> Exercise {
    let (low, high) = match level {
        Level::First => (1, 8),
        Level::Second | Level::Third => (-7, 7),
    };
    let x = random.such_that(low, high, |x| x != 0);
    let y = random.such_that(low, high, |y| y != 0 && y.abs() != x.abs());
    match level {
        // Somewhere beyond the first quadrant.
        Level::Second if x > 0 && y > 0 => read(-x, y),
        Level::First | Level::Second => read(x, y),
        Level::Third => mirror(x, y, random.pick(&[Axis::X, Axis::Y])),
    }
}

fn read(x: i64, y: i64) -> Exercise {
    Exercise {
        question: Question::ReadPoint { x, y },
        steps: vec![
            Step::new(Method::AlongX, format!("x = {}", whole(x))),
            Step::new(Method::AlongY, format!("y = {}", whole(y))),
        ],
        answer: Answer::Point { x, y },
        slips: slips(x, y),
    }
}

fn mirror(x: i64, y: i64, axis: Axis) -> Exercise {
    let (kept, turned) = (
        format!("x = {}", whole(x)),
        format!("y = {} → {}", whole(y), whole(-y)),
    );
    let (to_x, to_y, kept, turned) = match axis {
        Axis::X => (x, -y, kept, turned),
        Axis::Y => (
            -x,
            y,
            format!("y = {}", whole(y)),
            format!("x = {} → {}", whole(x), whole(-x)),
        ),
    };
    let mut slips = vec![(Answer::Point { x: -to_x, y: -to_y }, Slip::OtherAxis)];
    slips.extend(self::slips(to_x, to_y));
    Exercise {
        question: Question::Mirror { x, y, axis },
        steps: vec![
            Step::new(Method::MirrorKeeps, kept),
            Step::new(Method::MirrorTurns, turned),
        ],
        answer: Answer::Point { x: to_x, y: to_y },
        slips,
    }
}

fn slips(x: i64, y: i64) -> Vec<(Answer, Slip)> {
    let wrong = |x, y, slip| (Answer::Point { x, y }, slip);
    vec![
        wrong(y, x, Slip::SwappedAxes),
        wrong(-x, y, Slip::WrongSign),
        wrong(x, -y, Slip::WrongSign),
        wrong(-x, -y, Slip::WrongSign),
    ]
}
