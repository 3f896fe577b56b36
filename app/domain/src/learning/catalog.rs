//! The catalogue: every course, and what of it is looked for.

use serde::{Deserialize, Serialize};

use super::start_line::Goal;
use super::views::CourseCard;
use crate::ids::RolePageId;

/// What the catalogue shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogPage {
    /// What the visitor is advised to do next; nothing for somebody who has begun nothing.
    pub recommended: Vec<Recommended>,
    pub filter: CatalogFilter,
    /// One page of the courses that fit the filter, easiest first.
    pub courses: Vec<CourseCard>,
    /// How many fit it in all.
    pub found: i64,
    /// Whom there are courses for, with the role's name.
    pub audiences: Vec<(RolePageId, String)>,
    /// Questions that are due in Genopfrisk.
    pub due: i64,
}

/// A course that somebody is advised to go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommended {
    pub card: CourseCard,
    pub reason: AdviceReason,
}

/// Why a course is recommended, with the titles of the courses that it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AdviceReason {
    Begun,
    BuildsOn(String),
    SameGoal(String),
}

/// What is looked for. What is `None` does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogFilter {
    pub goal: Option<Goal>,
    pub audience: Option<RolePageId>,
    /// From 1, first steps, to 3.
    pub level: Option<i64>,
    /// Which page of them, from 1. Another filter begins at its first page again.
    pub page: i64,
}

/// Courses on one page of the catalogue.
pub const COURSES_ON_A_PAGE: i64 = 24;

/// More pages than any catalogue has.
const MOST_PAGES: i64 = 10_000;

/// The levels of courses, easiest first.
pub const LEVELS: [i64; 3] = [1, 2, 3];

impl Default for CatalogFilter {
    /// Every course, from the first page on.
    fn default() -> Self {
        Self {
            goal: None,
            audience: None,
            level: None,
            page: 1,
        }
    }
}

impl CatalogFilter {
    /// Whether a course is looked for.
    pub fn matches(&self, course: &CourseCard) -> bool {
        self.goal.is_none_or(|goal| course.goal == Some(goal))
            && self.level.is_none_or(|level| course.level == level)
            && self
                .audience
                .as_ref()
                .is_none_or(|audience| course.audience.contains(audience))
    }

    /// As it stands in an address: `?emne=penge&niveau=1`, or nothing.
    pub fn query(&self) -> String {
        let goal = self.goal.map(|goal| format!("emne={}", goal.as_str()));
        let audience = self.audience.as_ref().map(|audience| format!("til={audience}"));
        let level = self.level.map(|level| format!("niveau={level}"));
        let page = (self.page > 1).then(|| format!("side={}", self.page));
        let parts: Vec<_> = [goal, audience, level, page].into_iter().flatten().collect();
        if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        }
    }

    /// Reads the parts of an address. What is no filter is left out.
    pub fn parse(goal: &str, audience: &str, level: &str, page: &str) -> Self {
        Self {
            goal: Goal::parse(goal),
            audience: RolePageId::parse(audience).ok(),
            level: level.parse().ok().filter(|level| LEVELS.contains(level)),
            page: page.parse().unwrap_or(1).clamp(1, MOST_PAGES),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::progress::CourseProgress;
    use super::*;
    use crate::ids::CourseId;
    use crate::locale::Locale;
    use crate::pages::Picture;

    fn course() -> CourseCard {
        CourseCard {
            id: CourseId::parse("laan-aop").unwrap(),
            title: String::new(),
            summary: String::new(),
            picture: Picture {
                src: String::new(),
                alt: String::new(),
            },
            level: 2,
            goal: Some(Goal::Money),
            topics: vec![],
            audience: vec![RolePageId::parse("elev").unwrap()],
            minutes: 0,
            lessons: 0,
            progress: CourseProgress {
                done: 0,
                total: 0,
                next: None,
            },
            locale: Locale::Da,
        }
    }

    #[test]
    fn a_course_must_fit_every_part_of_the_filter() {
        for (goal, audience, level, fits) in [
            ("", "", "", true),
            ("penge", "elev", "2", true),
            ("foerste-skridt", "elev", "2", false),
            ("penge", "borger", "2", false),
            ("penge", "elev", "1", false),
        ] {
            let filter = CatalogFilter::parse(goal, audience, level, "");
            assert_eq!(filter.matches(&course()), fits, "{filter:?}");
        }
    }

    #[test]
    fn a_filter_is_read_as_it_was_written() {
        for query in [
            "",
            "?emne=penge",
            "?emne=hjaelp-en-anden&til=elev&niveau=3",
            "?side=2",
        ] {
            let value = |name: &str| {
                let pairs = query.trim_start_matches('?').split('&');
                let mut values = pairs.filter_map(|pair| pair.split_once('='));
                values
                    .find(|(key, _)| *key == name)
                    .map_or(String::new(), |(_, value)| value.to_owned())
            };
            let filter =
                CatalogFilter::parse(&value("emne"), &value("til"), &value("niveau"), &value("side"));
            assert_eq!(filter.query(), query);
        }
        let nonsense = CatalogFilter::parse("<script>", "../etc", "99", "-1");
        assert_eq!(nonsense, CatalogFilter::default());
    }
}
