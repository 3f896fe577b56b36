//! `story-questions.<locale>.toml`: questions to ask a child about any story.

use domain::homework::{StoryAge, StoryMoment, StoryQuestion};
use domain::ids::OptionId;
use domain::locale::Locale;

use crate::document::{Context, Document};
use crate::fault::FileFaults;
use crate::fields::{Fields, Ids, every};
use crate::library::Library;
use crate::markdown::check_without_words;
use crate::source::SourceFile;

/// The questions in one language, in the order of their file.
#[derive(Debug, Default)]
pub(crate) struct StoryQuestions(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    id: OptionId,
    /// For whom and when; the Danish file alone says so.
    place: Option<(StoryAge, StoryMoment)>,
    text: String,
}

impl Library {
    /// The questions for a child of an age. One that has not been translated is in Danish.
    pub fn story_questions(&self, age: StoryAge, locale: Locale) -> Vec<StoryQuestion> {
        let Some(questions) = &self.story_questions else {
            return Vec::new();
        };
        let translated = questions.get(locale).1;
        let entries = questions.original().0.iter();
        let wanted = entries.filter_map(|entry| Some((entry, entry.place?)));
        wanted
            .filter(|(_, (for_age, _))| *for_age == age)
            .map(|(entry, (age, moment))| StoryQuestion {
                age,
                moment,
                text: translated.find(&entry.id).unwrap_or(entry).text.clone(),
            })
            .collect()
    }
}

impl StoryQuestions {
    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    fn find(&self, id: &OptionId) -> Option<&Entry> {
        self.0.iter().find(|entry| entry.id == *id)
    }
}

impl Document for StoryQuestions {
    fn read(_context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        check_without_words(source, faults);
        let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "file")?;
        if fields.place_of("questions").is_none() {
            fields.missing("questions", "[[questions]] with id, age, when and text");
        }
        let tables = fields.tables("questions", "question");
        fields.finish();
        let mut ids = Ids::default();
        let entries = tables.into_iter();
        every(entries.map(|question| read_question(question, source.locale, &mut ids))).map(Self)
    }

    fn compare(&self, original: &Self, faults: &FileFaults) {
        for entry in self.0.iter().filter(|entry| original.find(&entry.id).is_none()) {
            faults.error(
                0,
                format!("The Danish questions have no `{}`", entry.id),
                "add it there, or remove it here",
            );
        }
    }
}

fn read_question(mut fields: Fields, locale: Locale, ids: &mut Ids) -> Option<Entry> {
    let id = fields.option_id(ids);
    let place = if locale == Locale::default() {
        let age = fields.one_of("age", &StoryAge::ALL.map(|age| (age.as_str(), age)));
        let moment = fields.one_of("when", &StoryMoment::ALL.map(|moment| (moment.as_str(), moment)));
        Some((age?, moment?))
    } else {
        None
    };
    let text = fields.text("text");
    fields.finish();
    Some(Entry {
        id: id?,
        place,
        text: text?,
    })
}
