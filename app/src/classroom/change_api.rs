//! What a teacher changes of a class.

use domain::ids::{ClassId, PupilId};
use domain::locale::Locale;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::access::{class_path, own_class},
    crate::error::AppResult,
    crate::server_side::{
        CLASS_ATTEMPT, CLASS_NEWS, Session, context, forget, now, redirect, remember, session,
        signed_in_with, today,
    },
    domain::classroom::{ClassForm, ClassProblem, ClassSettings, NamesProblem, NewClassPage},
    domain::cpr::hide_cpr,
    domain::staff::Right,
    serde::{Deserialize, Serialize},
    store::classroom as store,
};

/// What is kept of a list that was refused, in characters: enough to mend it.
#[cfg(feature = "ssr")]
const KEPT: usize = 4000;

/// What came of the latest press, until the next one.
#[cfg(feature = "ssr")]
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct ClassNews {
    class: Option<ClassId>,
    renewed: Option<PupilId>,
    refused: Option<(NamesProblem, String)>,
    #[serde(default)]
    refused_day: Option<String>,
    unknown_teacher: Option<String>,
    erased: Option<String>,
}

#[cfg(feature = "ssr")]
impl ClassNews {
    pub(super) fn is_about(&self, class: ClassId) -> bool {
        self.class == Some(class)
    }

    pub(super) fn renewed(&self) -> Option<PupilId> {
        self.renewed
    }

    pub(super) fn adding(&self) -> Option<(NamesProblem, String)> {
        self.refused.clone()
    }

    pub(super) fn refused_day(&self) -> Option<String> {
        self.refused_day.clone()
    }

    pub(super) fn unknown_teacher(&self) -> Option<String> {
        self.unknown_teacher.clone()
    }

    pub(super) fn erased(self) -> Option<String> {
        self.erased
    }

    fn of(class: ClassId) -> Self {
        Self {
            class: Some(class),
            ..Self::default()
        }
    }
}

/// Makes a class, or says what is missing and keeps what was typed. **Permissions**: whoever teaches.
#[server(prefix = "/api", endpoint = "classroom/make")]
pub async fn make_class(
    locale: Locale,
    #[server(default)] name: String,
    #[server(default)] grade: String,
    #[server(default)] names: String,
    #[server(default)] ends_on: String,
    #[server(default)] lesson: String,
) -> Result<(), AppError> {
    let session = session().await?;
    let teacher = signed_in_with(&session, Right::TeachClasses).await?.id;
    let form = ClassForm {
        name,
        grade,
        names,
        ends_on,
        lesson,
    };
    match form.read(today()) {
        Ok(new) => {
            let context = context();
            let class = store::make_class(&context.database, &context.code_key, teacher, &new, now()).await?;
            forget(&session, CLASS_ATTEMPT).await?;
            redirect(locale, &class_path(class));
        }
        Err(problems) => {
            let form = shortened(form);
            remember(&session, CLASS_ATTEMPT, &NewClassPage { form, problems }).await?;
            redirect(locale, "/personale/klasser/ny");
        }
    }
    Ok(())
}

/// Adds pupils. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/add-pupils")]
pub async fn add_pupils(
    class: ClassId,
    locale: Locale,
    #[server(default)] names: String,
) -> Result<(), AppError> {
    let session = session().await?;
    let own = own_class(&session, class).await?;
    let context = context();
    let of = (class, own.sign_in());
    let mut news = ClassNews::of(class);
    let outcome = store::add_pupils(&context.database, &context.code_key, of, &names).await?;
    if let store::AddOutcome::Refused(problem) = outcome {
        news.refused = Some((problem, short(&names)));
    }
    tell(&session, locale, &news).await
}

/// Replaces a lost card. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/renew-card")]
pub async fn renew_card(class: ClassId, pupil: PupilId, locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let own = own_class(&session, class).await?;
    let context = context();
    let of = (class, own.sign_in());
    if !store::renew_card(&context.database, &context.code_key, of, pupil).await? {
        return Err(AppError::NotFound);
    }
    let news = ClassNews {
        renewed: Some(pupil),
        ..ClassNews::of(class)
    };
    tell(&session, locale, &news).await
}

/// Takes a pupil out of the class, with their progress. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/remove-pupil")]
pub async fn remove_pupil(class: ClassId, pupil: PupilId, locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    own_class(&session, class).await?;
    if !store::remove_pupil(&context().database, class, pupil).await? {
        return Err(AppError::NotFound);
    }
    tell(&session, locale, &ClassNews::of(class)).await
}

/// Gives the class another code. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/renew-code")]
pub async fn renew_code(class: ClassId, locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    own_class(&session, class).await?;
    let context = context();
    store::renew_class_code(&context.database, &context.code_key, class).await?;
    tell(&session, locale, &ClassNews::of(class)).await
}

/// Changes how long a lesson is, or when the class is erased. A day that makes no sense is told beside its field.
/// **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/settings")]
pub async fn set_class(
    class: ClassId,
    locale: Locale,
    #[server(default)] lesson: String,
    #[server(default)] ends_on: String,
) -> Result<(), AppError> {
    let session = session().await?;
    own_class(&session, class).await?;
    let mut news = ClassNews::of(class);
    let settings = match ClassSettings::read(&lesson, &ends_on, today()) {
        Ok(settings) => settings,
        Err(ClassProblem::EndsOn) => {
            news.refused_day = Some(short(&ends_on));
            return tell(&session, locale, &news).await;
        }
        // It is chosen from a list.
        Err(_) => return Err(AppError::Invalid),
    };
    let database = context().database;
    if let Some(lesson) = settings.lesson {
        store::set_lesson(database.write(), class, lesson).await?;
    }
    if let Some(last_day) = settings.ends_on {
        store::set_last_day(database.write(), class, last_day).await?;
    }
    tell(&session, locale, &news).await
}

/// Lets a colleague teach the class too. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/share")]
pub async fn share_class(
    class: ClassId,
    locale: Locale,
    #[server(default)] username: String,
) -> Result<(), AppError> {
    let session = session().await?;
    own_class(&session, class).await?;
    let database = context().database;
    let colleague = ::store::staff::find_by_username(database.read(), &username).await?;
    let mut news = ClassNews::of(class);
    match colleague.filter(|colleague| colleague.role.may(Right::TeachClasses)) {
        Some(colleague) => store::add_teacher(database.write(), class, colleague.id).await?,
        None => news.unknown_teacher = Some(short(&username)),
    }
    tell(&session, locale, &news).await
}

/// Erases the class with everything about its pupils, at once. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/erase")]
pub async fn erase_class(class: ClassId, locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let own = own_class(&session, class).await?;
    store::erase_class(&context().database, class).await?;
    let news = ClassNews {
        erased: Some(own.name.as_str().to_owned()),
        ..ClassNews::default()
    };
    remember(&session, CLASS_NEWS, &news).await?;
    redirect(locale, "/personale/klasser");
    Ok(())
}

/// Leads back to the class, which tells what came of it.
#[cfg(feature = "ssr")]
async fn tell(session: &Session, locale: Locale, news: &ClassNews) -> AppResult<()> {
    remember(session, CLASS_NEWS, news).await?;
    if let Some(class) = news.class {
        redirect(locale, &class_path(class));
    }
    Ok(())
}

#[cfg(feature = "ssr")]
fn shortened(form: ClassForm) -> ClassForm {
    ClassForm {
        name: short(&form.name),
        grade: short(&form.grade),
        names: short(&form.names),
        ends_on: short(&form.ends_on),
        ..form
    }
}

/// What was typed, as it may be kept: without CPR numbers.
#[cfg(feature = "ssr")]
fn short(typed: &str) -> String {
    let short: String = typed.chars().take(KEPT).collect();
    hide_cpr(&short)
}
