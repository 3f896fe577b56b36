//! The time that a visitor holds while they fill in the form.

use domain::appointments::{HOLD_FOR, HeldView, HoldKey, Location, Schedule, Service, Slot};
use domain::ids::{LocationId, ServiceId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::appointments::{self, NewHold, Own};
use tower_sessions::Session;

use super::booking::free_advisers;
use super::wishes::{Wishes, wishes};
use crate::error::AppResult;
use crate::server_side::{HELD, context, now, recall, remember};

/// The visitor's hold, as the session keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Held {
    pub key: HoldKey,
    service: ServiceId,
    location: LocationId,
    slot: Slot,
    /// What was said to be needed: with extra time more is held, and not everybody can help in every language.
    #[serde(default)]
    wishes: Wishes,
    until: Timestamp,
    /// More time has been asked for, which is given once.
    extended: bool,
}

/// How long somebody wants a time held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldLength {
    /// As everybody gets it. A hold that has not run out stays as it is.
    Usual,
    /// "I need more time".
    More,
}

/// A service, a place and a starting time.
pub type Choice<'a> = (&'a Service, &'a Location, Slot);

/// The hold in the session, which may have run out.
pub async fn held(session: &Session) -> AppResult<Option<Held>> {
    recall(session, HELD).await
}

/// Whose time is free for the visitor: what they hold themselves.
pub async fn own(session: &Session) -> AppResult<Own> {
    Ok(held(session)
        .await?
        .map_or(Own::Nothing, |held| Own::Hold(held.key)))
}

/// What the form says about the visitor's hold on this time; nothing when there is none, or it has run out.
pub async fn held_view(session: &Session, choice: Choice<'_>) -> AppResult<Option<HeldView>> {
    let wishes = wishes(session).await?;
    let live = held(session)
        .await?
        .filter(|held| held.is_of(choice, &wishes) && held.until > now());
    Ok(live.map(|held| HeldView {
        until: held.until.into(),
        may_be_longer: !held.extended,
    }))
}

/// Holds a time for the visitor, who gives back what they held before. `false`, and nothing has changed, when it is taken.
pub async fn hold_for_visitor(
    session: &Session,
    schedule: &Schedule,
    choice: Choice<'_>,
    length: HoldLength,
) -> AppResult<bool> {
    let now = now();
    let before = held(session).await?;
    let wishes = wishes(session).await?;
    let same = before.as_ref().filter(|held| held.is_of(choice, &wishes));
    let wanted = match (same, length) {
        (Some(held), HoldLength::More) if !held.extended => Held {
            until: held.until.max(now) + HOLD_FOR,
            extended: true,
            ..held.clone()
        },
        (Some(held), _) if held.until > now => return Ok(true),
        _ => Held::new(choice, wishes, before.map(|held| held.key), now),
    };
    take(session, schedule, choice, &wanted, now).await
}

async fn take(
    session: &Session,
    schedule: &Schedule,
    choice: Choice<'_>,
    wanted: &Held,
    now: Timestamp,
) -> AppResult<bool> {
    let database = context().database;
    let own = Own::Hold(wanted.key.clone());
    let asking = wanted.wishes.asking(choice.0);
    let hold = NewHold {
        key: wanted.key.clone(),
        candidates: free_advisers(&database, schedule, choice, &asking, &own, now).await?,
        units: choice.0.taken_with(choice.2, asking.needs.extra_time),
        later_units: choice
            .0
            .taken_later((choice.1, choice.2), asking.needs.extra_time),
        seats: choice.0.seats,
        uses: schedule.uses(choice.0, &choice.1.id).unwrap_or_default(),
        until: wanted.until,
    };
    if !appointments::hold(&database, &hold, now).await? {
        return Ok(false);
    }
    remember(session, HELD, wanted).await?;
    Ok(true)
}

impl Held {
    fn new(
        (service, location, slot): Choice<'_>,
        wishes: Wishes,
        key: Option<HoldKey>,
        now: Timestamp,
    ) -> Self {
        Self {
            key: key.unwrap_or_else(|| HoldKey::from_random(rand::random())),
            service: service.id.clone(),
            location: location.id.clone(),
            slot,
            wishes,
            until: now + HOLD_FOR,
            extended: false,
        }
    }

    fn is_of(&self, (service, location, slot): Choice<'_>, wishes: &Wishes) -> bool {
        self.service == service.id
            && self.location == location.id
            && self.slot == slot
            && self.wishes == *wishes
    }
}
