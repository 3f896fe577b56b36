use leptos::prelude::*;

use super::api::SignInProblem;
use crate::texts::use_texts;
use crate::ui::SubmitButton;

/// The way in by a provider, where there is one. The browser itself sends it, for it leads away from here.
pub(super) fn provider_form(name: &str, problem: Option<SignInProblem>) -> impl IntoView + use<> {
    let texts = use_texts();
    // Whoever is still signed in there would come back as the same person.
    let may_be_another = matches!(
        problem,
        Some(
            SignInProblem::NoRole
                | SignInProblem::NoPlace
                | SignInProblem::TooUnsure
                | SignInProblem::NoAccount
        )
    );
    let other = may_be_another.then(|| {
        view! { <p><a href="/personale/log-ud/udbyder" rel="external">{texts.provider_sign_out_there(name)}</a></p> }
    });
    view! {
        <form id="provider" method="post" action="/personale/log-ind/udbyder">
            <input type="hidden" name="locale" value=texts.locale().tag() />
            <SubmitButton label=texts.provider_sign_in(name) />
        </form>
        {other}
        <h2>{texts.provider_or_password()}</h2>
    }
}
