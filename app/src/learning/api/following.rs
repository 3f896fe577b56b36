//! Who follows the visitor's own learning.

use domain::locale::Locale;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    crate::error::AppResult,
    crate::server_side::{
        FOLLOW_CODE, Session, context, forget, now, recall, redirect, remember, session, visitor,
        visitor_or_new,
    },
    domain::ids::VisitorId,
    domain::learning::{FollowCode, FollowedBy},
    rand::Rng,
    store::homework,
};

/// Where the visitor sees who follows.
#[cfg(feature = "ssr")]
const PATH: &str = "/laer/gem";

/// Makes a code by which somebody may follow the visitor's learning, and shows it once. **Permissions**: anyone; for the
/// visitor's own learning.
#[server(prefix = "/api", endpoint = "learning/follow/code")]
pub async fn make_follow_code(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let visitor = visitor_or_new(&session).await?;
    let code = new_code(visitor).await?;
    remember(&session, FOLLOW_CODE, &code.to_string()).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Lets nobody follow the visitor's learning any more. **Permissions**: anyone; for the visitor's own learning.
#[server(prefix = "/api", endpoint = "learning/follow/stop")]
pub async fn stop_followers(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    if visitor(&session).await?.is_some() {
        let visitor = visitor_or_new(&session).await?;
        homework::stop_followers(&context().database, visitor).await?;
    }
    forget(&session, FOLLOW_CODE).await?;
    redirect(locale, PATH);
    Ok(())
}

/// How many follow the visitor, and the code that has just been made.
#[cfg(feature = "ssr")]
pub(super) async fn followed_by(session: &Session) -> AppResult<FollowedBy> {
    let followers = match visitor(session).await? {
        Some(visitor) => homework::count_followers(context().database.read(), visitor).await?,
        None => 0,
    };
    Ok(FollowedBy {
        followers,
        code: recall(session, FOLLOW_CODE).await?,
    })
}

#[cfg(feature = "ssr")]
async fn new_code(visitor: VisitorId) -> AppResult<FollowCode> {
    let context = context();
    loop {
        let code = FollowCode::from_random(rand::rng().random());
        let write = context.database.write();
        if homework::create_follow_code(write, &context.code_key, visitor, &code, now()).await? {
            return Ok(code);
        }
    }
}
