//! A pairing as it stands in its row.

use domain::ids::{CourseId, LessonId, NotASlug, PairingId, StepId};
use domain::learning::StepRef;
use domain::tutor::{Life, Side, Together};
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, QuerySelect};

use crate::StoreError;
use crate::entities::pairings;

/// Two who share a lesson, or one who waits for the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    pub id: PairingId,
    pub course: CourseId,
    pub together: Together,
    pub life: Life,
    /// How often it has changed.
    pub version: i64,
    /// "Det kan du nu" has been sent.
    pub is_handed_out: bool,
    citizen_key: Option<i64>,
    helper_key: Option<i64>,
}

/// Somebody's place in a pairing, as their session keeps it. The number is random: a side that was given to another device
/// is no longer the first one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    pub pairing: PairingId,
    pub side: Side,
    pub key: i64,
}

/// The pairing that somebody sits in; `None` when it has been erased or their side belongs to another device.
pub async fn find(connection: &impl ConnectionTrait, seat: Seat) -> Result<Option<Pairing>, StoreError> {
    let row = pairings::Entity::find_by_id(seat.pairing.0)
        .one(connection)
        .await?;
    let pairing = row.map(Pairing::try_from).transpose()?;
    Ok(pairing.filter(|pairing| pairing.is_seat(seat)))
}

/// How often a pairing has changed; `None` when it has been erased. It says nothing about anybody.
pub async fn version(
    connection: &impl ConnectionTrait,
    pairing: PairingId,
) -> Result<Option<i64>, StoreError> {
    let version = pairings::Entity::find_by_id(pairing.0)
        .select_only()
        .column(pairings::Column::Version)
        .into_tuple()
        .one(connection)
        .await?;
    Ok(version)
}

/// The pairing that somebody sits in; nobody else changes it until the transaction ends.
pub(super) async fn lock(
    transaction: &DatabaseTransaction,
    seat: Seat,
) -> Result<Option<Pairing>, StoreError> {
    let row = pairings::Entity::find_by_id(seat.pairing.0)
        .lock_exclusive()
        .one(transaction)
        .await?;
    let pairing = row.map(Pairing::try_from).transpose()?;
    Ok(pairing.filter(|pairing| pairing.is_seat(seat)))
}

impl Pairing {
    /// The side that a code is for: the one where nobody sits.
    pub(super) fn awaited(&self) -> Side {
        if self.helper_key.is_none() {
            Side::Helper
        } else {
            Side::Citizen
        }
    }

    fn is_seat(&self, seat: Seat) -> bool {
        self.key_of(seat.side) == Some(seat.key)
    }

    fn key_of(&self, side: Side) -> Option<i64> {
        match side {
            Side::Citizen => self.citizen_key,
            Side::Helper => self.helper_key,
        }
    }
}

impl TryFrom<pairings::Model> for Pairing {
    type Error = StoreError;

    fn try_from(row: pairings::Model) -> Result<Self, StoreError> {
        let id = row.id;
        let corrupt = |problem: String| StoreError::Corrupt {
            table: "pairings",
            row: id,
            problem,
        };
        let unfit = |error: NotASlug| corrupt(error.to_string());
        let moment = |second| Timestamp::from_second(second).map_err(|error| corrupt(error.to_string()));
        Ok(Self {
            id: PairingId(row.id),
            course: CourseId::parse(&row.course).map_err(unfit)?,
            together: Together {
                here: StepRef {
                    lesson: LessonId::parse(&row.lesson).map_err(unfit)?,
                    step: StepId::parse(&row.step).map_err(unfit)?,
                },
                is_proposed: row.proposed,
            },
            life: Life {
                waits_since: row.code_made_at.map(moment).transpose()?,
                active_at: moment(row.active_at)?,
                ended_at: row.ended_at.map(moment).transpose()?,
            },
            version: row.version,
            is_handed_out: row.handed_out_at.is_some(),
            citizen_key: row.citizen_key,
            helper_key: row.helper_key,
        })
    }
}
