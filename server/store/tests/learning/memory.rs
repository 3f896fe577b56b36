//! Whether we use FSRS as its authors do: histories of reviews, as two reference implementations judge them. The scripts that
//! wrote them, and how to run them, are in `tests/fsrs_vectors`.

use domain::learning::{Memory, MemoryModel, Recall};
use store::learning::Fsrs;

/// Days since the review before, rating (1 is Again, 3 is Good), stability, difficulty, interval in days.
type Review = (u32, u8, f64, f64, u32);

const PYTHON: &str = include_str!("../fsrs_vectors/python.json");
const TYPESCRIPT: &str = include_str!("../fsrs_vectors/typescript.json");

#[test]
fn our_memory_is_that_of_the_reference_implementations() {
    for vectors in [PYTHON, TYPESCRIPT] {
        let histories: Vec<Vec<Review>> = serde_json::from_str(vectors).unwrap();
        assert_eq!((histories.len(), histories[0].len()), (60, 12));
        for history in histories {
            replay(&history);
        }
    }
}

fn replay(history: &[Review]) {
    let model = Fsrs::default();
    let mut memory: Option<Memory> = None;
    for &(elapsed, rating, stability, difficulty, interval) in history {
        let recall = if rating == 1 { Recall::Again } else { Recall::Good };
        let forecast = model.forecast(memory, elapsed, recall);
        let ours = forecast.memory;
        // FSRS in Rust counts with 32 bits, which are seven digits, and each review adds a little.
        let is_near = |ours: f64, theirs: f64| (ours - theirs).abs() <= theirs * 1e-4;
        assert!(
            is_near(ours.stability(), stability),
            "{ours:?} and not {stability} in {history:?}"
        );
        assert!(
            is_near(ours.difficulty(), difficulty),
            "{ours:?} and not {difficulty} in {history:?}"
        );
        assert!(forecast.interval_days.abs_diff(interval) <= 1);
        memory = Some(ours);
    }
}

#[test]
fn whoever_remembers_waits_longer_and_whoever_forgets_not() {
    let model = Fsrs::default();
    let first = model.forecast(None, 0, Recall::Again);
    assert_eq!(first.interval_days, 1);
    let good = model.forecast(Some(first.memory), 1, Recall::Good);
    let again = model.forecast(Some(first.memory), 1, Recall::Again);
    assert!(good.interval_days > 1 && again.interval_days == 1);
    assert!(good.memory.difficulty() < again.memory.difficulty());
}

#[test]
fn no_memory_is_too_strange_for_the_model() {
    let model = Fsrs::default();
    for stability in [f64::MIN_POSITIVE, 1e-9, 1.0, 36_500.0, 1e30] {
        for difficulty in [1.0, 10.0] {
            let memory = Memory::new(stability, difficulty).unwrap();
            for elapsed in [0, 1, 36_500, u32::MAX] {
                for recall in [Recall::Again, Recall::Good] {
                    let forecast = model.forecast(Some(memory), elapsed, recall);
                    assert!(
                        (1..=36_500).contains(&forecast.interval_days),
                        "{memory:?} {elapsed} {forecast:?}"
                    );
                }
            }
        }
    }
}
