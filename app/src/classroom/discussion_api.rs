//! A question that a class answers together.

use domain::classroom::DiscussionPage;
use domain::ids::ClassId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::{class_path, class_row, own_class},
    crate::server_side::{
        DISCUSSION_ATTEMPT, context, forget, now, recall, redirect, remember, schedule, session,
    },
    domain::classroom::{DiscussionForm, DiscussionProblem},
    domain::count,
    domain::cpr::hide_cpr,
    domain::ids::CourseId,
    serde::{Deserialize, Serialize},
    store::classroom::{close_question, latest_question, pupils, put_question, tell},
};

/// What is kept of a question that was refused, in characters.
#[cfg(feature = "ssr")]
const KEPT: usize = 2000;

/// A question that was refused.
#[cfg(feature = "ssr")]
#[derive(Serialize, Deserialize)]
struct Attempt {
    class: ClassId,
    form: DiscussionForm,
    problems: Vec<DiscussionProblem>,
}

/// The class's question with its answers in numbers, and what can be asked next. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", name = LoadDiscussion, endpoint = "classroom/discussion", input = GetUrl)]
pub async fn discussion(
    class: ClassId,
    #[server(default)] course: String,
    locale: Locale,
) -> Result<Reply<DiscussionPage>, AppError> {
    let session = session().await?;
    let class = own_class(&session, class).await?;
    let schedule = schedule().await?;
    let context = context();
    let (library, read) = (&context.library, context.database.read());
    let attempt: Option<Attempt> = recall(&session, DISCUSSION_ATTEMPT).await?;
    let attempt = attempt.filter(|attempt| attempt.class == class.id);
    let (form, problems) = attempt.map_or_else(Default::default, |attempt| (attempt.form, attempt.problems));
    let course = CourseId::parse(&course).ok();
    let questions =
        course.map(|course| library.discussion_questions(&course, locale, &schedule.municipality));
    Reply::of(&DiscussionPage {
        class: class_row(&class, count(&pupils(read, class.id).await?), locale),
        current: latest_question(read, class.id).await?,
        form,
        problems,
        courses: library.all_course_titles(locale),
        questions: questions.unwrap_or_default(),
    })
}

/// Puts a question to the class, or says what is missing and keeps what was typed. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/put-question")]
pub async fn put_to_class(
    class: ClassId,
    locale: Locale,
    #[server(default)] question: String,
    #[server(default)] answers: String,
) -> Result<(), AppError> {
    let session = session().await?;
    own_class(&session, class).await?;
    let form = DiscussionForm { question, answers };
    match form.read() {
        Ok(question) => {
            let database = context().database;
            put_question(&database, class, &question, now()).await?;
            tell(&database, class).await;
            forget(&session, DISCUSSION_ATTEMPT).await?;
        }
        Err(problems) => {
            let short = |text: &str| hide_cpr(&text.chars().take(KEPT).collect::<String>());
            let form = DiscussionForm {
                question: short(&form.question),
                answers: short(&form.answers),
            };
            let attempt = Attempt {
                class,
                form,
                problems,
            };
            remember(&session, DISCUSSION_ATTEMPT, &attempt).await?;
        }
    }
    redirect(locale, &format!("{}/spoergsmaal", class_path(class)));
    Ok(())
}

/// Closes the question: its answers stay as numbers. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/close-question")]
pub async fn close_discussion(class: ClassId, locale: Locale) -> Result<(), AppError> {
    own_class(&session().await?, class).await?;
    let database = context().database;
    close_question(&database, class, now()).await?;
    tell(&database, class).await;
    redirect(locale, &format!("{}/spoergsmaal", class_path(class)));
    Ok(())
}
