//! Off to the provider and back.
//!
//! What is kept of a sign-in that is under way is a row that is taken once, and its `state` in the session of the browser that
//! began it. So neither another browser nor a second press on an old address gets in.

use app::server_side::{AppContext, PROVIDER_REQUEST, Session};
use app::{SignInProblem, begin_sign_in, refuse_sign_in};
use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::admission::{Admission, NotAdmitted};
use domain::locale::Locale;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::provider::{self as kept, Request};
use store::sign_ins::{self, ByProvider};
use store::staff::StaffAccount;

use super::{BACK, SIGN_IN_PAGE, ask, logged, our_address, pass_on, provider_of};
use crate::provider::{CameBack, Claims};
use crate::provider_accounts::account_of;
use crate::web::state::WebState;

/// How long somebody may be away at the provider's.
const AWAY: SignedDuration = SignedDuration::from_mins(10);

/// The language of the page that a form stood on.
#[derive(Deserialize)]
pub(super) struct InLanguage {
    #[serde(default)]
    locale: Locale,
}

/// Sends somebody to the provider.
pub(super) async fn send_off(
    State(state): State<WebState>,
    session: Session,
    headers: HeaderMap,
    Form(form): Form<InLanguage>,
) -> Response {
    match begin(&state, &session, &headers, form.locale).await {
        Ok(address) => pass_on(&state, form.locale, &address),
        Err(problem) => refuse(&session, form.locale, problem).await,
    }
}

/// What the provider sends back.
#[derive(Deserialize)]
pub(super) struct Returned {
    state: Option<String>,
    code: Option<String>,
    /// A word from RFC 6749, and whatever the provider means by it.
    error: Option<String>,
    /// Who sends it (RFC 9207).
    iss: Option<String>,
}

/// Lets in whoever comes back from the provider, or says on the sign-in page why not.
pub(super) async fn receive(
    State(state): State<WebState>,
    session: Session,
    headers: HeaderMap,
    Query(returned): Query<Returned>,
) -> Response {
    let under_way: Option<UnderWay> = session.remove(PROVIDER_REQUEST).await.unwrap_or_default();
    let locale = under_way
        .as_ref()
        .map(|under_way| under_way.locale)
        .unwrap_or_default();
    match let_in(&state, &session, &headers, under_way, returned).await {
        Ok(()) => Redirect::to(&locale.path("/personale")).into_response(),
        Err(problem) => refuse(&session, locale, problem).await,
    }
}

/// What the session keeps of a sign-in that is under way.
#[derive(Serialize, Deserialize)]
struct UnderWay {
    state: String,
    locale: Locale,
}

/// Keeps a sign-in that begins, and gives the provider's address for it.
async fn begin(
    state: &WebState,
    session: &Session,
    headers: &HeaderMap,
    locale: Locale,
) -> Result<String, SignInProblem> {
    let back = our_address(state, headers, BACK)?;
    let sent = ask(state, move |provider| provider.send_off(&back)).await?;
    let context = state.context();
    let request = Request {
        state: &sent.state,
        nonce: &sent.nonce,
        verifier: &sent.verifier,
        expires_at: Timestamp::now() + AWAY,
    };
    kept::begin(context.database.write(), &context.code_key, &request)
        .await
        .map_err(logged)?;
    let under_way = UnderWay {
        state: sent.state.clone(),
        locale,
    };
    session
        .insert(PROVIDER_REQUEST, &under_way)
        .await
        .map_err(logged)?;
    Ok(sent.url)
}

async fn let_in(
    state: &WebState,
    session: &Session,
    headers: &HeaderMap,
    under_way: Option<UnderWay>,
    returned: Returned,
) -> Result<(), SignInProblem> {
    let context = state.context();
    let claims = identify(state, &context, headers, under_way, returned).await?;
    let provider = provider_of(state)?;
    let subject = claims.subject().ok_or(SignInProblem::ProviderAway)?;
    let rules = &provider.config.rules;
    let admission = rules.admit(|claim| claims.values(claim)).map_err(problem_of)?;
    let issuer = provider.config.issuer.as_str();
    let identity = kept::identity_hash(&context.code_key, issuer, &subject);
    let account = account_of(
        &context.database,
        &identity,
        &admission,
        provider.config.new_accounts,
    )
    .await
    .map_err(logged)?
    .ok_or(SignInProblem::NoAccount)?;
    let session_hash = claims
        .session()
        .map(|sid| sign_ins::session_hash(&context.code_key, issuer, &sid));
    sign_in(
        &context,
        session,
        account,
        &admission,
        &identity,
        session_hash.as_deref(),
    )
    .await
}

async fn sign_in(
    context: &AppContext,
    session: &Session,
    account: StaffAccount,
    admission: &Admission,
    identity_hash: &str,
    session_hash: Option<&str>,
) -> Result<(), SignInProblem> {
    let by_provider = ByProvider {
        identity_hash,
        session_hash,
        assurance: admission.assurance.as_deref(),
    };
    begin_sign_in(context, session, account, Some(by_provider))
        .await
        .map_err(|_| SignInProblem::ProviderAway)
}

/// Who has come back: what they bring must be what this browser was sent off with, once and in time.
async fn identify(
    state: &WebState,
    context: &AppContext,
    headers: &HeaderMap,
    under_way: Option<UnderWay>,
    returned: Returned,
) -> Result<Claims, SignInProblem> {
    let is_ours = |under_way: &UnderWay| returned.state.as_ref() == Some(&under_way.state);
    let under_way = under_way.filter(is_ours).ok_or(SignInProblem::Expired)?;
    let now = Timestamp::now();
    let begun = kept::take(context.database.write(), &context.code_key, &under_way.state, now)
        .await
        .map_err(logged)?
        .ok_or(SignInProblem::Expired)?;
    if returned.error.as_deref() == Some("access_denied") {
        return Err(SignInProblem::Declined);
    }
    let provider = provider_of(state)?;
    let is_theirs = returned
        .iss
        .as_deref()
        .is_none_or(|iss| iss == provider.config.issuer.as_str());
    let code = returned
        .code
        .filter(|_| returned.error.is_none() && is_theirs)
        .ok_or(SignInProblem::ProviderAway)?;
    let came_back = CameBack {
        code,
        nonce: begun.nonce,
        verifier: begun.verifier,
    };
    let back = our_address(state, headers, BACK)?;
    ask(state, move |provider| provider.receive(came_back, &back, now)).await
}

async fn refuse(session: &Session, locale: Locale, problem: SignInProblem) -> Response {
    match refuse_sign_in(session, String::new(), problem).await {
        Ok(()) => Redirect::to(&locale.path(SIGN_IN_PAGE)).into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn problem_of(refused: NotAdmitted) -> SignInProblem {
    match refused {
        NotAdmitted::NoRole => SignInProblem::NoRole,
        NotAdmitted::NoPlace => SignInProblem::NoPlace,
        NotAdmitted::TooUnsure => SignInProblem::TooUnsure,
    }
}
