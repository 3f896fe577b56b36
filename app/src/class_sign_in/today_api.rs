//! What a pupil has today.

use domain::classroom::TodayPage;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::classroom::given::{courses_of, day_text, progress, work_path, work_title},
    crate::error::AppResult,
    crate::pupil_band::pupil_here,
    crate::server_side::{AppContext, PupilHere, context, session, today},
    crate::texts::Texts,
    domain::classroom::{AssignmentPhase, ClassEnding, PupilAssignment, PupilWork, TakenAlong, ends_soon},
    store::classroom::{Assignment, WhichCourses, assignments_of_pupil, latest_question, pupil_work},
    store::learning::has_code,
};

/// What the pupil is to do, has done, and will have to do. **Permissions**: anyone; one's own device.
#[server(prefix = "/api", name = LoadToday, endpoint = "classroom/today", input = GetUrl)]
pub async fn today_page(locale: Locale) -> Result<Reply<TodayPage>, AppError> {
    let mut page = TodayPage {
        band: None,
        class: None,
        question: None,
        ending: None,
        to_do: Vec::new(),
        done: Vec::new(),
        coming: Vec::new(),
    };
    let Some(here) = pupil_here(&session().await?).await? else {
        return Reply::of(&page);
    };
    page.ending = ending(&here, locale).await?;
    let PupilHere { pupil, band, .. } = here;
    let context = context();
    let read = context.database.read();
    let given = assignments_of_pupil(read, (pupil.class, pupil.id)).await?;
    let work = pupil_work(read, &pupil, WhichCourses::These(&courses_of(&given))).await?;
    let shown = given
        .iter()
        .filter_map(|given| view(&context, Texts::of(locale), given, &work));
    for assignment in shown {
        let list = match assignment.phase {
            _ if assignment.progress.is_done() => &mut page.done,
            AssignmentPhase::Coming => &mut page.coming,
            AssignmentPhase::Open | AssignmentPhase::Overdue => &mut page.to_do,
        };
        list.push(assignment);
    }
    page.band = Some(band);
    page.class = Some(pupil.class);
    let question = latest_question(read, pupil.class).await?;
    page.question = question
        .filter(|question| question.is_open)
        .map(|question| question.question);
    Reply::of(&page)
}

/// Tells of the end of the class while there is time to take along what was learned.
#[cfg(feature = "ssr")]
async fn ending(here: &PupilHere, locale: Locale) -> AppResult<Option<ClassEnding>> {
    let last_day = here.class.ends_on;
    if !ends_soon(last_day, today()) {
        return Ok(None);
    }
    let taken = match here.pupil.visitor {
        Some(visitor) if has_code(context().database.read(), visitor).await? => TakenAlong::ByCode,
        _ => TakenAlong::NotYet,
    };
    let last_day = day_text(last_day, locale);
    Ok(Some(ClassEnding { last_day, taken }))
}

/// Nothing for what is in the content no more.
#[cfg(feature = "ssr")]
fn view(context: &AppContext, texts: Texts, given: &Assignment, work: &PupilWork) -> Option<PupilAssignment> {
    let library = &context.library;
    Some(PupilAssignment {
        title: work_title(library, texts, &given.work)?,
        path: work_path(library, &given.work, work)?,
        progress: progress(library, given, work)?,
        phase: given.days.phase(today()),
        from: day_text(given.days.from(), texts.locale()),
        due: day_text(given.days.due(), texts.locale()),
    })
}
