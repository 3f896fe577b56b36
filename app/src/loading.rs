//! Pages that wait for data: shown when it is there, or an error page when it cannot be had.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::error::{AppError, AppResource, set_status};
use crate::texts::use_texts;
use crate::ui::ErrorNotice;

/// Shows `page` once the resource is there, or what went wrong.
///
/// The server waits for it (`SsrMode::Async`), so without JavaScript the page is whole. In the browser the old page stays
/// until the new one is ready.
pub fn when_loaded<T, V>(resource: AppResource<T>, page: fn(T) -> V) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match resource.await {
                    Ok(data) => page(data).into_any(),
                    Err(error) => view! { <ErrorPage error=error /> }.into_any(),
                }
            })}
        </Transition>
    }
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

/// A parameter of the address, as it stands there.
pub fn param(name: &'static str) -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.read().get(name).unwrap_or_default())
}

/// A value after the question mark of the address.
pub fn query(name: &'static str) -> Memo<Option<String>> {
    let query = use_query_map();
    Memo::new(move |_| query.read().get(name))
}
