//! Offers times that have become free to those who wait, the longest waiting first.

use std::collections::HashMap;

use domain::appointments::{
    AskedBy, Asking, FreeTime, HoldKey, Location, Needs, OFFERS_AT_ONCE, Schedule, Service, ToldBy, Way,
    offer_until,
};
use domain::count;
use domain::ids::{LocationId, ServiceId};
use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use store::appointments::{self, NewHold, Own, Waiting};
use store::{Database, StoreError};

use super::booking::free_advisers;
use super::offer_message::OfferTold;
use super::search_times::{Search, free_between};
use super::views::chosen;
use crate::server_side::{AppContext, Site};

/// People looked at in one go; the others have their turn the next time.
const MOST_AT_ONCE: u64 = 200;

/// Offers each time that is free and suits somebody who waits. It does not matter why a time is free: somebody has cancelled or
/// moved, a hold has run out, or the schedule is another.
pub async fn offer_free_times(context: &AppContext, site: &Site, now: Timestamp) -> Result<(), StoreError> {
    let waiting = appointments::waiting_for_offers(context.database.read(), now, MOST_AT_ONCE).await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let Some(schedule) = context.schedule.current(&context.database).await? else {
        return Ok(());
    };
    let mut offers = Offers {
        database: &context.database,
        schedule: &schedule,
        site,
        now,
        free: HashMap::new(),
        live: appointments::live_offers(context.database.read(), now).await?,
    };
    for waiting in &waiting {
        offers.offer_to(waiting).await?;
    }
    Ok(())
}

/// What making offers stands on.
struct Offers<'a> {
    database: &'a Database,
    schedule: &'a Schedule,
    site: &'a Site,
    now: Timestamp,
    /// What is free for whoever needs this, until something of it has been offered.
    free: HashMap<(Key, Option<Way>, Needs), Vec<FreeTime>>,
    /// What each live offer is of.
    live: Vec<Key>,
}

/// What is waited for.
type Key = (ServiceId, LocationId);

impl Offers<'_> {
    /// Whoever waits for what is no longer given waits until they are forgotten.
    async fn offer_to(&mut self, waiting: &Waiting) -> Result<(), StoreError> {
        let Ok((service, location)) = chosen(self.schedule, &waiting.service, &waiting.location) else {
            return Ok(());
        };
        let key = (service.id.clone(), location.id.clone());
        let live: Vec<_> = self.live.iter().filter(|offered| **offered == key).collect();
        if count(&live) >= OFFERS_AT_ONCE {
            return Ok(());
        }
        let Some(free) = self.first_suiting(waiting, (service, location)).await? else {
            return Ok(());
        };
        let Some(until) = offer_until(self.schedule, service, location, free.slot, self.now) else {
            return Ok(());
        };
        let choice = (service, location, free.slot);
        let (asking, own) = (asking_of(waiting), Own::Nothing);
        let hold = NewHold {
            key: HoldKey::from_random(rand::random()),
            candidates: free_advisers(self.database, self.schedule, choice, &asking, &own, self.now).await?,
            units: service.taken_with(free.slot, waiting.arrangement.needs.extra_time),
            later_units: service.taken_later((location, free.slot), waiting.arrangement.needs.extra_time),
            seats: service.seats,
            uses: self.schedule.uses(service, &location.id).unwrap_or_default(),
            until,
        };
        let told = OfferTold {
            service,
            location,
            municipality: &self.schedule.municipality.name,
            slot: free.slot,
            way: service.way(waiting.arrangement.way),
            until,
            site: self.site,
            locale: waiting.locale,
        };
        let message = match waiting.told_by {
            ToldBy::Call => None,
            ToldBy::Email | ToldBy::Phone => told.message(&waiting.contact),
        };
        // Nobody is offered what they are not told of.
        if message.is_none() && waiting.told_by != ToldBy::Call {
            return Ok(());
        }
        // It may have been one of several at that time: what is free is asked again.
        self.free.retain(|(of, ..), _| *of != key);
        if appointments::offer_time(
            self.database,
            waiting,
            &hold,
            free.slot,
            message.as_ref(),
            self.now,
        )
        .await?
        {
            self.live.push(key);
        }
        Ok(())
    }

    /// The first time that suits and that they have not been offered.
    async fn first_suiting(
        &mut self,
        waiting: &Waiting,
        (service, location): (&Service, &Location),
    ) -> Result<Option<FreeTime>, StoreError> {
        let (way, needs) = (waiting.arrangement.way, waiting.arrangement.needs.clone());
        let key = ((service.id.clone(), location.id.clone()), way, needs);
        if !self.free.contains_key(&key) {
            let free = self.free_times(service, location, &asking_of(waiting)).await?;
            self.free.insert(key.clone(), free);
        }
        let suits =
            |free: &&FreeTime| waiting.suiting.suits(free.slot) && waiting.offered != Some(free.slot.unit());
        Ok(self.free[&key].iter().find(suits).cloned())
    }

    async fn free_times(
        &self,
        service: &Service,
        location: &Location,
        asking: &Asking,
    ) -> Result<Vec<FreeTime>, StoreError> {
        let today = date_in_denmark(self.now);
        let search = Search {
            schedule: self.schedule,
            service,
            location,
            from: today,
            days_wanted: 0,
            part: None,
            asking,
            own: &Own::Nothing,
            now: self.now,
        };
        let horizon = today.saturating_add(self.schedule.horizon_days(service).days());
        let mut free = free_between(self.database, search, today, horizon).await?;
        let (schedule, now) = (self.schedule, self.now);
        free.retain(|free| offer_until(schedule, service, location, free.slot, now).is_some());
        Ok(free)
    }
}

/// What their times must fit.
fn asking_of(waiting: &Waiting) -> Asking {
    Asking {
        by: AskedBy::Citizen,
        way: waiting.arrangement.way,
        needs: waiting.arrangement.needs.clone(),
    }
}
