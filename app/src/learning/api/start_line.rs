//! The start-line check: which courses somebody should take, and in what order.

use domain::ids::CourseId;
use domain::learning::StartLinePage;
use domain::learning::start_line::{Goal, Reply as Said};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::work::records_of_all_courses,
    crate::error::AppResult,
    crate::server_side::{
        START_LINE, Session, context, forget, recall, redirect, remember, schedule, session,
    },
    domain::cpr::hide_cpr_in_each,
    domain::learning::question::{AnswerAttempt, AnswerProblem},
    domain::learning::start_line::{Answer, Form, StartLine},
    serde::{Deserialize, Serialize},
};

/// Where the check stands.
#[cfg(feature = "ssr")]
const PATH: &str = "/laer/startlinje";

/// How far somebody has come in the check. It lives in the session and is nobody's progress.
#[cfg(feature = "ssr")]
#[derive(Serialize, Deserialize)]
struct Check {
    goal: Goal,
    answers: Vec<Answer>,
    /// A task's answer that could not be graded.
    attempt: Option<AnswerAttempt>,
}

/// The check, as far as the visitor has come. **Permissions**: anyone; the answers are the visitor's own.
#[server(prefix = "/api", name = LoadStartLine, endpoint = "learning/start-line", input = GetUrl)]
pub async fn start_line(locale: Locale) -> Result<Reply<StartLinePage>, AppError> {
    let session = session().await?;
    let (library, schedule) = (context().library, schedule().await?);
    let (Some(check), Some(graph)) = (
        recall::<Check>(&session, START_LINE).await?,
        library.start_graph(),
    ) else {
        return Reply::of(&StartLinePage::Goals);
    };
    let line = StartLine::resume(graph, check.goal, &check.answers);
    let question = line.question().and_then(|question| {
        let asked = check.answers.len();
        library.start_question(&question, asked, check.attempt, locale, &schedule.municipality)
    });
    if let Some(question) = question {
        return Reply::of(&StartLinePage::Question(question));
    }
    let records = records_of_all_courses(&session).await?;
    Reply::of(&StartLinePage::Path(library.start_path(
        line.path(),
        locale,
        &records,
    )))
}

/// Chooses what one has come for, which begins the check. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/start-line/goal")]
pub async fn choose_goal(
    locale: Locale,
    /// A form in which nothing is chosen sends none.
    #[server(default)]
    goal: Option<Goal>,
) -> Result<(), AppError> {
    let Some(goal) = goal else {
        redirect(locale, &format!("{PATH}?svar=mangler"));
        return Ok(());
    };
    let check = Check {
        goal,
        answers: Vec::new(),
        attempt: None,
    };
    remember(&session().await?, START_LINE, &check).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Answers a question about oneself, or passes over a task. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/start-line/reply")]
pub async fn reply_to_start(
    course: CourseId,
    locale: Locale,
    #[server(default)] reply: Option<Said>,
) -> Result<(), AppError> {
    let session = session().await?;
    // Whether a task was solved is not for the browser to say.
    let said = reply.filter(|reply| !matches!(reply, Said::Solved | Said::NotSolved));
    match said {
        Some(reply) => {
            note(&session, course, reply).await?;
            redirect(locale, PATH);
        }
        None => redirect(locale, &format!("{PATH}?svar=mangler")),
    }
    Ok(())
}

/// Tries the check's task. Nothing is said about how it went. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/start-line/task")]
pub async fn try_start_task(
    course: CourseId,
    locale: Locale,
    #[server(default)] given: Vec<String>,
) -> Result<(), AppError> {
    let session = session().await?;
    let library = context().library;
    let Some(mut check) = recall::<Check>(&session, START_LINE).await? else {
        redirect(locale, PATH);
        return Ok(());
    };
    let graph = library.start_graph().ok_or(AppError::NotFound)?;
    let asked = StartLine::resume(graph, check.goal, &check.answers).question();
    let place = asked
        .filter(|question| question.course == course)
        .and_then(|question| match question.form {
            Form::Task(place) => Some(place),
            Form::SelfReport => None,
        });
    // Sent twice, or from a page of before: the visitor sees what is asked now.
    let Some(place) = place else {
        redirect(locale, PATH);
        return Ok(());
    };
    let question = library
        .question(&course, &place.step, locale)
        .ok_or(AppError::NotFound)?;
    let given = hide_cpr_in_each(&given);
    match question.grade(&given) {
        Ok(graded) => {
            let reply = if graded.correct {
                Said::Solved
            } else {
                Said::NotSolved
            };
            note(&session, course, reply).await?;
        }
        Err(invalid) => {
            let problem = AnswerProblem::try_from(invalid).map_err(|_| AppError::Invalid)?;
            check.attempt = Some(AnswerAttempt { given, problem });
            remember(&session, START_LINE, &check).await?;
        }
    }
    redirect(locale, PATH);
    Ok(())
}

/// Begins the check again. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/start-line/again")]
pub async fn start_over(locale: Locale) -> Result<(), AppError> {
    forget(&session().await?, START_LINE).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Adds an answer. One to something else than what is asked now changes nothing.
#[cfg(feature = "ssr")]
async fn note(session: &Session, course: CourseId, reply: Said) -> AppResult<()> {
    let Some(mut check) = recall::<Check>(session, START_LINE).await? else {
        return Ok(());
    };
    let library = context().library;
    let asked = library
        .start_graph()
        .and_then(|graph| StartLine::resume(graph, check.goal, &check.answers).question());
    if asked.is_some_and(|question| question.course == course) {
        check.answers.push(Answer { course, reply });
        check.attempt = None;
        remember(session, START_LINE, &check).await?;
    }
    Ok(())
}
