//! `/api/classroom/{class}/events`: tells the pages of a class when something has changed in it.

use std::time::Duration;

use app::server_side::AppContext;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::ids::ClassId;
use store::classroom::changes;

use super::events::Subject;
use super::state::WebState;

/// Changes within this time are told as one: thirty pupils answer at once.
const TOGETHER: Duration = Duration::from_millis(200);

/// The stream of a class; one that is none never changes. Whoever begins to listen is told at once, for something may have
/// changed since their page was made, or while their line was cut.
pub async fn of_class(
    State(context): State<AppContext>,
    State(state): State<WebState>,
    Path(class): Path<i64>,
) -> Response {
    let class = ClassId(class);
    state.listeners.stream(Subject {
        changes: changes(&context.database),
        is_mine: move |changed: &ClassId| *changed == class,
        has_missed: true,
        together: TOGETHER,
    })
}
