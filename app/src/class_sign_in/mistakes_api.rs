//! A pupil's own mistakes.

use domain::classroom::MistakesPage;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::server_side::{context, schedule, session, visitor},
    content::Library,
    domain::classroom::Mistake,
    domain::ids::CourseId,
    domain::learning::{ReviewSeen, StepRecord},
    domain::municipality::Municipality,
    store::learning::records_of_all_courses,
};

/// What is shown at most: more would be no help.
#[cfg(feature = "ssr")]
const MOST: usize = 30;

/// The answers that are wrong still, with what the course says of them. **Permissions**: anyone; one's own answers.
#[server(prefix = "/api", name = LoadMistakes, endpoint = "classroom/mistakes", input = GetUrl)]
pub async fn mistakes(locale: Locale) -> Result<Reply<MistakesPage>, AppError> {
    let schedule = schedule().await?;
    let context = context();
    let records = match visitor(&session().await?).await? {
        Some(visitor) => records_of_all_courses(context.database.read(), visitor).await?,
        None => std::collections::BTreeMap::new(),
    };
    let mut wrong: Vec<_> = records
        .iter()
        .flat_map(|(course, records)| records.iter().map(move |record| (course, record)))
        .filter_map(|(course, record)| Some((record.latest.as_ref()?.at, course, record)))
        .filter(|(_, _, record)| record.failures > 0)
        .collect();
    wrong.sort_by_key(|(at, _, _)| std::cmp::Reverse(*at));
    let mistakes = wrong
        .into_iter()
        .filter_map(|(_, course, record)| {
            mistake(&context.library, course, record, locale, &schedule.municipality)
        })
        .take(MOST);
    Reply::of(&MistakesPage {
        mistakes: mistakes.collect(),
    })
}

/// `None` for what is no question, or none any more: an exercise says itself what went wrong.
#[cfg(feature = "ssr")]
fn mistake(
    library: &Library,
    course: &CourseId,
    record: &StepRecord,
    locale: Locale,
    municipality: &Municipality,
) -> Option<Mistake> {
    let seen = ReviewSeen {
        course: course.clone(),
        step: record.step.clone(),
        given: record.latest.as_ref()?.given.clone(),
    };
    Some(Mistake {
        course_title: library.course_titles(course, locale)?.title,
        step_title: library.step_title(course, &record.step, locale, municipality)?,
        seen: library.review_feedback(&seen, locale, municipality)?,
    })
}
