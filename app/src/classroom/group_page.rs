use domain::classroom::GroupPage as Group;
use domain::ids::{ClassId, GroupId};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::classes_page::class_crumbs;
use super::groups_api::{DropGroup, SaveGroup, group_page as fetch_group};
use crate::error::AppResult;
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Accordion, Breadcrumb, ButtonKind, Choice, ChoiceGroup, ChoiceKind, ErrorSummary, PageTitle,
    SubmitButton, TextField,
};

/// A group of a class: its name, and who is in it.
pub(super) fn group_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("class"), param("group")],
        move |[class, group]| async move {
            let class = ClassId(named(&class)?);
            fetch_group(class, group_of(&group)?, locale).await
        },
        group_view,
    )
}

/// Without a number in the address it is a new group.
fn group_of(part: &str) -> AppResult<Option<GroupId>> {
    match part {
        "" => Ok(None),
        number => Ok(Some(GroupId(named(number)?))),
    }
}

fn group_view(page: Group) -> AnyView {
    let texts = use_texts();
    let (class, group) = (page.class.id, page.group);
    let error = page.is_unfit.then(|| texts.assign_bad_group().to_owned());
    let summary = error.clone().map(|error| {
        let errors = vec![("field-name".to_owned(), error)];
        view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
    });
    let path = format!("/personale/klasser/{}/opgaver", class.0);
    let mut crumbs = class_crumbs(texts, Some(&page.class));
    crumbs.push((texts.assign_title(page.class.name), texts.path(&path)));
    let title = match group {
        Some(_) => page.name.clone(),
        None => texts.assign_new_group().to_owned(),
    };
    let members = page.members.into_iter().map(|member| Choice {
        value: member.pupil.0.to_string(),
        label: member.name,
        checked: member.is_member,
        ..Choice::default()
    });
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        {summary}
        <PageTitle title=title />
        <PostForm action=SaveGroup::PATH>
            <input type="hidden" name="class" value=class.0 />
            {group.map(|group| view! { <input type="hidden" name="group" value=group.0 /> })}
            <TextField label=texts.assign_group_name() name="name" value=page.name autocomplete="off" error=error />
            <ChoiceGroup
                legend=texts.assign_members()
                name="members[]"
                kind=ChoiceKind::Checkbox
                options=members.collect()
            />
            <SubmitButton label=texts.assign_save_group() />
        </PostForm>
        {group.map(|group| removal(texts, class, group))}
    }
    .into_any()
}

fn removal(texts: Texts, class: ClassId, group: GroupId) -> impl IntoView {
    view! {
        <Accordion summary=texts.assign_remove_group_title()>
            <p>{texts.assign_remove_group_text()}</p>
            <PostForm action=DropGroup::PATH>
                <input type="hidden" name="class" value=class.0 />
                <input type="hidden" name="group" value=group.0 />
                <SubmitButton label=texts.assign_remove_group() kind=ButtonKind::Danger />
            </PostForm>
        </Accordion>
    }
}
