use domain::ids::{CourseId, LessonId};
use domain::learning::{HandoutPage, Reading};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::work::{reading as remembered, step_path},
    crate::server_side::{absolute_address, context, qr_code, schedule, session},
    content::HandoutReader,
};

/// A lesson for paper: in the text that is asked for, or as the visitor is used to reading. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/handout", input = GetUrl)]
pub async fn handout(
    course: CourseId,
    lesson: LessonId,
    reading: Option<Reading>,
    locale: Locale,
) -> Result<Reply<HandoutPage>, AppError> {
    let municipality = schedule().await?.municipality.clone();
    let reader = HandoutReader {
        locale,
        reading: match reading {
            Some(reading) => reading,
            None => remembered(&session().await?).await?,
        },
        municipality: &municipality,
    };
    let handout = context().library.handout(&course, &lesson, reader);
    let handout = handout.ok_or(AppError::NotFound)?;
    let first = step_path(&course, &lesson, &handout.first.step);
    Reply::of(&HandoutPage {
        handout,
        address: absolute_address(&locale.path(&format!("/laer/{course}")))?,
        code: qr_code(&absolute_address(&locale.path(&first))?)?,
        municipality,
    })
}
