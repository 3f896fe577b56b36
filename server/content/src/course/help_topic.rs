use domain::help_topic::{HelpDoor, HelpTopic, HelpTopicView};
use domain::locale::Locale;
use domain::municipality::Municipality;

use super::Course;
use crate::library::Library;
use crate::markdown::fill_plain;

/// The roles that homework help is for.
const FAMILY: [&str; 2] = ["foraelder", "elev"];

impl Library {
    /// The titles of what somebody is stuck on; `None` where the step is not there, or no more.
    pub fn help_topic(
        &self,
        topic: &HelpTopic,
        locale: Locale,
        municipality: &Municipality,
    ) -> Option<HelpTopicView> {
        let course = self.course(&topic.course)?;
        let place = course.outline.steps().find(|place| place.step == topic.step)?;
        let locale = course.text_locale(locale);
        let step = course.step(&topic.step, locale)?;
        (place.lesson == topic.lesson).then(|| HelpTopicView {
            course_title: course.cover.get(locale).1.title.clone(),
            step_title: fill_plain(&step.title, municipality),
            path: format!("/laer/{topic}"),
            locale,
        })
    }
}

impl Course {
    /// Where a person may be found who helps with the course.
    pub(super) fn help_doors(&self) -> Vec<HelpDoor> {
        let audience = &self.cover.original().audience;
        let for_families = audience.iter().any(|role| FAMILY.contains(&role.as_str()));
        let homework = for_families.then_some(HelpDoor::Homework);
        std::iter::once(HelpDoor::Appointments).chain(homework).collect()
    }
}
