//! The pupil who is signed in on a device that others use too.
//!
//! What the session held before is put aside and comes back afterwards, so nothing of the device's own visitor is mixed into
//! the pupil's progress. Whoever was signed in as staff is signed out: a pupil never has a teacher's rights.

use std::sync::Arc;

use domain::classroom::{PupilBand, SignInKind};
use domain::ids::{ClassId, PupilId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::classroom::{Class, Device, Joined, Pupil};
use tokio::sync::OnceCell;
use tower_sessions::Session;

use super::now;
use super::session::{
    DRILLS, FILMS, KNOWN_CLASS, PUPIL, READING, REVIEW, SHARED_COMPUTER, START_LINE, VISITOR, forget, recall,
    remember, renew,
};
use crate::error::{AppError, AppResult};

/// What of a session is its visitor's, and is theirs again when the pupil has left.
const OWN: [&str; 7] = [
    VISITOR,
    DRILLS,
    REVIEW,
    START_LINE,
    READING,
    FILMS,
    SHARED_COMPUTER,
];

/// Where that lies meanwhile.
const PUT_ASIDE: &str = "put-aside";

/// The pupil who is signed in. It holds no name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PupilSession {
    pub pupil: PupilId,
    pub class: ClassId,
    /// With which of their cards.
    pub card: i64,
    /// When the lesson ends, in seconds since 1970.
    pub until: i64,
}

/// What a request has found out about the pupil who is signed in. The line on every page asks, and so do some of the pages
/// below it: looking once also lets both say the same.
#[derive(Clone, Default)]
pub struct PupilOfRequest(pub Arc<OnceCell<Option<PupilHere>>>);

/// The pupil who is signed in, with their class.
#[derive(Clone)]
pub struct PupilHere {
    pub pupil: Pupil,
    pub class: Class,
    pub band: PupilBand,
}

/// The class whose pupils sign in on this device.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KnownClass {
    pub class: ClassId,
    pub sign_in: SignInKind,
    /// The device's number in the class, once somebody has signed in on it.
    pub device: Option<u64>,
}

impl KnownClass {
    /// The device, as guesses are counted.
    pub fn device(&self) -> Device {
        self.device.map_or(Device::New, Device::Known)
    }
}

/// The class that this device knows, if any.
pub async fn known_class(session: &Session) -> AppResult<Option<KnownClass>> {
    recall(session, KNOWN_CLASS).await
}

/// Who is signed in as a pupil, if anybody is.
pub async fn pupil(session: &Session) -> AppResult<Option<PupilSession>> {
    recall(session, PUPIL).await
}

/// Makes the session a pupil's until the end of the lesson.
pub async fn begin_pupil(session: &Session, class: KnownClass, joined: &Joined) -> AppResult<()> {
    let own = match pupil(session).await? {
        // One pupil after the other: what was put aside is still the device's.
        Some(_) => recall(session, PUT_ASIDE).await?.unwrap_or_default(),
        None => own_values(session).await?,
    };
    renew(session).await?;
    session.clear().await;
    remember(session, PUT_ASIDE, &own).await?;
    let device = class.device.unwrap_or_else(rand::random);
    let known = KnownClass {
        device: Some(device),
        ..class
    };
    let signed_in = PupilSession {
        pupil: joined.pupil,
        class: known.class,
        card: joined.card,
        until: joined.until.as_second(),
    };
    remember(session, KNOWN_CLASS, &known).await?;
    remember(session, PUPIL, &signed_in).await?;
    remember(session, VISITOR, &joined.visitor).await
}

/// Gives the session back to whom it belonged before. The device goes on knowing its class.
pub async fn end_pupil(session: &Session) -> AppResult<()> {
    let own: Vec<(String, Value)> = recall(session, PUT_ASIDE).await?.unwrap_or_default();
    let known = known_class(session).await?;
    session.clear().await;
    if let Some(known) = known {
        remember(session, KNOWN_CLASS, &known).await?;
    }
    for (key, value) in own {
        remember(session, &key, &value).await?;
    }
    forget(session, PUPIL).await
}

/// The lesson is over, so nobody is signed in any more, whatever they ask for.
pub(super) async fn end_pupil_after_lesson(session: &Session) -> AppResult<()> {
    match pupil(session).await? {
        Some(pupil) if pupil.until <= now().as_second() => end_pupil(session).await,
        _ => Ok(()),
    }
}

async fn own_values(session: &Session) -> AppResult<Vec<(String, Value)>> {
    let mut own = Vec::new();
    for key in OWN {
        let value: Option<Value> = session.get_value(key).await.map_err(|error| {
            tracing::error!(%error, "the session could not be read");
            AppError::Unavailable
        })?;
        own.extend(value.map(|value| (key.to_owned(), value)));
    }
    Ok(own)
}
