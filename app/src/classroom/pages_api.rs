//! What the pages of a teacher's classes show.

use domain::classroom::{ClassPage, ClassesPage, NewClassPage, SheetPage};
use domain::ids::{ClassId, PupilId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::{class_row, own_class, pupil_row, way_in},
    super::change_api::ClassNews,
    crate::server_side::{CLASS_ATTEMPT, CLASS_NEWS, context, now, recall, session, signed_in_with, today},
    domain::classroom::{ClassForm, PupilRow},
    domain::count,
    domain::staff::Right,
    store::classroom::{Class, Pupil, classes_of, pupils, teachers, wrong_codes_this_hour},
};

/// The classes of whoever asks. **Permissions**: whoever teaches; their own.
#[server(prefix = "/api", name = LoadClasses, endpoint = "classroom/classes", input = GetUrl)]
pub async fn classes(locale: Locale) -> Result<Reply<ClassesPage>, AppError> {
    let session = session().await?;
    let signed_in = signed_in_with(&session, Right::TeachClasses).await?;
    let classes = classes_of(context().database.read(), signed_in.id).await?;
    let rows = classes
        .iter()
        .map(|(class, pupils)| class_row(class, *pupils, locale));
    let news: Option<ClassNews> = recall(&session, CLASS_NEWS).await?;
    Reply::of(&ClassesPage {
        classes: rows.collect(),
        erased: news.and_then(ClassNews::erased),
    })
}

/// The form of a new class, with what was typed. **Permissions**: whoever teaches.
#[server(prefix = "/api", name = LoadNewClass, endpoint = "classroom/new", input = GetUrl)]
pub async fn new_class() -> Result<Reply<NewClassPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::TeachClasses).await?;
    let attempt: Option<NewClassPage> = recall(&session, CLASS_ATTEMPT).await?;
    Reply::of(&attempt.unwrap_or_else(|| NewClassPage {
        form: ClassForm::empty(today()),
        problems: Vec::new(),
    }))
}

/// A class. **Permissions**: whoever teaches it.
#[server(prefix = "/api", name = LoadClass, endpoint = "classroom/class", input = GetUrl)]
pub async fn class(class: ClassId, locale: Locale) -> Result<Reply<ClassPage>, AppError> {
    let session = session().await?;
    let class = own_class(&session, class).await?;
    let news: Option<ClassNews> = recall(&session, CLASS_NEWS).await?;
    let news = news.filter(|news| news.is_about(class.id)).unwrap_or_default();
    let context = context();
    let (key, read) = (&context.code_key, context.database.read());
    let seats = pupils(read, class.id).await?;
    let row = |pupil: &Pupil| with_code(&class, pupil, key, news.renewed() == Some(pupil.id));
    Reply::of(&ClassPage {
        class: class_row(&class, count(&seats), locale),
        sign_in: class.sign_in(),
        way_in: way_in(&class, locale)?,
        lesson_minutes: class.lesson.number(),
        last_day: class.ends_on.to_string(),
        refused_day: news.refused_day(),
        pupils: seats.iter().map(row).collect(),
        wrong_guesses: wrong_codes_this_hour(read, key, class.id, now()).await?,
        teachers: teachers(read, class.id).await?,
        unknown_teacher: news.unknown_teacher(),
        adding: news.adding(),
    })
}

/// The cards of a class, or of one pupil. **Permissions**: whoever teaches it.
#[server(prefix = "/api", name = LoadCards, endpoint = "classroom/cards", input = GetUrl)]
pub async fn cards(
    class: ClassId,
    pupil: Option<PupilId>,
    locale: Locale,
) -> Result<Reply<SheetPage>, AppError> {
    let class = own_class(&session().await?, class).await?;
    let context = context();
    let key = &context.code_key;
    let seats = pupils(context.database.read(), class.id).await?;
    let printed = seats
        .iter()
        .filter(|seat| pupil.is_none_or(|pupil| seat.id == pupil));
    Reply::of(&SheetPage {
        class: class_row(&class, count(&seats), locale),
        sign_in: class.sign_in(),
        way_in: way_in(&class, locale)?,
        pupils: printed.map(|seat| with_code(&class, seat, key, true)).collect(),
    })
}

#[cfg(feature = "ssr")]
fn with_code(class: &Class, pupil: &Pupil, key: &str, shown: bool) -> PupilRow {
    PupilRow {
        code: shown.then(|| pupil.code(key, class.sign_in()).to_string()),
        ..pupil_row(pupil)
    }
}
