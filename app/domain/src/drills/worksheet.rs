//! Exercises for paper.

use super::exercise::{Exercise, exercise};
use super::kind::{Drill, DrillKind};
use super::random::Seed;

/// How often another exercise is drawn in place of one that stands on the sheet already. Some drills have few: a table has
/// 45, and the last places of a sheet may then hold one twice.
const TRIES: u32 = 40;

/// The exercises of a worksheet, no two alike as long as there are others. A seed always gives the same sheet; the next
/// one is another variant.
pub fn worksheet(drill: Drill, seed: Seed) -> Vec<Exercise> {
    let count = length(drill.kind);
    let mut sheet: Vec<Exercise> = Vec::with_capacity(count);
    let mut index = 0;
    for _ in 0..count {
        let last_try = index + TRIES;
        let drawn = loop {
            let drawn = exercise(drill, seed.nth(index));
            index += 1;
            let is_new = sheet.iter().all(|other| other.question != drawn.question);
            if is_new || index > last_try {
                break drawn;
            }
        };
        sheet.push(drawn);
    }
    sheet
}

/// How many exercises there is room for on one side of A4, in type that can be read.
fn length(kind: DrillKind) -> usize {
    match kind {
        DrillKind::ReadClock | DrillKind::Coordinates => 9,
        DrillKind::Percent
        | DrillKind::Length
        | DrillKind::Weight
        | DrillKind::Volume
        | DrillKind::Money
        | DrillKind::ReckonTime
        | DrillKind::Equations
        | DrillKind::Mean => 10,
        _ => 18,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_its_sheet_again_and_its_neighbour_another() {
        for drill in Drill::all() {
            let sheet = |seed| worksheet(drill, Seed::new(seed));
            assert_eq!(sheet(5), sheet(5), "{drill:?}");
            assert_ne!(sheet(5), sheet(6), "{drill:?}");
        }
    }

    #[test]
    fn the_sheet_with_an_exercises_number_begins_with_it() {
        for drill in Drill::all() {
            let seed = Seed::new(3_000_000_000);
            assert_eq!(worksheet(drill, seed)[0], exercise(drill, seed), "{drill:?}");
        }
    }

    #[test]
    fn no_exercise_stands_twice_on_a_sheet() {
        for drill in Drill::all() {
            for seed in 0..20 {
                let sheet = worksheet(drill, Seed::new(seed));
                for (index, exercise) in sheet.iter().enumerate() {
                    let is_elsewhere = sheet[..index]
                        .iter()
                        .any(|other| other.question == exercise.question);
                    assert!(!is_elsewhere, "{drill:?} {seed}: {:?}", exercise.question);
                }
            }
        }
    }
}
