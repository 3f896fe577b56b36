//! From a pairing to what its screens show.

use content::HandoutReader;
use domain::learning::Reading;
use domain::locale::Locale;
use domain::pages::CODE_IN_ADDRESS;
use domain::tutor::{
    CheckView, CitizenView, CodeView, Followed, HelpedCount, HelperView, LearnedPage, LearnedStep,
    OverReason, OverView, Phase, Presses, Side, StepScript, TogetherPage, WaitingView,
};
use store::tutor::{self, Pairing};

use super::seat::KeptSeat;
use crate::error::{AppError, AppResult};
use crate::learning::shown_step;
use crate::server_side::{Session, absolute_address, context, now, qr_code, schedule};

/// The screen of a pairing that is not over.
pub async fn page(
    session: &Session,
    kept: &KeptSeat,
    pairing: &Pairing,
    locale: Locale,
) -> AppResult<TogetherPage> {
    if pairing.life.waits_since.is_some() {
        return waiting(kept, pairing, locale);
    }
    let (script_locale, script) = script(pairing, locale);
    let lines = script.as_ref().map_or(&[][..], |script| &script.checks);
    let checks = checks(pairing, lines).await?;
    Ok(match kept.seat().side {
        Side::Citizen => TogetherPage::Citizen(Box::new(CitizenView {
            followed: followed(pairing),
            step: shown_step(session, &pairing.course, &pairing.together.here, locale).await?,
            is_proposed: pairing.together.is_proposed,
            checks,
            checks_locale: script_locale,
        })),
        Side::Helper => {
            let screen = Screen {
                script,
                script_locale,
                checks,
            };
            TogetherPage::Helper(Box::new(helper(pairing, screen, locale).await?))
        }
    })
}

/// The screen of a pairing that is over.
pub async fn over(kept: &KeptSeat, pairing: &Pairing, helped: HelpedCount) -> AppResult<TogetherPage> {
    let passed = tutor::passed(context().database.read(), pairing.id).await?;
    Ok(TogetherPage::Over(OverView {
        side: kept.seat().side,
        course: pairing.course.clone(),
        reason: match pairing.life.ended_at {
            Some(_) => OverReason::Ended,
            None => OverReason::Idle,
        },
        steps: domain::count(&passed),
        helped,
    }))
}

/// What a helper sees beside the step.
struct Screen {
    script: Option<StepScript>,
    script_locale: Locale,
    checks: Vec<CheckView>,
}

fn followed(pairing: &Pairing) -> Followed {
    Followed {
        pairing: pairing.id,
        version: pairing.version,
    }
}

fn script(pairing: &Pairing, locale: Locale) -> (Locale, Option<StepScript>) {
    let library = context().library;
    match library.step_script(&pairing.course, &pairing.together.here, locale) {
        Some((locale, script)) => (locale, Some(script)),
        None => (locale, None),
    }
}

fn waiting(kept: &KeptSeat, pairing: &Pairing, locale: Locale) -> AppResult<TogetherPage> {
    let course = context()
        .library
        .titled_course(&pairing.course, locale)
        .ok_or(AppError::NotFound)?;
    let is_good = pairing.life.phase(now()) == Phase::Waiting;
    let code = kept.code.as_ref().filter(|_| is_good);
    Ok(TogetherPage::Waiting(WaitingView {
        followed: followed(pairing),
        side: kept.seat().side,
        course_title: course.title,
        code: code.map(|code| code_view(code, locale)).transpose()?,
    }))
}

fn code_view(code: &str, locale: Locale) -> AppResult<CodeView> {
    let address = absolute_address(&locale.path("/sammen"))?;
    Ok(CodeView {
        code: code.replace('-', " "),
        qr_code: qr_code(&format!("{address}{CODE_IN_ADDRESS}{code}"))?,
        address: address.trim_start_matches("https://").to_owned(),
    })
}

async fn checks(pairing: &Pairing, lines: &[String]) -> AppResult<Vec<CheckView>> {
    let ticks = tutor::ticks(context().database.read(), pairing.id).await?;
    let presses = |item: i64| {
        let here = &pairing.together.here.step;
        let tick = ticks.iter().find(|(step, line, _)| step == here && *line == item);
        tick.map_or_else(Presses::default, |(_, _, presses)| *presses)
    };
    let numbered = lines.iter().zip(1_i64..);
    let views = numbered.map(|(text, item)| CheckView {
        item,
        text: text.clone(),
        presses: presses(item),
    });
    Ok(views.collect())
}

async fn helper(pairing: &Pairing, screen: Screen, locale: Locale) -> AppResult<HelperView> {
    let municipality = schedule().await?.municipality.clone();
    let (library, here) = (context().library, &pairing.together.here);
    let reader = HandoutReader {
        locale,
        reading: Reading::Ordinary,
        municipality: &municipality,
    };
    let shared = library.shared_step(&pairing.course, here, reader);
    Ok(HelperView {
        followed: followed(pairing),
        shared: shared.ok_or(AppError::NotFound)?,
        script: screen.script,
        script_locale: screen.script_locale,
        is_proposed: pairing.together.is_proposed,
        checks: screen.checks,
    })
}

/// What the two have gone through: each step with what they ticked, in the course's order.
pub async fn learned(kept: &KeptSeat, pairing: &Pairing, locale: Locale) -> AppResult<LearnedPage> {
    let database = context().database;
    let passed = tutor::passed(database.read(), pairing.id).await?;
    let ticks = tutor::ticks(database.read(), pairing.id).await?;
    let municipality = schedule().await?.municipality.clone();
    let library = context().library;
    let course = library
        .titled_course(&pairing.course, locale)
        .ok_or(AppError::NotFound)?;
    let outline = library.outline(&pairing.course).ok_or(AppError::NotFound)?;
    let places = outline.steps().filter(|place| passed.contains(&place.step));
    let steps = places.filter_map(|place| {
        let is_ticked = |item| {
            ticks
                .iter()
                .any(|(step, line, presses)| *step == place.step && *line == item && presses.is_ticked())
        };
        let script = library.step_script(&pairing.course, &place, locale);
        let lines = script.map_or_else(Vec::new, |(_, script)| script.checks);
        let ticked = lines
            .into_iter()
            .zip(1_i64..)
            .filter(|(_, item)| is_ticked(*item));
        Some(LearnedStep {
            title: library.step_title(&pairing.course, &place.step, locale, &municipality)?,
            checks: ticked.map(|(line, _)| line).collect(),
        })
    });
    let address = absolute_address(&locale.path(&format!("/laer/{}", pairing.course)))?;
    Ok(LearnedPage {
        side: kept.seat().side,
        course: pairing.course.clone(),
        course_title: course.title,
        steps: steps.collect(),
        locale: course.locale,
        code: qr_code(&address)?,
        address,
        municipality: municipality.clone(),
        is_sent: pairing.is_handed_out,
        attempt: None,
    })
}
