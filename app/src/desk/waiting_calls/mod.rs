//! Those on a waiting list who are called: a time is held for them until staff have reached them.

mod api;
mod page;

pub(super) use page::WaitingCallsLink;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// Whom to call about a time that is held for them.
    WaitingCallsPage => page::waiting_calls_page,
}
