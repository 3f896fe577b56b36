//! How an arrangement is kept.

use domain::appointments::{Arrangement, Needs, VisitAddress, Way};
use domain::free_text::FreeText;

use crate::entities::appointments::Model;

/// What is needed, as JSON; `None` for nothing.
pub(super) fn needs_text(needs: &Needs) -> Option<String> {
    (*needs != Needs::default())
        .then(|| serde_json::to_string(needs).expect("texts, numbers and booleans can always be written"))
}

/// The arrangement of a row; `None` when it is not what this program writes.
pub(super) fn arrangement(row: &Model) -> Option<Arrangement> {
    let address = row.visit_address.as_deref().map(VisitAddress::parse);
    Some(Arrangement {
        address: address.transpose().ok()?,
        ..read_arrangement(row.way.as_deref(), row.needs.as_deref(), row.note.as_deref())?
    })
}

/// The arrangement of the columns that have these names; `None` when it is not what this program writes.
pub(super) fn read_arrangement(
    way: Option<&str>,
    needs: Option<&str>,
    note: Option<&str>,
) -> Option<Arrangement> {
    let way = way.map(|name| Way::from_name(name).ok_or(()));
    let needs = needs.map(serde_json::from_str::<Needs>);
    let note = note.map(FreeText::parse);
    Some(Arrangement {
        way: way.transpose().ok()?,
        needs: needs.transpose().ok()?.unwrap_or_default(),
        note: note.transpose().ok()?.flatten(),
        address: None,
    })
}
