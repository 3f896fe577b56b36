//! The application's pages and server functions.

use std::sync::LazyLock;

use app::{App, shell};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::Request;
use axum::response::{IntoResponse, Response};
use domain::locale::Locale;
use leptos::prelude::provide_context;
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list_with_exclusions_and_ssg_and_context};

use super::schedule_file;
use super::state::WebState;

/// Every page, in every language, and the page for addresses that lead nowhere.
pub fn routes(state: &WebState) -> Router<WebState> {
    // Finding the addresses switches off, for the whole process, that pages load data: it must be over before the first
    // request. So it happens once, also where several servers live in one process, as in tests.
    static PAGES: LazyLock<Vec<AxumRouteListing>> =
        LazyLock::new(|| Locale::ALL.into_iter().flat_map(pages_in).collect());
    let (context, options) = (state.clone(), state.options.clone());
    Router::new()
        .leptos_routes_with_context(
            state,
            PAGES.clone(),
            move || context.provide(),
            move || shell(options.clone()),
        )
        .fallback(unknown_address)
}

fn pages_in(locale: Locale) -> Vec<AxumRouteListing> {
    let elsewhere = vec![schedule_file::UPLOAD.to_owned()];
    let (pages, _) =
        generate_route_list_with_exclusions_and_ssg_and_context(App, Some(elsewhere), move || {
            provide_context(locale);
        });
    pages
}

async fn unknown_address(State(state): State<WebState>, request: Request<Body>) -> Response {
    render(state, request, || ()).await
}

/// Renders whatever page the request's address leads to, with something more in its context.
pub async fn render(
    state: WebState,
    request: Request<Body>,
    additional: impl Fn() + Clone + Send + Sync + 'static,
) -> Response {
    let options = state.options.clone();
    let context = move || {
        state.provide();
        additional();
    };
    leptos_axum::render_app_async_with_context(context, move || shell(options.clone()))(request)
        .await
        .into_response()
}

/// A server function, called by a form or by the browser's wasm.
pub async fn server_function(State(state): State<WebState>, request: Request<Body>) -> Response {
    leptos_axum::handle_server_fns_with_context(move || state.provide(), request)
        .await
        .into_response()
}
