//! Pages of text: the roles' possibilities, help, privacy and the like.

use serde::{Deserialize, Serialize};

use crate::ids::RolePageId;
use crate::locale::Locale;

/// A source that a fact was read in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub title: String,
    pub url: String,
    /// When somebody last looked, as people write it.
    pub checked_on: String,
}

/// A drawing with its alternative text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Address of the drawing on this server.
    pub src: String,
    pub alt: String,
}

/// An address, or another text, that a telephone reads from a screen or from paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrCode {
    /// Modules along one side, the quiet zone around the code among them.
    pub size: i64,
    /// The dark modules as the path of an SVG; a module is one unit wide.
    pub path: String,
}

/// What stands before a code in an address, behind the `#`: that part is never sent to a server, nor written to its log.
pub const CODE_IN_ADDRESS: &str = "#kode=";

/// A page of text, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPage {
    pub title: String,
    pub summary: String,
    pub picture: Option<Picture>,
    /// HTML made by us from checked Markdown.
    pub html: String,
    pub sources: Vec<Source>,
    /// The language the text is in; differs from the page's where a translation is missing.
    pub locale: Locale,
}

/// A role as it stands in the list "Dine muligheder".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleCard {
    pub id: RolePageId,
    pub title: String,
    pub summary: String,
    pub locale: Locale,
}

/// What a search found, and what it made of the words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchResults {
    /// Best first.
    pub hits: Vec<SearchHit>,
    /// The words as they were understood, where some of them were misspelled.
    pub mended: Option<String>,
    /// Words that nothing was found for. The hits are for the others.
    pub missed: Vec<String>,
}

/// One thing that was found by a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchHit {
    pub kind: SearchKind,
    /// Path without the language's prefix.
    pub path: String,
    pub title: String,
    pub summary: String,
    pub locale: Locale,
}

/// What sort of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SearchKind {
    Course,
    Exercise,
    Guide,
    Service,
    Role,
    Page,
    /// A word of the glossary.
    Word,
}
