//! The model of memory: FSRS-6 with the parameters that fit most people.

use domain::learning::{Forecast, Memory, MemoryModel, Recall};
use fsrs::{FSRS, MemoryState};

/// How many of a hundred items should still be remembered when they come back. It is what FSRS was tuned for.
const DESIRED_RETENTION: f32 = 0.9;

/// FSRS, with no learning from the visitor's own answers: nobody answers so many of ours that it would pay.
#[derive(Debug, Clone, Default)]
pub struct Fsrs(FSRS);

impl MemoryModel for Fsrs {
    fn forecast(&self, before: Option<Memory>, elapsed_days: u32, recall: Recall) -> Forecast {
        let states = self
            .0
            .next_states(before.map(state_of), DESIRED_RETENTION, elapsed_days)
            .expect("from a finite state FSRS makes finite ones");
        let next = match recall {
            Recall::Again => states.again,
            Recall::Good => states.good,
        };
        let (stability, difficulty) = (next.memory.stability, next.memory.difficulty);
        Forecast {
            memory: Memory::new(stability.into(), difficulty.into())
                .expect("FSRS keeps stability above 0 and difficulty from 1 to 10"),
            interval_days: whole_days(next.interval),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "FSRS counts with seven digits")]
fn state_of(memory: Memory) -> MemoryState {
    MemoryState {
        stability: memory.stability() as f32,
        difficulty: memory.difficulty() as f32,
    }
}

/// At least one: what is forgotten within the hour is better asked again tomorrow than at once.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "FSRS' longest interval is 36,500 days"
)]
fn whole_days(interval: f32) -> u32 {
    interval.round().max(1.0) as u32
}
