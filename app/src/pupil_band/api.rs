//! Who is signed in as a pupil, and what they may press on every page.

use domain::classroom::HelpWish;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::line::line_html,
    crate::error::AppResult,
    crate::server_side::{
        PupilHere, PupilOfRequest, Session, context, end_pupil, leave_page_after, now, pupil, redirect,
        session,
    },
    crate::texts::Texts,
    domain::classroom::{PupilBand, PupilHelp},
    domain::time::WallTime,
    jiff::Timestamp,
    store::classroom::{self, signed_in_pupil},
};

/// The page on which a lesson ends.
#[cfg(feature = "ssr")]
const OVER: &str = "/klasse/slut";

/// Signs the pupil out. **Permissions**: anyone; the device's own pupil.
#[server(prefix = "/api", endpoint = "classroom/leave")]
pub async fn leave_class(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    if let Some(pupil) = pupil(&session).await? {
        let database = context().database;
        classroom::leave(database.write(), pupil.pupil).await?;
        classroom::tell(&database, pupil.class).await;
        end_pupil(&session).await?;
    }
    redirect(locale, OVER);
    Ok(())
}

/// Asks the teacher for help, or takes it back. **Permissions**: the pupil who is signed in; for themself.
#[server(prefix = "/api", endpoint = "classroom/ask")]
pub async fn ask_teacher(locale: Locale, wish: HelpWish) -> Result<(), AppError> {
    let session = session().await?;
    let signed_in = pupil(&session).await?.ok_or(AppError::SessionLost)?;
    let database = context().database;
    match wish {
        HelpWish::Help => classroom::ask_for_help(database.write(), signed_in.pupil, now()).await?,
        HelpWish::NoHelp => classroom::take_back(database.write(), signed_in.pupil).await?,
    }
    classroom::tell(&database, signed_in.class).await;
    redirect(locale, "/klasse/i-dag");
    Ok(())
}

/// Who is signed in as a pupil on this device, for the frame of every page, as HTML; nothing where nobody is. **Permissions**:
/// anyone; one's own device.
#[server(prefix = "/api", name = LoadPupilLine, endpoint = "classroom/line", input = GetUrl)]
pub async fn pupil_line(locale: Locale) -> Result<Reply<Option<String>>, AppError> {
    let band = signed_in_here(&session().await?).await?;
    if let Some(band) = &band {
        // The server has signed the pupil out by then.
        leave_page_after(band.seconds_left.max(0) + 1, &locale.path(OVER));
    }
    Reply::of(&band.map(|band| line_html(Texts::of(locale), band)))
}

/// Who is signed in, as pages show them.
#[cfg(feature = "ssr")]
pub async fn signed_in_here(session: &Session) -> AppResult<Option<PupilBand>> {
    Ok(pupil_here(session).await?.map(|here| here.band))
}

/// Who is signed in, looked up once a request.
#[cfg(feature = "ssr")]
pub async fn pupil_here(session: &Session) -> AppResult<Option<PupilHere>> {
    let of_request = expect_context::<PupilOfRequest>();
    of_request.0.get_or_try_init(|| look_up(session)).await.cloned()
}

/// Whoever has been taken out of the class, or has got another card, is signed out.
#[cfg(feature = "ssr")]
async fn look_up(session: &Session) -> AppResult<Option<PupilHere>> {
    let Some(known) = pupil(session).await? else {
        return Ok(None);
    };
    let found = signed_in_pupil(context().database.read(), known.pupil, known.card).await?;
    let Some((pupil, class)) = found else {
        end_pupil(session).await?;
        return Ok(None);
    };
    let until = Timestamp::from_second(known.until).map_err(|_| AppError::Internal)?;
    let band = PupilBand {
        name: pupil.name.as_str().to_owned(),
        class: class.name.as_str().to_owned(),
        until: WallTime::from(until),
        seconds_left: known.until - now().as_second(),
        help: match (pupil.asked_at, pupil.coming_at) {
            (None, _) => PupilHelp::NotAsked,
            (Some(_), None) => PupilHelp::Asked,
            (Some(_), Some(_)) => PupilHelp::Coming,
        },
    };
    Ok(Some(PupilHere { pupil, class, band }))
}
