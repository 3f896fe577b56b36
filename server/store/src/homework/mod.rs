//! The second door: what a family keeps of its own.

mod followers;
mod practised;
mod shared_readings;
mod week_plan;

use domain::ids::VisitorId;
use sea_orm::DatabaseTransaction;

use crate::StoreError;

pub use followers::{
    FollowOutcome, Followed, count_followers, create_follow_code, follow, followed, stop_followers,
    stop_following,
};
pub use practised::{PractisedDrill, note_practice, practised};
pub use shared_readings::{
    add_shared_reading, clear_shared_readings, remove_shared_reading, shared_readings,
};
pub use week_plan::{NewPlanEntry, add_entry, clear_plan, remove_entry, set_entry_state, week_plan};

/// Gives what one visitor has here to another, who is the same person on another device.
pub(crate) async fn hand_over(
    transaction: &DatabaseTransaction,
    from: VisitorId,
    to: VisitorId,
) -> Result<(), StoreError> {
    week_plan::hand_over(transaction, from, to).await?;
    shared_readings::hand_over(transaction, from, to).await?;
    followers::hand_over(transaction, from, to).await
}
