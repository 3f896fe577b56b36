//! Finds ways to reach each other outside the café: what left it elsewhere went on at all hours, without anybody looking.
//!
//! It is a net, not a wall: whoever wants to can find a way around it. So it errs towards letting sums pass, and where the
//! words are about ringing and writing it errs the other way. Beside it stand the report button and the coordinator.

mod folding;
mod handles;
mod number_words;
mod phone;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use folding::{folded, words};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactDetail {
    Phone,
    Email,
    Link,
    /// A name on a service where people write to each other.
    Handle,
    /// Where somebody lives.
    Address,
}

/// The first way to reach somebody that a text holds, if any.
pub fn contact_detail(text: &str) -> Option<ContactDetail> {
    let text = folded(text);
    let words = words(&text);
    let found = [
        (handles::has_email(&text, &words), ContactDetail::Email),
        (handles::has_link(&text, &words), ContactDetail::Link),
        (handles::has_handle(&text, &words), ContactDetail::Handle),
        (phone::has_phone(&text, &words), ContactDetail::Phone),
        (handles::has_address(&words), ContactDetail::Address),
    ];
    found
        .into_iter()
        .find_map(|(is_found, detail)| is_found.then_some(detail))
}
