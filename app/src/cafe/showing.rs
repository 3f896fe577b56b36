//! A question as its pages show it.

use domain::appointments::Schedule;
use domain::cafe::{MessageView, RoomPage, RoomSteps, RoomWriting, Seat, Standing, Waiting, place_in_line};
use domain::homework::GuideFilter;
use domain::locale::Locale;
use jiff::Timestamp;
use store::Database;
use store::cafe::{self, CafeMessage, Question, Sender};

use super::access::{Asked, Seen, room_number};
use super::server_words::Draft;
use crate::drills::fitting_drills;
use crate::error::AppResult;
use crate::server_side::context;

/// Guides and drills that are shown beside a room, of each.
const BESIDE: usize = 3;

/// The page of a room.
pub async fn room_page(
    schedule: &Schedule,
    Seen { question, seat }: Seen,
    now: Timestamp,
) -> AppResult<RoomPage> {
    let database = context().database;
    let written = cafe::messages(database.read(), question.id).await?;
    let line = line_around(&database, &question, now).await?;
    Ok(RoomPage {
        id: question.id,
        seat,
        subject: question.subject,
        grade: question.grade,
        language: question.language,
        standing: standing(schedule, &question, &line, now),
        messages: written.into_iter().map(message_view).collect(),
        next_try: question.next_try,
    })
}

/// What can be done with a question.
pub async fn room_steps(
    schedule: &Schedule,
    seen: Seen,
    asked: Option<Asked>,
    (now, locale): (Timestamp, Locale),
) -> AppResult<RoomSteps> {
    let room = room_number(&seen);
    let Seen { question, seat } = seen;
    let line = line_around(&context().database, &question, now).await?;
    let may_extend = question
        .room
        .is_some_and(|room| room.is_open(now) && !room.extended);
    Ok(RoomSteps {
        room,
        seat,
        standing: standing(schedule, &question, &line, now),
        may_extend: may_extend && seat != Seat::Coordinator,
        reported: question.reported_at.is_some(),
        code: asked.filter(|_| seat == Seat::Asker).map(|asked| asked.code),
        beside: beside(&question, locale),
    })
}

/// What one writes with in a room; `draft` is what the session has kept, perhaps of another room.
pub async fn room_writing(
    schedule: &Schedule,
    seen: Seen,
    draft: Option<Draft>,
    now: Timestamp,
) -> AppResult<RoomWriting> {
    let room = room_number(&seen);
    let Seen { question, seat } = seen;
    let line = line_around(&context().database, &question, now).await?;
    let draft = draft.filter(|draft| draft.room == question.id);
    Ok(RoomWriting {
        room,
        seat,
        standing: standing(schedule, &question, &line, now),
        problem: draft.as_ref().and_then(|draft| draft.problem),
        draft: draft.map(|draft| draft.text).unwrap_or_default(),
    })
}

/// The line that a question may wait in. Of a room that is open it need not be asked.
async fn line_around(database: &Database, question: &Question, now: Timestamp) -> AppResult<Vec<Waiting>> {
    if question.room.is_some_and(|room| room.is_open(now)) {
        return Ok(Vec::new());
    }
    Ok(cafe::line(database.read(), now).await?)
}

/// How it stands with a question.
pub fn standing(schedule: &Schedule, question: &Question, line: &[Waiting], now: Timestamp) -> Standing {
    match question.room {
        Some(room) if room.is_open(now) => {
            return Standing::Open {
                minutes_left: room.minutes_left(now),
            };
        }
        Some(room) if room.ended_at.is_some() || question.replied_at.is_some() => return Standing::Ended,
        // Where the volunteer never wrote, the question waits where it stood.
        Some(_) | None => {}
    }
    let hours = schedule.cafe_hours();
    if hours.open_at(now).is_none() {
        return Standing::Kept {
            opens: hours.next_opening(now).map(Into::into),
        };
    }
    let ahead = place_in_line(line, question.id).unwrap_or_default();
    Standing::InLine { ahead }
}

fn message_view(message: CafeMessage) -> MessageView {
    MessageView {
        is_askers: message.sender == Sender::Asker,
        text: message.text,
        picture: message.picture,
        at: message.at.into(),
    }
}

/// What fits the question's subject and grade: title and path.
fn beside(question: &Question, locale: Locale) -> Vec<(String, String)> {
    let filter = GuideFilter {
        subject: Some(question.subject),
        grade: Some(question.grade),
        language: None,
    };
    let guides = context().library.guide_cards(locale, filter);
    let guides = guides
        .into_iter()
        .take(BESIDE)
        .map(|guide| (guide.title, format!("/lektier/{}", guide.id)));
    let drills = fitting_drills(question.subject, question.grade, locale);
    guides.chain(drills.into_iter().take(BESIDE)).collect()
}
