//! A teacher's classes. How pupils come in is `class_sign_in`.

#[cfg(feature = "ssr")]
mod access;
mod cards_page;
mod change_api;
mod class_page;
mod classes_page;
mod live_api;
mod live_page;
mod new_class_page;
mod pages_api;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// The cards of a class, on paper.
    CardsPage => cards_page::cards_page,
    /// A class.
    ClassPage => class_page::class_page,
    /// A teacher's own classes.
    ClassesPage => classes_page::classes_page,
    /// How it goes in a class just now.
    LivePage => live_page::live_page,
    /// The form of a new class.
    NewClassPage => new_class_page::new_class_page,
}
