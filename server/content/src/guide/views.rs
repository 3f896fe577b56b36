//! The views of the second door.

use domain::homework::{GuideCard, GuideFilter, GuidePage, GuideSection};
use domain::ids::GuideId;
use domain::locale::Locale;
use domain::municipality::Municipality;
use domain::time::short_date;

use super::Guide;
use super::sections::SectionText;
use crate::credits::source_views;
use crate::library::Library;
use crate::markdown::fill_plain;

impl Library {
    /// The guides among what a parent looks for, by subject, then by grade.
    pub fn guide_cards(&self, locale: Locale, filter: GuideFilter) -> Vec<GuideCard> {
        let cards = self.guides.iter().map(|guide| guide.card(locale));
        cards.filter(|card| card.fits(filter)).collect()
    }

    /// A guide's own page. The three questions are in `questions` and not again in `ask.html`.
    pub fn guide_page(&self, id: &GuideId, locale: Locale, municipality: &Municipality) -> Option<GuidePage> {
        let guide = self.guides.iter().find(|guide| guide.id == *id)?;
        let (text_locale, text) = guide.text.get(locale);
        let section = |section: &SectionText| GuideSection {
            title: fill_plain(&section.title, municipality),
            html: section.html.show(locale, municipality),
        };
        let sections = &text.sections;
        let questions = sections.questions.iter();
        Some(GuidePage {
            card: guide.card(locale),
            intro_html: sections.intro.show(locale, municipality),
            now: section(&sections.now),
            ask: section(&sections.ask),
            questions: questions
                .map(|question| fill_plain(question, municipality))
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
