//! Whose class it is.

use domain::classroom::{ClassRow, PupilRow, WayIn, ends_soon};
use domain::ids::ClassId;
use domain::locale::Locale;
use domain::staff::Right;
use domain::time::WallTime;
use store::classroom::{Class, Pupil, class_of};
use tower_sessions::Session;

use crate::error::{AppError, AppResult};
use crate::server_side::{absolute_address, context, now, qr_code, signed_in_with, today};

/// A class that whoever is signed in teaches: 401 and 403 for who may teach none, 404 for who teaches another.
pub async fn own_class(session: &Session, class: ClassId) -> AppResult<Class> {
    let signed_in = signed_in_with(session, Right::TeachClasses).await?;
    let class = class_of(context().database.read(), signed_in.id, class).await?;
    class.ok_or(AppError::NotFound)
}

/// A class as pages show it.
pub fn class_row(class: &Class, pupils: i64, locale: Locale) -> ClassRow {
    ClassRow {
        id: class.id,
        name: class.name.as_str().to_owned(),
        grade: class.grade,
        pupils,
        ends_on: WallTime::from(class.ends_on.at(0, 0, 0, 0)).long_date(locale),
        ends_soon: ends_soon(class.ends_on, today()),
    }
}

/// A pupil as pages show them, without what is on their card.
pub fn pupil_row(pupil: &Pupil) -> PupilRow {
    PupilRow {
        id: pupil.id,
        name: pupil.name.as_str().to_owned(),
        code: None,
        signed_in_until: pupil
            .signed_in_until
            .filter(|until| *until > now())
            .map(WallTime::from),
    }
}

/// How pupils come into a class.
pub fn way_in(class: &Class, locale: Locale) -> AppResult<WayIn> {
    let address = absolute_address(&locale.path("/klasse"))?;
    let code = class.code(&context().code_key).to_string();
    // A camera reads the code along with the address.
    let qr_code = qr_code(&format!("{address}?kode={code}"))?;
    Ok(WayIn {
        code,
        address,
        qr_code,
    })
}

/// A page of a class.
pub fn class_path(class: ClassId) -> String {
    format!("/personale/klasser/{}", class.0)
}
