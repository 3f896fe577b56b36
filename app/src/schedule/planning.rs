//! What a change of the schedule does to what is booked, and what is done about it.

use domain::appointments::{Booked, Hit, NewTime, Schedule, Slot, impact, needed, orphans, used};
use domain::ids::{AppointmentId, LocationId, ServiceId};
use domain::locale::Locale;
use domain::messages::PostalAddress;
use domain::schedule::{HitRow, Remedy, Saved};
use domain::staff::Workplaces;
use jiff::Timestamp;
use store::appointments::{self, Appointment, Around, Becomes, Move, Rearrangement, Telling};
use store::outbox::NewMessage;
use store::{Database, StoreError};

use super::lost::{Lost, lost, notice};

/// A change, and what it does.
pub struct Plan {
    /// The version in force, on which the change is made.
    pub version: i64,
    pub before: Schedule,
    pub after: Schedule,
    /// How many are on a waiting list for a service or a place that the change takes away. They are offered nothing more, and
    /// have left a number or an address to be told so.
    pub wait_in_vain: i64,
    coming: Vec<Appointment>,
    lost: Vec<Lost>,
}

impl Plan {
    /// What a change from one schedule to another does at this moment.
    pub async fn of_change(
        database: &Database,
        (version, before): (i64, Schedule),
        after: Schedule,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let coming = coming(database, now).await?;
        let booked: Vec<Booked> = coming.iter().map(Booked::from).collect();
        let hits = impact(&before, &after, &booked);
        let lost = lost(database, &after, &coming, hits, now).await?;
        let waiting = appointments::waiting_counts(database.read()).await?;
        Ok(Self {
            version,
            wait_in_vain: in_vain(&waiting, &before, &after),
            before,
            after,
            coming,
            lost,
        })
    }

    /// What does not fit the schedule in force.
    pub async fn of_orphans(
        database: &Database,
        (version, schedule): (i64, Schedule),
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let coming = coming(database, now).await?;
        let booked: Vec<Booked> = coming.iter().map(Booked::from).collect();
        let hits = orphans(&schedule, &booked)
            .into_iter()
            .map(|(booked, misfit)| Hit {
                booked: booked.clone(),
                misfit,
                instead: None,
            })
            .collect();
        let lost = lost(database, &schedule, &coming, hits, now).await?;
        Ok(Self {
            version,
            wait_in_vain: 0,
            before: schedule.clone(),
            after: schedule,
            coming,
            lost,
        })
    }

    /// Without those at places whose citizens somebody does not see.
    pub fn only_at(mut self, own: &Workplaces) -> Self {
        self.lost.retain(|lost| own.include(&lost.appointment.location));
        self
    }

    /// Those whom it hits, as pages show them to whoever sees the citizens of some places.
    pub fn rows(&self, own: &Workplaces, locale: Locale) -> Vec<HitRow> {
        self.lost
            .iter()
            .map(|lost| lost.row(&self.before, own, locale))
            .collect()
    }

    /// Whose names are shown to whoever sees the citizens of some places.
    pub fn people(&self, own: &Workplaces) -> Vec<AppointmentId> {
        let shown = self
            .lost
            .iter()
            .filter(|lost| own.include(&lost.appointment.location));
        shown.map(|lost| lost.appointment.id).collect()
    }

    /// What the maker of the change has seen: whoever books, moves or cancels in the meantime changes it, if it is hit.
    pub fn seen(&self) -> String {
        let parts = self.lost.iter().map(|lost| {
            let Appointment { id, sequence, .. } = &lost.appointment;
            let next = lost
                .next
                .as_ref()
                .map(|next| next.slot.to_string())
                .unwrap_or_default();
            format!("{}.{sequence}.{next}", id.0)
        });
        parts.collect::<Vec<_>>().join("_")
    }

    /// The change with a remedy, and what it comes to. Nobody's appointment changes who cannot be told.
    pub fn with(&self, remedy: Remedy) -> (Rearrangement<'_>, Saved) {
        let mut saved = Saved::default();
        let mut rearranged = Vec::new();
        for lost in &self.lost {
            let becomes = self.becomes(lost, remedy);
            *match &becomes {
                Some(Becomes::With { .. }) => &mut saved.stayed,
                Some(Becomes::Moved { .. }) => &mut saved.moved,
                Some(Becomes::Cancelled { .. }) => &mut saved.cancelled,
                None => &mut saved.to_call,
            } += 1;
            saved.letters += i64::from(is_by_letter(becomes.as_ref()));
            rearranged.extend(becomes.map(|becomes| lost.becomes(becomes)));
        }
        let change = Rearrangement {
            based_on: self.version,
            schedule: &self.after,
            appointments: rearranged,
            around: self.around(),
        };
        (change, saved)
    }

    /// A move of one of them to its next free time, after somebody has rung; `None` when it is not among them, or the time is
    /// no longer the next.
    pub fn move_after_call(&self, id: AppointmentId, sequence: i64, slot: Slot) -> Option<Move> {
        let lost = self.lost.iter().find(|lost| lost.appointment.id == id)?;
        let NewTime { adviser, .. } = lost.next.clone().filter(|next| next.slot == slot)?;
        let service = self.after.service(&lost.appointment.service)?;
        let extra = lost.hit.booked.needs.extra_time;
        Some(Move {
            appointment: id,
            sequence,
            location: lost.appointment.location.clone(),
            candidates: vec![adviser],
            units: service.taken_with(slot, extra),
            seats: service.seats,
            uses: used(&self.after, &lost.hit.booked),
            attended: service.attended_with(slot, extra),
            message: notice(&self.after, &lost.appointment).moved(slot),
        })
    }

    /// One of them, as it was when it was shown.
    pub fn lost(&self, id: AppointmentId, sequence: i64) -> Option<&Appointment> {
        let mut lost = self.lost.iter().map(|lost| &lost.appointment);
        lost.find(|appointment| appointment.id == id && appointment.sequence == sequence)
    }

    /// Where a letter reaches one of them who can be reached by nothing else, if somebody has said.
    pub fn letter_to(&self, id: AppointmentId) -> Option<&PostalAddress> {
        let lost = self.lost.iter().find(|lost| lost.appointment.id == id)?;
        lost.letter_to.as_ref()
    }

    /// What tells one of them that it is cancelled, if they can be told so.
    pub fn cancellation(&self, appointment: &Appointment) -> Option<NewMessage> {
        notice(&self.before, appointment).cancelled()
    }

    fn becomes(&self, lost: &Lost, remedy: Remedy) -> Option<Becomes> {
        if let Some(adviser) = &lost.hit.instead {
            return Some(Becomes::With {
                adviser: adviser.clone(),
                units: needed(&self.after, &lost.hit.booked),
                seats: seats(&self.after, &lost.hit.booked),
                uses: used(&self.after, &lost.hit.booked),
            });
        }
        match remedy {
            Remedy::Call => None,
            Remedy::Move => self.moved(lost),
            Remedy::Cancel => Some(Becomes::Cancelled {
                told: lost.told(notice(&self.before, &lost.appointment).cancelled())?,
            }),
        }
    }

    fn moved(&self, lost: &Lost) -> Option<Becomes> {
        let NewTime { slot, adviser } = lost.next.clone()?;
        let service = self.after.service(&lost.appointment.service)?;
        let extra = lost.hit.booked.needs.extra_time;
        Some(Becomes::Moved {
            adviser,
            units: service.taken_with(slot, extra),
            seats: service.seats,
            uses: used(&self.after, &lost.hit.booked),
            attended: service.attended_with(slot, extra),
            told: lost.told(notice(&self.after, &lost.appointment).moved(slot))?,
        })
    }

    /// What stays, and takes more or less than before. Where there are fewer seats, those who stay move up to the first of them.
    fn around(&self) -> Vec<Around> {
        let lost = self.people(&Workplaces::All);
        self.coming
            .iter()
            .filter(|appointment| !lost.contains(&appointment.id))
            .filter_map(|appointment| {
                let booked = Booked::from(appointment);
                let (units, uses) = (needed(&self.after, &booked), used(&self.after, &booked));
                let is_same = units == needed(&self.before, &booked)
                    && uses == used(&self.before, &booked)
                    && seats(&self.after, &booked) >= seats(&self.before, &booked);
                (!is_same).then_some(Around {
                    appointment: booked.id,
                    seats: seats(&self.after, &booked),
                    uses,
                    adviser: booked.adviser,
                    units,
                })
            })
            .collect()
    }
}

fn is_by_letter(becomes: Option<&Becomes>) -> bool {
    let told = match becomes {
        Some(Becomes::Moved { told, .. } | Becomes::Cancelled { told }) => Some(told),
        Some(Becomes::With { .. }) | None => None,
    };
    matches!(told, Some(Telling::Letter(_)))
}

/// How many wait for what stands in one schedule and not in the other.
fn in_vain(waiting: &[(ServiceId, LocationId, i64)], before: &Schedule, after: &Schedule) -> i64 {
    let stands = |schedule: &Schedule, service, location| {
        schedule.service(service).is_some() && schedule.location(location).is_some()
    };
    let lost = waiting.iter().filter(|(service, location, _)| {
        stands(before, service, location) && !stands(after, service, location)
    });
    lost.map(|(_, _, waiting)| waiting).sum()
}

/// How many can have each unit of an appointment; one where the service is gone.
fn seats(schedule: &Schedule, booked: &Booked) -> i64 {
    let service = schedule.service(&booked.service);
    service.map_or(1, |service| service.seats)
}

async fn coming(database: &Database, now: Timestamp) -> Result<Vec<Appointment>, StoreError> {
    appointments::booked_between(database.read(), now..Timestamp::MAX).await
}
