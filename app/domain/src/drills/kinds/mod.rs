//! A file for each kind of exercise. Each makes one of a level and a row of random numbers, with its steps and the mistakes
//! that are made most.
//!
//! Methods are those that Danish schools teach now: numbers are taken apart (dele op), minus is counted up on an empty
//! number line (tom tallinje), fractions get a common denominator, prices go by one (reguladetri).

mod addition;
mod coordinates;
mod decimals;
mod division;
mod equations;
mod fractions;
mod mean;
mod measures;
mod money;
mod multiplication;
mod order_of_operations;
mod percent;
mod places;
mod read_clock;
mod reckon_time;
mod simplify;
mod subtraction;
mod words;

pub(super) use addition::addition;
pub(super) use coordinates::coordinates;
pub(super) use decimals::decimals;
pub(super) use division::division;
pub(super) use equations::equations;
pub(super) use fractions::{fractions_different_denominators, fractions_same_denominator};
pub(super) use mean::mean;
pub(super) use measures::{length, volume, weight};
pub(super) use money::money;
pub(super) use multiplication::multiplication;
pub(super) use order_of_operations::order_of_operations;
pub(super) use percent::percent;
pub(super) use read_clock::read_clock;
pub(super) use reckon_time::reckon_time;
pub(super) use simplify::simplify_fractions;
pub(super) use subtraction::subtraction;
pub(super) use words::{english_words, spelling};
