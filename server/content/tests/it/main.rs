//! Tests of the crate from outside, over content folders in temporary places and over our own.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what is wanted"
)]

mod facts;
mod faults_in_files;
mod faults_in_lessons;
mod faults_in_names;
mod faults_in_texts;
mod fuzz;
mod real;
mod search;
mod support;
mod views;
mod wire;
