use domain::ids::AppointmentId;
use domain::locale::Locale;
use domain::messages::{AfterLetter, LetterPage, LettersPage, LettersToPrint};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::appointments::{appointment_view, letter_sheet};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    oversight::note_shown,
    server_side::{
        LETTER_ATTEMPT, SignedIn, context, forget, now, recall, redirect, remember, schedule, session,
        signed_in_with, today,
    },
};
#[cfg(feature = "ssr")]
use domain::{
    appointments::Schedule,
    cpr::hide_cpr,
    messages::{BatchView, LetterForm, LetterProblem, PostalAddress, PostalAddressError, QueuedLetter},
    oversight::SeenIn,
    staff::Right,
};
#[cfg(feature = "ssr")]
use store::{
    appointments::{self, Appointment},
    letters::{self, Batch, Letter},
    undelivered,
};

/// Batches that can be printed again from the page of the pile.
#[cfg(feature = "ssr")]
const BATCHES_SHOWN: u64 = 5;
/// In the session: somebody else took the letters first.
#[cfg(feature = "ssr")]
const NOTHING_LEFT: &str = "letters-nothing-left";

/// The pile of letters. **Permissions**: whoever serves citizens; the letters of their places.
#[server(prefix = "/api", name = LoadLetters, endpoint = "messages/letters", input = GetUrl)]
pub async fn letters(locale: Locale) -> Result<Reply<LettersPage>, AppError> {
    let (context, session) = (context(), session().await?);
    let SignedIn { id, staff, .. } = signed_in_with(&session, Right::ServeCitizens).await?;
    let workplaces = staff.workplaces;
    let queued = letters::queued(context.database.read(), &workplaces).await?;
    note_shown(id, queued.iter().map(about), SeenIn::Letters).await?;
    let printed = letters::batches(context.database.read(), &workplaces, BATCHES_SHOWN).await?;
    let schedule = schedule().await?;
    Reply::of(&LettersPage {
        queued: queued
            .iter()
            .map(|letter| queued_letter(&schedule, letter, locale))
            .collect(),
        printed: printed.into_iter().map(batch_view).collect(),
        nothing_left: recall(&session, NOTHING_LEFT).await?.unwrap_or_default(),
    })
}

/// Takes every letter out of the pile, and goes on to the sheets. **Permissions**: whoever serves citizens; the letters of
/// their places.
#[server(prefix = "/api", endpoint = "messages/print")]
pub async fn print_letters(locale: Locale) -> Result<(), AppError> {
    let (context, session) = (context(), session().await?);
    let workplaces = signed_in_with(&session, Right::ServeCitizens)
        .await?
        .staff
        .workplaces;
    let batch = format!("{:032x}", rand::random::<u128>());
    let taken = letters::take_queued(context.database.write(), &workplaces, &batch, now()).await?;
    if taken == 0 {
        remember(&session, NOTHING_LEFT, &true).await?;
        redirect(locale, "/skranke/breve");
    } else {
        forget(&session, NOTHING_LEFT).await?;
        redirect(locale, &format!("/skranke/breve/print/{batch}"));
    }
    Ok(())
}

/// The sheets of a batch. **Permissions**: whoever serves citizens; the letters of their places.
#[server(prefix = "/api", name = LoadPrintedLetters, endpoint = "messages/printed", input = GetUrl)]
pub async fn printed_letters(batch: String) -> Result<Reply<LettersToPrint>, AppError> {
    let context = context();
    let SignedIn { id, staff, .. } = signed_in_with(&session().await?, Right::ServeCitizens).await?;
    let letters = letters::of_batch(context.database.read(), &staff.workplaces, &batch).await?;
    if letters.is_empty() {
        return Err(AppError::NotFound);
    }
    note_shown(id, letters.iter().map(about), SeenIn::Letters).await?;
    let schedule = schedule().await?;
    let mut sheets = Vec::new();
    for letter in &letters {
        let dates = appointments::dates_of(context.database.read(), &letter.appointment).await?;
        sheets.push(letter_sheet(&context, &schedule, (letter, &dates), today()));
    }
    Reply::of(&LettersToPrint { batch, sheets })
}

/// Puts a batch back into the pile. **Permissions**: whoever serves citizens; the letters of their places.
#[server(prefix = "/api", endpoint = "messages/put-back")]
pub async fn put_back(locale: Locale, batch: String) -> Result<(), AppError> {
    let session = session().await?;
    let workplaces = signed_in_with(&session, Right::ServeCitizens)
        .await?
        .staff
        .workplaces;
    letters::put_back(context().database.write(), &workplaces, &batch).await?;
    forget(&session, NOTHING_LEFT).await?;
    redirect(locale, "/skranke/breve");
    Ok(())
}

/// The appointment that a letter is to be written about, and what was typed before. **Permissions**: whoever serves citizens
/// at its place.
#[server(prefix = "/api", name = LoadLetterForm, endpoint = "messages/letter-form", input = GetUrl)]
pub async fn letter_form(
    appointment: AppointmentId,
    #[server(default)] then: AfterLetter,
    locale: Locale,
) -> Result<Reply<LetterPage>, AppError> {
    let session = session().await?;
    let reader = signed_in_with(&session, Right::ServeCitizens).await?;
    let found = served(&reader, appointment).await?;
    note_shown(reader.id, [found.id], SeenIn::Letters).await?;
    let view = appointment_view(&context().library, &*schedule().await?, &found, locale);
    let attempt: Option<(AppointmentId, LetterForm)> = recall(&session, LETTER_ATTEMPT).await?;
    Reply::of(&LetterPage {
        appointment,
        name: view.name,
        service: view.service,
        location: view.location,
        at: view.at,
        form: attempt
            .filter(|(about, _)| *about == appointment)
            .map(|(_, form)| form)
            .unwrap_or_default(),
        then,
    })
}

/// Puts a letter about an appointment into the pile; what has failed about it is settled. **Permissions**: whoever serves
/// citizens at its place.
#[server(prefix = "/api", endpoint = "messages/write-letter")]
pub async fn write_letter(
    locale: Locale,
    appointment: AppointmentId,
    #[server(default)] care_of: String,
    #[server(default)] street: String,
    #[server(default)] city: String,
    #[server(default)] then: AfterLetter,
) -> Result<(), AppError> {
    let (context, session) = (context(), session().await?);
    let found = served(
        &signed_in_with(&session, Right::ServeCitizens).await?,
        appointment,
    )
    .await?;
    match PostalAddress::parse(&[care_of.as_str(), &street, &city].join("\n")) {
        Ok(address) => {
            let write = context.database.write();
            letters::queue_letter(write, found.id, address.as_ref(), now()).await?;
            undelivered::settle_about(write, found.id, now()).await?;
            forget(&session, LETTER_ATTEMPT).await?;
            forget(&session, NOTHING_LEFT).await?;
            redirect(
                locale,
                match then {
                    AfterLetter::Pile => "/skranke/breve",
                    AfterLetter::Plan => "/personale/plan/tjek",
                },
            );
        }
        Err(error) => {
            let typed = |text: String| hide_cpr(&text).chars().take(100).collect();
            let form = LetterForm {
                care_of: typed(care_of),
                street: typed(street),
                city: typed(city),
                problem: Some(problem(error)),
            };
            remember(&session, LETTER_ATTEMPT, &(appointment, form)).await?;
            redirect(locale, &then.page(appointment));
        }
    }
    Ok(())
}

/// An appointment at one of somebody's places; any other is not found.
#[cfg(feature = "ssr")]
async fn served(signed_in: &SignedIn, appointment: AppointmentId) -> AppResult<Appointment> {
    appointments::find(context().database.read(), appointment)
        .await?
        .filter(|found| signed_in.staff.workplaces.include(&found.location))
        .ok_or(AppError::NotFound)
}

#[cfg(feature = "ssr")]
fn about(letter: &Letter) -> AppointmentId {
    letter.appointment.id
}

#[cfg(feature = "ssr")]
fn queued_letter(schedule: &Schedule, letter: &Letter, locale: Locale) -> QueuedLetter {
    let view = appointment_view(&context().library, schedule, &letter.appointment, locale);
    QueuedLetter {
        id: letter.id,
        name: view.name,
        service: view.service,
        location: view.location,
        at: view.at,
        posted: letter.address.is_some(),
    }
}

#[cfg(feature = "ssr")]
fn batch_view(batch: Batch) -> BatchView {
    BatchView {
        id: batch.name,
        printed_at: batch.printed_at.into(),
        letters: batch.letters,
    }
}

#[cfg(feature = "ssr")]
fn problem(error: PostalAddressError) -> LetterProblem {
    match error {
        PostalAddressError::TooManyLines | PostalAddressError::LineTooLong => LetterProblem::TooLong,
        PostalAddressError::HasCpr => LetterProblem::HasCpr,
    }
}
