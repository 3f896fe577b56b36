//! Genopfrisk: what was missed comes back, a few minutes at a time.

use domain::ids::{CourseId, StepId};
use domain::learning::ReviewPage;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::error::AppResult,
    crate::server_side::{
        REVIEW, Session, context, now, recall, redirect, remember, schedule, session, visitor, visitor_or_new,
    },
    domain::cpr::hide_cpr_in_each,
    domain::learning::question::{AnswerAttempt, AnswerProblem},
    domain::learning::{Recall, ReviewCard, ReviewSeen, SITTING, sitting},
    serde::{Deserialize, Serialize},
    store::learning::{self, Fsrs},
};

/// Where one sits down to it.
#[cfg(feature = "ssr")]
const PATH: &str = "/laer/genopfrisk";

/// A sitting, as the session keeps it.
#[cfg(feature = "ssr")]
#[derive(Default, Serialize, Deserialize)]
struct Sitting {
    answered: i64,
    last: Option<ReviewSeen>,
    attempt: Option<AnswerAttempt>,
}

/// What is due, and the question to begin with. **Permissions**: anyone; the cards are the visitor's own.
#[server(prefix = "/api", endpoint = "learning/review", input = GetUrl)]
pub async fn review(locale: Locale) -> Result<Reply<ReviewPage>, AppError> {
    let session = session().await?;
    let (library, schedule) = (context().library, schedule().await?);
    let mut cards = cards(&session).await?;
    // Steps that have been removed would stand in the way of the others for ever.
    cards.retain(|card| library.question(&card.course, &card.step, locale).is_some());
    let kept: Sitting = recall(&session, REVIEW).await?.unwrap_or_default();
    let due = cards.iter().filter(|card| card.is_due(now())).count();
    let is_over = kept.answered >= i64::try_from(SITTING).unwrap_or(i64::MAX);
    let next = sitting(&cards, now()).into_iter().find_map(|card| {
        library.review_question(
            &card.course,
            &card.step,
            locale,
            kept.attempt.clone(),
            &schedule.municipality,
        )
    });
    Reply::of(&ReviewPage {
        due: i64::try_from(due).unwrap_or(i64::MAX),
        answered: kept.answered,
        last: kept
            .last
            .and_then(|seen| library.review_feedback(&seen, locale, &schedule.municipality)),
        question: next.filter(|_| !is_over),
    })
}

/// Answers a question that has come back. **Permissions**: anyone; the visitor's own card.
#[server(prefix = "/api", endpoint = "learning/review/answer")]
pub async fn answer_review(
    course: CourseId,
    step: StepId,
    locale: Locale,
    #[server(default)] given: Vec<String>,
) -> Result<(), AppError> {
    let session = session().await?;
    let library = context().library;
    let question = library
        .question(&course, &step, locale)
        .ok_or(AppError::NotFound)?;
    redirect(locale, PATH);
    // Sent twice, or forged.
    let Some(card) = due_card(&session, &course, &step).await? else {
        return Ok(());
    };
    let mut kept: Sitting = recall(&session, REVIEW).await?.unwrap_or_default();
    let given = hide_cpr_in_each(&given);
    match question.grade(&given) {
        Ok(graded) => {
            let recalled = if graded.correct {
                Recall::Good
            } else {
                Recall::Again
            };
            if save(&session, &card, recalled).await? {
                kept.answered += 1;
                kept.attempt = None;
                kept.last = Some(ReviewSeen { course, step, given });
            }
        }
        Err(invalid) => {
            let problem = AnswerProblem::try_from(invalid).map_err(|_| AppError::Invalid)?;
            kept.attempt = Some(AnswerAttempt { given, problem });
        }
    }
    remember(&session, REVIEW, &kept).await
}

/// Sits down to a few more. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/review/more")]
pub async fn review_more(locale: Locale) -> Result<(), AppError> {
    remember(&session().await?, REVIEW, &Sitting::default()).await?;
    redirect(locale, PATH);
    Ok(())
}

/// How many questions are due for the visitor.
#[cfg(feature = "ssr")]
pub(super) async fn due_reviews(session: &Session) -> AppResult<i64> {
    match visitor(session).await? {
        Some(visitor) => Ok(learning::count_due(context().database.read(), visitor, now()).await?),
        None => Ok(0),
    }
}

#[cfg(feature = "ssr")]
async fn cards(session: &Session) -> AppResult<Vec<ReviewCard>> {
    match visitor(session).await? {
        Some(visitor) => Ok(learning::cards(context().database.read(), visitor).await?),
        None => Ok(Vec::new()),
    }
}

/// The visitor's card of a step, where it is due.
#[cfg(feature = "ssr")]
async fn due_card(session: &Session, course: &CourseId, step: &StepId) -> AppResult<Option<ReviewCard>> {
    let cards = cards(session).await?;
    let due = |card: &ReviewCard| card.course == *course && card.step == *step && card.is_due(now());
    Ok(cards.into_iter().find(due))
}

/// Keeps what became of a card. `false` where the same answer has arrived at the same time.
#[cfg(feature = "ssr")]
async fn save(session: &Session, card: &ReviewCard, recalled: Recall) -> AppResult<bool> {
    let Some(after) = card.answered(&Fsrs::default(), recalled, now()) else {
        return Ok(false);
    };
    // There is a card, so there is a visitor, who may have got another number by now.
    let visitor = visitor_or_new(session).await?;
    Ok(learning::save_review(context().database.write(), visitor, card, &after).await?)
}
