use domain::staff::{Role, SignedInStaff};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{SignIn, SignInForm, SignInProblem, SignOut, sign_in_form, signed_in_staff};
use super::menu::menu;
use super::provider_form::provider_form;
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, ErrorSummary, InputType, PageTitle, SubmitButton, TextField};

/// Sign-in for those who work here.
pub(super) fn sign_in_page() -> impl IntoView {
    load(String::new, sign_in_form, sign_in_view)
}

fn sign_in_view(form: SignInForm) -> AnyView {
    let texts = use_texts();
    let provider = form.provider.map(|name| provider_form(&name, form.problem));
    let summary = form.problem.map(|problem| {
        let (field, text) = match problem {
            SignInProblem::Wrong => ("field-username", texts.staff_wrong()),
            SignInProblem::Locked => ("field-username", texts.staff_locked()),
            SignInProblem::Expired => ("provider", texts.provider_expired()),
            SignInProblem::ProviderAway => ("provider", texts.provider_away()),
            SignInProblem::Declined => ("provider", texts.provider_declined()),
            SignInProblem::NoRole => ("provider", texts.provider_no_role()),
            SignInProblem::NoPlace => ("provider", texts.provider_no_place()),
            SignInProblem::TooUnsure => ("provider", texts.provider_too_unsure()),
            SignInProblem::NoAccount => ("provider", texts.provider_no_account()),
        };
        let errors = vec![(field.to_owned(), text.to_owned())];
        view! { <ErrorSummary title=texts.provider_refused() errors=errors /> }
    });
    view! {
        {summary}
        <PageTitle title=texts.staff_sign_in_title() lead=texts.staff_sign_in_lead() />
        {provider}
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
    let who = format!("{} · {}", staff.display_name, role_name(texts, role));
    view! {
        <PageTitle title=texts.staff_home_title() lead=who />
        {menu(texts, role)}
        // The browser itself sends it: it may lead away from here, and leaves nothing of the pages before behind.
        <form method="post" action=SignOut::PATH>
            <input type="hidden" name="locale" value=texts.locale().tag() />
            <SubmitButton label=texts.staff_sign_out() kind=ButtonKind::Secondary />
        </form>
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
