use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::text::CafeTextError;

/// Why a picture was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureProblem {
    #[error("no picture was chosen")]
    Missing,
    #[error("it is no PNG, JPEG or WebP that can be read")]
    NotAPicture,
    #[error("it has more pixels than are read")]
    TooManyPixels,
    #[error("the question has as many pictures as it may have")]
    TooMany,
}

/// Why nothing was sent into a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteProblem {
    #[error(transparent)]
    Text(CafeTextError),
    #[error(transparent)]
    Picture(PictureProblem),
}
