//! The catalogue: what fits a filter, and what a visitor is advised to do next.

use std::collections::HashMap;
use std::hash::BuildHasher;

use domain::count;
use domain::ids::{CourseId, RolePageId};
use domain::learning::{
    AdviceReason, Because, COURSES_ON_A_PAGE, CatalogFilter, CourseCard, Recommended, Standing, StepRecord,
    recommend,
};
use domain::locale::Locale;

use super::Course;
use crate::library::Library;

fn places(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}

/// Courses that are recommended at once. More would be a catalogue.
const MOST: usize = 3;

impl Library {
    /// A page of the courses that fit a filter, easiest first, with what the visitor has done of each, and how many fit in all.
    pub fn filtered_cards<S: BuildHasher>(
        &self,
        filter: &CatalogFilter,
        locale: Locale,
        records: &HashMap<CourseId, Vec<StepRecord>, S>,
    ) -> (Vec<CourseCard>, i64) {
        let mut cards = self.course_cards(locale, records);
        cards.retain(|card| filter.matches(card));
        let found = count(&cards);
        let before = (filter.page - 1) * COURSES_ON_A_PAGE;
        let page = cards
            .into_iter()
            .skip(places(before))
            .take(places(COURSES_ON_A_PAGE));
        (page.collect(), found)
    }

    /// The roles that there are courses for, with their names.
    pub fn course_audiences(&self, locale: Locale) -> Vec<(RolePageId, String)> {
        let has_course = |role: &RolePageId| {
            let mut covers = self.courses.iter().map(|course| course.cover.original());
            covers.any(|cover| cover.audience.contains(role))
        };
        let roles = self
            .role_cards(locale)
            .into_iter()
            .filter(|role| has_course(&role.id));
        roles.map(|role| (role.id, role.title)).collect()
    }

    /// What the visitor is advised to do next, other than going on with `here`, where they are already.
    pub fn recommended<S: BuildHasher>(
        &self,
        locale: Locale,
        records: &HashMap<CourseId, Vec<StepRecord>, S>,
        here: Option<&CourseId>,
    ) -> Vec<Recommended> {
        let Some(graph) = self.start_graph().filter(|_| !records.is_empty()) else {
            return Vec::new();
        };
        let standings = self.standings(records);
        let advice = recommend(graph, &standings, MOST + here.iter().count());
        let elsewhere = advice.into_iter().filter(|advice| Some(&advice.course) != here);
        let shown = elsewhere.take(MOST).filter_map(|advice| {
            let card = |course: &CourseId| Some(self.course(course)?.card(locale, done_of(records, course)));
            Some(Recommended {
                card: card(&advice.course)?,
                reason: match advice.because {
                    Because::Begun => AdviceReason::Begun,
                    Because::BuildsOn(before) => AdviceReason::BuildsOn(card(&before)?.title),
                    Because::SameGoal(before) => AdviceReason::SameGoal(card(&before)?.title),
                },
            })
        });
        shown.collect()
    }

    fn standings<S: BuildHasher>(&self, records: &HashMap<CourseId, Vec<StepRecord>, S>) -> Vec<Standing> {
        let standing = |course: &Course| {
            let done = done_of(records, course.id());
            let answered = done.iter().filter_map(|record| Some(record.latest.as_ref()?.at));
            Standing {
                course: course.id().clone(),
                progress: course.outline.progress(done),
                latest: answered.max(),
            }
        };
        self.courses.iter().map(|course| standing(course)).collect()
    }
}

/// What a visitor has done in one of the courses.
pub(super) fn done_of<'a, S: BuildHasher>(
    records: &'a HashMap<CourseId, Vec<StepRecord>, S>,
    course: &CourseId,
) -> &'a [StepRecord] {
    records.get(course).map_or(&[], Vec::as_slice)
}
