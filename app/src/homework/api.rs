#[cfg(feature = "ssr")]
use domain::homework::GuideFilter;
use domain::homework::{AddressedGuide, Grade, GuidesPage, Subject};
use domain::ids::GuideId;
use domain::learning::Reading;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::help_topic::{chosen_topic, topic_view};
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::learning::reading as remembered,
    crate::server_side::{absolute_address, context, qr_code, schedule, session},
    content::GuideReader,
};

/// The guides that fit what a parent looks for. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "homework/guides", input = GetUrl)]
pub async fn guides(
    subject: Option<Subject>,
    grade: Option<Grade>,
    language: Option<Locale>,
    locale: Locale,
) -> Result<Reply<GuidesPage>, AppError> {
    let topic = chosen_topic(&session().await?).await?;
    let filter = GuideFilter {
        subject,
        grade,
        language,
    };
    Reply::of(&GuidesPage {
        guides: context().library.guide_cards(locale, filter),
        language,
        topic: topic_view(topic.as_ref(), locale).await?,
    })
}

/// One guide: in the text that is asked for, or as the visitor is used to reading. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "homework/guide", input = GetUrl)]
pub async fn guide(
    id: GuideId,
    reading: Option<Reading>,
    locale: Locale,
) -> Result<Reply<AddressedGuide>, AppError> {
    let schedule = schedule().await?;
    let reader = GuideReader {
        locale,
        reading: match reading {
            Some(reading) => reading,
            None => remembered(&session().await?).await?,
        },
        municipality: &schedule.municipality,
    };
    let guide = context().library.guide_page(&id, reader);
    let guide = guide.ok_or(AppError::NotFound)?;
    let address = absolute_address(&locale.path(&guide.path()))?;
    Reply::of(&AddressedGuide {
        code: qr_code(&address)?,
        guide,
        address,
    })
}
