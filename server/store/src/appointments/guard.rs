//! The guard against double booking: whoever wants a time takes its rows, and only one can.

use std::ops::Range;

use domain::appointments::{Bookable, HoldKey, ResourceUse};
use domain::count;
use domain::ids::{AdviserId, AppointmentId};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, Condition, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter, TransactionTrait,
};

use crate::StoreError;
use crate::entities::occupancy::{self, Column, Model};

/// Who takes units of time.
pub(super) enum Taker<'a> {
    /// A visitor who fills in a form, until a moment.
    Hold(&'a HoldKey, Timestamp),
    /// A new appointment, and the hold that it comes from.
    New(AppointmentId, Option<&'a HoldKey>),
    /// An appointment that moves.
    Moving(AppointmentId),
}

/// What is taken: some of an adviser's time, and as long one of each resource.
pub(super) struct Stretch<'a> {
    pub(super) adviser: &'a AdviserId,
    pub(super) units: &'a Range<i64>,
    /// How many can have each unit.
    pub(super) seats: i64,
    pub(super) uses: &'a [ResourceUse],
}

/// Some units of one adviser or resource, and how many can have each.
struct Part<'a> {
    bookable: Bookable,
    /// As rows have it.
    name: String,
    units: &'a Range<i64>,
    seats: i64,
}

impl Stretch<'_> {
    /// The names of all that is taken, as rows have them.
    pub(super) fn names(&self) -> Vec<String> {
        self.parts().into_iter().map(|part| part.name).collect()
    }

    /// The adviser's time, then the resources by their names, which many want: all take them in one order, so that nobody waits
    /// in a circle.
    fn parts(&self) -> Vec<Part<'_>> {
        let part = |bookable: Bookable, seats| Part {
            name: bookable.to_string(),
            bookable,
            units: self.units,
            seats,
        };
        let resources = self.uses.iter();
        let resources = resources.map(|used| part((&used.resource).into(), used.count));
        let mut parts = vec![part(self.adviser.into(), self.seats)];
        parts.extend(resources);
        parts.sort_by(|one, other| one.bookable.cmp(&other.bookable));
        parts
    }
}

/// Takes every unit and gives back whatever else the taker had, or tells with `false` that somebody has one of the units;
/// then the transaction must be rolled back.
///
/// A unit can be taken that has no row, or one of the taker's own, or one of a hold that has run out. All are taken by one
/// statement, in the order of units, so it does not matter what others do in the meantime. Where several can have a unit each
/// has a seat of it, and the primary key lets nobody have another's.
pub(super) async fn occupy(
    transaction: &DatabaseTransaction,
    taker: &Taker<'_>,
    stretch: &Stretch<'_>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if !take_all(transaction, taker, stretch, now).await? {
        return Ok(false);
    }
    if let Some(own) = taker.own() {
        give_back(transaction, own, &stretch.parts()).await?;
    }
    Ok(true)
}

/// The same, but whatever else the taker had is still theirs: they take more than one stretch. When they have all,
/// [`release`] gives the rest back.
pub(super) async fn take_all(
    transaction: &DatabaseTransaction,
    taker: &Taker<'_>,
    stretch: &Stretch<'_>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    for part in &stretch.parts() {
        if !occupy_part(transaction, taker, part, now).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Gives back what a hold still has.
pub(super) async fn release(transaction: &DatabaseTransaction, hold: &HoldKey) -> Result<(), StoreError> {
    occupancy::Entity::delete_many()
        .filter(occupancy::COLUMN.hold.eq(hold.as_str()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Of a resource there may have been more when others took theirs, so it is looked at how many are taken even where there is
/// one.
async fn occupy_part(
    transaction: &DatabaseTransaction,
    taker: &Taker<'_>,
    part: &Part<'_>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if let (Bookable::Adviser(_), ..=1) = (&part.bookable, part.seats) {
        let only_seat = part.units.clone().map(|unit| (unit, 0)).collect();
        return take(transaction, taker, part, only_seat, now).await;
    }
    take_any_seats(transaction, taker, part, now).await
}

/// Takes a seat in each unit, where one is left.
///
/// Which seats are left is looked at first, and somebody may take one in the meantime. Then this looks again: whoever loses a
/// seat has lost it to somebody, so there are no more tries than seats.
async fn take_any_seats(
    transaction: &DatabaseTransaction,
    taker: &Taker<'_>,
    part: &Part<'_>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let tries = part.seats * (part.units.end - part.units.start);
    for _ in 0..tries {
        let Some(seats) = seats_left(transaction, taker, part, now).await? else {
            return Ok(false);
        };
        let savepoint = transaction.begin().await?;
        if take(&savepoint, taker, part, seats, now).await? {
            savepoint.commit().await?;
            return Ok(true);
        }
        savepoint.rollback().await?;
    }
    Ok(false)
}

/// A seat for each unit: the taker's own, or the lowest that is left. `None` when a unit has none.
async fn seats_left(
    transaction: &DatabaseTransaction,
    taker: &Taker<'_>,
    part: &Part<'_>,
    now: Timestamp,
) -> Result<Option<Vec<(i64, i64)>>, StoreError> {
    let live = Condition::any()
        .add(column(Column::ExpiresAt).is_null())
        .add(column(Column::ExpiresAt).gt(now.as_second()));
    let rows = occupancy::Entity::find()
        .filter(occupancy::COLUMN.resource.eq(part.name.as_str()))
        .filter(occupancy::COLUMN.unit.gte(part.units.start))
        .filter(occupancy::COLUMN.unit.lt(part.units.end))
        .filter(live)
        .all(transaction)
        .await?;
    let (own, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| taker.owns(row));
    let units = part.units.clone();
    Ok(units
        .map(|unit| seat_in(unit, &own, &others, part.seats))
        .collect())
}

fn seat_in(unit: i64, own: &[Model], others: &[Model], seats: i64) -> Option<(i64, i64)> {
    let in_unit = |rows: &[Model]| -> Vec<i64> {
        let rows = rows.iter().filter(|row| row.unit == unit);
        rows.map(|row| row.seat).collect()
    };
    let gone = in_unit(others);
    if count(&gone) >= seats {
        return None;
    }
    let lowest = || (0..seats).find(|seat| !gone.contains(seat));
    let seat = in_unit(own).first().copied().or_else(lowest)?;
    Some((unit, seat))
}

/// Takes units in given seats, or tells with `false` that somebody has one of them.
async fn take(
    transaction: &DatabaseTransaction,
    taker: &Taker<'_>,
    part: &Part<'_>,
    seats: Vec<(i64, i64)>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let wanted = u64::try_from(seats.len()).unwrap_or(u64::MAX);
    let expired = column(Column::ExpiresAt).lte(now.as_second());
    let rows = seats.into_iter().map(|(unit, seat)| taker.row(part, unit, seat));
    let got = occupancy::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::columns([Column::Resource, Column::Unit, Column::Seat])
                .update_columns([Column::AppointmentId, Column::Hold, Column::ExpiresAt])
                .action_cond_where(Condition::any().add(expired).add_option(taker.own()))
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    Ok(got == wanted)
}

/// Gives back whatever the taker has elsewhere.
async fn give_back(
    transaction: &DatabaseTransaction,
    own: Expr,
    parts: &[Part<'_>],
) -> Result<(), StoreError> {
    let elsewhere = parts.iter().fold(Condition::all(), |others, part| {
        let beside = Condition::any()
            .add(column(Column::Resource).ne(part.name.as_str()))
            .add(column(Column::Unit).lt(part.units.start))
            .add(column(Column::Unit).gte(part.units.end));
        others.add(beside)
    });
    occupancy::Entity::delete_many()
        .filter(Condition::all().add(own).add(elsewhere))
        .exec(transaction)
        .await?;
    Ok(())
}

impl Taker<'_> {
    fn row(&self, part: &Part<'_>, unit: i64, seat: i64) -> occupancy::ActiveModel {
        let (appointment, hold) = match self {
            Self::Hold(key, until) => (None, Some((key, until))),
            Self::New(id, _) | Self::Moving(id) => (Some(id.0), None),
        };
        occupancy::ActiveModel {
            resource: Set(part.name.clone()),
            unit: Set(unit),
            seat: Set(seat),
            appointment_id: Set(appointment),
            hold: Set(hold.map(|(key, _)| key.as_str().to_owned())),
            expires_at: Set(hold.map(|(_, until)| until.as_second())),
        }
    }

    /// Whether a row was the taker's before.
    fn owns(&self, row: &Model) -> bool {
        match self {
            Self::Hold(key, _) | Self::New(_, Some(key)) => row.hold.as_deref() == Some(key.as_str()),
            Self::New(_, None) => false,
            Self::Moving(id) => row.appointment_id == Some(id.0),
        }
    }

    /// Which rows were the taker's before, for the database.
    fn own(&self) -> Option<Expr> {
        match self {
            Self::Hold(key, _) | Self::New(_, Some(key)) => Some(column(Column::Hold).eq(key.as_str())),
            Self::New(_, None) => None,
            Self::Moving(id) => Some(column(Column::AppointmentId).eq(id.0)),
        }
    }
}

/// A column of the row that is there already, which `ON CONFLICT` tells from the new one by its table.
fn column(column: Column) -> Expr {
    Expr::col((occupancy::Entity, column))
}
