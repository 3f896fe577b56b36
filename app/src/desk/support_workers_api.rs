use domain::desk::SupportWorkersPage;
use domain::ids::SupportWorkerId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{SUPPORT_WORKER_ADDED, context, now, recall, redirect, remember, session, signed_in_with},
};
#[cfg(feature = "ssr")]
use domain::{
    contact::PersonName,
    cpr::hide_cpr,
    desk::{RefusedSupportWorker, SupportCode, SupportWorkerField, SupportWorkerView},
    staff::Right,
};
#[cfg(feature = "ssr")]
use serde::{Deserialize, Serialize};
#[cfg(feature = "ssr")]
use store::desk::{SupportWorker, add_support_worker, remove_support_worker, support_workers};

/// Where coordinators keep the support workers.
#[cfg(feature = "ssr")]
const PAGE: &str = "/skranke/ledsagere";

/// What came of adding somebody, until the next time.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Added {
    /// A name, and the code word that is shown this once.
    As(String, String),
    Refused(RefusedSupportWorker),
}

/// What is kept of a field that was refused, in characters: enough to mend it.
#[cfg(feature = "ssr")]
const KEPT: usize = 300;

/// Who comes with citizens. **Permissions**: whoever edits the schedule.
#[server(prefix = "/api", name = LoadSupportWorkers, endpoint = "desk/support-workers", input = GetUrl)]
pub async fn support_workers_known() -> Result<Reply<SupportWorkersPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let workers = support_workers(context().database.read()).await?;
    let added: Option<Added> = recall(&session, SUPPORT_WORKER_ADDED).await?;
    let (added, refused) = match added {
        Some(Added::As(name, code)) => (Some((name, code)), None),
        Some(Added::Refused(refused)) => (None, Some(refused)),
        None => (None, None),
    };
    Reply::of(&SupportWorkersPage {
        workers: workers.into_iter().map(view).collect(),
        added,
        refused,
    })
}

/// Registers a support worker and shows their code word once. **Permissions**: whoever edits the schedule.
#[server(prefix = "/api", endpoint = "desk/add-support-worker")]
pub async fn register_support_worker(
    locale: Locale,
    #[server(default)] name: String,
    #[server(default)] organisation: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let added = match (PersonName::parse(&name), PersonName::parse(&organisation)) {
        (Ok(name), Ok(organisation)) => {
            let code = register(&name, &organisation).await?;
            Added::As(name.as_str().to_owned(), code.to_string())
        }
        (read_name, read_organisation) => Added::Refused(RefusedSupportWorker {
            name: short(&name),
            organisation: short(&organisation),
            unfit: [
                read_name.err().map(|_| SupportWorkerField::Name),
                read_organisation.err().map(|_| SupportWorkerField::Organisation),
            ]
            .into_iter()
            .flatten()
            .collect(),
        }),
    };
    remember(&session, SUPPORT_WORKER_ADDED, &added).await?;
    redirect(locale, PAGE);
    Ok(())
}

/// Forgets a support worker. **Permissions**: whoever edits the schedule.
#[server(prefix = "/api", endpoint = "desk/remove-support-worker")]
pub async fn forget_support_worker(locale: Locale, worker: SupportWorkerId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    remove_support_worker(context().database.write(), worker).await?;
    crate::server_side::forget(&session, SUPPORT_WORKER_ADDED).await?;
    redirect(locale, PAGE);
    Ok(())
}

/// Draws code words until one is nobody's: of a million, the second draw seldom meets another.
#[cfg(feature = "ssr")]
async fn register(name: &PersonName, organisation: &PersonName) -> AppResult<SupportCode> {
    const DRAWS: usize = 8;
    let context = context();
    for _ in 0..DRAWS {
        let code = SupportCode::from_random(rand::random());
        let names = (name, organisation);
        if add_support_worker(context.database.write(), &context.code_key, names, &code, now()).await? {
            return Ok(code);
        }
    }
    tracing::error!("no code word for a support worker is free");
    Err(AppError::Internal)
}

/// What was typed, as it may be kept: without CPR numbers.
#[cfg(feature = "ssr")]
fn short(typed: &str) -> String {
    hide_cpr(typed).chars().take(KEPT).collect()
}

#[cfg(feature = "ssr")]
fn view(worker: SupportWorker) -> SupportWorkerView {
    SupportWorkerView {
        id: worker.id,
        name: worker.name.as_str().to_owned(),
        organisation: worker.organisation.as_str().to_owned(),
    }
}
