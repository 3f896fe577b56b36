use domain::appointments::Schedule;
use domain::ids::{AdviserId, StaffId};
use store::staff;

use crate::error::AppResult;
use crate::server_side::context;

/// The adviser of the schedule that an account is, if it is one: what is theirs is what their pages open with.
pub async fn own_adviser(account: StaffId, schedule: &Schedule) -> AppResult<Option<AdviserId>> {
    let own = staff::adviser_of(context().database.read(), account).await?;
    let is_there = |own: &AdviserId| schedule.advisers.iter().any(|adviser| adviser.id == *own);
    Ok(own.filter(is_there))
}
