//! Pages that wait for data: shown when it is there, or an error page when it cannot be had.

use std::future::Future;
use std::pin::Pin;
use std::str::FromStr;
use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::de::DeserializeOwned;

use crate::error::{AppError, AppResult, set_status};
use crate::form::Sent;
use crate::reply::{AnyReply, Reply, read};
use crate::texts::use_texts;
use crate::ui::ErrorNotice;

type Fetch = Arc<dyn Fn() -> Pin<Box<dyn Future<Output = AppResult<AnyReply>> + Send>> + Send + Sync>;
type Show = Arc<dyn Fn(AppResult<AnyReply>) -> AnyView + Send + Sync>;

/// Fetches what a page shows and shows it, or what went wrong. Fetches again when `key` changes or a form of the page has
/// been sent.
///
/// The server waits for it (`SsrMode::Async`), so without JavaScript the page is whole. In the browser the old page stays
/// until the new one is ready.
pub fn load<T, F>(
    key: impl Fn() -> String + Send + Sync + 'static,
    fetch: impl Fn() -> F + Send + Sync + 'static,
    page: fn(T) -> AnyView,
) -> AnyView
where
    T: DeserializeOwned + 'static,
    F: Future<Output = AppResult<Reply<T>>> + Send + 'static,
{
    let show = move |reply: AppResult<AnyReply>| match reply.and_then(|reply| read(&reply)) {
        Ok(data) => page(data),
        Err(error) => view! { <ErrorPage error=error /> }.into_any(),
    };
    wait(Arc::new(key), erased(fetch), Arc::new(show))
}

/// Like [`load`], for what an address says in some of its parts: fetches again when one of them changes.
pub fn load_at<const PARTS: usize, T, F>(
    parts: [Memo<String>; PARTS],
    fetch: impl Fn([String; PARTS]) -> F + Send + Sync + 'static,
    page: fn(T) -> AnyView,
) -> AnyView
where
    T: DeserializeOwned + 'static,
    F: Future<Output = AppResult<Reply<T>>> + Send + 'static,
{
    let key = move || parts.map(|part| part.get()).join(" ");
    load(key, move || fetch(parts.map(|part| part.get_untracked())), page)
}

/// What a part of an address names. What names nothing is not found.
pub fn named<T: FromStr>(part: &str) -> AppResult<T> {
    part.parse().map_err(|_| AppError::NotFound)
}

/// Like [`load`], for a part of a page that may as well be missing.
pub fn load_or_nothing<T, F>(fetch: impl Fn() -> F + Send + Sync + 'static, part: fn(T) -> AnyView) -> AnyView
where
    T: DeserializeOwned + 'static,
    F: Future<Output = AppResult<Reply<T>>> + Send + 'static,
{
    load_part(String::new, fetch, part)
}

/// Like [`load_or_nothing`], and fetches again when `key` changes.
pub fn load_part<T, F>(
    key: impl Fn() -> String + Send + Sync + 'static,
    fetch: impl Fn() -> F + Send + Sync + 'static,
    part: fn(T) -> AnyView,
) -> AnyView
where
    T: DeserializeOwned + 'static,
    F: Future<Output = AppResult<Reply<T>>> + Send + 'static,
{
    let show = move |reply: AppResult<AnyReply>| match reply.and_then(|reply| read(&reply)) {
        Ok(data) => part(data),
        Err(_) => ().into_any(),
    };
    wait(Arc::new(key), erased(fetch), Arc::new(show))
}

fn erased<T, F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Fetch
where
    T: 'static,
    F: Future<Output = AppResult<Reply<T>>> + Send + 'static,
{
    Arc::new(move || {
        let reply = fetch();
        Box::pin(async move { reply.await.map(Reply::erase) })
    })
}

/// The one resource and the one suspense that every page goes through.
fn wait(key: Arc<dyn Fn() -> String + Send + Sync>, fetch: Fetch, show: Show) -> AnyView {
    let sent = use_context::<Sent>();
    let resource = Resource::new(move || (key(), sent.map_or(0, Sent::times)), move |_| fetch());
    view! {
        <Transition>
            {move || {
                let show = Arc::clone(&show);
                Suspend::new(async move { show(resource.await) })
            }}
        </Transition>
    }
    .into_any()
}

/// A parameter of the address, as it stands there.
pub fn param(name: &'static str) -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.read().get(name).unwrap_or_default())
}

/// A value after the question mark of the address; empty where there is none.
pub fn query(name: &'static str) -> Memo<String> {
    let query = use_query_map();
    Memo::new(move |_| query.read().get(name).unwrap_or_default())
}

/// What went wrong, what it means, and what to do.
#[component]
pub fn ErrorPage(error: AppError) -> impl IntoView {
    set_status(error);
    let texts = use_texts();
    let (title, advice) = match error {
        AppError::NotFound => (texts.error_not_found_title(), texts.error_not_found_advice()),
        AppError::Invalid => (texts.error_invalid_title(), texts.error_invalid_advice()),
        AppError::NotSignedIn => (
            texts.error_not_signed_in_title(),
            texts.error_not_signed_in_advice(),
        ),
        AppError::Forbidden => (texts.error_forbidden_title(), texts.error_forbidden_advice()),
        AppError::SessionLost => (
            texts.error_session_lost_title(),
            texts.error_session_lost_advice(),
        ),
        AppError::TooLarge => (texts.error_too_large_title(), texts.error_too_large_advice()),
        AppError::Unavailable => (texts.error_unavailable_title(), texts.error_unavailable_advice()),
        AppError::Internal => (texts.error_internal_title(), texts.error_internal_advice()),
        AppError::Offline => (texts.error_offline_title(), texts.error_offline_advice()),
    };
    let picture = if error == AppError::NotFound {
        "/pictures/ikke-fundet.svg"
    } else {
        "/pictures/noget-gik-galt.svg"
    };
    view! {
        <ErrorNotice
            title=title
            advice=advice
            picture=picture
            home_href=texts.path("/")
            home_label=texts.error_home()
            help_href=texts.path("/hjaelp")
            help_label=texts.error_help()
        />
    }
}
