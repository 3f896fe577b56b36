//! How it goes in a class just now.

use domain::classroom::{BoardPage, LivePage};
use domain::ids::{ClassId, PupilId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::{class_path, class_row, own_class, way_in},
    super::open_work::OpenWork,
    crate::server_side::{context, now, redirect, schedule, session},
    crate::texts::Texts,
    content::Library,
    domain::classroom::{AssignmentProgress, LiveRow, PupilState, Signs},
    domain::count,
    domain::municipality::Municipality,
    jiff::SignedDuration,
    store::classroom::{Pupil, Whereabouts, come, note_helped, tell, whereabouts},
};

/// How far back it is looked for where somebody is: the longest lesson.
#[cfg(feature = "ssr")]
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(3);

/// How it goes in a class. As many queries for 5 pupils as for 40. **Permissions**: whoever teaches it.
#[server(prefix = "/api", name = LoadLive, endpoint = "classroom/live", input = GetUrl)]
pub async fn live(class: ClassId, locale: Locale) -> Result<Reply<LivePage>, AppError> {
    let class = own_class(&session().await?, class).await?;
    let open = OpenWork::of_class(class.id).await?;
    let places = whereabouts(context().database.read(), class.id, now() - LOOK_BACK).await?;
    let schedule = schedule().await?;
    let library = context().library;
    let (mut waiting, mut others) = (Vec::new(), Vec::new());
    for (seat, work) in &open.pupils {
        let at = places.iter().rfind(|place| Some(place.visitor) == seat.visitor);
        let place = at.and_then(|at| place(&library, &schedule.municipality, at, locale));
        let row = row(seat, at, place, open.progress(seat, work));
        match seat.asked_at.filter(|_| row.state != PupilState::Away) {
            Some(asked_at) => waiting.push((asked_at, row)),
            None => others.push(row),
        }
    }
    waiting.sort_by_key(|(asked_at, _)| *asked_at);
    Reply::of(&LivePage {
        class: class_row(&class, count(&open.pupils), locale),
        waiting: waiting.into_iter().map(|(_, row)| row).collect(),
        others,
    })
}

/// The same for a screen that everybody sees: how many, and never who. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", name = LoadBoard, endpoint = "classroom/board", input = GetUrl)]
pub async fn board(class: ClassId, locale: Locale) -> Result<Reply<BoardPage>, AppError> {
    let class = own_class(&session().await?, class).await?;
    let open = OpenWork::of_class(class.id).await?;
    let here: Vec<_> = open.pupils.iter().filter(|(seat, _)| is_here(seat)).collect();
    let waits = |seat: &Pupil| seat.asked_at.is_some() && seat.coming_at.is_none();
    let waiting: Vec<_> = here.iter().filter(|(seat, _)| waits(seat)).collect();
    Reply::of(&BoardPage {
        class: class_row(&class, count(&open.pupils), locale),
        way_in: way_in(&class, locale)?,
        here: count(&here),
        waiting: count(&waiting),
        assignments: open.board_lines(Texts::of(locale)),
    })
}

/// Tells a pupil that one is on the way. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/come")]
pub async fn come_to_pupil(class: ClassId, pupil: PupilId, locale: Locale) -> Result<(), AppError> {
    own_class(&session().await?, class).await?;
    let database = context().database;
    come(database.write(), class, pupil, now()).await?;
    tell(&database, class).await;
    redirect(locale, &format!("{}/nu", class_path(class)));
    Ok(())
}

/// Notes that a pupil has been helped. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/helped")]
pub async fn pupil_helped(class: ClassId, pupil: PupilId, locale: Locale) -> Result<(), AppError> {
    own_class(&session().await?, class).await?;
    let database = context().database;
    note_helped(database.write(), class, pupil).await?;
    tell(&database, class).await;
    redirect(locale, &format!("{}/nu", class_path(class)));
    Ok(())
}

#[cfg(feature = "ssr")]
fn row(
    seat: &Pupil,
    at: Option<&Whereabouts>,
    place: Option<String>,
    work: Option<AssignmentProgress>,
) -> LiveRow {
    let signs = Signs {
        is_here: is_here(seat),
        has_asked: seat.asked_at.is_some(),
        help_is_coming: seat.coming_at.is_some(),
        failures: at.map_or(0, |at| at.failures),
        work,
    };
    LiveRow {
        pupil: seat.id,
        name: seat.name.as_str().to_owned(),
        state: PupilState::of(signs),
        place,
        work,
    }
}

/// Whether a device is signed in just now.
#[cfg(feature = "ssr")]
fn is_here(seat: &Pupil) -> bool {
    seat.signed_in_until.is_some_and(|until| until > now())
}

/// "Digital Post · Find brevet"; nothing for a step that is there no more.
#[cfg(feature = "ssr")]
fn place(library: &Library, municipality: &Municipality, at: &Whereabouts, locale: Locale) -> Option<String> {
    let course = library.course_titles(&at.course, locale)?.title;
    let step = library.step_title(&at.course, &at.step, locale, municipality)?;
    Some(format!("{course} · {step}"))
}
