use domain::homework::MeasuredText;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{MEASURED_TEXT, recall, redirect, remember, session};

/// What was found of the text that was sent last. **Permissions**: anyone; it is the visitor's own.
#[server(prefix = "/api", name = LoadMeasuredText, endpoint = "homework/measured-text", input = GetUrl)]
pub async fn measured_text() -> Result<Reply<Option<MeasuredText>>, AppError> {
    let measured: Option<MeasuredText> = recall(&session().await?, MEASURED_TEXT).await?;
    Reply::of(&measured)
}

/// Measures how hard a text is. What is kept is three numbers; the text, which may be a letter to somebody, is not.
/// **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "homework/measure-text")]
pub async fn measure_text(locale: Locale, #[server(default)] text: String) -> Result<(), AppError> {
    remember(&session().await?, MEASURED_TEXT, &MeasuredText::of(&text)).await?;
    redirect(locale, "/lektier/lix");
    Ok(())
}
