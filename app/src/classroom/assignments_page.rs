use domain::classroom::{AssignmentPhase, AssignmentRow, AssignmentsPage as Assignments, GroupRow};
use domain::ids::ClassId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::assign_api::{WithdrawAssignment, assignments_page as fetch_assignments};
use super::classes_page::class_crumbs;
use crate::form::PostForm;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{Accordion, Breadcrumb, ButtonKind, LinkButton, PageTitle, SubmitButton};

/// What a class has to do, and its groups.
pub(super) fn assignments_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("class")],
        move |[class]| async move { fetch_assignments(ClassId(named(&class)?), locale).await },
        assignments_view,
    )
}

fn assignments_view(page: Assignments) -> AnyView {
    let texts = use_texts();
    let class = page.class.id;
    let new = texts.path(&format!("/personale/klasser/{}/opgaver/ny", class.0));
    let new_group = texts.path(&format!("/personale/klasser/{}/grupper/ny", class.0));
    let crumbs = class_crumbs(texts, Some(&page.class));
    let nothing = page
        .assignments
        .is_empty()
        .then(|| view! { <p>{texts.assign_none()}</p> });
    let no_groups = page
        .groups
        .is_empty()
        .then(|| view! { <p>{texts.assign_no_groups()}</p> });
    let rows = page
        .assignments
        .into_iter()
        .map(|row| assignment_line(texts, class, row));
    let groups = page
        .groups
        .into_iter()
        .map(|group| group_line(texts, class, group));
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.assign_title(page.class.name) lead=texts.assign_lead() />
        {nothing}
        <ul class="desk-rows">{rows.collect_view()}</ul>
        <p>
            <LinkButton href=new label=texts.assign_new() />
        </p>
        <h2>{texts.assign_groups()}</h2>
        {no_groups}
        <ul class="desk-rows">{groups.collect_view()}</ul>
        <p>
            <LinkButton href=new_group label=texts.assign_new_group() kind=ButtonKind::Secondary />
        </p>
    }
    .into_any()
}

fn assignment_line(texts: Texts, class: ClassId, row: AssignmentRow) -> impl IntoView {
    let days = texts.assign_days(row.due, row.from);
    let when = match row.phase {
        AssignmentPhase::Coming => texts.assign_coming(),
        AssignmentPhase::Open => texts.assign_open(),
        AssignmentPhase::Overdue => texts.assign_overdue(),
    };
    let about = row.title.clone();
    view! {
        <li class="desk-row">
            <div class="desk-row__who">
                <p>
                    <strong>{row.title}</strong>
                </p>
                <p class="desk-row__about">{row.to} " · " {days} " · " {when}</p>
                <p>{texts.assign_done_of(row.done, row.pupils)}</p>
            </div>
            <div class="desk-steps">
                <Accordion summary=texts.assign_withdraw_title()>
                    <PostForm action=WithdrawAssignment::PATH>
                        <input type="hidden" name="class" value=class.0 />
                        <input type="hidden" name="assignment" value=row.id.0 />
                        <p>{texts.assign_withdraw_text()}</p>
                        <SubmitButton label=texts.assign_withdraw() kind=ButtonKind::Danger about=about />
                    </PostForm>
                </Accordion>
            </div>
        </li>
    }
}

fn group_line(texts: Texts, class: ClassId, group: GroupRow) -> impl IntoView {
    let href = texts.path(&format!("/personale/klasser/{}/grupper/{}", class.0, group.id.0));
    view! {
        <li class="desk-row">
            <div class="desk-row__who">
                <p>
                    <a href=href>
                        <strong dir="auto">{group.name}</strong>
                    </a>
                </p>
                <p class="desk-row__about" dir="auto">{group.pupils.join(", ")}</p>
            </div>
        </li>
    }
}
