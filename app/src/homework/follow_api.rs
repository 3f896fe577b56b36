use domain::ids::FollowId;
use domain::learning::FollowPage;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::drills::drill_title,
    crate::error::AppResult,
    crate::server_side::{
        FOLLOW_ATTEMPT, context, forget, now, recall, redirect, remember, session, visitor, visitor_or_new,
    },
    crate::texts::Texts,
    domain::cpr::hide_cpr,
    domain::ids::VisitorId,
    domain::learning::{
        CodeProblem, FollowAttempt, FollowCode, FollowProblem, FollowedChild, FollowedCourse, FollowedDrill,
    },
    domain::time::{date_in_denmark, short_date},
    std::collections::HashMap,
    store::homework::{self, FollowOutcome, Followed},
    store::learning,
};

/// Where all of it stands.
#[cfg(feature = "ssr")]
const PATH: &str = "/lektier/foelg";

/// What is kept of a code that led nowhere, in characters.
#[cfg(feature = "ssr")]
const LONGEST_ATTEMPT: usize = 100;

/// Those whom the visitor follows, with what they have worked on and no answers. **Permissions**: whoever has typed in their
/// code, as long as they let them.
#[server(prefix = "/api", endpoint = "homework/follow", input = GetUrl)]
pub async fn followed_children(locale: Locale) -> Result<Reply<FollowPage>, AppError> {
    let session = session().await?;
    let mut children = Vec::new();
    if let Some(follower) = visitor(&session).await? {
        for followed in homework::followed(context().database.read(), follower).await? {
            children.push(child(&followed, locale).await?);
        }
    }
    Reply::of(&FollowPage {
        children,
        attempt: recall(&session, FOLLOW_ATTEMPT).await?,
    })
}

/// Begins to follow whoever made the code, or says why not. **Permissions**: whoever has the code.
#[server(prefix = "/api", endpoint = "homework/follow/begin")]
pub async fn follow_child(locale: Locale, #[server(default)] code: String) -> Result<(), AppError> {
    let session = session().await?;
    let problem = match FollowCode::parse(&code) {
        Ok(code) => redeem(&code, visitor_or_new(&session).await?).await?,
        Err(_) => Some(FollowProblem::Code(CodeProblem::NotACode)),
    };
    match problem {
        None => forget(&session, FOLLOW_ATTEMPT).await?,
        Some(problem) => {
            let typed = hide_cpr(&code).chars().take(LONGEST_ATTEMPT).collect();
            remember(&session, FOLLOW_ATTEMPT, &FollowAttempt { problem, typed }).await?;
        }
    }
    redirect(locale, PATH);
    Ok(())
}

/// Ends following somebody. **Permissions**: anyone; for whom the visitor follows.
#[server(prefix = "/api", endpoint = "homework/follow/end")]
pub async fn unfollow_child(child: FollowId, locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    if visitor(&session).await?.is_some() {
        let follower = visitor_or_new(&session).await?;
        homework::stop_following(context().database.write(), follower, child).await?;
    }
    redirect(locale, PATH);
    Ok(())
}

#[cfg(feature = "ssr")]
async fn redeem(code: &FollowCode, follower: VisitorId) -> AppResult<Option<FollowProblem>> {
    let context = context();
    let outcome = homework::follow(&context.database, &context.code_key, code, follower, now()).await?;
    Ok(match outcome {
        FollowOutcome::Followed => None,
        FollowOutcome::Unknown => Some(FollowProblem::Code(CodeProblem::Unknown)),
        FollowOutcome::TooManyGuesses => Some(FollowProblem::Code(CodeProblem::TooMany)),
        FollowOutcome::Own => Some(FollowProblem::Own),
        FollowOutcome::Full => Some(FollowProblem::Full),
    })
}

/// What is shown of somebody who is followed.
#[cfg(feature = "ssr")]
async fn child(followed: &Followed, locale: Locale) -> AppResult<FollowedChild> {
    let read = context().database;
    let practised = homework::practised(read.read(), followed.visitor).await?;
    let texts = Texts::of(locale);
    let drills = practised.into_iter().map(|practised| FollowedDrill {
        title: drill_title(texts, practised.drill.kind).to_owned(),
        level: practised.drill.level,
        done: practised.done,
        right: practised.right,
    });
    Ok(FollowedChild {
        id: followed.id,
        since: short_date(date_in_denmark(followed.since), locale),
        courses: courses(followed.visitor, locale).await?,
        drills: drills.collect(),
    })
}

/// The courses that somebody has begun.
#[cfg(feature = "ssr")]
async fn courses(visitor: VisitorId, locale: Locale) -> AppResult<Vec<FollowedCourse>> {
    let context = context();
    let read = context.database.read();
    let records: HashMap<_, _> = learning::records_of_all_courses(read, visitor)
        .await?
        .into_iter()
        .collect();
    let lessons = learning::lesson_records_of_all_courses(read, visitor).await?;
    let cards = context.library.course_cards(locale, &records).into_iter();
    let begun = cards.filter(|card| records.contains_key(&card.id)).map(|card| {
        let begun = lessons.get(&card.id).map_or(&[][..], Vec::as_slice);
        let ready: Vec<_> = begun.iter().filter(|lesson| lesson.ready_at.is_some()).collect();
        FollowedCourse {
            title: card.title,
            locale: card.locale,
            lessons_ready: domain::count(&ready),
            lessons: card.lessons,
            steps_done: card.progress.done,
            steps: card.progress.total,
        }
    });
    Ok(begun.collect())
}
