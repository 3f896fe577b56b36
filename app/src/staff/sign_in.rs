//! Letting somebody in, whoever has said that it is them.

use domain::cpr::hide_cpr;
use domain::locale::Locale;
use domain::staff::SignedInStaff;
use jiff::SignedDuration;
use leptos::prelude::*;
use store::sign_ins::{self, ByProvider, NewSignIn};
use store::staff::StaffAccount;

use super::api::{SignInForm, SignInProblem};
use crate::bare_page::bare_page;
use crate::error::AppResult;
use crate::server_side::{
    AppContext, SIGN_IN_ATTEMPT, SIGNED_IN, SIGNED_IN_HOURS, Session, SignedIn, SignedInBy, end_pupil,
    forget, now, pupil, remember, renew,
};
use crate::texts::Texts;

/// Where somebody is sent to the provider from.
pub const PROVIDER_SIGN_IN: &str = "/personale/log-ind/udbyder";
/// Where somebody is sent to the provider from to sign out there.
pub const PROVIDER_SIGN_OUT: &str = "/personale/log-ud/udbyder";

/// Signs somebody in with this session, which gets a new id. A pupil who is signed in with it leaves: none has staff's rights.
pub async fn begin_sign_in(
    context: &AppContext,
    session: &Session,
    account: StaffAccount,
    by_provider: Option<ByProvider<'_>>,
) -> AppResult<()> {
    let by = match by_provider {
        Some(_) => SignedInBy::Provider,
        None => SignedInBy::Password,
    };
    let new = NewSignIn {
        staff: account.id,
        ends_at: now() + SignedDuration::from_hours(SIGNED_IN_HOURS),
        by_provider,
    };
    let sign_in = sign_ins::begin(context.database.write(), &new, now()).await?;
    if pupil(session).await?.is_some() {
        end_pupil(session).await?;
    }
    renew(session).await?;
    forget(session, SIGN_IN_ATTEMPT).await?;
    let staff = SignedInStaff {
        display_name: account.display_name,
        role: account.role,
        workplaces: account.workplaces,
    };
    let signed_in = SignedIn {
        id: account.id,
        staff,
        sign_in,
        by,
    };
    remember(session, SIGNED_IN, &signed_in).await
}

/// Has the sign-in page say why somebody was not let in.
pub async fn refuse_sign_in(session: &Session, username: String, problem: SignInProblem) -> AppResult<()> {
    let attempt = SignInForm {
        username: hide_cpr(&username).chars().take(100).collect(),
        problem: Some(problem),
        provider: None,
    };
    remember(session, SIGN_IN_ATTEMPT, &attempt).await
}

/// What is shown while the browser goes on to the provider.
pub fn pass_on_page(options: &LeptosOptions, locale: Locale, provider: &str, address: &str) -> String {
    let texts = Texts::of(locale);
    let address = address.to_owned();
    let content = view! {
        <main class="page-container">
            <h1>{texts.provider_on_the_way(provider)}</h1>
            <p><a href=address>{texts.provider_go_on()}</a></p>
        </main>
    };
    bare_page(options, locale, texts.provider_go_on(), content.into_any())
}
