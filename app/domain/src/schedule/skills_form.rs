//! The form of what an adviser can help with.

use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read};
use crate::appointments::{Adviser, Language};
use crate::ids::{AdviserId, ServiceId};

/// What an adviser can help with, and in which languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillsForm {
    pub services: Vec<String>,
    /// Tags with spaces or commas between them: "ar, dsl".
    pub languages: String,
}

impl SkillsForm {
    /// An adviser as they are.
    pub fn of(adviser: &Adviser) -> Self {
        let languages: Vec<_> = adviser.languages.iter().map(Language::as_str).collect();
        Self {
            services: adviser.services.iter().map(ToString::to_string).collect(),
            languages: languages.join(", "),
        }
    }

    pub(super) fn read(&self, adviser: &AdviserId) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let (services, languages) = self.read_into(&mut problems);
        let read = services.zip(languages);
        problems.finish(read.map(|(services, languages)| ScheduleEdit::Skills {
            adviser: adviser.clone(),
            services,
            languages,
        }))
    }

    /// The services and the languages, where nothing is wrong with them.
    pub(super) fn read_into(
        &self,
        problems: &mut Problems,
    ) -> (Option<Vec<ServiceId>>, Option<Vec<Language>>) {
        let services: Result<Vec<_>, _> = self.services.iter().map(|id| ServiceId::parse(id)).collect();
        let services = problems.keep("services", services.map_err(|_| Problem::Missing));
        let languages: Result<Vec<_>, _> = self
            .languages
            .split([',', ' ', ';'])
            .filter(|tag| !tag.is_empty())
            .map(Language::parse)
            .collect();
        let languages = problems.keep("languages", languages.map_err(|_| Problem::NotALanguage));
        (services, languages)
    }
}
