//! A pupil answers the class's question.

use domain::classroom::PupilDiscussionPage;
use domain::ids::DiscussionId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::pupil_band::pupil_here,
    crate::server_side::{PupilHere, context, redirect, session},
    store::classroom::{answer_question, latest_question, own_answer, tell},
};

/// The class's question and the own answer; how the others answer once it is closed. **Permissions**: anyone; one's own device.
#[server(prefix = "/api", name = LoadPupilDiscussion, endpoint = "classroom/question", input = GetUrl)]
pub async fn pupil_discussion() -> Result<Reply<PupilDiscussionPage>, AppError> {
    let Some(PupilHere { pupil, .. }) = pupil_here(&session().await?).await? else {
        return Reply::of(&PupilDiscussionPage {
            class: None,
            current: None,
            own: None,
        });
    };
    let database = context().database;
    let mut current = latest_question(database.read(), pupil.class).await?;
    let own = match &mut current {
        Some(current) => {
            current.counts = current.counts.take().filter(|_| !current.is_open);
            own_answer(database.read(), current.id, pupil.id).await?
        }
        None => None,
    };
    Reply::of(&PupilDiscussionPage {
        class: Some(pupil.class),
        current,
        own,
    })
}

/// Answers the class's question, or changes the answer; what has been closed meanwhile is shown as it is. **Permissions**: the
/// pupil who is signed in; the question of the own class.
#[server(prefix = "/api", endpoint = "classroom/answer-question")]
pub async fn answer_discussion(
    discussion: DiscussionId,
    locale: Locale,
    #[server(default)] choice: Option<i64>,
) -> Result<(), AppError> {
    let pupil = pupil_here(&session().await?).await?;
    let PupilHere { pupil, .. } = pupil.ok_or(AppError::SessionLost)?;
    let database = context().database;
    if let Some(choice) = choice {
        answer_question(&database, (pupil.class, pupil.id), discussion, choice).await?;
        tell(&database, pupil.class).await;
    }
    redirect(locale, "/klasse/spoergsmaal");
    Ok(())
}
