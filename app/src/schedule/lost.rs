//! The appointments that a change hits, and where each could go.

use std::collections::HashMap;

use domain::appointments::{Bookable, Hit, NewTime, Occupied, Query, Schedule, TimeCard, needed, next_times};
use domain::ids::AppointmentId;
use domain::locale::Locale;
use domain::messages::PostalAddress;
use domain::schedule::{HitPerson, HitRow};
use domain::staff::Workplaces;
use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use store::appointments::{self, Appointment, Becomes, Own, Rearranged, Telling};
use store::letters;
use store::outbox::NewMessage;
use store::{Database, StoreError};

use super::notices::Notice;

/// An appointment that cannot stay as it is, and where it could go.
pub struct Lost {
    pub appointment: Appointment,
    pub hit: Hit,
    /// The next free time, for one that nobody takes over.
    pub next: Option<NewTime>,
    /// Where a letter reaches whoever can be reached by nothing else.
    pub letter_to: Option<PostalAddress>,
}

impl Lost {
    /// How its owner is told, if they can be.
    pub fn told(&self, message: Option<NewMessage>) -> Option<Telling> {
        let letter = self.letter_to.clone().map(Telling::Letter);
        message.map(Telling::Message).or(letter)
    }

    /// With what becomes of it.
    pub fn becomes(&self, becomes: Becomes) -> Rearranged {
        Rearranged {
            appointment: self.appointment.id,
            sequence: self.appointment.sequence,
            becomes,
        }
    }

    /// As pages show it to whoever sees the citizens of some places, by the names that things had before the change.
    pub fn row(&self, before: &Schedule, own: &Workplaces, locale: Locale) -> HitRow {
        let appointment = &self.appointment;
        let service = before.service(&appointment.service);
        let service = service.map(|service| service.name.get(locale).to_owned());
        let location = before.location(&appointment.location);
        let location = location.map(|location| location.name.get(locale).to_owned());
        HitRow {
            appointment: appointment.id,
            sequence: appointment.sequence,
            person: own.include(&appointment.location).then(|| HitPerson {
                name: appointment.name.as_str().to_owned(),
                contact: appointment.contact.kind(),
                reach: appointment.contact.value().unwrap_or_default().to_owned(),
                has_address: self.letter_to.is_some(),
            }),
            service: service.unwrap_or_else(|| appointment.service.to_string()),
            location: location.unwrap_or_else(|| appointment.location.to_string()),
            at: appointment.slot.wall_time(),
            adviser: appointment.adviser.clone(),
            misfit: self.hit.misfit,
            instead: self.hit.instead.clone(),
            next: self.next.as_ref().map(|next| TimeCard::from(next.slot)),
        }
    }
}

/// The appointments that are hit, with the next free time of each that nobody takes over.
pub async fn lost(
    database: &Database,
    after: &Schedule,
    coming: &[Appointment],
    hits: Vec<Hit>,
    now: Timestamp,
) -> Result<Vec<Lost>, StoreError> {
    if hits.is_empty() {
        return Ok(vec![]);
    }
    let moving: Vec<_> = hits
        .iter()
        .filter(|hit| hit.instead.is_none())
        .map(|hit| &hit.booked)
        .collect();
    let occupied = occupied_with(database, after, &hits, now).await?;
    let times = next_times(after, &moving, occupied, now);
    let mut next: HashMap<AppointmentId, NewTime> = moving
        .iter()
        .zip(times)
        .filter_map(|(booked, time)| Some((booked.id, time?)))
        .collect();
    let mut lost = Vec::new();
    for hit in hits {
        let Some(appointment) = coming.iter().find(|appointment| appointment.id == hit.booked.id) else {
            continue;
        };
        lost.push(Lost {
            appointment: appointment.clone(),
            next: next.remove(&hit.booked.id),
            letter_to: letter_to(database, appointment).await?,
            hit,
        });
    }
    Ok(lost)
}

/// The address of the letter that told them of their time, unless a message can tell them.
async fn letter_to(
    database: &Database,
    appointment: &Appointment,
) -> Result<Option<PostalAddress>, StoreError> {
    if appointment.contact.value().is_some() {
        return Ok(None);
    }
    let letter = letters::about(database.read(), appointment).await?;
    Ok(letter.and_then(|letter| letter.address))
}

/// What is taken from tomorrow to the farthest horizon, with what those take who take somebody over.
async fn occupied_with(
    database: &Database,
    after: &Schedule,
    hits: &[Hit],
    now: Timestamp,
) -> Result<Occupied, StoreError> {
    let advisers = after.advisers.iter().map(|adviser| (&adviser.id).into());
    let resources = after.resources.iter().map(|resource| (&resource.id).into());
    let bookables: Vec<Bookable> = advisers.chain(resources).collect();
    let today = date_in_denmark(now);
    let farthest = after
        .services
        .iter()
        .map(|service| after.horizon_days(service))
        .max();
    let units = match (after.services.first(), after.locations.first()) {
        (Some(service), Some(location)) => Query {
            service,
            location,
            from: today,
            until: today.saturating_add(farthest.unwrap_or_default().days()),
            now,
        }
        .units(),
        _ => 0..0,
    };
    let mut occupied = appointments::occupied(database.read(), &bookables, units, &Own::Nothing, now).await?;
    for hit in hits {
        if let Some(adviser) = &hit.instead {
            occupied.take(adviser, needed(after, &hit.booked));
        }
    }
    Ok(occupied)
}

/// What tells somebody of a change of their appointment.
pub fn notice<'a>(schedule: &'a Schedule, appointment: &'a Appointment) -> Notice<'a> {
    Notice {
        schedule,
        appointment,
    }
}
