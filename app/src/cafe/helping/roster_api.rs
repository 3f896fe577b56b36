use domain::cafe::RosterPage;
use domain::ids::{CafeShiftId, StaffId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::cafe::server_words::shift_view,
    crate::error::AppResult,
    crate::server_side::{
        CAFE_ROSTER, Session, context, forget, recall, redirect, remember, session, signed_in_with, today,
    },
    domain::cafe::{Attest, HelpLanguage, ReadingTool, Shift, Skills, VolunteerView},
    domain::homework::Subject,
    domain::staff::Right,
    domain::time::short_date,
    store::cafe::{self, Volunteer},
    store::staff as accounts,
    store::staff::StaffAccount,
};

/// Where all of it stands.
#[cfg(feature = "ssr")]
const PATH: &str = "/personale/cafe/frivillige";

/// Everybody who can help, on the roster or not yet. **Permissions**: whoever runs the café.
#[server(prefix = "/api", name = LoadCafeRoster, endpoint = "cafe/roster", input = GetUrl)]
pub async fn roster(locale: Locale) -> Result<Reply<RosterPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::RunCafe).await?;
    let database = context().database;
    let known = cafe::volunteers(database.read()).await?;
    let accounts = accounts::all(database.read()).await?;
    let can_help = accounts
        .iter()
        .filter(|account| account.role.may(Right::HelpInCafe));
    Reply::of(&RosterPage {
        volunteers: can_help
            .map(|account| volunteer_view(account, known.iter().find(|own| own.id == account.id), locale))
            .collect(),
        unfit: recall(&session, CAFE_ROSTER).await? == Some(true),
    })
}

/// Puts somebody on the roster, or changes what they help with and that their børneattest was seen. **Permissions**: whoever
/// runs the café.
#[server(prefix = "/api", endpoint = "cafe/save-volunteer")]
pub async fn save_volunteer(
    locale: Locale,
    volunteer: StaffId,
    #[server(default)] subjects: Vec<String>,
    #[server(default)] languages: Vec<String>,
    #[server(default)] tools: Vec<String>,
    #[server(default)] attest_until: String,
) -> Result<(), AppError> {
    let session = session().await?;
    let by = signed_in_with(&session, Right::RunCafe).await?.id;
    let skills = Skills {
        subjects: subjects.iter().filter_map(|word| Subject::parse(word)).collect(),
        languages: languages
            .iter()
            .filter_map(|word| HelpLanguage::parse(word))
            .collect(),
    };
    let tools: Vec<_> = tools.iter().filter_map(|word| ReadingTool::parse(word)).collect();
    let database = context().database;
    let can_help = accounts::find(database.read(), volunteer).await?;
    if !can_help.is_some_and(|account| account.role.may(Right::HelpInCafe)) {
        return Err(AppError::NotFound);
    }
    let attest = attest(volunteer, &attest_until).await?;
    if let Ok(attest) = attest {
        let seen = attest.map(|attest| (attest, by));
        cafe::save_volunteer(database.write(), volunteer, (&skills, &tools), seen).await?;
    }
    back(&session, locale, attest.map(|_| ())).await
}

/// Gives a volunteer a shift of every week. **Permissions**: whoever runs the café.
#[server(prefix = "/api", endpoint = "cafe/add-shift")]
pub async fn add_shift(
    locale: Locale,
    volunteer: StaffId,
    #[server(default)] weekday: String,
    #[server(default)] from: String,
    #[server(default)] to: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::RunCafe).await?;
    let database = context().database;
    let own = cafe::volunteer(database.read(), volunteer).await?;
    let shift = Shift::read(&weekday, &from, &to).map_err(|_| ());
    if let (Some(own), Ok(shift)) = (&own, shift) {
        cafe::add_shift(database.write(), own.id, shift).await?;
    }
    back(&session, locale, shift.map(|_| ())).await
}

/// Takes a shift away. **Permissions**: whoever runs the café.
#[server(prefix = "/api", endpoint = "cafe/remove-shift")]
pub async fn remove_shift(locale: Locale, shift: CafeShiftId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::RunCafe).await?;
    cafe::remove_shift(context().database.write(), shift).await?;
    back(&session, locale, Ok(())).await
}

/// Back to the roster, which says when something could not be read.
#[cfg(feature = "ssr")]
async fn back(session: &Session, locale: Locale, read: Result<(), ()>) -> AppResult<()> {
    match read {
        Ok(()) => forget(session, CAFE_ROSTER).await?,
        Err(()) => remember(session, CAFE_ROSTER, &true).await?,
    }
    redirect(locale, PATH);
    Ok(())
}

/// The attest that was typed: seen today, unless it is the one that was noted before. Nothing typed is none.
#[cfg(feature = "ssr")]
async fn attest(volunteer: StaffId, typed: &str) -> AppResult<Result<Option<Attest>, ()>> {
    if typed.trim().is_empty() {
        return Ok(Ok(None));
    }
    let Ok(valid_until) = typed.trim().parse() else {
        return Ok(Err(()));
    };
    let known = cafe::volunteer(context().database.read(), volunteer).await?;
    let same = known
        .and_then(|known| known.attest)
        .filter(|attest| attest.valid_until == valid_until);
    Ok(Ok(Some(same.unwrap_or(Attest {
        checked_on: today(),
        valid_until,
    }))))
}

#[cfg(feature = "ssr")]
fn volunteer_view(account: &StaffAccount, known: Option<&Volunteer>, locale: Locale) -> VolunteerView {
    let attest = known.and_then(|known| known.attest);
    let shifts = known.iter().flat_map(|known| &known.shifts);
    VolunteerView {
        id: account.id,
        name: account.display_name.clone(),
        subjects: known
            .map(|known| known.skills.subjects.clone())
            .unwrap_or_default(),
        languages: known
            .map(|known| known.skills.languages.clone())
            .unwrap_or_default(),
        tools: known.map(|known| known.tools.clone()).unwrap_or_default(),
        attest_until: attest
            .map(|attest| attest.valid_until.to_string())
            .unwrap_or_default(),
        valid_until: attest
            .filter(|attest| attest.is_valid(today()))
            .map(|attest| short_date(attest.valid_until, locale)),
        rooms: known.map_or(0, |known| known.rooms),
        shifts: shifts.map(|shift| shift_view(*shift, locale)).collect(),
    }
}
