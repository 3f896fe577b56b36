//! How many exercises a second are graded: each is made of its seed anew, as the server does for every answer, and a wrong
//! answer is held against every known mistake too.
//!
//! `cargo run --release -p domain --example grade_drills` prints the number alone; `make bench` reports it.

#![expect(clippy::print_stdout, reason = "the number is what it is run for")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::drills::{Drill, Seed, exercise};

/// Long enough that what else a machine does hardly shows.
const MEASURED: Duration = Duration::from_secs(2);

fn main() {
    let begun = Instant::now();
    let mut graded: u64 = 0;
    for number in 0.. {
        graded += grade_all_kinds(Seed::new(number));
        if begun.elapsed() >= MEASURED {
            break;
        }
    }
    println!(
        "{}",
        graded * 1000 / u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    );
}

/// An answer to each kind at each level: every other one is right.
fn grade_all_kinds(seed: Seed) -> u64 {
    let mut graded = 0;
    for drill in Drill::all() {
        let mut typed = exercise(drill, seed).answer.written();
        if graded % 2 == 1 {
            typed.fill("1".to_owned());
        }
        black_box(exercise(black_box(drill), black_box(seed)).grade(&typed)).ok();
        graded += 1;
    }
    graded
}
