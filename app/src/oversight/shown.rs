//! Before a page shows staff whose appointment it is, that is noted.

use domain::ids::{AppointmentId, StaffId};
use domain::oversight::SeenIn;
use store::oversight::note_seen;

use crate::error::AppResult;
use crate::server_side::{context, now};

/// Notes whom somebody sees in a part of the program. It stands before the answer: nobody sees anybody unnoted.
pub async fn note_shown(
    reader: StaffId,
    appointments: impl IntoIterator<Item = AppointmentId>,
    seen_in: SeenIn,
) -> AppResult<()> {
    let shown: Vec<_> = appointments.into_iter().collect();
    Ok(note_seen(&context().database, reader, &shown, seen_in, now()).await?)
}
