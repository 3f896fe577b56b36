//! Who answers for a text, when it was looked at, and what its facts were read in.

use domain::locale::Locale;
use domain::pages::Source;
use domain::time::short_date;
use jiff::civil::Date;

use crate::document::Context;
use crate::fields::{Fields, Located};

/// The front matter that courses and guides share.
pub(crate) struct Credits {
    pub(crate) owner: String,
    pub(crate) authors: Vec<String>,
    pub(crate) revised: Date,
    pub(crate) sources: Vec<Citation>,
}

/// Whether a kind of file must say where its facts were read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sources {
    Required,
    Optional,
}

/// Where a fact was read, and when somebody last looked.
pub(crate) struct Citation {
    title: String,
    url: String,
    checked_on: Date,
}

impl Credits {
    /// Reads the keys and warns when the text should have been reviewed.
    pub(crate) fn read(context: &Context, fields: &mut Fields, sources: Sources) -> Option<Self> {
        let owner = fields.text("owner");
        let authors = fields.texts("authors");
        fields.date("published");
        let revised = fields.date("revised");
        let review_due = fields.date("review_due");
        warn_if_overdue(context.today, fields, review_due.as_ref());
        if sources == Sources::Required && fields.place_of("sources").is_none() {
            fields.missing(
                "sources",
                "where its facts were read: [[sources]] with title, url and checked_on",
            );
        }
        let sources = read_citations(fields);
        Some(Self {
            owner: owner?,
            authors: authors?.into_iter().map(|author| author.value).collect(),
            revised: revised?.value,
            sources,
        })
    }
}

/// Reads every `[[sources]]`.
pub(crate) fn read_citations(fields: &mut Fields) -> Vec<Citation> {
    let tables = fields.tables("sources", "source");
    tables.into_iter().filter_map(read_citation).collect()
}

/// Warns when the day on which somebody should have looked again has passed.
pub(crate) fn warn_if_overdue(today: Date, fields: &Fields, review_due: Option<&Located<Date>>) {
    if let Some(due) = review_due.filter(|due| due.value < today) {
        fields.faults().warning(
            due.at,
            format!("The review was due on {}", due.value),
            "check the facts and their sources, then set a new `review_due`",
        );
    }
}

/// The sources as a page shows them.
pub(crate) fn source_views(citations: &[Citation], locale: Locale) -> Vec<Source> {
    citations
        .iter()
        .map(|citation| Source {
            title: citation.title.clone(),
            url: citation.url.clone(),
            checked_on: short_date(citation.checked_on, locale),
        })
        .collect()
}

fn read_citation(mut fields: Fields) -> Option<Citation> {
    let title = fields.text("title");
    let url = read_web_address(&mut fields);
    let checked_on = fields.date("checked_on");
    fields.finish();
    Some(Citation {
        title: title?,
        url: url?,
        checked_on: checked_on?.value,
    })
}

/// Reads the `url` of a place on the web.
pub(crate) fn read_web_address(fields: &mut Fields) -> Option<String> {
    let url = fields.located_text("url")?;
    if !is_web_address(&url.value) {
        let problem = format!("`{}` is not an address on the web", url.value);
        fields.faults().error(
            url.at,
            problem,
            "write the whole address, with https:// before it",
        );
    }
    Some(url.value)
}

/// Whether a text is an address that can stand in a link as it is.
pub(crate) fn is_web_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && is_plain_address(text)
}

/// Whether an address has none of the characters that must be escaped in one.
pub(crate) fn is_plain_address(text: &str) -> bool {
    !text
        .chars()
        .any(|letter| letter.is_whitespace() || letter.is_control() || "\"'<>\\`".contains(letter))
}
