use domain::staff::{Role, SignedInStaff};
use leptos::prelude::*;

use super::api::{SignIn, SignInForm, SignInProblem, SignOut, sign_in_form, signed_in_staff};
use crate::form::{LocaleField, SendProblem};
use crate::loading::when_loaded;
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, ErrorSummary, InputType, PageTitle, SubmitButton, SummaryList, TextField};

/// Sign-in for those who work here.
#[component]
pub fn SignInPage() -> impl IntoView {
    let sign_in = ServerAction::<SignIn>::new();
    provide_context(sign_in);
    let form = Resource::new(move || sign_in.version().get(), |_| sign_in_form());
    when_loaded(form, sign_in_view)
}

fn sign_in_view(form: SignInForm) -> impl IntoView {
    let texts = use_texts();
    let sign_in = expect_context::<ServerAction<SignIn>>();
    let problem = Signal::derive(move || sign_in.value().get().and_then(Result::err));
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
        <SendProblem problem=problem />
        <ActionForm action=sign_in>
            <LocaleField />
            <TextField label=texts.staff_username() name="username" value=form.username autocomplete="username" />
            <TextField
                label=texts.staff_password()
                name="password"
                value=""
                input_type=InputType::Password
                autocomplete="current-password"
            />
            <SubmitButton label=texts.staff_sign_in() />
        </ActionForm>
    }
}

/// What somebody who works here finds after signing in.
#[component]
pub fn StaffHomePage() -> impl IntoView {
    let staff = Resource::new(|| (), |()| signed_in_staff());
    when_loaded(staff, staff_view)
}

fn staff_view(staff: SignedInStaff) -> impl IntoView {
    let texts = use_texts();
    let sign_out = ServerAction::<SignOut>::new();
    let problem = Signal::derive(move || sign_out.value().get().and_then(Result::err));
    let items = vec![
        (texts.staff_name().to_owned(), staff.display_name),
        (
            texts.staff_role().to_owned(),
            role_name(texts, staff.role).to_owned(),
        ),
    ];
    view! {
        <PageTitle title=texts.staff_home_title() />
        <SummaryList items=items />
        <ul class="plain-list">
            <li>
                <a href=texts.path("/tid")>{texts.staff_book_for_citizen()}</a>
            </li>
            <li>
                <a href=texts.path("/tid/afbud")>{texts.booking_to_cancel()}</a>
            </li>
        </ul>
        <SendProblem problem=problem />
        <ActionForm action=sign_out>
            <LocaleField />
            <SubmitButton label=texts.staff_sign_out() kind=ButtonKind::Secondary />
        </ActionForm>
    }
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
