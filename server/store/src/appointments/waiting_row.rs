//! How somebody who waits is kept.

use domain::appointments::{HoldKey, Slot, Suiting, ToldBy, Unit};
use domain::contact::{Contact, ContactError, EmailAddress, PersonName, PhoneNumber};
use domain::ids::{LocationId, ServiceId, WaitingId};
use domain::locale::Locale;
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;

use super::arranging::{needs_text, read_arrangement};
use super::waiting::{NewWaiting, Offer, Waiting};
use crate::StoreError;
use crate::entities::waiting_list::{ActiveModel, Model};

/// The row of somebody who is put on the list. Whoever cannot be told of an offer has neither number nor address.
pub(super) fn row(waiting: &NewWaiting, now: Timestamp) -> ActiveModel {
    let (email, phone) = match &waiting.contact {
        Contact::Email(email) => (email.as_str(), None),
        Contact::Phone(phone) => ("", Some(phone.as_str())),
        Contact::None => ("", None),
    };
    ActiveModel {
        code_hash: Set(waiting.code_hash.clone()),
        service: Set(waiting.service.as_str().to_owned()),
        location: Set(waiting.location.as_str().to_owned()),
        suiting: Set(written(&waiting.suiting)),
        name: Set(waiting.name.as_str().to_owned()),
        email: Set(email.to_owned()),
        phone: Set(phone.map(str::to_owned)),
        way: Set(waiting.arrangement.way.map(|way| way.as_str().to_owned())),
        needs: Set(needs_text(&waiting.arrangement.needs)),
        locale: Set(waiting.locale.tag().to_owned()),
        created_at: Set(now.as_second()),
        missed: Set(0),
        is_called: Set((waiting.told_by == ToldBy::Call).then_some(true)),
        ..Default::default()
    }
}

fn written(suiting: &Suiting) -> String {
    serde_json::to_string(suiting).expect("days and parts of the day have no keys but texts")
}

fn contact(row: &Model) -> Result<Contact, ContactError> {
    match &row.phone {
        Some(phone) => PhoneNumber::parse(phone).map(Contact::Phone),
        None if row.email.is_empty() => Ok(Contact::None),
        None => EmailAddress::parse(&row.email).map(Contact::Email),
    }
}

fn told_by(row: &Model) -> ToldBy {
    match (row.is_called, &row.phone) {
        (Some(true), _) => ToldBy::Call,
        (_, Some(_)) => ToldBy::Phone,
        (_, None) => ToldBy::Email,
    }
}

impl TryFrom<Model> for Waiting {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let corrupt = |problem: &str| StoreError::Corrupt {
            table: "waiting_list",
            row: row.id,
            problem: problem.to_owned(),
        };
        let offered = row.offer_unit.map(Unit);
        let offer = row.offer_hold.clone().zip(offered).zip(row.offer_until);
        Ok(Self {
            id: WaitingId(row.id),
            service: ServiceId::parse(&row.service).map_err(|_| corrupt("service"))?,
            location: LocationId::parse(&row.location).map_err(|_| corrupt("location"))?,
            suiting: serde_json::from_str(&row.suiting).map_err(|_| corrupt("suiting"))?,
            name: PersonName::parse(&row.name).map_err(|_| corrupt("name"))?,
            arrangement: read_arrangement(row.way.as_deref(), row.needs.as_deref(), None)
                .ok_or_else(|| corrupt("arrangement"))?,
            told_by: told_by(&row),
            contact: contact(&row).map_err(|_| corrupt("contact"))?,
            locale: Locale::from_tag(&row.locale).ok_or_else(|| corrupt("locale"))?,
            offer: offer.map(|((hold, unit), until)| Offer {
                hold: HoldKey::kept(hold),
                slot: Slot::starting(unit),
                until: Timestamp::from_second(until).unwrap_or(Timestamp::MAX),
            }),
            offered,
            missed: row.missed,
        })
    }
}
