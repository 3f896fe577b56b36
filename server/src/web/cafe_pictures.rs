//! Pictures in the rooms of the homework café. They are nobody's but the room's: each request is asked whose it is, and nothing
//! is kept on the way.

use std::time::Duration;

use app::AppError;
use app::cafe_pictures::{PictureSender, picture, picture_sender, send_picture};
use app::server_side::AppContext;
use axum::Router;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Path, Request, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::cafe::PictureProblem;
use domain::ids::{CafePictureId, CafeQuestionId};
use domain::locale::Locale;
use leptos::server_fn::redirect::REDIRECT_HEADER;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_sessions::Session;

use super::state::WebState;
use crate::pictures::made_anew;

/// The largest picture that is read, in bytes, with the fields beside it.
const LARGEST_BODY: usize = 5 * 1024 * 1024 + 64 * 1024;
/// How long a picture may take to come: 5 MB on a line of half a megabit a second.
const TIMEOUT: Duration = Duration::from_secs(90);

/// Sending takes longer and is larger than any other request, so these routes have limits of their own.
pub fn routes() -> Router<WebState> {
    Router::new()
        .route("/lektier/cafe/rum/billede", post(send_from_own))
        .route("/personale/cafe/rum/{room}/billede", post(send_into))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            TIMEOUT,
        ))
        .route("/lektier/cafe/rum/billede/{picture}", get(show_in_own))
        .route("/personale/cafe/rum/{room}/billede/{picture}", get(show_in))
}

async fn send_from_own(State(context): State<AppContext>, session: Session, request: Request) -> Response {
    send(context, session, None, request).await
}

async fn send_into(
    State(context): State<AppContext>,
    session: Session,
    Path(room): Path<String>,
    request: Request,
) -> Response {
    match room.parse() {
        Ok(room) => send(context, session, Some(CafeQuestionId(room)), request).await,
        Err(_) => refused(AppError::NotFound),
    }
}

async fn show_in_own(
    State(context): State<AppContext>,
    session: Session,
    Path(picture): Path<String>,
) -> Response {
    match picture.parse() {
        Ok(id) => show(context, session, None, CafePictureId(id)).await,
        Err(_) => refused(AppError::NotFound),
    }
}

async fn show_in(
    State(context): State<AppContext>,
    session: Session,
    Path((room, picture)): Path<(String, String)>,
) -> Response {
    match (room.parse(), picture.parse()) {
        (Ok(room), Ok(id)) => show(context, session, Some(CafeQuestionId(room)), CafePictureId(id)).await,
        _ => refused(AppError::NotFound),
    }
}

/// Asks who sends before it reads what is sent.
async fn send(
    context: AppContext,
    session: Session,
    room: Option<CafeQuestionId>,
    request: Request,
) -> Response {
    let from = match picture_sender(&context, &session, room).await {
        Ok(from) => from,
        Err(error) => return refused(error),
    };
    let headers = request.headers().clone();
    let multipart = match Multipart::from_request(request, &()).await {
        Ok(multipart) => multipart,
        Err(rejection) => return rejection.into_response(),
    };
    let sent = match Sent::read(multipart).await {
        Ok(sent) => sent,
        Err(error) => return error.into_response(),
    };
    let picture = if sent.picture.is_empty() {
        Err(PictureProblem::Missing)
    } else {
        made_anew(sent.picture).await
    };
    match send_picture(&context, &session, &from, (picture, &sent.text)).await {
        Ok(()) => lead_back(&headers, &from, sent.locale),
        Err(error) => refused(error),
    }
}

/// What a form sends with a picture.
#[derive(Default)]
struct Sent {
    locale: Locale,
    text: String,
    picture: Vec<u8>,
}

impl Sent {
    async fn read(mut multipart: Multipart) -> Result<Self, MultipartError> {
        let mut sent = Self::default();
        while let Some(field) = multipart.next_field().await? {
            sent.take(field).await?;
        }
        Ok(sent)
    }

    async fn take(&mut self, field: Field<'_>) -> Result<(), MultipartError> {
        match field.name() {
            Some("picture") => self.picture = field.bytes().await?.into(),
            Some("text") => self.text = field.text().await?,
            Some("locale") => self.locale = Locale::from_tag(&field.text().await?).unwrap_or_default(),
            _ => {}
        }
        Ok(())
    }
}

/// Back to the room: a redirect for a browser without scripts; with them, as a server function says it.
fn lead_back(headers: &HeaderMap, from: &PictureSender, locale: Locale) -> Response {
    let path = locale.path(&from.path);
    let accepted = headers.get(ACCEPT).and_then(|accepted| accepted.to_str().ok());
    if accepted.is_some_and(|accepted| accepted.contains("text/html")) {
        return Redirect::to(&path).into_response();
    }
    let leads_on = HeaderName::from_static(REDIRECT_HEADER);
    [(leads_on, String::new()), (LOCATION, path)].into_response()
}

async fn show(
    context: AppContext,
    session: Session,
    room: Option<CafeQuestionId>,
    id: CafePictureId,
) -> Response {
    let headers = [
        (CONTENT_TYPE, "image/jpeg"),
        (CONTENT_DISPOSITION, "inline"),
        (CACHE_CONTROL, "private, no-store"),
    ];
    match picture(&context, &session, room, id).await {
        Ok(jpeg) => (headers, jpeg).into_response(),
        Err(error) => refused(error),
    }
}

fn refused(error: AppError) -> Response {
    StatusCode::from_u16(error.status())
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        .into_response()
}
