//! What the page shows on which one takes one's progress along.

use serde::{Deserialize, Serialize};

use super::following::FollowedBy;
use super::merge::MergeReceipt;
use crate::pages::QrCode;

/// What a visitor can keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepPage {
    pub has_progress: bool,
    /// The visitor has said that others use this computer too.
    pub shared_computer: bool,
    pub news: Option<KeepNews>,
    /// Opens this page on another device, with the new code typed in.
    pub qr_code: Option<QrCode>,
    pub following: FollowedBy,
}

/// What became of the latest press on that page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeepNews {
    /// A new code, in words.
    Code(String),
    Merged(MergeReceipt),
    Problem {
        problem: CodeProblem,
        typed: String,
    },
}

/// Why a code that was typed led nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeProblem {
    /// It is not four of our words.
    NotACode,
    Unknown,
    /// Too many wrong codes that begin alike have been tried today.
    TooMany,
}
