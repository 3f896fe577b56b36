//! Beginning, and joining by a code.

use domain::ids::CourseId;
use domain::locale::Locale;
use domain::tutor::Side;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::TOGETHER,
    super::seat::{KeptSeat, draw_code, keep_seat, must_be_seated, newcomer},
    crate::error::AppResult,
    crate::learning::next_step,
    crate::server_side::{Session, TUTOR_ATTEMPT, context, forget, now, redirect, remember, session},
    domain::cpr::hide_cpr,
    domain::learning::StepRef,
    domain::tutor::{JoinAttempt, JoinProblem, PairingCode},
    store::tutor::{self, JoinOutcome, NewPairing},
};

/// Begins a course for two on this device, and shows a code for the other. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "tutor/start")]
pub async fn start_together(course: CourseId, side: Side, locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let here = match side {
        Side::Citizen => next_step(&session, &course).await?,
        Side::Helper => first_step(&course),
    };
    begin(&session, &course, &here.ok_or(AppError::NotFound)?, side).await?;
    redirect(locale, TOGETHER);
    Ok(())
}

/// Takes the side that a code is for. **Permissions**: whoever has the code; wrong ones are limited.
#[server(prefix = "/api", endpoint = "tutor/join")]
pub async fn join_together(locale: Locale, #[server(default)] code: String) -> Result<(), AppError> {
    let session = session().await?;
    match join(&session, &code).await? {
        Ok(seat) => {
            keep_seat(&session, &seat).await?;
            forget(&session, TUTOR_ATTEMPT).await?;
            redirect(locale, TOGETHER);
        }
        Err(problem) => {
            let typed = hide_cpr(&code.chars().take(100).collect::<String>());
            remember(&session, TUTOR_ATTEMPT, &JoinAttempt { problem, typed }).await?;
            redirect(locale, "/sammen");
        }
    }
    Ok(())
}

/// Shows a new code for the other side, whose device is of no use any more or never came. **Permissions**: whoever takes part.
#[server(prefix = "/api", endpoint = "tutor/code")]
pub async fn renew_together(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let (kept, _) = must_be_seated(&session).await?;
    let (context, code) = (context(), draw_code());
    // A code that is somebody's already is drawn once in millions; then the press is repeated.
    if tutor::renew_code(&context.database, &context.code_key, kept.seat(), &code, now()).await? {
        keep_seat(&session, &KeptSeat::new(kept.seat(), Some(&code))).await?;
    }
    redirect(locale, TOGETHER);
    Ok(())
}

/// Begins at a step, with this device on one side.
#[cfg(feature = "ssr")]
pub async fn begin(session: &Session, course: &CourseId, here: &StepRef, side: Side) -> AppResult<()> {
    let (context, who) = (context(), newcomer(session).await?);
    loop {
        let code = draw_code();
        let new = NewPairing {
            course,
            here,
            side,
            code: &code,
        };
        let started = tutor::start(&context.database, &context.code_key, &new, who, now()).await?;
        if let Some(seat) = started {
            return keep_seat(session, &KeptSeat::new(seat, Some(&code))).await;
        }
    }
}

/// Where a course begins.
#[cfg(feature = "ssr")]
pub fn first_step(course: &CourseId) -> Option<StepRef> {
    let library = context().library;
    library.outline(course)?.steps().next()
}

#[cfg(feature = "ssr")]
async fn join(session: &Session, typed: &str) -> AppResult<Result<KeptSeat, JoinProblem>> {
    let Ok(code) = PairingCode::parse(typed) else {
        return Ok(Err(JoinProblem::NotACode));
    };
    let (context, who) = (context(), newcomer(session).await?);
    let joined = tutor::join(&context.database, &context.code_key, &code, who, now()).await?;
    Ok(match joined {
        JoinOutcome::Joined(seat) => Ok(KeptSeat::new(seat, None)),
        JoinOutcome::Unknown => Err(JoinProblem::Unknown),
        JoinOutcome::TooManyGuesses => Err(JoinProblem::TooMany),
    })
}
