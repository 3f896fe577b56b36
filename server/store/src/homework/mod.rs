//! The second door: what a family keeps of its own.

mod week_plan;

pub(crate) use week_plan::hand_over;
pub use week_plan::{NewPlanEntry, add_entry, clear_plan, remove_entry, set_entry_state, week_plan};
