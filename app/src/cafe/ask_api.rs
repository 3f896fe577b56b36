use domain::cafe::AskPage;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::{Asked, seen},
    super::server_words::kept_typed,
    crate::error::AppResult,
    crate::server_side::{
        CAFE_ASKED, CAFE_ATTEMPT, CAFE_DRAFT, context, forget, now, recall, redirect, remember, schedule,
        session,
    },
    domain::cafe::{AskAttempt, AskProblem, CafeText, HelpLanguage, QuestionCode},
    domain::homework::{Grade, Subject},
    store::cafe::{self, AskOutcome, NewQuestion},
};

/// The form by which one asks, with what was typed and refused. **Permissions**: anyone.
#[server(prefix = "/api", name = LoadAsk, endpoint = "cafe/ask-form", input = GetUrl)]
pub async fn ask_form() -> Result<Reply<AskPage>, AppError> {
    let session = session().await?;
    Reply::of(&AskPage {
        door: schedule().await?.cafe_hours().door(now()),
        attempt: recall(&session, CAFE_ATTEMPT).await?,
    })
}

/// Puts a question into the line, or says what is wrong with it and keeps what was typed. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "cafe/ask")]
pub async fn ask_question(
    locale: Locale,
    #[server(default)] subject: String,
    #[server(default)] grade: String,
    #[server(default)] language: String,
    #[server(default)] text: String,
) -> Result<(), AppError> {
    let session = session().await?;
    let asked = match read(&subject, &grade, &language, &text) {
        Ok(new) => ask(&new).await?,
        Err(problems) => Err(problems),
    };
    match asked {
        Ok(asked) => {
            remember(&session, CAFE_ASKED, &asked).await?;
            forget(&session, CAFE_ATTEMPT).await?;
            forget(&session, CAFE_DRAFT).await?;
            redirect(locale, "/lektier/cafe/rum");
        }
        Err(problems) => {
            let attempt = AskAttempt {
                subject: kept_typed(&subject),
                grade: kept_typed(&grade),
                language: kept_typed(&language),
                text: kept_typed(&text),
                problems,
            };
            remember(&session, CAFE_ATTEMPT, &attempt).await?;
            redirect(locale, "/lektier/cafe/spoerg");
        }
    }
    Ok(())
}

/// Takes the own question out of the line. One that somebody has just taken stays, and its room is shown.
/// **Permissions**: whoever has asked.
#[server(prefix = "/api", endpoint = "cafe/leave")]
pub async fn leave_line(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let database = context().database;
    let own = seen(&database, &session, None).await?;
    if cafe::withdraw(&database, own.question.id, now()).await? {
        forget(&session, CAFE_ASKED).await?;
        redirect(locale, "/lektier/cafe");
    } else {
        redirect(locale, "/lektier/cafe/rum");
    }
    Ok(())
}

/// Lets this browser forget its question; the code still opens it. **Permissions**: whoever has asked.
#[server(prefix = "/api", endpoint = "cafe/forget")]
pub async fn forget_question(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    forget(&session, CAFE_ASKED).await?;
    forget(&session, CAFE_DRAFT).await?;
    redirect(locale, "/lektier/cafe");
    Ok(())
}

/// Reads the form; everything that is wrong is told.
#[cfg(feature = "ssr")]
fn read(subject: &str, grade: &str, language: &str, text: &str) -> Result<NewQuestion, Vec<AskProblem>> {
    let subject = Subject::parse(subject).ok_or(AskProblem::NoSubject);
    let grade = grade.parse().ok().and_then(Grade::new).ok_or(AskProblem::NoGrade);
    let text = CafeText::parse(text).map_err(AskProblem::Text);
    match (subject, grade, text) {
        (Ok(subject), Ok(grade), Ok(text)) => Ok(NewQuestion {
            subject,
            grade,
            language: HelpLanguage::parse(language).unwrap_or(HelpLanguage::Danish),
            text,
            code: QuestionCode::from_random(rand::random()),
        }),
        (subject, grade, text) => Err([subject.err(), grade.err(), text.err()]
            .into_iter()
            .flatten()
            .collect()),
    }
}

#[cfg(feature = "ssr")]
async fn ask(new: &NewQuestion) -> AppResult<Result<Asked, Vec<AskProblem>>> {
    let context = context();
    let outcome = cafe::ask(&context.database, &context.code_key, new, now()).await?;
    Ok(match outcome {
        AskOutcome::Asked(id) => Ok(Asked {
            id,
            code: new.code.to_string(),
        }),
        AskOutcome::Full => Err(vec![AskProblem::LineFull]),
    })
}
