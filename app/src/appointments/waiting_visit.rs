//! Where somebody of the waiting list is visited. It is asked when they take a time, so the list keeps no address.

use domain::appointments::{Service, VisitAsked, Way};
use domain::ids::WaitingId;
use serde::{Deserialize, Serialize};
use store::appointments::Waiting;
use tower_sessions::Session;

use super::draft::Draft;
use crate::error::AppResult;
use crate::server_side::{WAITING_VISIT, forget, recall, remember};

/// What was typed and is no address, and for whom.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Attempt {
    waiting: WaitingId,
    asked: VisitAsked,
}

/// Where they are visited, as it was typed last; `None` where they are not.
pub async fn visit_asked(
    session: &Session,
    service: &Service,
    waiting: &Waiting,
) -> AppResult<Option<VisitAsked>> {
    if service.way(waiting.arrangement.way) != Way::HomeVisit {
        return Ok(None);
    }
    let attempt: Option<Attempt> = recall(session, WAITING_VISIT).await?;
    let theirs = attempt.filter(|attempt| attempt.waiting == waiting.id);
    Ok(Some(theirs.map(|attempt| attempt.asked).unwrap_or_default()))
}

/// The draft with the address that was typed; `None` where it is none, which the page tells then.
pub async fn with_visit(
    session: &Session,
    waiting: WaitingId,
    draft: Draft,
    typed: &str,
) -> AppResult<Option<Draft>> {
    let draft = draft.with_address(typed);
    if !draft.lacks_address() {
        forget(session, WAITING_VISIT).await?;
        return Ok(Some(draft));
    }
    let visit = draft.visit.unwrap_or_default();
    let asked = VisitAsked {
        address: visit.address,
        error: visit.error,
    };
    remember(session, WAITING_VISIT, &Attempt { waiting, asked }).await?;
    Ok(None)
}
