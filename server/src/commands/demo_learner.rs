//! `startlinje demo learner`

use anyhow::Context as _;
use content::Library;
use domain::ids::{CourseId, StepId, VisitorId};
use domain::learning::{CourseOutline, RecoveryCode, ReviewCard};
use domain::locale::Locale;
use jiff::{Timestamp, ToSpan};
use store::Database;
use store::learning::{self, Fsrs, GradedAnswer};

use super::migrate::connect_and_migrate;
use super::serve::code_key;
use crate::config::Config;
use crate::live_content;

/// The course whose questions were missed.
const COURSE: &str = "digital-post";
/// How many of them.
const MISSED: usize = 3;
/// How long ago, so that by now all of them are due.
const DAYS_AGO: i64 = 7;

/// Makes a learner who missed questions, and prints the code that leads to what they have learned.
#[allow(clippy::print_stdout, reason = "the code is what the command is for")]
pub async fn make(config: &Config) -> anyhow::Result<()> {
    let course = CourseId::parse(COURSE).context("the demonstration's course has no id")?;
    let library = live_content::read(&config.content)?;
    let database = connect_and_migrate(config).await?;
    let then = Timestamp::now() - (DAYS_AGO * 24).hours();
    let visitor = learning::create_visitor(database.write(), Timestamp::now()).await?;
    for step in questions(&library, &course) {
        let answer = GradedAnswer {
            course: &course,
            step: &step,
            given: &[],
            correct: false,
        };
        learning::save_answer(database.write(), visitor, answer, then).await?;
    }
    for record in learning::records(database.read(), visitor, &course).await? {
        if let Some(card) = ReviewCard::of_missed(&Fsrs::default(), &course, &record) {
            learning::add_card(database.write(), visitor, &card).await?;
        }
    }
    println!("{}", code(&database, visitor).await?);
    Ok(())
}

fn questions(library: &Library, course: &CourseId) -> Vec<StepId> {
    let steps = library.outline(course).into_iter().flat_map(CourseOutline::steps);
    let steps = steps.map(|place| place.step);
    steps
        .filter(|step| library.question(course, step, Locale::default()).is_some())
        .take(MISSED)
        .collect()
}

async fn code(database: &Database, visitor: VisitorId) -> anyhow::Result<RecoveryCode> {
    let key = code_key(database).await?;
    loop {
        let code = RecoveryCode::from_random(rand::random());
        if learning::create_code(database.write(), &key, visitor, &code, Timestamp::now()).await? {
            return Ok(code);
        }
    }
}
