use domain::help_topic::{HelpDoor, HelpTopic};
use domain::ids::CourseId;
use domain::learning::{StepRef, StuckView};
use leptos::prelude::*;

use super::course_page::step_href;
use crate::help_topic::AskForHelp;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, ButtonRow};

/// Offers a way on to somebody who has failed often. Nobody is told off.
#[component]
pub fn StuckCard(course: CourseId, here: StepRef, stuck: StuckView) -> impl IntoView {
    let texts = use_texts();
    let (text, way_on) = match stuck {
        StuckView::Hint => (texts.stuck_hint(), None),
        StuckView::EarlierStep(place) => {
            let label = texts.stuck_earlier_link().to_owned();
            (
                texts.stuck_earlier_text(),
                Some(link(step_href(texts, &course, &place), label)),
            )
        }
        StuckView::EarlierCourse { course, title } => (
            texts.stuck_course_text(),
            Some(link(texts.path(&format!("/laer/{course}")), title)),
        ),
        StuckView::Person(doors) => (
            texts.stuck_person_text(),
            Some(people(texts, help_topic(course, here), doors)),
        ),
    };
    view! {
        <Alert kind=AlertKind::Info title=texts.stuck_title()>
            <p>{text}</p>
            {way_on}
        </Alert>
    }
}

/// The step as what one is stuck on.
pub fn help_topic(course: CourseId, here: StepRef) -> HelpTopic {
    HelpTopic {
        course,
        lesson: here.lesson,
        step: here.step,
    }
}

fn link(href: String, label: String) -> AnyView {
    view! {
        <p>
            <a href=href>{label}</a>
        </p>
    }
    .into_any()
}

fn people(texts: Texts, topic: HelpTopic, doors: Vec<HelpDoor>) -> AnyView {
    let doors = doors.into_iter().map(move |door| {
        let label = match door {
            HelpDoor::Appointments => texts.stuck_person_link(),
            HelpDoor::Homework => texts.stuck_homework_link(),
        };
        view! { <AskForHelp topic=topic.clone() door=door label=label kind=ButtonKind::Secondary /> }
    });
    view! { <ButtonRow>{doors.collect_view()}</ButtonRow> }.into_any()
}
