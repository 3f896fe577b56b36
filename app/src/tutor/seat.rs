//! Where a device sits, as its session keeps it.

use domain::ids::{CourseId, PairingId, StepId};
use domain::tutor::{PairingCode, Phase, Side};
use rand::Rng;
use serde::{Deserialize, Serialize};
use store::tutor::{self, Newcomer, Pairing, Seat};

use crate::error::{AppError, AppResult};
use crate::server_side::{Session, TUTOR_SEAT, context, now, recall, remember, visitor_or_new};

/// A seat, and the code that this device shows to the other.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeptSeat {
    pairing: PairingId,
    side: Side,
    key: i64,
    pub code: Option<String>,
}

impl KeptSeat {
    pub fn new(seat: Seat, code: Option<&PairingCode>) -> Self {
        Self {
            pairing: seat.pairing,
            side: seat.side,
            key: seat.key,
            code: code.map(ToString::to_string),
        }
    }

    pub fn seat(&self) -> Seat {
        Seat {
            pairing: self.pairing,
            side: self.side,
            key: self.key,
        }
    }
}

/// Where this device sits, if anywhere.
pub async fn kept_seat(session: &Session) -> AppResult<Option<KeptSeat>> {
    recall(session, TUTOR_SEAT).await
}

/// Lets this device sit there from now on.
pub async fn keep_seat(session: &Session, seat: &KeptSeat) -> AppResult<()> {
    remember(session, TUTOR_SEAT, seat).await
}

/// The pairing that this device takes part in; `None` when it has been erased or another device has taken the seat.
pub async fn seated(session: &Session) -> AppResult<Option<(KeptSeat, Pairing)>> {
    let Some(kept) = kept_seat(session).await? else {
        return Ok(None);
    };
    let pairing = tutor::find(context().database.read(), kept.seat()).await?;
    Ok(pairing.map(|pairing| (kept, pairing)))
}

/// The same for what can only be done by somebody who takes part.
pub async fn must_be_seated(session: &Session) -> AppResult<(KeptSeat, Pairing)> {
    seated(session).await?.ok_or(AppError::SessionLost)
}

/// Whoever uses this device, as somebody who takes a side.
pub async fn newcomer(session: &Session) -> AppResult<Newcomer> {
    Ok(Newcomer {
        visitor: visitor_or_new(session).await?,
        key: rand::rng().random(),
    })
}

/// A code drawn by chance.
pub fn draw_code() -> PairingCode {
    PairingCode::from_random(rand::rng().random())
}

/// Whether this device is a citizen's who is at this step together with somebody: what they answer leads back to their page
/// and not to the step's own.
pub async fn is_at_step(session: &Session, course: &CourseId, step: &StepId) -> AppResult<bool> {
    let seated = seated(session).await?;
    Ok(seated.is_some_and(|(kept, pairing)| {
        kept.side == Side::Citizen
            && pairing.course == *course
            && pairing.together.here.step == *step
            && pairing.life.phase(now()) == Phase::Together
    }))
}
