#[cfg(feature = "ssr")]
use domain::drills::Drill;
use domain::drills::{DrillKind, DrillPage, DrillsPage, Level, Seed, SheetPage};
use domain::homework::{Grade, Subject};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::wording,
    crate::error::AppResult,
    crate::pupil_band::count_practice,
    crate::server_side::{DRILLS, Session, context, now, recall, redirect, remember, session, visitor},
    crate::texts::Texts,
    domain::drills::{CurrentExercise, DrillWork, worksheet},
    domain::pages::SearchKind,
    store::homework,
};

/// What can be practised in a subject and a grade. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "drills/list", input = GetUrl)]
pub async fn drills(
    subject: Option<Subject>,
    grade: Option<Grade>,
    locale: Locale,
) -> Result<Reply<DrillsPage>, AppError> {
    let work = work(&session().await?).await?;
    Reply::of(&wording::drills_page(Texts::of(locale), &work, subject, grade))
}

/// The exercise that the visitor is at in a drill, or a new one. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "drills/exercise", input = GetUrl)]
pub async fn drill_exercise(
    kind: DrillKind,
    level: Level,
    locale: Locale,
) -> Result<Reply<DrillPage>, AppError> {
    let drill = Drill { kind, level };
    let work = work(&session().await?).await?;
    let current = work
        .current(drill)
        .cloned()
        .unwrap_or_else(|| CurrentExercise::new(drill, new_seed()));
    let practice = work.practice(drill);
    Reply::of(&wording::drill_page(Texts::of(locale), &current, &practice))
}

/// A worksheet: that of a seed, or a new one. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "drills/sheet", input = GetUrl)]
pub async fn drill_sheet(
    kind: DrillKind,
    level: Level,
    seed: Option<Seed>,
    locale: Locale,
) -> Result<Reply<SheetPage>, AppError> {
    let drill = Drill { kind, level };
    let seed = seed.unwrap_or_else(new_sheet);
    let exercises = worksheet(drill, seed);
    Reply::of(&wording::sheet_page(Texts::of(locale), drill, seed, &exercises))
}

/// Grades an answer; the exercise's page shows how it went. For somebody who is followed it is counted. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "drills/answer")]
pub async fn answer_drill(
    kind: DrillKind,
    level: Level,
    seed: Seed,
    locale: Locale,
    #[server(default)] given: Vec<String>,
) -> Result<(), AppError> {
    let drill = Drill { kind, level };
    let session = session().await?;
    let mut work = work(&session).await?;
    let more = work.answer(drill, seed, given);
    remember(&session, DRILLS, &work).await?;
    count_practice(&session, drill, more).await?;
    if let Some(visitor) = visitor(&session).await? {
        homework::note_practice(context().database.write(), visitor, drill, more, now()).await?;
    }
    redirect(locale, &super::drill_page::drill_path(drill));
    Ok(())
}

/// Shows the next step of an exercise. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "drills/hint")]
pub async fn drill_hint(kind: DrillKind, level: Level, seed: Seed, locale: Locale) -> Result<(), AppError> {
    let drill = Drill { kind, level };
    change(drill, locale, |work| work.hint(drill, seed)).await
}

/// Goes on to another exercise. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "drills/next")]
pub async fn next_drill(kind: DrillKind, level: Level, locale: Locale) -> Result<(), AppError> {
    let drill = Drill { kind, level };
    change(drill, locale, |work| work.begin(drill, new_seed())).await
}

/// Practice, for a search: it is found by what can be practised too.
#[cfg(feature = "ssr")]
pub fn search_entries(locale: Locale) -> Vec<content::SearchEntry> {
    let texts = Texts::of(locale);
    let kinds = DrillKind::ALL.map(|kind| wording::title(texts, kind).to_owned());
    vec![content::SearchEntry {
        kind: SearchKind::Page,
        path: "/lektier/oev".to_owned(),
        title: texts.drills_title().to_owned(),
        summary: texts.drills_lead().to_owned(),
        keywords: [vec![texts.drills_keywords().to_owned()], kinds.into()].concat(),
        locale,
    }]
}

/// Practice that fits a subject and a grade: title and path.
#[cfg(feature = "ssr")]
pub fn fitting_drills(subject: Subject, grade: Grade, locale: Locale) -> Vec<(String, String)> {
    let page = wording::drills_page(
        Texts::of(locale),
        &DrillWork::default(),
        Some(subject),
        Some(grade),
    );
    let path = |card: &domain::drills::DrillCard| {
        let level = card.levels.first()?.level;
        let kind = card.kind;
        Some(super::drill_page::drill_path(Drill { kind, level }))
    };
    page.drills
        .into_iter()
        .filter_map(|card| path(&card).map(|path| (card.title, path)))
        .collect()
}

/// Changes what the session keeps of the practice, and leads back to the exercise.
#[cfg(feature = "ssr")]
async fn change(drill: Drill, locale: Locale, change: impl FnOnce(&mut DrillWork)) -> AppResult<()> {
    let session = session().await?;
    let mut work = work(&session).await?;
    change(&mut work);
    remember(&session, DRILLS, &work).await?;
    redirect(locale, &super::drill_page::drill_path(drill));
    Ok(())
}

#[cfg(feature = "ssr")]
async fn work(session: &Session) -> AppResult<DrillWork> {
    Ok(recall(session, DRILLS).await?.unwrap_or_default())
}

#[cfg(feature = "ssr")]
fn new_seed() -> Seed {
    Seed::new(rand::random())
}

/// The number of a worksheet stands on the paper, so it is a short one.
#[cfg(feature = "ssr")]
fn new_sheet() -> Seed {
    Seed::new(rand::random_range(1000..10_000))
}
