//! The homework café: asking, taking the next, the rooms, and what is forgotten when.

mod forgetting;
mod line;
mod races;
mod rooms;
mod sketch;

use domain::cafe::{Attest, CafeText, HelpLanguage, QuestionCode, Shift, Skills};
use domain::homework::{Grade, Subject};
use domain::ids::{CafeQuestionId, StaffId};
use domain::staff::{Role, Workplaces};
use jiff::{SignedDuration, Timestamp};
use store::Database;
use store::cafe::{AskOutcome, NewQuestion, TakeOutcome, ask, save_volunteer, take_next};
use store::staff::{NewStaff, add};

use crate::support::{SECRET, now};

fn minutes_later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

fn text(text: &str) -> CafeText {
    CafeText::parse(text).unwrap()
}

fn all_rounder() -> Skills {
    Skills {
        subjects: Subject::ALL.into(),
        languages: HelpLanguage::ALL.into(),
    }
}

fn code(number: u32) -> QuestionCode {
    QuestionCode::from_random([number, 2, 3])
}

/// Somebody asks about a subject.
async fn asked(database: &Database, number: u32, subject: Subject, at: Timestamp) -> CafeQuestionId {
    let new = NewQuestion {
        subject,
        grade: Grade::new(5).unwrap(),
        language: HelpLanguage::Danish,
        text: text("Hvad er 3/4 + 1/2?"),
        code: code(number),
    };
    match ask(database, SECRET, &new, at).await.unwrap() {
        AskOutcome::Asked(id) => id,
        AskOutcome::Full => panic!("the line is full"),
    }
}

/// Somebody who may help, on the roster.
async fn volunteer(database: &Database, number: u32) -> StaffId {
    let username = format!("viggo-{number}");
    let account = NewStaff {
        username: &username,
        display_name: "Viggo",
        password_hash: "",
        role: Role::Volunteer,
        workplaces: Workplaces::All,
    };
    let id = add(database.write(), account, now()).await.unwrap().unwrap();
    let attest = Attest {
        checked_on: "2026-01-01".parse().unwrap(),
        valid_until: "2027-01-01".parse().unwrap(),
    };
    save_volunteer(database.write(), id, (&all_rounder(), &[]), Some((attest, id)))
        .await
        .unwrap();
    id
}

async fn take(database: &Database, volunteer: StaffId, at: Timestamp) -> TakeOutcome {
    take_next(database, volunteer, &all_rounder(), at).await.unwrap()
}

fn evening() -> Shift {
    Shift::read("2", "16:00", "18:00").unwrap()
}
