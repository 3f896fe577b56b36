//! What both screens show.

use domain::locale::Locale;
use domain::tutor::{StartPage, TogetherPage};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::seat::seated,
    super::views::{over, page},
    crate::error::AppResult,
    crate::server_side::{Session, TUTOR_ATTEMPT, context, now, recall, session, visitor},
    domain::ids::CourseId,
    domain::tutor::{HelpedCount, Phase},
    store::tutor,
};

/// Where two begin. **Permissions**: anyone; the counts are the visitor's own.
#[server(prefix = "/api", endpoint = "tutor/begin", input = GetUrl)]
pub async fn beginning(
    /// The course that stands in the address.
    #[server(default)]
    course: String,
    locale: Locale,
) -> Result<Reply<StartPage>, AppError> {
    let session = session().await?;
    let library = context().library;
    let mut courses = library.scripted_courses(locale);
    let chosen = CourseId::parse(&course).ok();
    let extra = chosen
        .as_ref()
        .filter(|id| courses.iter().all(|course| course.id != **id));
    courses.extend(extra.and_then(|id| library.titled_course(id, locale)));
    let is_alive = |phase| matches!(phase, Phase::Waiting | Phase::Together);
    Reply::of(&StartPage {
        courses,
        chosen,
        attempt: recall(&session, TUTOR_ATTEMPT).await?,
        helped: helped_by(&session).await?,
        is_seated: seated(&session)
            .await?
            .is_some_and(|(_, pairing)| is_alive(pairing.life.phase(now()))),
    })
}

/// The screen of this device: the code, the step, or the end. **Permissions**: whoever takes part sees their own side; others
/// are told that they do not.
#[server(prefix = "/api", endpoint = "tutor/now", input = GetUrl)]
pub async fn together(locale: Locale) -> Result<Reply<TogetherPage>, AppError> {
    let session = session().await?;
    let Some((kept, pairing)) = seated(&session).await? else {
        return Reply::of(&TogetherPage::Nobody);
    };
    let view = match pairing.life.phase(now()) {
        Phase::Waiting | Phase::Together => page(&session, &kept, &pairing, locale).await?,
        Phase::RunOut if pairing.life.waits_since.is_some() => {
            page(&session, &kept, &pairing, locale).await?
        }
        Phase::RunOut | Phase::Ended => over(&kept, &pairing, helped_by(&session).await?).await?,
    };
    Reply::of(&view)
}

/// How much the visitor has helped.
#[cfg(feature = "ssr")]
async fn helped_by(session: &Session) -> AppResult<HelpedCount> {
    match visitor(session).await? {
        Some(visitor) => Ok(tutor::helped(context().database.read(), visitor).await?),
        None => Ok(HelpedCount::default()),
    }
}
