//! Tests of the crate from outside, over content folders in temporary places and over our own.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what is wanted"
)]

mod by_the_book;
mod catalog;
mod everyday_words;
mod exercises;
mod facts;
mod faults_in_answers;
mod faults_in_choices;
mod faults_in_courses;
mod faults_in_files;
mod faults_in_lessons;
mod faults_in_names;
mod faults_in_scenarios;
mod faults_in_tasks;
mod faults_in_texts;
mod fuzz;
mod guide_twins;
mod handout;
mod keeping;
mod keys;
mod new;
mod reading_texts;
mod readme;
mod real;
mod scripts;
mod search;
mod steps;
mod story_questions;
mod support;
mod views;
mod wire;
