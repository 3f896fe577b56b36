//! How it goes in a class just now.

use domain::classroom::LivePage;
use domain::ids::{ClassId, PupilId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::{class_path, class_row, own_class},
    crate::error::AppResult,
    crate::help_topic::topic_view,
    crate::server_side::{context, now, redirect, session},
    domain::classroom::{LiveRow, PupilState, Signs},
    domain::count,
    domain::help_topic::HelpTopic,
    jiff::SignedDuration,
    store::classroom::{Pupil, Whereabouts, come, note_helped, pupils, whereabouts},
};

/// How far back it is looked for where somebody is: the longest lesson.
#[cfg(feature = "ssr")]
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(3);

/// How it goes in a class. **Permissions**: whoever teaches it.
#[server(prefix = "/api", name = LoadLive, endpoint = "classroom/live", input = GetUrl)]
pub async fn live(class: ClassId, locale: Locale) -> Result<Reply<LivePage>, AppError> {
    let class = own_class(&session().await?, class).await?;
    let database = context().database;
    let seats = pupils(database.read(), class.id).await?;
    let places = whereabouts(database.read(), class.id, now() - LOOK_BACK).await?;
    let mut rows = Vec::new();
    for seat in &seats {
        let at = places.iter().rfind(|place| Some(place.visitor) == seat.visitor);
        rows.push(row(seat, at, locale).await?);
    }
    Reply::of(&LivePage {
        class: class_row(&class, count(&seats), locale),
        pupils: rows,
    })
}

/// Tells a pupil that one is on the way. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/come")]
pub async fn come_to_pupil(class: ClassId, pupil: PupilId, locale: Locale) -> Result<(), AppError> {
    own_class(&session().await?, class).await?;
    come(context().database.write(), class, pupil, now()).await?;
    redirect(locale, &format!("{}/nu", class_path(class)));
    Ok(())
}

/// Notes that a pupil has been helped. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/helped")]
pub async fn pupil_helped(class: ClassId, pupil: PupilId, locale: Locale) -> Result<(), AppError> {
    own_class(&session().await?, class).await?;
    note_helped(context().database.write(), class, pupil).await?;
    redirect(locale, &format!("{}/nu", class_path(class)));
    Ok(())
}

#[cfg(feature = "ssr")]
async fn row(seat: &Pupil, at: Option<&Whereabouts>, locale: Locale) -> AppResult<LiveRow> {
    let signs = Signs {
        is_here: seat.signed_in_until.is_some_and(|until| until > now()),
        has_asked: seat.asked_at.is_some(),
        help_is_coming: seat.coming_at.is_some(),
        failures: at.map_or(0, |at| at.failures),
    };
    let place = match at {
        Some(at) => place(at, locale).await?,
        None => None,
    };
    Ok(LiveRow {
        pupil: seat.id,
        name: seat.name.as_str().to_owned(),
        state: PupilState::of(signs),
        place,
    })
}

/// "Digital Post · Find brevet"; nothing for a step that is there no more.
#[cfg(feature = "ssr")]
async fn place(at: &Whereabouts, locale: Locale) -> AppResult<Option<String>> {
    let library = context().library;
    let lesson = library
        .outline(&at.course)
        .and_then(|outline| outline.steps().find(|place| place.step == at.step))
        .map(|place| place.lesson.clone());
    let topic = lesson.map(|lesson| HelpTopic {
        course: at.course.clone(),
        lesson,
        step: at.step.clone(),
    });
    let view = topic_view(topic.as_ref(), locale).await?;
    Ok(view.map(|view| format!("{} · {}", view.course_title, view.step_title)))
}
