//! What is kept for a visitor between two pages.
//!
//! The session is a row in the database, so that any server can answer. Nothing is written, and no cookie set, before
//! there is something to keep.

use domain::ids::{SignInId, StaffId, VisitorId};
use domain::staff::{Right, SignedInStaff};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::learning;
use store::staff::StaffAccount;
use tower_sessions::Expiry;
pub use tower_sessions::Session;

use super::pupil::end_pupil_after_lesson;
use super::{context, now};
use crate::error::{AppError, AppResult};

/// A [`VisitorId`]: whose progress this is.
pub const VISITOR: &str = "visitor";
/// An answer to a question that could not be graded, and why.
pub const ANSWER_ATTEMPT: &str = "answer-attempt";
/// Which of a step's two texts the visitor wants to read.
pub const READING: &str = "reading";
/// The providers whose films the visitor has agreed to.
pub const FILMS: &str = "films";
/// How far the visitor has come in the start-line check.
pub const START_LINE: &str = "start-line";
/// What became of the latest press on the page of recovery codes.
pub const RECOVERY: &str = "recovery";
/// The visitor has said that others use this computer too.
pub const SHARED_COMPUTER: &str = "shared-computer";
/// A sitting of Genopfrisk.
pub const REVIEW: &str = "review";
/// A [`domain::drills::DrillWork`]: the exercise that somebody practises, and how it has gone.
pub const DRILLS: &str = "drills";
/// A [`domain::drills::TextWork`]: the texts that the visitor reads, and those they have understood.
pub const READING_TEXTS: &str = "reading-texts";
/// A [`domain::help_topic::HelpTopic`]: the step that the visitor is stuck on and looks for help with.
pub const HELP_TOPIC: &str = "help-topic";
/// A [`domain::homework::MeasuredText`]: how hard the text was that the visitor had measured.
pub const MEASURED_TEXT: &str = "measured-text";
/// The code that the visitor has just made, by which somebody may follow their learning.
pub const FOLLOW_CODE: &str = "follow-code";
/// A [`domain::learning::FollowAttempt`]: a code for following somebody that led nowhere.
pub const FOLLOW_ATTEMPT: &str = "follow-attempt";
/// A [`domain::homework::ReadingClock`]: when the visitor began to read with somebody.
pub const READING_CLOCK: &str = "reading-clock";
/// A [`domain::homework::ReadingAttempt`]: what could not be written down of reading together.
pub const READING_ATTEMPT: &str = "reading-attempt";
/// A [`domain::homework::PlanAttempt`]: what could not be written on the plan for the week.
pub const PLAN_ATTEMPT: &str = "plan-attempt";
/// This browser's question in the homework café, and its code.
pub const CAFE_ASKED: &str = "cafe-asked";
/// A question that could not be asked, and why.
pub const CAFE_ATTEMPT: &str = "cafe-attempt";
/// What was typed in a room and not sent.
pub const CAFE_DRAFT: &str = "cafe-draft";
/// A figure that could not be drawn in a room.
pub const CAFE_FIGURE: &str = "cafe-figure";
/// Why a code led to no question.
pub const CAFE_CODE: &str = "cafe-code";
/// What was typed on the roster could not be read.
pub const CAFE_ROSTER: &str = "cafe-roster";
/// A booking that is being filled in.
pub const DRAFT: &str = "booking-draft";
/// How the visitor wants to meet, and what they need.
pub const WISHES: &str = "booking-wishes";
/// The time that is held while the form is filled in.
pub const HELD: &str = "held-time";
/// The chosen time was taken: said on the page of free times until another one is filled in.
pub const TAKEN: &str = "time-taken";
/// The booking that was just made, with its code.
pub const RECEIPT: &str = "booking-receipt";
/// What was typed to find a booking, and why it was not found.
pub const FIND_ATTEMPT: &str = "find-attempt";
/// What was typed to sign in, and why it did not succeed.
pub const SIGN_IN_ATTEMPT: &str = "sign-in-attempt";
/// [`SignedIn`]: the member of staff who is signed in. Whether they still are, and as what, is looked up whenever the session
/// is loaded.
pub const SIGNED_IN: &str = "sign-in";
/// A sign-in that is under way by way of a provider.
pub const PROVIDER_REQUEST: &str = "provider-request";
/// The booking that was found by its code, to be moved or cancelled.
pub const FOUND: &str = "found-booking";
/// Where a member of staff sits at the desk.
pub const DESK_SEAT: &str = "desk-seat";
/// What was typed as the name of a counter cannot be one.
pub const UNFIT_COUNTER: &str = "unfit-counter";
/// Why no number was given to somebody who walks in.
pub const NEW_TICKET_PROBLEM: &str = "new-ticket-problem";
/// A number that was to be sent as an SMS.
pub const TEXTED_TICKET: &str = "texted-ticket";
/// What came of registering a support worker.
pub const SUPPORT_WORKER_ADDED: &str = "support-worker-added";
/// The visitor's place on the waiting list.
pub const WAITING: &str = "waiting-place";
/// What was typed to join the waiting list, and what was wrong with it.
pub const JOIN_ATTEMPT: &str = "join-attempt";
/// Where somebody who takes a time of the waiting list is visited, as typed, where that is no address.
pub const WAITING_VISIT: &str = "waiting-visit";
/// What was typed to find a place on the waiting list, and why it was not found.
pub const WAITING_ATTEMPT: &str = "waiting-attempt";
/// A booking that staff fill in for a citizen.
pub const DESK_DRAFT: &str = "desk-draft";
/// What staff booked last, with its code.
pub const DESK_BOOKED: &str = "desk-booked";
/// What staff typed to look a booking up, and that none was found.
pub const LOOK_UP: &str = "look-up";
/// What was typed to write a letter, and for which appointment.
pub const LETTER_ATTEMPT: &str = "letter-attempt";
/// All that says something about somebody, by their own hand or by that of whoever serves them. It goes when what is booked no
/// longer says whose it is, although the session may live on.
pub const TYPED_ABOUT_PEOPLE: [&str; 10] = [
    DRAFT,
    WISHES,
    FIND_ATTEMPT,
    SUPPORT_WORKER_ADDED,
    JOIN_ATTEMPT,
    WAITING_VISIT,
    WAITING_ATTEMPT,
    DESK_DRAFT,
    LOOK_UP,
    LETTER_ATTEMPT,
];
/// Where this device sits in the lesson of two.
pub const TUTOR_SEAT: &str = "tutor-seat";
/// A code that was typed to join somebody and led nowhere.
pub const TUTOR_ATTEMPT: &str = "tutor-attempt";
/// Why "det kan du nu" was not sent.
pub const TUTOR_SEND_ATTEMPT: &str = "tutor-send-attempt";
/// Why the found booking could not be moved.
pub const MOVE_PROBLEM: &str = "move-problem";

/// A change of the schedule that somebody has typed and not made yet.
pub const SCHEDULE_CHANGE: &str = "schedule-change";
/// What was typed to change the schedule, and what is wrong with it.
pub const SCHEDULE_ATTEMPT: &str = "schedule-attempt";
/// A schedule document that was sent and refused, with its faults.
pub const SCHEDULE_DOCUMENT: &str = "schedule-document";
/// Why a change of the schedule was not made when its button was pressed.
pub const SCHEDULE_NOTICE: &str = "schedule-notice";
/// What the last change of the schedule did.
pub const SCHEDULE_SAVED: &str = "schedule-saved";
/// The address of an adviser's calendar that was just made.
pub const CALENDAR_MADE: &str = "calendar-made";
/// An appointment on the call list was another by the time it was settled.
pub const CALL_TOO_LATE: &str = "call-too-late";
/// A time that was held for somebody who was called had gone on before staff answered.
pub const CALL_GONE: &str = "call-gone";
/// What was typed of a new class, and what is wrong with it.
pub const CLASS_ATTEMPT: &str = "class-attempt";
/// What came of the latest press on a teacher's page of a class.
pub const CLASS_NEWS: &str = "class-news";
/// What was chosen to be given to a class, and what is wrong with it.
pub const ASSIGN_ATTEMPT: &str = "assign-attempt";
/// A group of a class whose name was refused.
pub const GROUP_ATTEMPT: &str = "group-attempt";
/// A question for a class that was refused.
pub const DISCUSSION_ATTEMPT: &str = "discussion-attempt";
/// How far a pupil has come in signing in, and why no further.
pub const CLASS_SIGN_IN: &str = "class-sign-in";
/// A [`super::KnownClass`]: the class whose pupils sign in on this device.
pub const KNOWN_CLASS: &str = "known-class";
/// A [`super::PupilSession`]: the pupil who is signed in on this device.
pub const PUPIL: &str = "pupil";

/// Who is signed in, as the session keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignedIn {
    pub id: StaffId,
    pub staff: SignedInStaff,
    pub sign_in: SignInId,
    pub by: SignedInBy,
}

/// Who has said that it is them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignedInBy {
    Password,
    /// An OpenID Connect provider, which they are to be signed out of too.
    Provider,
}

impl SignedIn {
    /// The same sign-in with what its account says now.
    #[must_use]
    pub fn with_account(self, account: StaffAccount) -> Self {
        Self {
            staff: SignedInStaff {
                display_name: account.display_name,
                role: account.role,
                workplaces: account.workplaces,
            },
            ..self
        }
    }
}

/// On a shared computer whoever forgets to say goodbye is forgotten after so many minutes without a page of their own.
const SHARED_MINUTES: i64 = 30;

/// How long a sign-in lasts, in hours: a long working day, and never until the next morning.
pub const SIGNED_IN_HOURS: i64 = 10;

/// Who is signed in, if anybody is.
pub async fn signed_in(session: &Session) -> AppResult<Option<SignedIn>> {
    recall(session, SIGNED_IN).await
}

/// Who is signed in, if they may do what they ask for: 401 for nobody, 403 for whoever may not.
pub async fn signed_in_with(session: &Session, right: Right) -> AppResult<SignedIn> {
    let signed_in = signed_in(session).await?.ok_or(AppError::NotSignedIn)?;
    if signed_in.staff.role.may(right) {
        Ok(signed_in)
    } else {
        Err(AppError::Forbidden)
    }
}

/// The session of the request that is being answered.
pub async fn session() -> AppResult<Session> {
    let session: Session = leptos_axum::extract().await.map_err(|error| {
        tracing::error!(%error, "the session layer is missing");
        AppError::Internal
    })?;
    // The layer begins each request with the usual time, by which whatever is written next would prolong the session.
    if recall(&session, SHARED_COMPUTER).await? == Some(true) {
        end_soon(&session);
    }
    end_pupil_after_lesson(&session).await?;
    Ok(session)
}

/// Lets the session end [`SHARED_MINUTES`] from now.
pub fn end_soon(session: &Session) {
    let soon = time::Duration::minutes(SHARED_MINUTES);
    session.set_expiry(Some(Expiry::OnInactivity(soon)));
}

/// Gives the session a new id, before it may do more than it could: whoever knew the old one does not share in that.
pub async fn renew(session: &Session) -> AppResult<()> {
    session.cycle_id().await.map_err(lost)
}

/// What the session holds under a key.
pub async fn recall<T: DeserializeOwned>(session: &Session, key: &str) -> AppResult<Option<T>> {
    session.get(key).await.map_err(lost)
}

/// Keeps something under a key.
pub async fn remember<T: Serialize>(session: &Session, key: &str, value: &T) -> AppResult<()> {
    session.insert(key, value).await.map_err(lost)
}

/// Drops what is under a key. A session counts as changed as soon as something is taken out of it, and is written, so nothing
/// is taken out that is not there.
pub async fn forget(session: &Session, key: &str) -> AppResult<()> {
    if session.get_value(key).await.map_err(lost)?.is_some() {
        session.remove_value(key).await.map_err(lost)?;
    }
    Ok(())
}

/// Seconds of a day.
const DAY_SECONDS: i64 = 24 * 60 * 60;

/// Who the visitor is, if something has been kept before.
pub async fn visitor(session: &Session) -> AppResult<Option<VisitorId>> {
    recall(session, VISITOR).await
}

/// Who the visitor is; from now on somebody whose progress is kept, for another while. Most answers write nothing for it: that
/// somebody has been here is noted once a day.
pub async fn visitor_or_new(session: &Session) -> AppResult<VisitorId> {
    let database = context().database;
    let known = match visitor(session).await? {
        Some(visitor) => match learning::last_seen(database.read(), visitor).await? {
            Some(seen) if seen > now().as_second() - DAY_SECONDS => return Ok(visitor),
            Some(_) => learning::touch_visitor(database.write(), visitor, now())
                .await?
                .then_some(visitor),
            // Merged into another by a recovery code on another device, or away so long that everything has been erased.
            None => learning::moved_to(database.read(), visitor).await?,
        },
        None => None,
    };
    let visitor = match known {
        Some(visitor) => visitor,
        None => learning::create_visitor(database.write(), now()).await?,
    };
    remember(session, VISITOR, &visitor).await?;
    // Writing what is there already is no change, and would leave the session to end 180 days after it began.
    session.set_expiry(session.expiry());
    Ok(visitor)
}

fn lost(error: tower_sessions::session::Error) -> AppError {
    tracing::error!(%error, "the session could not be read or written");
    AppError::Unavailable
}
