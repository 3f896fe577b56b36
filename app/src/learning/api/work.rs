//! A visitor's work in the first door: read from the database and the session, and changed.

use std::collections::HashMap;

use content::VisitorWork;
use domain::ids::{CourseId, LessonId, StepId, VisitorId};
use domain::learning::{AnswerAttempt, FilmProvider, LessonRecord, Reading, ReviewCard, StepRecord};
use domain::locale::Locale;
use serde::{Deserialize, Serialize};
use store::classroom;
use store::learning::{self, Fsrs, GradedAnswer};
use store::{ConnectionTrait, StoreError};

use crate::error::AppResult;
use crate::server_side::{
    ANSWER_ATTEMPT, FILMS, READING, Session, context, forget, now, pupil, recall, remember, visitor,
    visitor_or_new,
};
use crate::tutor::{TOGETHER, is_at_step};

/// What a visitor has done in one course.
#[derive(Default)]
pub(super) struct Work {
    pub(super) records: Vec<StepRecord>,
    /// The lessons that the visitor has begun.
    pub(super) lessons: Vec<LessonRecord>,
}

impl Work {
    /// What has been done on steps, for pages that show nothing of lessons.
    pub(super) async fn on_steps(session: &Session, course: &CourseId) -> AppResult<Self> {
        let records = match visitor(session).await? {
            Some(visitor) => learning::records(context().database.read(), visitor, course).await?,
            None => Vec::new(),
        };
        Ok(Self {
            records,
            lessons: Vec::new(),
        })
    }

    /// Nothing for somebody who has kept nothing yet.
    pub(super) async fn of_visitor(session: &Session, course: &CourseId) -> AppResult<Self> {
        match visitor(session).await? {
            Some(visitor) => Self::load(context().database.read(), visitor, course).await,
            None => Ok(Self::default()),
        }
    }

    async fn load(
        connection: &impl ConnectionTrait,
        visitor: VisitorId,
        course: &CourseId,
    ) -> AppResult<Self> {
        Ok(Self {
            records: learning::records(connection, visitor, course).await?,
            lessons: learning::lesson_records(connection, visitor, course).await?,
        })
    }

    /// As the content's views ask for it.
    pub(super) fn view(&self) -> VisitorWork<'_> {
        VisitorWork {
            records: &self.records,
            lessons: &self.lessons,
        }
    }

    pub(super) fn record(&self, step: &StepId) -> Option<&StepRecord> {
        self.records.iter().find(|record| record.step == *step)
    }

    /// The latest answer on a step; for an exercise, the path that was taken.
    pub(super) fn given(&self, step: &StepId) -> &[String] {
        let latest = self.record(step).and_then(|record| record.latest.as_ref());
        latest.map_or(&[], |latest| latest.given.as_slice())
    }
}

/// Something that a visitor has done on a step.
pub(super) enum Deed<'a> {
    Answered {
        given: &'a [String],
        correct: bool,
    },
    /// Came on in an exercise, by this path from its start.
    WentOn {
        path: &'a [String],
    },
    TookHint,
    MovedOn,
}

/// Keeps a deed and what follows from it: that the lesson has been begun or learned, and that a missed question comes back.
/// The visitor is somebody from now on.
pub(super) async fn keep(
    session: &Session,
    course: &CourseId,
    step: &StepId,
    deed: Deed<'_>,
) -> AppResult<()> {
    let visitor = visitor_or_new(session).await?;
    let transaction = context().database.begin().await?;
    let now = now();
    match deed {
        Deed::Answered { given, correct } => {
            let answer = GradedAnswer {
                course,
                step,
                given,
                correct,
            };
            learning::save_answer(&transaction, visitor, answer, now).await?;
        }
        Deed::WentOn { path } => {
            learning::save_path(&transaction, visitor, course, step, path, now).await?;
        }
        Deed::TookHint => learning::note_hint(&transaction, visitor, course, step, now).await?,
        Deed::MovedOn => learning::mark_done(&transaction, visitor, course, step, now).await?,
    }
    let work = Work::load(&transaction, visitor, course).await?;
    note_lesson(&transaction, visitor, course, step, &work).await?;
    note_missed(&transaction, visitor, course, step, &work).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    if let Some(pupil) = pupil(session).await? {
        classroom::tell(&context().database, pupil.class).await;
    }
    Ok(())
}

/// Freezes the goal of a lesson that is begun, and notes when it has been reached.
async fn note_lesson(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
    step: &StepId,
    work: &Work,
) -> AppResult<()> {
    let library = context().library;
    let lesson = library
        .outline(course)
        .and_then(|outline| outline.lesson_of(step));
    // Exercises by themselves belong to no lesson.
    let Some(lesson) = lesson else { return Ok(()) };
    let begun = work.lessons.iter().find(|begun| begun.lesson == lesson.id);
    let before = begun
        .cloned()
        .unwrap_or_else(|| LessonRecord::start(lesson, now()));
    let mut after = before.clone();
    after.note(lesson.progress(&work.records, Some(&before)), now());
    if begun.is_none() || after != before {
        learning::save_lesson(connection, visitor, course, &after).await?;
    }
    Ok(())
}

/// A question that was missed at first comes back another day.
async fn note_missed(
    connection: &impl ConnectionTrait,
    visitor: VisitorId,
    course: &CourseId,
    step: &StepId,
    work: &Work,
) -> AppResult<()> {
    let is_question = context()
        .library
        .question(course, step, Locale::default())
        .is_some();
    let card = work
        .record(step)
        .filter(|_| is_question)
        .and_then(|record| ReviewCard::of_missed(&Fsrs::default(), course, record));
    if let Some(card) = card {
        learning::add_card(connection, visitor, &card).await?;
    }
    Ok(())
}

/// Everything a visitor has done, by course.
pub(super) async fn records_of_all_courses(
    session: &Session,
) -> AppResult<HashMap<CourseId, Vec<StepRecord>>> {
    let Some(visitor) = visitor(session).await? else {
        return Ok(HashMap::new());
    };
    let records = learning::records_of_all_courses(context().database.read(), visitor).await?;
    Ok(records.into_iter().collect())
}

/// The course under which exercises are kept that are done by themselves.
pub(super) fn exercise_course() -> CourseId {
    CourseId::parse("oevelser").expect("it has the alphabet of ids")
}

pub(super) fn step_path(course: &CourseId, lesson: &LessonId, step: &StepId) -> String {
    format!("/laer/{course}/{lesson}/{step}")
}

/// The page that somebody goes back to who has done something on a step: the step's own, or the one that they share with a
/// helper.
pub(super) async fn page_of_step(
    session: &Session,
    course: &CourseId,
    lesson: &LessonId,
    step: &StepId,
) -> AppResult<String> {
    Ok(if is_at_step(session, course, step).await? {
        TOGETHER.to_owned()
    } else {
        step_path(course, lesson, step)
    })
}

/// An answer that could not be graded, and the step it belongs to.
#[derive(Serialize, Deserialize)]
struct KeptAttempt {
    course: CourseId,
    step: StepId,
    attempt: AnswerAttempt,
}

/// The answer on a step that could not be graded, until one can.
pub(super) async fn attempt(
    session: &Session,
    course: &CourseId,
    step: &StepId,
) -> AppResult<Option<AnswerAttempt>> {
    let kept: Option<KeptAttempt> = recall(session, ANSWER_ATTEMPT).await?;
    let here = kept.filter(|kept| kept.course == *course && kept.step == *step);
    Ok(here.map(|kept| kept.attempt))
}

pub(super) async fn keep_attempt(
    session: &Session,
    course: &CourseId,
    step: &StepId,
    attempt: AnswerAttempt,
) -> AppResult<()> {
    let kept = KeptAttempt {
        course: course.clone(),
        step: step.clone(),
        attempt,
    };
    remember(session, ANSWER_ATTEMPT, &kept).await
}

pub(super) async fn forget_attempt(session: &Session) -> AppResult<()> {
    forget(session, ANSWER_ATTEMPT).await
}

/// How the visitor wants to read.
pub async fn reading(session: &Session) -> AppResult<Reading> {
    Ok(recall(session, READING).await?.unwrap_or_default())
}

pub(super) async fn set_reading(session: &Session, reading: Reading) -> AppResult<()> {
    remember(session, READING, &reading).await
}

/// Whose films the visitor has agreed to.
pub(super) async fn film_providers(session: &Session) -> AppResult<Vec<FilmProvider>> {
    Ok(recall(session, FILMS).await?.unwrap_or_default())
}

pub(super) async fn set_film_provider(
    session: &Session,
    provider: FilmProvider,
    agreed: bool,
) -> AppResult<()> {
    let mut providers = film_providers(session).await?;
    providers.retain(|other| *other != provider);
    providers.extend(agreed.then_some(provider));
    remember(session, FILMS, &providers).await
}
