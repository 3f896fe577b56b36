use domain::staff::{Role, SignedInStaff};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{SignIn, SignInForm, SignInProblem, SignOut, sign_in_form, signed_in_staff};
use super::menu::menu;
use crate::form::PostForm;
use crate::loading::load;
use crate::messages::MessageLinks;
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, ErrorSummary, InputType, PageTitle, SubmitButton, SummaryList, TextField};

/// Sign-in for those who work here.
pub(super) fn sign_in_page() -> impl IntoView {
    load(String::new, sign_in_form, sign_in_view)
}

fn sign_in_view(form: SignInForm) -> AnyView {
    let texts = use_texts();
    let summary = form.problem.map(|problem| {
        let text = match problem {
            SignInProblem::Wrong => texts.staff_wrong(),
            SignInProblem::Locked => texts.staff_locked(),
        };
        let errors = vec![("field-username".to_owned(), text.to_owned())];
        view! { <ErrorSummary title=texts.form_error_summary() errors=errors /> }
    });
    view! {
        {summary}
        <PageTitle title=texts.staff_sign_in_title() lead=texts.staff_sign_in_lead() />
        <PostForm action=SignIn::PATH>
            <TextField label=texts.staff_username() name="username" value=form.username autocomplete="username" />
            <TextField
                label=texts.staff_password()
                name="password"
                value=""
                input_type=InputType::Password
                autocomplete="current-password"
            />
            <SubmitButton label=texts.staff_sign_in() />
        </PostForm>
    }
    .into_any()
}

/// What somebody who works here finds after signing in.
pub(super) fn staff_home_page() -> impl IntoView {
    load(String::new, signed_in_staff, staff_view)
}

fn staff_view(staff: SignedInStaff) -> AnyView {
    let texts = use_texts();
    let role = staff.role;
    let items = vec![
        (texts.staff_name().to_owned(), staff.display_name),
        (texts.staff_role().to_owned(), role_name(texts, role).to_owned()),
    ];
    view! {
        <PageTitle title=texts.staff_home_title() />
        <SummaryList items=items />
        {menu(texts, role)}
        <MessageLinks />
        <PostForm action=SignOut::PATH>
            <SubmitButton label=texts.staff_sign_out() kind=ButtonKind::Secondary />
        </PostForm>
    }
    .into_any()
}

fn role_name(texts: Texts, role: Role) -> &'static str {
    match role {
        Role::Adviser => texts.staff_role_adviser(),
        Role::Coordinator => texts.staff_role_coordinator(),
        Role::Teacher => texts.staff_role_teacher(),
        Role::Volunteer => texts.staff_role_volunteer(),
        Role::Admin => texts.staff_role_admin(),
    }
}
