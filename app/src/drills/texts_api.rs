use std::collections::BTreeMap;

use domain::drills::{TextPage, TextsPage};
use domain::ids::TextId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::error::AppResult,
    crate::server_side::{READING_TEXTS, Session, context, recall, redirect, remember, session},
    crate::texts::Texts,
    domain::drills::TextWork,
    domain::pages::SearchKind,
};

/// The longest id of an option; what is longer was not chosen on our page.
#[cfg(feature = "ssr")]
const LONGEST_ID: usize = 64;

/// The texts there are to read and understand. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "drills/texts", input = GetUrl)]
pub async fn reading_texts() -> Result<Reply<TextsPage>, AppError> {
    let work = work(&session().await?).await?;
    Reply::of(&TextsPage {
        texts: context().library.text_cards(&work),
    })
}

/// A text with its questions, and how the visitor's latest answers went. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "drills/text", input = GetUrl)]
pub async fn reading_text(id: TextId) -> Result<Reply<TextPage>, AppError> {
    let work = work(&session().await?).await?;
    let page = context().library.text_page(&id, &work);
    Reply::of(&page.ok_or(AppError::NotFound)?)
}

/// Grades the answers to a text, by the number of their question ("q0"); its page shows how they went. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "drills/text/answer")]
pub async fn answer_reading_text(
    id: TextId,
    locale: Locale,
    #[server(default)] answers: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let session = session().await?;
    let mut work = work(&session).await?;
    let library = context().library;
    let page = library.text_page(&id, &work).ok_or(AppError::NotFound)?;
    let given = in_order(&answers, page.questions.len());
    let score = library.score_text(&id, &given).ok_or(AppError::NotFound)?;
    work.answer(&id, given, score);
    remember(&session, READING_TEXTS, &work).await?;
    redirect(locale, &super::text_page::text_path(&id));
    Ok(())
}

/// The texts as one thing that a search finds.
#[cfg(feature = "ssr")]
pub fn texts_search_entry(locale: Locale) -> content::SearchEntry {
    let texts = Texts::of(locale);
    content::SearchEntry {
        kind: SearchKind::Page,
        path: super::texts_page::TEXTS_PATH.to_owned(),
        title: texts.understand_title().to_owned(),
        summary: texts.understand_lead().to_owned(),
        keywords: vec![texts.understand_keywords().to_owned()],
        locale,
    }
}

/// The answers question by question; empty where nothing was chosen.
#[cfg(feature = "ssr")]
fn in_order(answers: &BTreeMap<String, String>, questions: usize) -> Vec<String> {
    let given = |index: usize| answers.get(&format!("q{index}")).map_or("", String::as_str);
    let short = |text: &str| text.chars().take(LONGEST_ID).collect();
    (0..questions).map(|index| short(given(index))).collect()
}

#[cfg(feature = "ssr")]
async fn work(session: &Session) -> AppResult<TextWork> {
    Ok(recall(session, READING_TEXTS).await?.unwrap_or_default())
}
