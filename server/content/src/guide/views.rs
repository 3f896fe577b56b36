//! The views of the second door.

use domain::homework::{GuideCard, GuideFilter, GuidePage, GuideSection};
use domain::ids::GuideId;
use domain::learning::Reading;
use domain::locale::Locale;
use domain::municipality::Municipality;
use domain::time::short_date;

use super::Guide;
use super::sections::{GuideSections, GuideTexts, SectionText};
use crate::credits::source_views;
use crate::library::Library;
use crate::markdown::{Html, fill_plain};

/// What a guide's page depends on besides the guide.
#[derive(Debug, Clone, Copy)]
pub struct GuideReader<'a> {
    pub locale: Locale,
    pub reading: Reading,
    pub municipality: &'a Municipality,
}

impl Library {
    /// The guides among what a parent looks for, by subject, then by grade. Those in the parent's own language come first.
    pub fn guide_cards(&self, locale: Locale, filter: GuideFilter) -> Vec<GuideCard> {
        let locale = filter.language.unwrap_or(locale);
        let cards = self.guides.iter().map(|guide| guide.card(locale));
        let mut cards: Vec<_> = cards.filter(|card| card.fits(filter)).collect();
        cards.sort_by_key(|card| card.locale != locale);
        cards
    }

    /// A guide's own page. The three questions are in `questions` and not again in `ask.html`.
    pub fn guide_page(&self, id: &GuideId, reader: GuideReader) -> Option<GuidePage> {
        let guide = self.guides.iter().find(|guide| guide.id == *id)?;
        let (text_locale, text) = guide.text.get(reader.locale);
        let shown = text.texts.shown(reader);
        let sections = shown.sections;
        let section = |section: &SectionText| GuideSection {
            title: fill_plain(&section.title, reader.municipality),
            html: section.html.show(reader.locale, reader.municipality),
        };
        let questions = sections.questions.iter();
        Some(GuidePage {
            card: guide.card(reader.locale),
            reading: shown.reading,
            intro_html: shown.intro.map_or_else(String::new, |intro| {
                intro.show(reader.locale, reader.municipality)
            }),
            now: section(&sections.now),
            ask: section(&sections.ask),
            questions: questions
                .map(|question| fill_plain(question, reader.municipality))
                .collect(),
            activity: section(&sections.activity),
            words: section(&sections.words),
            pitfalls: section(&sections.pitfalls),
            stop: section(&sections.stop),
            owner: text.credits.owner.clone(),
            revised: short_date(text.credits.revised, text_locale),
            sources: source_views(&text.credits.sources, text_locale),
        })
    }
}

/// One of a guide's two texts.
struct ShownText<'a> {
    /// Which it is; `None` where there is only one.
    reading: Option<Reading>,
    intro: Option<&'a Html>,
    sections: &'a GuideSections,
}

impl GuideTexts {
    /// The text as the reader wants it, where there are two.
    fn shown(&self, reader: GuideReader) -> ShownText<'_> {
        match (&self.easy, reader.reading) {
            (Some(easy), Reading::Easy) => ShownText {
                reading: Some(Reading::Easy),
                intro: None,
                sections: easy,
            },
            (twin, _) => ShownText {
                reading: twin.as_ref().map(|_| Reading::Ordinary),
                intro: Some(&self.intro),
                sections: &self.ordinary,
            },
        }
    }
}

impl Guide {
    fn card(&self, locale: Locale) -> GuideCard {
        let (text_locale, text) = self.text.get(locale);
        GuideCard {
            id: self.id.clone(),
            title: text.title.clone(),
            summary: text.summary.clone(),
            subject: text.subject,
            grade_from: text.grade_from,
            grade_to: text.grade_to,
            minutes: text.minutes,
            picture: text.picture.clone(),
            locale: text_locale,
        }
    }
}
