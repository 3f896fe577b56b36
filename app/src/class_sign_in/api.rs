//! Pupils sign in and out.

use domain::classroom::{JoinPage, SignInPicture};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::error::AppResult,
    crate::pupil_band::signed_in_here,
    crate::server_side::{
        CLASS_SIGN_IN, KNOWN_CLASS, KnownClass, Session, begin_pupil, context, forget, known_class, now,
        recall, redirect, remember, session,
    },
    domain::classroom::{ClassCode, JoinProblem, JoinStep, SignInCode, SignInKind},
    domain::cpr::hide_cpr,
    domain::word_code::WordCode,
    serde::{Deserialize, Serialize},
    store::ByCode,
    store::classroom::{self, JoinOutcome},
};

/// Where pupils sign in, and where they come to.
#[cfg(feature = "ssr")]
const SIGN_IN: &str = "/klasse";
#[cfg(feature = "ssr")]
const TODAY: &str = "/klasse/i-dag";

/// How many pictures are pressed.
#[cfg(feature = "ssr")]
const PICTURES: usize = 3;

/// How far somebody has come in signing in.
#[cfg(feature = "ssr")]
#[derive(Default, Serialize, Deserialize)]
struct Attempt {
    pressed: Vec<SignInPicture>,
    typed: String,
    problem: Option<JoinProblem>,
}

/// The next thing that is asked of somebody who signs in. **Permissions**: anyone.
#[server(prefix = "/api", name = LoadJoinPage, endpoint = "classroom/join-page", input = GetUrl)]
pub async fn join_page(code: String) -> Result<Reply<JoinPage>, AppError> {
    let session = session().await?;
    let attempt: Attempt = recall(&session, CLASS_SIGN_IN).await?.unwrap_or_default();
    let problem = attempt.problem;
    let is_typed = ClassCode::parse(&code).is_ok();
    let step = match (signed_in_here(&session).await?, known_class(&session).await?) {
        (Some(band), _) => JoinStep::SignedIn(band),
        (None, Some(known)) if !is_typed => match known.sign_in {
            SignInKind::Pictures => JoinStep::Pictures(attempt.pressed),
            SignInKind::Words => JoinStep::Words,
        },
        (None, _) if is_typed => JoinStep::Class(code),
        (None, _) => JoinStep::Class(attempt.typed),
    };
    Reply::of(&JoinPage { step, problem })
}

/// Finds the class of a code. **Permissions**: anyone; guesses are counted.
#[server(prefix = "/api", endpoint = "classroom/find")]
pub async fn find_class(locale: Locale, #[server(default)] code: String) -> Result<(), AppError> {
    let session = session().await?;
    match look_up(&code).await? {
        Ok((class, sign_in)) => {
            let known = known_class(&session).await?;
            let device = known
                .filter(|known| known.class == class)
                .and_then(|known| known.device);
            let known = KnownClass {
                class,
                sign_in,
                device,
            };
            remember(&session, KNOWN_CLASS, &known).await?;
            forget(&session, CLASS_SIGN_IN).await?;
        }
        Err(problem) => {
            let typed = hide_cpr(&code.chars().take(100).collect::<String>());
            refuse(&session, problem, typed).await?;
        }
    }
    redirect(locale, SIGN_IN);
    Ok(())
}

/// Presses a picture; the third one signs in. **Permissions**: anyone at a device that knows its class; guesses are counted.
#[server(prefix = "/api", endpoint = "classroom/press")]
pub async fn press_picture(locale: Locale, picture: SignInPicture) -> Result<(), AppError> {
    let session = session().await?;
    let attempt: Attempt = recall(&session, CLASS_SIGN_IN).await?.unwrap_or_default();
    let mut pressed = attempt.pressed;
    pressed.push(picture);
    if pressed.len() < PICTURES {
        let attempt = Attempt {
            pressed,
            ..Attempt::default()
        };
        remember(&session, CLASS_SIGN_IN, &attempt).await?;
        redirect(locale, SIGN_IN);
        return Ok(());
    }
    let pictures = pressed.try_into().map_err(|_| AppError::Invalid)?;
    sign_in(&session, locale, &SignInCode::Pictures(pictures)).await
}

/// Signs in by two words. **Permissions**: anyone at a device that knows its class; guesses are counted.
#[server(prefix = "/api", endpoint = "classroom/join")]
pub async fn join_class(locale: Locale, #[server(default)] code: String) -> Result<(), AppError> {
    let session = session().await?;
    if let Ok(words) = WordCode::parse(&code) {
        return sign_in(&session, locale, &SignInCode::Words(words)).await;
    }
    refuse(&session, JoinProblem::NotACode, String::new()).await?;
    redirect(locale, SIGN_IN);
    Ok(())
}

/// Takes back the pictures that have been pressed. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "classroom/press-again")]
pub async fn press_again(locale: Locale) -> Result<(), AppError> {
    forget(&session().await?, CLASS_SIGN_IN).await?;
    redirect(locale, SIGN_IN);
    Ok(())
}

/// Lets the device forget its class. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "classroom/other-class")]
pub async fn other_class(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    forget(&session, CLASS_SIGN_IN).await?;
    forget(&session, KNOWN_CLASS).await?;
    redirect(locale, SIGN_IN);
    Ok(())
}

#[cfg(feature = "ssr")]
async fn look_up(typed: &str) -> AppResult<Result<(domain::ids::ClassId, SignInKind), JoinProblem>> {
    let Ok(code) = ClassCode::parse(typed) else {
        return Ok(Err(JoinProblem::NotACode));
    };
    let context = context();
    let found = classroom::class_by_code(&context.database, &context.code_key, &code, now()).await?;
    Ok(match found {
        ByCode::Found((class, sign_in)) => Ok((class, sign_in)),
        ByCode::Unknown => Err(JoinProblem::UnknownClass),
        ByCode::TooManyGuesses => Err(JoinProblem::TooMany),
    })
}

/// Signs in whoever has this code, or says why not.
#[cfg(feature = "ssr")]
async fn sign_in(session: &Session, locale: Locale, code: &SignInCode) -> AppResult<()> {
    let known = known_class(session).await?.ok_or(AppError::SessionLost)?;
    let context = context();
    let (of, device) = ((known.class, code), known.device());
    let outcome = classroom::join(&context.database, &context.code_key, of, device, now()).await?;
    let problem = match outcome {
        JoinOutcome::Joined(joined) => {
            let class = known.class;
            begin_pupil(session, known, &joined).await?;
            classroom::tell(&context.database, class).await;
            redirect(locale, TODAY);
            return Ok(());
        }
        JoinOutcome::Unknown => JoinProblem::UnknownPupil,
        JoinOutcome::TooManyGuesses => JoinProblem::TooMany,
    };
    refuse(session, problem, String::new()).await?;
    redirect(locale, SIGN_IN);
    Ok(())
}

#[cfg(feature = "ssr")]
async fn refuse(session: &Session, problem: JoinProblem, typed: String) -> AppResult<()> {
    let attempt = Attempt {
        typed,
        problem: Some(problem),
        ..Attempt::default()
    };
    remember(session, CLASS_SIGN_IN, &attempt).await
}
