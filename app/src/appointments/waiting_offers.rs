//! Offers times that have become free to those who wait, the longest waiting first.

use std::collections::HashMap;

use domain::appointments::{
    Asking, FreeTime, HoldKey, Location, OFFERS_AT_ONCE, Schedule, Service, Slot, offer_until,
};
use domain::count;
use domain::ids::{LocationId, ServiceId};
use domain::messages::Channel;
use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use store::appointments::{self, NewHold, Own, Waiting};
use store::outbox::NewMessage;
use store::{Database, StoreError};

use super::booking::free_advisers;
use super::search_times::{Search, free_between};
use super::views::chosen;
use crate::server_side::AppContext;
use crate::texts::Texts;

/// People looked at in one go; the others have their turn the next time.
const MOST_AT_ONCE: u64 = 200;

/// Offers each time that is free and suits somebody who waits. It does not matter why a time is free: somebody has cancelled or
/// moved, a hold has run out, or the schedule is another.
pub async fn offer_free_times(context: &AppContext, now: Timestamp) -> Result<(), StoreError> {
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
    now: Timestamp,
    /// What is free, until something of it has been offered.
    free: HashMap<(ServiceId, LocationId), Vec<FreeTime>>,
    /// What each live offer is of.
    live: Vec<(ServiceId, LocationId)>,
}

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
        if !self.free.contains_key(&key) {
            let free = self.free_times(service, location).await?;
            self.free.insert(key.clone(), free);
        }
        let suits =
            |free: &&FreeTime| waiting.suiting.suits(free.slot) && waiting.offered != Some(free.slot.unit());
        let Some(free) = self.free[&key].iter().find(suits).cloned() else {
            return Ok(());
        };
        let Some(until) = offer_until(self.schedule, service, location, free.slot, self.now) else {
            return Ok(());
        };
        let choice = (service, location, free.slot);
        let (asking, own) = (Asking::default(), Own::Nothing);
        let hold = NewHold {
            key: HoldKey::from_random(rand::random()),
            candidates: free_advisers(self.database, self.schedule, choice, &asking, &own, self.now).await?,
            units: service.taken(free.slot),
            seats: service.seats,
            uses: self.schedule.uses(service, &location.id).unwrap_or_default(),
            until,
        };
        let message = self.message(waiting, choice, until);
        // It may have been one of several at that time: what is free is asked again.
        self.free.remove(&key);
        if appointments::offer_time(self.database, waiting, &hold, free.slot, &message, self.now).await? {
            self.live.push(key);
        }
        Ok(())
    }

    async fn free_times(&self, service: &Service, location: &Location) -> Result<Vec<FreeTime>, StoreError> {
        let today = date_in_denmark(self.now);
        let search = Search {
            schedule: self.schedule,
            service,
            location,
            from: today,
            days_wanted: 0,
            part: None,
            asking: &Asking::default(),
            own: &Own::Nothing,
            now: self.now,
        };
        let horizon = today.saturating_add(self.schedule.horizon_days(service).days());
        let mut free = free_between(self.database, search, today, horizon).await?;
        let (schedule, now) = (self.schedule, self.now);
        free.retain(|free| offer_until(schedule, service, location, free.slot, now).is_some());
        Ok(free)
    }

    /// Tells the time, and not the code, which nobody here knows.
    fn message(
        &self,
        waiting: &Waiting,
        (service, location, slot): (&Service, &Location, Slot),
        until: Timestamp,
    ) -> NewMessage {
        let (locale, texts) = (waiting.locale, Texts::of(waiting.locale));
        let at = slot.wall_time();
        let service = service.name.get(locale);
        NewMessage {
            channel: Channel::Email,
            kind: "waiting-list-offer".into(),
            recipient: waiting.email.as_str().to_owned(),
            subject: texts.waiting_mail_subject(service),
            body_text: texts.waiting_mail_body(
                location.address.as_str(),
                at.clock(locale),
                at.long_date(locale),
                location.name.get(locale),
                self.schedule.municipality.name.as_str(),
                location.phone.as_str(),
                service,
                until_line(until.into(), locale),
            ),
            body_html: None,
            attachment: None,
            expires_at: Some(until),
        }
    }
}

fn until_line(until: domain::time::WallTime, locale: domain::locale::Locale) -> String {
    format!("{} {}", until.day_and_month(locale), until.clock(locale))
}
