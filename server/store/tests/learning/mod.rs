//! The first door: what is kept of visitors, and how they find it again.

mod lessons;
mod memory;
mod migration;
mod records;
mod recovery;
mod recovery_crash;
mod recovery_guesses;
mod recovery_races;
mod review;
mod visitors;
