//! Asking, coming back by the code, and leaving the line.

use domain::cafe::{CafeText, HelpLanguage, QuestionCode};
use domain::homework::{Grade, Subject};
use domain::ids::CafeQuestionId;
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, QueryFilter};

use super::line::waits;
use super::news::{CafeChange, commit_and_tell};
use super::question::{Question, Sender};
use super::rooms::add_message;
use crate::entities::cafe_questions::{ActiveModel, COLUMN, Entity};
use crate::guesses::{Guess, GuessedCode};
use crate::keyed_hash::keyed_hash;
use crate::{ByCode, Database, StoreError};

/// Questions that wait at most: more than volunteers answer in a week. Whoever comes too late is told so.
const LONGEST_LINE: u64 = 200;

/// What somebody asks.
#[derive(Debug, Clone)]
pub struct NewQuestion {
    pub subject: Subject,
    pub grade: Grade,
    pub language: HelpLanguage,
    pub text: CafeText,
    pub code: QuestionCode,
}

/// What became of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskOutcome {
    Asked(CafeQuestionId),
    /// The line is full.
    Full,
}

/// Puts a question into the line, its text as the first message of its room.
pub async fn ask(
    database: &Database,
    secret: &str,
    new: &NewQuestion,
    now: Timestamp,
) -> Result<AskOutcome, StoreError> {
    let transaction = database.begin().await?;
    let waiting = Entity::find()
        .filter(COLUMN.room_until.is_null())
        .count(&transaction)
        .await?;
    if waiting >= LONGEST_LINE {
        return Ok(AskOutcome::Full);
    }
    let row = ActiveModel {
        code_hash: Set(code_hash(secret, &new.code)),
        subject: Set(new.subject.as_str().to_owned()),
        grade: Set(new.grade.number()),
        language: Set(new.language.as_str().to_owned()),
        asked_at: Set(now.as_second()),
        extended: Set(false),
        ..Default::default()
    };
    let id = CafeQuestionId(row.insert(&transaction).await?.id);
    add_message(&transaction, id, Sender::Asker, &new.text, now).await?;
    commit_and_tell(database, transaction, &[CafeChange::Line]).await?;
    Ok(AskOutcome::Asked(id))
}

/// Finds the question of a code. It is counted as a guess unless it is right.
pub async fn find_by_code(
    database: &Database,
    secret: &str,
    code: &QuestionCode,
    now: Timestamp,
) -> Result<ByCode<Question>, StoreError> {
    let [first_word, ..] = code.words();
    let guess = Guess::new(secret, GuessedCode::Cafe, first_word, now);
    let search = async {
        let row = Entity::find()
            .filter(COLUMN.code_hash.eq(code_hash(secret, code)))
            .one(database.read())
            .await?;
        row.map(Question::try_from).transpose()
    };
    guess.look_up(database, search).await
}

/// Takes a question that waits out of the line and forgets it. One that was taken meanwhile stays: `false`.
pub async fn withdraw(database: &Database, id: CafeQuestionId, now: Timestamp) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    let deleted = Entity::delete_many()
        .filter(COLUMN.id.eq(id.0))
        .filter(waits(now))
        .exec(&transaction)
        .await?;
    commit_and_tell(database, transaction, &[CafeChange::Line]).await?;
    Ok(deleted.rows_affected == 1)
}

fn code_hash(secret: &str, code: &QuestionCode) -> String {
    keyed_hash(secret, &format!("cafe question {code}"))
}
