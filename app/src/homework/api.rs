#[cfg(feature = "ssr")]
use domain::homework::GuideFilter;
use domain::homework::{Grade, GuidePage, GuidesPage, Subject};
use domain::ids::GuideId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::help_topic::{chosen_topic, topic_view};
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{context, schedule, session};

/// The guides that fit what a parent looks for. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "homework/guides", input = GetUrl)]
pub async fn guides(
    subject: Option<Subject>,
    grade: Option<Grade>,
    locale: Locale,
) -> Result<Reply<GuidesPage>, AppError> {
    let topic = chosen_topic(&session().await?).await?;
    Reply::of(&GuidesPage {
        guides: context()
            .library
            .guide_cards(locale, GuideFilter { subject, grade }),
        topic: topic_view(topic.as_ref(), locale).await?,
    })
}

/// One guide. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "homework/guide", input = GetUrl)]
pub async fn guide(id: GuideId, locale: Locale) -> Result<Reply<GuidePage>, AppError> {
    let schedule = schedule().await?;
    let library = context().library;
    Reply::of(
        &library
            .guide_page(&id, locale, &schedule.municipality)
            .ok_or(AppError::NotFound)?,
    )
}
