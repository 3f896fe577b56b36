//! The second door: a guide is six sections with fixed ids, in a fixed order.

mod sections;
mod views;

use domain::homework::{Grade, Subject};
use domain::ids::GuideId;
use domain::pages::Picture;

use self::sections::{GuideTexts, read_texts};
pub use self::views::GuideReader;
use crate::course::danish_order;
use crate::credits::{Credits, Sources};
use crate::document::{Context, Document};
use crate::fault::FileFaults;
use crate::fields::Fields;
use crate::markdown::{Blocks, check, parse};
use crate::pictures::read_picture;
use crate::search::Searchable;
use crate::source::SourceFile;
use crate::translated::Translated;

/// A guide without faults, in all its languages.
pub(crate) struct Guide {
    pub(crate) id: GuideId,
    pub(crate) text: Translated<GuideText>,
}

/// A guide in one language.
pub(crate) struct GuideText {
    title: String,
    summary: String,
    subject: Subject,
    grade_from: Grade,
    grade_to: Grade,
    minutes: i64,
    keywords: Vec<String>,
    credits: Credits,
    picture: Picture,
    texts: GuideTexts,
}

impl Guide {
    /// Guides are shown by subject, then by grade.
    pub(crate) fn order(&self) -> (Option<usize>, Grade, Grade, String) {
        let text = self.text.original();
        let subject = Subject::ALL.iter().position(|subject| *subject == text.subject);
        (subject, text.grade_from, text.grade_to, danish_order(&text.title))
    }

    /// What a search may find it by.
    pub(crate) fn searchable(&self) -> impl Iterator<Item = Searchable> {
        self.text.all().map(|(locale, text)| Searchable {
            locale,
            title: text.title.clone(),
            summary: text.summary.clone(),
            keywords: text.keywords.clone(),
            body: text.texts.prose.clone(),
        })
    }
}

impl Document for GuideText {
    fn read(context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        let pieces = parse(source);
        check(context, source, &pieces, faults, Blocks::OfAGuide);
        let texts = read_texts(context, source, &pieces, faults);
        let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "front matter")?;
        let title = fields.text("title");
        let summary = fields.text("summary");
        let subject = read_subject(&mut fields);
        let grade_from = fields.number("grade_from", Grade::RANGE).and_then(Grade::new);
        let grade_to = read_grade_to(&mut fields, grade_from);
        let minutes = fields.number("minutes", 1..=120);
        let keywords = fields.texts("keywords");
        let credits = Credits::read(context, &mut fields, Sources::Optional);
        let picture = read_picture(context, &mut fields);
        fields.finish();
        Some(Self {
            title: title?,
            summary: summary?,
            subject: subject?,
            grade_from: grade_from?,
            grade_to: grade_to?,
            minutes: minutes?,
            keywords: keywords?.into_iter().map(|keyword| keyword.value).collect(),
            credits: credits?,
            picture: picture?,
            texts: texts?,
        })
    }
}

fn read_subject(fields: &mut Fields) -> Option<Subject> {
    let text = fields.located_text("subject")?;
    let subject = Subject::parse(&text.value);
    if subject.is_none() {
        let problem = format!("`{}` is not a subject", text.value);
        let known = Subject::ALL.map(Subject::as_str).join(", ");
        fields
            .faults()
            .error(text.at, problem, format!("use one of {known}"));
    }
    subject
}

fn read_grade_to(fields: &mut Fields, from: Option<Grade>) -> Option<Grade> {
    let at = fields.place_of("grade_to");
    let to = fields.number("grade_to", Grade::RANGE).and_then(Grade::new)?;
    if let (true, Some(at)) = (from.is_some_and(|from| to < from), at) {
        fields.faults().error(
            at,
            "`grade_to` is below `grade_from`",
            "let it be the same or higher",
        );
    }
    Some(to)
}
