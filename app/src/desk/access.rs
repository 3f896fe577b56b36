//! Which desk somebody may open, and where they sit at it.

use domain::appointments::{Location, Schedule};
use domain::desk::{Counter, DeskNotice, SeatView};
use domain::ids::{AdviserId, LocationId};
use domain::staff::Right;
use serde::{Deserialize, Serialize};
use store::desk::{ClerkAt, ClerkSkills, QueueDay};
use tower_sessions::Session;

use crate::error::{AppError, AppResult};
use crate::server_side::{DESK_SEAT, recall, signed_in_with, today};

/// Where somebody sits, as the session keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Seat {
    pub location: LocationId,
    pub counter: Counter,
    /// As whom of the schedule.
    pub adviser: Option<AdviserId>,
}

/// The place of an address, for whoever serves its citizens: 401 and 403 for others.
pub async fn place_served<'a>(
    session: &Session,
    schedule: &'a Schedule,
    location: &LocationId,
) -> AppResult<&'a Location> {
    let signed_in = signed_in_with(session, Right::ServeCitizens).await?;
    let place = schedule.location(location).ok_or(AppError::NotFound)?;
    if signed_in.staff.workplaces.include(location) {
        Ok(place)
    } else {
        Err(AppError::Forbidden)
    }
}

/// Where somebody sits at this place, if they have said so.
pub async fn seat(session: &Session, location: &LocationId) -> AppResult<Option<Seat>> {
    let seat: Option<Seat> = recall(session, DESK_SEAT).await?;
    Ok(seat.filter(|seat| seat.location == *location))
}

/// Today's queue of a place.
pub fn queue_today(location: &LocationId) -> QueueDay {
    QueueDay {
        location: location.clone(),
        date: today(),
    }
}

/// The desk's address, with why the last press has changed nothing.
pub fn desk_path(location: &LocationId, notice: Option<DeskNotice>) -> String {
    match notice {
        None => format!("/skranke/{location}"),
        Some(notice) => format!("/skranke/{location}?besked={}", notice.word()),
    }
}

impl Seat {
    /// Who calls from here. An adviser who has left the schedule helps with everything, as somebody without one does.
    pub fn clerk(&self, schedule: &Schedule) -> ClerkAt {
        let adviser = self.adviser.as_ref().and_then(|id| {
            let adviser = schedule.advisers.iter().find(|adviser| adviser.id == *id)?;
            Some(ClerkSkills {
                id: id.clone(),
                services: adviser.services.clone(),
            })
        });
        ClerkAt {
            counter: self.counter.clone(),
            adviser,
        }
    }

    pub fn view(self) -> SeatView {
        SeatView {
            counter: self.counter,
            adviser: self.adviser,
        }
    }
}
