use domain::cafe::LogPage;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::cafe::showing::standing,
    crate::server_side::{context, now, schedule, session, signed_in_with},
    domain::cafe::LogRow,
    domain::staff::Right,
    store::cafe::{self, Question},
    store::staff as accounts,
};

/// The latest questions and how it stands with them. **Permissions**: whoever runs the café.
#[server(prefix = "/api", name = LoadCafeLog, endpoint = "cafe/log", input = GetUrl)]
pub async fn log() -> Result<Reply<LogPage>, AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    signed_in_with(&session, Right::RunCafe).await?;
    let database = context().database;
    let names = accounts::all(database.read()).await?;
    let name = |id| names.iter().find(|account| account.id == id);
    let line = cafe::line(database.read(), now()).await?;
    let recent = cafe::recent(database.read()).await?;
    let drawn = cafe::with_sketch(database.read(), recent.iter().map(|question| question.id)).await?;
    let row = |question: Question| {
        let volunteer = question.volunteer.and_then(name);
        LogRow {
            id: question.id,
            subject: question.subject,
            grade: question.grade,
            asked_at: question.asked_at.into(),
            standing: standing(&schedule, &question, &line, now()),
            volunteer: volunteer.map(|account| account.display_name.clone()),
            reported: question.reported_at.is_some(),
            has_sketch: drawn.contains(&question.id),
        }
    };
    Reply::of(&LogPage {
        rows: recent.into_iter().map(row).collect(),
    })
}
