use domain::appointments::AppointmentView;
use domain::ids::LocationId;
use domain::locale::Locale;
use domain::pages::{CODE_IN_ADDRESS, QrCode};

use crate::error::AppResult;
use crate::server_side::{absolute_address, qr_code};

/// What says "I am here" at the place: a telephone opens the page at the entrance with the booking's code in its field, and
/// a reader that stands there types it. `None` where nobody comes to the place.
pub fn arrival_code(
    appointment: &AppointmentView,
    location: &LocationId,
    code: &str,
    locale: Locale,
) -> AppResult<Option<QrCode>> {
    if !appointment.is_visit() {
        return Ok(None);
    }
    let address = absolute_address(&locale.path(&format!("/ankomst/{location}")))?;
    qr_code(&format!("{address}{CODE_IN_ADDRESS}{code}")).map(Some)
}
