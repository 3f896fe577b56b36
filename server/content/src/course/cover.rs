//! `course.<locale>.md`: what a course is.

use std::ops::RangeInclusive;

use domain::ids::{CourseId, NotASlug, RolePageId, StepId};
use domain::learning::start_line::Goal;
use domain::pages::Picture;

use crate::credits::{Credits, Sources};
use crate::document::{Context, Document};
use crate::fault::FileFaults;
use crate::fields::{Fields, Located};
use crate::markdown::{Blocks, Html, check, parse, plain_blocks};
use crate::pictures::read_picture;
use crate::search::text_of;
use crate::source::SourceFile;

const PERSPECTIVES: [&str; 3] = ["individual", "services", "society"];
/// The United Nations' global goals.
const GLOBAL_GOALS: RangeInclusive<u8> = 1..=17;

/// What a course is, in one language.
pub(crate) struct Cover {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) level: i64,
    pub(super) topics: Vec<String>,
    pub(super) audience: Vec<RolePageId>,
    /// Courses that are good to have taken before.
    pub(super) prerequisites: Vec<Prerequisite>,
    /// Keywords and topics: what people type when they search.
    pub(super) keywords: Vec<String>,
    pub(super) outcomes: Vec<String>,
    pub(super) credits: Credits,
    pub(super) picture: Picture,
    pub(super) html: Html,
    pub(super) prose: String,
    pub(super) start_line: Option<StartQuestion>,
}

/// How the start-line check asks about the course.
pub(super) struct StartQuestion {
    pub(super) goal: Goal,
    /// "Kan du …?"
    pub(super) question: String,
    /// A step of the course whose question shows whether one can.
    pub(super) task: Option<StepId>,
    /// Where the task is named.
    pub(super) line: usize,
}

/// A course that is good to have taken before, and the line that says so.
pub(super) struct Prerequisite {
    pub(super) course: CourseId,
    pub(super) line: usize,
}

impl Cover {
    /// The question by which the start-line check asks about the course; what one learns, where it has none of its own.
    pub(super) fn asks(&self) -> String {
        match &self.start_line {
            Some(start) => start.question.clone(),
            None => self.outcomes.first().unwrap_or(&self.title).clone(),
        }
    }
}

impl Document for Cover {
    fn read(context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        let pieces = parse(source);
        check(context, source, &pieces, faults, Blocks::None);
        let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "front matter")?;
        let title = fields.text("title");
        let summary = fields.text("summary");
        let level = fields.number("level", 1..=3);
        let topics: Option<Vec<_>> = fields.texts("topics").map(|topics| texts(topics).collect());
        let keywords = fields.texts("keywords");
        let outcomes = fields.texts("outcomes");
        let audience = read_ids(context, &mut fields, "audience", "/muligheder", RolePageId::parse);
        let prerequisites = read_ids(context, &mut fields, "prerequisites", "/laer", CourseId::parse);
        read_perspective(&mut fields);
        fields.numbers("goals", "[4, 10]", GLOBAL_GOALS);
        let credits = Credits::read(context, &mut fields, Sources::Required);
        let picture = read_picture(context, &mut fields);
        let start_line = fields
            .table("start_line", "start line")
            .map(|table| read_start_line(table, faults));
        fields.finish();
        Some(Self {
            title: title?,
            summary: summary?,
            level: level?,
            keywords: texts(keywords?).chain(topics.iter().flatten().cloned()).collect(),
            topics: topics?,
            audience: audience.into_iter().map(|role| role.value).collect(),
            prerequisites: prerequisites
                .into_iter()
                .map(|course| Prerequisite {
                    line: faults.line(course.at),
                    course: course.value,
                })
                .collect(),
            outcomes: texts(outcomes?).collect(),
            credits: credits?,
            picture: picture?,
            html: Html::render(&pieces, context.pictures),
            prose: text_of(plain_blocks(&pieces).iter().map(String::as_str)),
            start_line: match start_line {
                Some(start_line) => Some(start_line?),
                None => None,
            },
        })
    }
}

fn texts(located: Vec<Located<String>>) -> impl Iterator<Item = String> {
    located.into_iter().map(|text| text.value)
}

/// Reads a list of ids that must have a page each below `folder`.
fn read_ids<Id>(
    context: &Context,
    fields: &mut Fields,
    key: &'static str,
    folder: &str,
    parse: fn(&str) -> Result<Id, NotASlug>,
) -> Vec<Located<Id>> {
    let mut ids = Vec::new();
    for id in fields.texts_or_none(key).unwrap_or_default() {
        let known = context.addresses.has(&format!("{folder}/{}", id.value));
        if let (true, Ok(value)) = (known, parse(&id.value)) {
            ids.push(Located { value, at: id.at });
        } else {
            let problem = format!("`{}` in `{key}` is unknown", id.value);
            let cure = format!("use the last part of an address that begins with {folder}/");
            fields.faults().error(id.at, problem, cure);
        }
    }
    ids
}

const GOALS: [(&str, Goal); 3] = [
    ("first-steps", Goal::FirstSteps),
    ("money", Goal::Money),
    ("helping-others", Goal::HelpingOthers),
];

fn read_start_line(mut fields: Fields, faults: &FileFaults) -> Option<StartQuestion> {
    let goal = fields.one_of("goal", &GOALS);
    let question = fields.text("question");
    let task = fields.optional_text("task");
    fields.finish();
    let at = task.as_ref().map_or(0, |task| task.at);
    let step = match &task {
        Some(task) => Some(read_step_id(task, faults)?),
        None => None,
    };
    Some(StartQuestion {
        goal: goal?,
        question: question?,
        task: step,
        line: faults.line(at),
    })
}

fn read_step_id(task: &Located<String>, faults: &FileFaults) -> Option<StepId> {
    let step = StepId::parse(&task.value);
    if step.is_err() {
        faults.error(
            task.at,
            "`task` is not an id",
            "write the id of a step of this course",
        );
    }
    step.ok()
}

/// Whom a course looks at: the one who learns, the services, society. It is read by people who plan courses.
fn read_perspective(fields: &mut Fields) {
    for word in fields.texts("perspective").unwrap_or_default() {
        if !PERSPECTIVES.contains(&word.value.as_str()) {
            let problem = format!("`{}` is not a perspective", word.value);
            let cure = format!("use some of {}", PERSPECTIVES.join(", "));
            fields.faults().error(word.at, problem, cure);
        }
    }
}
