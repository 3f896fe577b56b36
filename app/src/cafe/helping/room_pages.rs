use leptos::prelude::*;

use crate::cafe::room_page::room_parts;
use crate::cafe::words::StaffCrumbs;
use crate::loading::param;

/// The room in which a volunteer helps.
pub(super) fn helper_room_page() -> impl IntoView {
    view! {
        <StaffCrumbs />
        {room_parts(Some(param("room")))}
    }
}

/// A room as whoever runs the café sees it.
pub(super) fn log_room_page() -> impl IntoView {
    view! {
        <StaffCrumbs />
        {room_parts(Some(param("room")))}
    }
}
