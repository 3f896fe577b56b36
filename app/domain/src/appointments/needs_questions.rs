//! What is asked before times are shown. Nothing whose answer would change nothing: each question is one more.

use serde::{Deserialize, Serialize};

use super::needs::{ExtraTime, Language, Needs, NotALanguage};
use super::schedule::{Location, Schedule};
use super::service::{Service, Way};

/// What is worth asking for a service at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsQuestions {
    /// How they could meet; empty where there is one way only.
    pub ways: Vec<Way>,
    /// The languages beside Danish that somebody there speaks.
    pub languages: Vec<Language>,
    /// Those of [`Need`] that matter.
    pub needs: Vec<Need>,
    /// The minutes that extra time means.
    pub extra_time: ExtraTime,
    /// A home visit is possible, so an address may be asked for.
    pub home_visit: bool,
}

/// Something that is needed or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    SignLanguage,
    StepFree,
    ExtraTime,
    Companion,
    ActsForAnother,
}

impl Need {
    /// As it stands in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignLanguage => "sign_language",
            Self::StepFree => "step_free",
            Self::ExtraTime => "extra_time",
            Self::Companion => "companion",
            Self::ActsForAnother => "acts_for_another",
        }
    }
}

/// The answers as they come from a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsForm {
    pub way: Option<Way>,
    /// A tag; empty for Danish.
    pub language: String,
    /// A tag; empty where no interpreter is needed.
    pub interpreter: String,
    pub needs: Vec<Need>,
}

impl NeedsQuestions {
    /// The questions for a service at a place.
    ///
    /// A language is asked for where an adviser speaks one, signing where one signs; steps where there are some and somebody
    /// may have to come. Time, a companion and acting for somebody else can matter anywhere, time only where nobody else comes.
    pub fn of(schedule: &Schedule, service: &Service, location: &Location) -> Self {
        let spoken = spoken(schedule, service, location);
        let signs = spoken
            .iter()
            .any(|language| language.as_str() == Language::DANISH_SIGN_LANGUAGE);
        let comes = service.ways.contains(&Way::InPerson);
        let needs = [
            (Need::SignLanguage, signs),
            (Need::StepFree, comes && !location.step_free),
            // What several come to at once ends for all of them.
            (Need::ExtraTime, service.seats == 1),
            (Need::Companion, comes),
            (Need::ActsForAnother, true),
        ];
        let has_choice = service.ways.len() > 1;
        Self {
            ways: if has_choice { service.ways.clone() } else { vec![] },
            languages: spoken
                .into_iter()
                .filter(|language| {
                    ![Language::DANISH, Language::DANISH_SIGN_LANGUAGE].contains(&language.as_str())
                })
                .collect(),
            needs: needs
                .into_iter()
                .filter(|(_, matters)| *matters)
                .map(|(need, _)| need)
                .collect(),
            extra_time: ExtraTime::offered(service),
            home_visit: service.ways.contains(&Way::HomeVisit),
        }
    }

    /// What is needed, as a form says. What was not asked is not listened to.
    pub fn answered(&self, form: &NeedsForm) -> Result<Needs, NotALanguage> {
        let said = |need| self.needs.contains(&need) && form.needs.contains(&need);
        let language = tag(&form.language)?.filter(|language| self.languages.contains(language));
        Ok(Needs {
            language,
            interpreter: tag(&form.interpreter)?,
            sign_language: said(Need::SignLanguage),
            step_free: said(Need::StepFree),
            extra_time: if said(Need::ExtraTime) {
                self.extra_time
            } else {
                ExtraTime::default()
            },
            companion: said(Need::Companion),
            acts_for_another: said(Need::ActsForAnother),
        })
    }
}

impl Needs {
    /// Those of [`Need`] that are needed, for the form in which they were said.
    pub fn said(&self) -> Vec<Need> {
        [
            (Need::SignLanguage, self.sign_language),
            (Need::StepFree, self.step_free),
            (Need::ExtraTime, !self.extra_time.is_none()),
            (Need::Companion, self.companion),
            (Need::ActsForAnother, self.acts_for_another),
        ]
        .into_iter()
        .filter(|(_, needed)| *needed)
        .map(|(need, _)| need)
        .collect()
    }
}

/// Every language of those who give a service at a place, each once.
fn spoken(schedule: &Schedule, service: &Service, location: &Location) -> Vec<Language> {
    let mut languages: Vec<_> = schedule
        .advisers_at(&service.id, &location.id)
        .flat_map(|adviser| adviser.languages.iter().cloned())
        .collect();
    languages.sort();
    languages.dedup();
    languages
}

fn tag(text: &str) -> Result<Option<Language>, NotALanguage> {
    (!text.is_empty()).then(|| Language::parse(text)).transpose()
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use proptest::prelude::*;

    use super::super::schedule::ScheduleDocument;
    use super::super::schedule_fixture::{adviser, document};
    use super::*;

    fn questions(document: ScheduleDocument) -> NeedsQuestions {
        let schedule = Schedule::try_from(document).unwrap();
        NeedsQuestions::of(&schedule, &schedule.services[0], &schedule.locations[0])
    }

    fn library(languages: &[&str]) -> ScheduleDocument {
        let mut document = document(vec![adviser(
            "maja",
            &["mitid"],
            time(9, 0, 0, 0),
            time(11, 0, 0, 0),
        )]);
        document.advisers[0].languages = languages
            .iter()
            .map(|tag| Language::parse(tag).unwrap())
            .collect();
        document
    }

    #[test]
    fn a_language_is_asked_for_where_somebody_speaks_it() {
        assert_eq!(questions(library(&[])).languages, []);
        let asked = questions(library(&["uk", "da", "dsl", "ar"]));
        assert_eq!(
            asked.languages.iter().map(Language::as_str).collect::<Vec<_>>(),
            ["ar", "uk"]
        );
        assert!(asked.needs.contains(&Need::SignLanguage));
        assert!(!questions(library(&["ar"])).needs.contains(&Need::SignLanguage));
    }

    #[test]
    fn steps_are_asked_about_where_there_are_some_and_somebody_comes() {
        assert!(questions(library(&[])).needs.contains(&Need::StepFree));
        let mut without_steps = library(&[]);
        without_steps.locations[0].step_free = true;
        assert!(!questions(without_steps).needs.contains(&Need::StepFree));
        let mut rung_up = library(&[]);
        rung_up.services[0].ways = vec![Way::Telephone];
        assert_eq!(questions(rung_up).needs, [Need::ExtraTime, Need::ActsForAnother]);
    }

    #[test]
    fn how_they_meet_is_asked_where_there_are_ways_to_choose_from() {
        let mut document = library(&[]);
        assert_eq!(questions(document.clone()).ways, []);
        document.services[0].ways = vec![Way::InPerson, Way::HomeVisit];
        let asked = questions(document.clone());
        assert_eq!(asked.ways, [Way::InPerson, Way::HomeVisit]);
        assert!(asked.home_visit);
        document.services[0].ways = vec![Way::HomeVisit];
        let asked = questions(document.clone());
        assert!(asked.ways.is_empty() && asked.home_visit);
        document.services[0].ways = vec![Way::InPerson, Way::Video];
        assert_eq!(questions(document).ways, [Way::InPerson, Way::Video]);
    }

    #[test]
    fn extra_time_is_half_as_long_again_in_whole_units() {
        let mut service = library(&[]).services[0].clone();
        for (minutes, extra) in [(5, 5), (20, 10), (30, 15), (45, 25), (120, 60), (300, 60)] {
            service.duration_minutes = minutes;
            assert_eq!(ExtraTime::offered(&service).minutes(), extra, "{minutes}");
        }
    }

    #[test]
    fn what_was_not_asked_is_not_listened_to() {
        let form = NeedsForm {
            language: "uk".into(),
            needs: vec![Need::SignLanguage, Need::ExtraTime],
            ..NeedsForm::default()
        };
        let needs = questions(library(&["ar"])).answered(&form).unwrap();
        assert_eq!((needs.language, needs.sign_language), (None, false));
        assert_eq!(needs.extra_time.minutes(), 15);
        let nonsense = NeedsForm {
            interpreter: "<b>".into(),
            ..form
        };
        assert_eq!(questions(library(&[])).answered(&nonsense), Err(NotALanguage));
    }

    proptest! {
        /// The form that shows what was said says the same again.
        #[test]
        fn what_was_said_is_shown_as_it_was_said(
            said in prop::sample::subsequence(
                vec![Need::SignLanguage, Need::StepFree, Need::ExtraTime, Need::Companion, Need::ActsForAnother], 0..=5,
            ),
            language in prop::sample::select(vec!["", "ar"]), interpreter in prop::sample::select(vec!["", "ti"]),
        ) {
            let asked = questions(library(&["ar", "dsl"]));
            let form = NeedsForm { way: None, language: language.into(), interpreter: interpreter.into(), needs: said };
            let needs = asked.answered(&form).unwrap();
            prop_assert_eq!(needs.said(), form.needs);
            prop_assert_eq!(needs.language.map(String::from).unwrap_or_default(), language);
            prop_assert_eq!(needs.interpreter.map(String::from).unwrap_or_default(), interpreter);
        }
    }
}
