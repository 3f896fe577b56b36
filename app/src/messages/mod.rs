//! The desk's letters and messages: what is to be printed, and what has not reached its recipient.

mod counts;
mod letter_api;
mod letter_page;
mod letters_page;
mod print_page;
mod undelivered_api;
mod undelivered_page;

pub use counts::MessageLinks;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// The pile of letters.
    LettersPage => letters_page::letters_page,
    /// Letters that were taken out of the pile together, a sheet each.
    PrintedLettersPage => print_page::print_page,
    /// A letter is written about an appointment.
    WriteLetterPage => letter_page::letter_page,
    /// What has not reached its recipient.
    UndeliveredPage => undelivered_page::undelivered_page,
}
