use domain::cafe::CafePage;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::Asked,
    crate::error::AppResult,
    crate::server_side::{
        CAFE_ASKED, CAFE_CODE, context, forget, now, recall, redirect, remember, schedule, session,
    },
    crate::texts::Texts,
    domain::appointments::Schedule,
    domain::cafe::{CafeFilter, CafeSite, CafeView, CodeProblem, HelpLanguage, HomeworkCafe, QuestionCode},
    domain::homework::Subject,
    domain::opening::WeeklyHours,
    domain::pages::SearchKind,
    domain::time::weekday_name,
    store::ByCode,
    store::cafe::find_by_code,
};

/// Where there is help of the kind that is looked for (in the order in which `CafeFilter` reads it), and whether the online
/// café is open. **Permissions**: anyone.
#[server(prefix = "/api", name = LoadCafe, endpoint = "cafe", input = GetUrl)]
pub async fn cafe(
    locale: Locale,
    #[server(default)] wishes: [String; 5],
) -> Result<Reply<CafePage>, AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let asked: Option<Asked> = recall(&session, CAFE_ASKED).await?;
    let filter = CafeFilter::read(wishes.each_ref().map(String::as_str));
    Reply::of(&CafePage {
        door: schedule.cafe_hours().door(now()),
        places: places(&schedule, locale),
        cafes: found(&schedule, &filter, locale),
        filter,
        has_question: asked.is_some(),
        code_problem: recall(&session, CAFE_CODE).await?,
    })
}

/// Opens the question of a code in this browser. **Permissions**: whoever has the code.
#[server(prefix = "/api", endpoint = "cafe/open-by-code")]
pub async fn open_by_code(locale: Locale, #[server(default)] code: String) -> Result<(), AppError> {
    let session = session().await?;
    match asked_with(&code).await? {
        Ok(asked) => {
            remember(&session, CAFE_ASKED, &asked).await?;
            forget(&session, CAFE_CODE).await?;
            redirect(locale, "/lektier/cafe/rum");
        }
        Err(problem) => {
            remember(&session, CAFE_CODE, &problem).await?;
            redirect(locale, "/lektier/cafe");
        }
    }
    Ok(())
}

/// The café as one thing that a search finds.
#[cfg(feature = "ssr")]
pub fn search_entry(locale: Locale) -> content::SearchEntry {
    let texts = Texts::of(locale);
    content::SearchEntry {
        kind: SearchKind::Page,
        path: "/lektier/cafe".to_owned(),
        title: texts.cafe_title().to_owned(),
        summary: texts.cafe_card_line().to_owned(),
        keywords: vec![texts.cafe_keywords().to_owned()],
        locale,
    }
}

#[cfg(feature = "ssr")]
async fn asked_with(typed: &str) -> AppResult<Result<Asked, CodeProblem>> {
    let Ok(code) = QuestionCode::parse(typed) else {
        return Ok(Err(CodeProblem::NotACode));
    };
    let context = context();
    Ok(
        match find_by_code(&context.database, &context.code_key, &code, now()).await? {
            ByCode::Found(question) => Ok(Asked {
                id: question.id,
                code: code.to_string(),
            }),
            ByCode::Unknown => Err(CodeProblem::Unknown),
            ByCode::TooManyGuesses => Err(CodeProblem::TooMany),
        },
    )
}

/// The places that have a café.
#[cfg(feature = "ssr")]
fn places(schedule: &Schedule, locale: Locale) -> Vec<(String, String)> {
    let named = |cafe: &HomeworkCafe| {
        let location = schedule.location(&cafe.location)?;
        Some((cafe.location.to_string(), location.name.get(locale).to_owned()))
    };
    schedule.homework.cafes.iter().filter_map(named).collect()
}

#[cfg(feature = "ssr")]
fn found(schedule: &Schedule, filter: &CafeFilter, locale: Locale) -> Vec<CafeView> {
    let found = filter.find(&schedule.homework);
    let online = found.online.then(|| CafeView {
        place: None,
        hours: hours_texts(&schedule.homework.online, locale),
        languages: HelpLanguage::ALL.into(),
        subjects: Subject::ALL.into(),
        booked_as: None,
    });
    let tables = found
        .tables
        .into_iter()
        .filter_map(|cafe| cafe_view(schedule, cafe, locale));
    online.into_iter().chain(tables).collect()
}

#[cfg(feature = "ssr")]
fn cafe_view(schedule: &Schedule, cafe: &HomeworkCafe, locale: Locale) -> Option<CafeView> {
    let location = schedule.location(&cafe.location)?;
    Some(CafeView {
        place: Some(CafeSite {
            name: location.name.get(locale).to_owned(),
            address: location.address.clone(),
        }),
        hours: hours_texts(&cafe.hours, locale),
        languages: cafe.languages.clone(),
        subjects: cafe.subjects.clone(),
        booked_as: cafe.booked_as.clone(),
    })
}

/// "mandag 15-17", for each weekday.
#[cfg(feature = "ssr")]
fn hours_texts(hours: &[WeeklyHours], locale: Locale) -> Vec<String> {
    let text = |hours: &WeeklyHours| {
        let stretch = hours.hours().stretch().text(locale);
        format!("{} {stretch}", weekday_name(hours.weekday, locale))
    };
    hours.iter().map(text).collect()
}
