//! Groups within a class.

use domain::classroom::GroupPage;
use domain::ids::{ClassId, GroupId, PupilId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::{class_path, class_row, own_class},
    super::assign_api::assignments_path,
    crate::error::AppResult,
    crate::server_side::{GROUP_ATTEMPT, Session, context, forget, recall, redirect, remember, session},
    domain::classroom::{GroupName, MemberChoice},
    domain::count,
    domain::cpr::hide_cpr,
    serde::{Deserialize, Serialize},
    store::classroom::{change_group, groups, make_group, pupils, remove_group},
};

/// A group whose name was refused.
#[cfg(feature = "ssr")]
#[derive(Serialize, Deserialize)]
struct Attempt {
    class: ClassId,
    group: Option<GroupId>,
    name: String,
    members: Vec<PupilId>,
}

/// The form of a group; of a new one where none is named. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", name = LoadGroup, endpoint = "classroom/group", input = GetUrl)]
pub async fn group_page(
    class: ClassId,
    group: Option<GroupId>,
    locale: Locale,
) -> Result<Reply<GroupPage>, AppError> {
    let session = session().await?;
    let class = own_class(&session, class).await?;
    let read = context().database;
    let everybody = pupils(read.read(), class.id).await?;
    let refused = refused(&session, class.id, group).await?;
    let is_unfit = refused.is_some();
    let (name, members) = match (refused, group) {
        (Some(attempt), _) => (attempt.name, attempt.members),
        (None, None) => (String::new(), Vec::new()),
        (None, Some(id)) => {
            let groups = groups(read.read(), class.id).await?;
            let group = groups.into_iter().find(|group| group.id == id);
            let group = group.ok_or(AppError::NotFound)?;
            (group.name.as_str().to_owned(), group.pupils)
        }
    };
    let choices = everybody.iter().map(|pupil| MemberChoice {
        pupil: pupil.id,
        name: pupil.name.as_str().to_owned(),
        is_member: members.contains(&pupil.id),
    });
    Reply::of(&GroupPage {
        class: class_row(&class, count(&everybody), locale),
        group,
        name,
        members: choices.collect(),
        is_unfit,
    })
}

/// Makes a group or changes one. Whoever is no pupil of the class is left out. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/save-group")]
pub async fn save_group(
    class: ClassId,
    group: Option<GroupId>,
    locale: Locale,
    #[server(default)] name: String,
    #[server(default)] members: Vec<PupilId>,
) -> Result<(), AppError> {
    let session = session().await?;
    own_class(&session, class).await?;
    let Some(fit) = GroupName::parse(&name) else {
        return refuse(&session, locale, (class, group), &name, members).await;
    };
    let database = context().database;
    match group {
        None => drop(make_group(&database, class, &fit, &members).await?),
        Some(group) => {
            let changed = change_group(&database, (class, group), &fit, &members).await?;
            changed.then_some(()).ok_or(AppError::NotFound)?;
        }
    }
    forget(&session, GROUP_ATTEMPT).await?;
    redirect(locale, &assignments_path(class));
    Ok(())
}

/// Takes a group away, with what was given to it alone. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/remove-group")]
pub async fn drop_group(class: ClassId, group: GroupId, locale: Locale) -> Result<(), AppError> {
    own_class(&session().await?, class).await?;
    // A colleague may have taken it away already; then it is what was wanted.
    remove_group(context().database.write(), class, group).await?;
    redirect(locale, &assignments_path(class));
    Ok(())
}

#[cfg(feature = "ssr")]
async fn refused(session: &Session, class: ClassId, group: Option<GroupId>) -> AppResult<Option<Attempt>> {
    let attempt: Option<Attempt> = recall(session, GROUP_ATTEMPT).await?;
    Ok(attempt.filter(|attempt| attempt.class == class && attempt.group == group))
}

/// Leads back to the form, which says what is wrong with the name.
#[cfg(feature = "ssr")]
async fn refuse(
    session: &Session,
    locale: Locale,
    (class, group): (ClassId, Option<GroupId>),
    name: &str,
    members: Vec<PupilId>,
) -> AppResult<()> {
    let short: String = name.chars().take(2 * GroupName::LONGEST).collect();
    let attempt = Attempt {
        class,
        group,
        name: hide_cpr(&short),
        members,
    };
    remember(session, GROUP_ATTEMPT, &attempt).await?;
    let last = group.map_or("ny".to_owned(), |group| group.0.to_string());
    redirect(locale, &format!("{}/grupper/{last}", class_path(class)));
    Ok(())
}
