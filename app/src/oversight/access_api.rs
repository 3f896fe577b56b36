use domain::oversight::AccessPage;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{context, session, signed_in_with};
#[cfg(feature = "ssr")]
use domain::{
    ids::AppointmentId,
    oversight::{AccessRow, SeenBy},
    staff::Right,
};
#[cfg(feature = "ssr")]
use jiff::Timestamp;
#[cfg(feature = "ssr")]
use store::{
    oversight::{LogOf, Seen, seen_before},
    staff::{self, StaffAccount},
};

/// Rows of the log that are read for one page; one line shows all that somebody saw at once.
#[cfg(feature = "ssr")]
const ROWS_READ: u64 = 1000;

/// Who saw whose appointment, the latest first. **Permissions**: whoever manages access.
#[server(prefix = "/api", endpoint = "oversight/access", input = GetUrl)]
pub async fn access_log(
    /// Seconds since 1970 before which is read; all there is where it is left out or no number.
    before: String,
    /// The number of an appointment; everybody's where it is left out or no number.
    #[server(default)]
    number: String,
) -> Result<Reply<AccessPage>, AppError> {
    signed_in_with(&session().await?, Right::ManageAccess).await?;
    let before = before
        .parse()
        .ok()
        .and_then(|second| Timestamp::from_second(second).ok());
    let number = number.trim().parse().ok().map(AppointmentId);
    let log = number.map_or(LogOf::Everybody, LogOf::Appointment);
    let database = context().database;
    let seen = seen_before(database.read(), log, before.unwrap_or(Timestamp::MAX), ROWS_READ).await?;
    let accounts = staff::all(database.read()).await?;
    let is_full = u64::try_from(seen.len()).is_ok_and(|rows| rows >= ROWS_READ);
    let last = seen.last().map(|seen| seen.at.as_second());
    Reply::of(&AccessPage {
        earlier: last.filter(|_| is_full),
        rows: lines(&seen, &accounts),
        number,
    })
}

/// What was seen by the same at once in the same place is one line.
#[cfg(feature = "ssr")]
fn lines(seen: &[Seen], accounts: &[StaffAccount]) -> Vec<AccessRow> {
    seen.chunk_by(|one, next| (one.at, &one.by) == (next.at, &next.by))
        .filter_map(|at_once| {
            let first = at_once.first()?;
            Some(AccessRow {
                at: first.at.into(),
                name: name(&first.by, accounts),
                by: first.by.clone(),
                appointments: at_once.iter().map(|seen| seen.appointment).collect(),
            })
        })
        .collect()
}

/// What a member of staff is called who still has an account.
#[cfg(feature = "ssr")]
fn name(by: &SeenBy, accounts: &[StaffAccount]) -> Option<String> {
    let SeenBy::Staff(id, _) = by else {
        return None;
    };
    let account = accounts.iter().find(|account| account.id == *id)?;
    Some(account.display_name.clone())
}
