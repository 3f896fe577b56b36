//! Those who wait for a time. What they are offered is an ordinary hold.

use domain::appointments::{Arrangement, BookingCode, HoldKey, Slot, Suiting, ToldBy, Unit};
use domain::contact::{Contact, PersonName};
use domain::ids::{LocationId, ServiceId, WaitingId};
use domain::locale::Locale;
use domain::staff::Workplaces;
use jiff::Timestamp;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::code_hash;
use super::guard::release;
use super::waiting_row::row;
use crate::entities::waiting_list::{COLUMN, Column, Entity};
use crate::guesses::{Guess, GuessedCode};
use crate::retrying::retrying;
use crate::{ByCode, Database, StoreError};

/// Somebody who is put on the list.
#[derive(Clone)]
pub struct NewWaiting {
    /// See [`super::code_hash`].
    pub code_hash: String,
    pub service: ServiceId,
    pub location: LocationId,
    pub suiting: Suiting,
    pub arrangement: Arrangement,
    pub name: PersonName,
    /// How they are told of an offer.
    pub contact: Contact,
    pub told_by: ToldBy,
    pub locale: Locale,
}

/// Somebody who waits.
#[derive(Clone, PartialEq, Eq)]
pub struct Waiting {
    pub id: WaitingId,
    pub service: ServiceId,
    pub location: LocationId,
    pub suiting: Suiting,
    pub arrangement: Arrangement,
    pub name: PersonName,
    /// How they are told of an offer.
    pub contact: Contact,
    pub told_by: ToldBy,
    pub locale: Locale,
    /// The latest offer; it may have run out.
    pub offer: Option<Offer>,
    /// The first unit of the latest offer, which is not offered again.
    pub offered: Option<Unit>,
    /// Offers that ran out or were declined.
    pub(super) missed: i64,
}

/// A time that is held for somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub hold: HoldKey,
    pub slot: Slot,
    pub until: Timestamp,
}

/// Puts somebody on the list. `None` when somebody else has the code: draw another.
pub async fn join_waiting(
    connection: &impl ConnectionTrait,
    waiting: &NewWaiting,
    now: Timestamp,
) -> Result<Option<WaitingId>, StoreError> {
    match Entity::insert(row(waiting, now))
        .exec(connection)
        .await
        .map_err(StoreError::from)
    {
        Ok(inserted) => Ok(Some(WaitingId(inserted.last_insert_id))),
        Err(error) if error.is_unique_violation() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Finds somebody who waits, by code and name. It is counted as a guess unless it is right, as for bookings.
pub async fn find_waiting_by_code(
    database: &Database,
    secret: &str,
    code: &BookingCode,
    name: &str,
    now: Timestamp,
) -> Result<ByCode<Waiting>, StoreError> {
    let [first_word, ..] = code.words();
    let guess = Guess::new(secret, GuessedCode::Booking, first_word, now);
    let search = async {
        let row = Entity::find()
            .filter(COLUMN.code_hash.eq(code_hash(secret, code)))
            .one(database.read())
            .await?;
        let found = row.map(Waiting::try_from).transpose()?;
        Ok(found.filter(|waiting| waiting.name.is_said_as(name)))
    };
    guess.look_up(database, search).await
}

/// Somebody who waits, by their row.
pub async fn find_waiting(
    connection: &impl ConnectionTrait,
    id: WaitingId,
) -> Result<Option<Waiting>, StoreError> {
    let row = Entity::find_by_id(id.0).one(connection).await?;
    row.map(Waiting::try_from).transpose()
}

/// Those who have no offer now, in the order in which they come: who has missed fewest offers, then who has waited longest. At
/// most `limit`.
pub async fn waiting_for_offers(
    connection: &impl ConnectionTrait,
    now: Timestamp,
    limit: u64,
) -> Result<Vec<Waiting>, StoreError> {
    let rows = Entity::find()
        .filter(has_no_live_offer(now))
        .order_by_asc(Column::Missed)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(connection)
        .await?;
    let mut waiting = rows
        .into_iter()
        .map(Waiting::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    // The sort keeps the order of those who have missed as many.
    waiting.sort_by_key(Waiting::missed);
    Ok(waiting)
}

/// The service and the place of each offer that has not run out.
pub async fn live_offers(
    connection: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<Vec<(ServiceId, LocationId)>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .column(Column::Service)
        .column(Column::Location)
        .filter(COLUMN.offer_until.gt(now.as_second()))
        .into_tuple::<(String, String)>()
        .all(connection)
        .await?;
    let parsed = |(service, location): (String, String)| {
        Some((
            ServiceId::parse(&service).ok()?,
            LocationId::parse(&location).ok()?,
        ))
    };
    Ok(rows.into_iter().filter_map(parsed).collect())
}

/// Those at these places for whom a time is held and whom staff call, whose time is soonest to go on first.
pub async fn waiting_to_be_called(
    connection: &impl ConnectionTrait,
    workplaces: &Workplaces,
    now: Timestamp,
) -> Result<Vec<Waiting>, StoreError> {
    let rows = Entity::find()
        .filter(COLUMN.is_called.eq(true))
        .filter(COLUMN.offer_until.gt(now.as_second()))
        .order_by_asc(Column::OfferUntil)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    let mut waiting = rows
        .into_iter()
        .map(Waiting::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    waiting.retain(|waiting| workplaces.include(&waiting.location));
    Ok(waiting)
}

/// Takes somebody off the list, and erases what was known of them. What is held for them is free; what they have booked stays.
pub async fn leave_waiting(database: &Database, id: WaitingId) -> Result<(), StoreError> {
    retrying(|| leave(database, id)).await
}

async fn leave(database: &Database, id: WaitingId) -> Result<(), StoreError> {
    let transaction = database.begin().await?;
    let row = Entity::find_by_id(id.0).one(&transaction).await?;
    if let Some(hold) = row.and_then(|row| row.offer_hold) {
        release(&transaction, &HoldKey::kept(hold)).await?;
    }
    Entity::delete_by_id(id.0).exec(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) fn has_no_live_offer(now: Timestamp) -> Condition {
    Condition::any()
        .add(Column::OfferUntil.is_null())
        .add(Column::OfferUntil.lte(now.as_second()))
}

impl Waiting {
    /// Offers that ran out or were declined, with the latest, which is no more when another is made.
    pub(super) fn missed(&self) -> i64 {
        self.missed + i64::from(self.offer.is_some())
    }
}
