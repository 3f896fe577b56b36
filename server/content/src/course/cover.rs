//! `course.<locale>.md`: what a course is.

use domain::pages::Picture;

use crate::credits::{Credits, Sources};
use crate::document::{Context, Document};
use crate::fault::FileFaults;
use crate::fields::{Fields, Located};
use crate::markdown::{Html, QuestionBlocks, check, parse, plain_blocks};
use crate::pictures::read_picture;
use crate::search::text_of;
use crate::source::SourceFile;

/// What a course is, in one language.
pub(crate) struct Cover {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) level: i64,
    /// Keywords and topics: what people type when they search.
    pub(super) keywords: Vec<String>,
    pub(super) outcomes: Vec<String>,
    pub(super) credits: Credits,
    pub(super) picture: Picture,
    pub(super) html: Html,
    pub(super) prose: String,
}

impl Document for Cover {
    fn read(context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        let pieces = parse(source);
        check(context, source, &pieces, faults, QuestionBlocks::Refused);
        let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "front matter")?;
        let title = fields.text("title");
        let summary = fields.text("summary");
        let level = fields.number("level", 1..=3);
        let topics = fields.texts("topics");
        let keywords = fields.texts("keywords");
        let outcomes = fields.texts("outcomes");
        check_pages(context, &mut fields, "audience", "/muligheder");
        check_pages(context, &mut fields, "prerequisites", "/laer");
        let credits = Credits::read(context, &mut fields, Sources::Required);
        let picture = read_picture(context, &mut fields);
        fields.finish();
        Some(Self {
            title: title?,
            summary: summary?,
            level: level?,
            keywords: texts(keywords?).chain(texts(topics?)).collect(),
            outcomes: texts(outcomes?).collect(),
            credits: credits?,
            picture: picture?,
            html: Html::render(&pieces, context.pictures),
            prose: text_of(plain_blocks(&pieces).iter().map(String::as_str)),
        })
    }
}

fn texts(located: Vec<Located<String>>) -> impl Iterator<Item = String> {
    located.into_iter().map(|text| text.value)
}

/// Reads a list of ids that must have a page each below `folder`.
fn check_pages(context: &Context, fields: &mut Fields, key: &'static str, folder: &str) {
    for id in fields.texts_or_none(key).unwrap_or_default() {
        if !context.addresses.has(&format!("{folder}/{}", id.value)) {
            let problem = format!("`{}` in `{key}` is unknown", id.value);
            let cure = format!("use the last part of an address that begins with {folder}/");
            fields.faults().error(id.at, problem, cure);
        }
    }
}
