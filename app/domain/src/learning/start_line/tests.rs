use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::ids::{CourseId, LessonId, StepId};
use crate::learning::StepRef;

fn course(number: usize) -> CourseId {
    CourseId::parse(&format!("k{number}")).unwrap()
}

fn topic(number: usize, prerequisites: &[usize]) -> Topic {
    Topic {
        course: course(number),
        prerequisites: prerequisites.iter().copied().map(course).collect(),
        goals: vec![Goal::FirstSteps],
        task: None,
    }
}

/// Each topic builds on those named.
fn graph(prerequisites: &[&[usize]]) -> Graph {
    let topics = prerequisites
        .iter()
        .enumerate()
        .map(|(number, those)| topic(number, those));
    Graph::new(topics.collect()).unwrap()
}

fn asked(start_line: &StartLine<'_>) -> Option<CourseId> {
    start_line.question().map(|question| question.course)
}

fn answer(number: usize, reply: Reply) -> Answer {
    Answer {
        course: course(number),
        reply,
    }
}

fn stops(start_line: &StartLine<'_>) -> Vec<(CourseId, Reason)> {
    start_line
        .path()
        .stops
        .into_iter()
        .map(|stop| (stop.course, stop.reason))
        .collect()
}

/// Five courses in a row: 0, then 1, …
const ROW: &[&[usize]] = &[&[], &[0], &[1], &[2], &[3]];

#[test]
fn courses_that_contradict_each_other_are_refused() {
    let fault = |topics: Vec<Topic>| Graph::new(topics).unwrap_err();
    assert_eq!(
        fault(vec![topic(0, &[]), topic(0, &[])]),
        GraphFault::Duplicate(course(0))
    );
    let unknown = GraphFault::Unknown {
        course: course(0),
        prerequisite: course(7),
    };
    assert_eq!(fault(vec![topic(0, &[7])]), unknown);
    assert_eq!(fault(vec![topic(0, &[0])]), GraphFault::Circle(vec![course(0)]));
    let circle = fault(vec![
        topic(0, &[1]),
        topic(1, &[2]),
        topic(2, &[3, 4]),
        topic(3, &[1]),
        topic(4, &[]),
    ]);
    assert_eq!(circle, GraphFault::Circle(vec![course(1), course(2), course(3)]));
    assert_eq!(
        circle.to_string(),
        "courses build on each other in a circle: k1, k2, k3"
    );
}

#[test]
fn the_middle_of_a_row_is_asked_about_first() {
    let graph = graph(ROW);
    let mut start_line = StartLine::new(&graph, Goal::FirstSteps);
    assert_eq!(asked(&start_line), Some(course(2)));
    start_line.answer(&answer(2, Reply::Alone));
    assert_eq!(asked(&start_line), Some(course(3)), "what it builds on is known");
    start_line.answer(&answer(3, Reply::WithHelp));
    assert_eq!(asked(&start_line), None);
    let expected = [
        (course(3), Reason::AskedAbout),
        (course(4), Reason::BuildsOn(course(3))),
    ];
    assert_eq!(stops(&start_line), expected);
}

#[test]
fn not_knowing_leads_where_not_being_able_leads() {
    let graph = graph(ROW);
    let path = |reply| {
        let mut start_line = StartLine::new(&graph, Goal::FirstSteps);
        start_line.answer(&answer(2, reply));
        (asked(&start_line), stops(&start_line))
    };
    for reply in [Reply::WithHelp, Reply::NotSolved, Reply::DontKnow] {
        assert_eq!(path(reply), path(Reply::Cannot), "{reply:?}");
    }
    for reply in [Reply::CanHelpOthers, Reply::Solved] {
        assert_eq!(path(reply), path(Reply::Alone), "{reply:?}");
    }
    assert_ne!(path(Reply::Cannot), path(Reply::Alone));
}

#[test]
fn only_what_serves_the_goal_is_asked_about() {
    let money = |number, prerequisites| Topic {
        goals: vec![Goal::Money],
        ..topic(number, prerequisites)
    };
    let helping = Topic {
        goals: vec![Goal::HelpingOthers, Goal::Money],
        ..topic(3, &[])
    };
    let graph = Graph::new(vec![topic(0, &[]), money(1, &[0]), topic(2, &[0]), helping]).unwrap();
    let courses = |goal| {
        let path = StartLine::new(&graph, goal).path();
        assert_eq!(path.goal, goal);
        path.stops.into_iter().map(|stop| stop.course).collect::<Vec<_>>()
    };
    assert_eq!(courses(Goal::FirstSteps), [0, 2].map(course));
    assert_eq!(
        courses(Goal::Money),
        [0, 1, 3].map(course),
        "what a course builds on serves its goal"
    );
    assert_eq!(courses(Goal::HelpingOthers), [course(3)]);
}

#[test]
fn every_second_question_is_a_task_where_there_is_one() {
    let task = StepRef {
        lesson: LessonId::parse("lektion").unwrap(),
        step: StepId::parse("trin").unwrap(),
    };
    let topics = (0..6).map(|number| Topic {
        task: (number != 3).then(|| task.clone()),
        ..topic(number, &[])
    });
    let graph = Graph::new(topics.collect()).unwrap();
    let mut start_line = StartLine::new(&graph, Goal::FirstSteps);
    let mut forms = Vec::new();
    while let Some(question) = start_line.question() {
        forms.push(question.form);
        start_line.answer(&Answer {
            course: question.course,
            reply: Reply::Alone,
        });
    }
    let expected = [
        Form::SelfReport,
        Form::Task(task.clone()),
        Form::SelfReport,
        Form::SelfReport,
        Form::SelfReport,
        Form::Task(task),
    ];
    assert_eq!(forms, expected);
    assert!(start_line.path().stops.is_empty());
}

#[test]
fn what_the_questions_do_not_reach_is_on_the_path() {
    let graph = graph(&[[].as_slice(); 12]);
    let mut start_line = StartLine::new(&graph, Goal::FirstSteps);
    while let Some(question) = start_line.question() {
        start_line.answer(&Answer {
            course: question.course,
            reply: Reply::Alone,
        });
    }
    assert_eq!(
        stops(&start_line),
        [
            (course(10), Reason::NotAskedAbout),
            (course(11), Reason::NotAskedAbout)
        ]
    );
}

#[test]
fn an_answer_that_nobody_asked_for_changes_nothing() {
    let graph = graph(ROW);
    let mut start_line = StartLine::new(&graph, Goal::FirstSteps);
    start_line.answer(&answer(0, Reply::Cannot));
    start_line.answer(&answer(99, Reply::Cannot));
    assert_eq!(asked(&start_line), Some(course(2)));
    let twice = [
        answer(2, Reply::Alone),
        answer(2, Reply::Alone),
        answer(3, Reply::Alone),
    ];
    assert_eq!(
        asked(&StartLine::resume(&graph, Goal::FirstSteps, &twice)),
        Some(course(4))
    );
}

/// Topics whose prerequisites stand before them, shuffled so that their order says nothing.
fn any_prerequisites() -> impl Strategy<Value = Vec<BTreeSet<usize>>> {
    let edges = prop::collection::vec(prop::collection::vec(prop::bool::weighted(0.3), 12), 0..12);
    let with_order = edges.prop_flat_map(|edges| {
        let order: Vec<_> = (0..edges.len()).collect();
        (Just(edges), Just(order).prop_shuffle())
    });
    with_order.prop_map(|(edges, name_of)| {
        let mut prerequisites = vec![BTreeSet::new(); edges.len()];
        for (place, edges) in edges.iter().enumerate() {
            let earlier = (0..place).filter(|earlier| edges[*earlier]);
            prerequisites[name_of[place]] = earlier.map(|earlier| name_of[earlier]).collect();
        }
        prerequisites
    })
}

fn graph_of(prerequisites: &[BTreeSet<usize>]) -> Graph {
    let topics = prerequisites.iter().enumerate().map(|(number, those)| {
        let those: Vec<_> = those.iter().copied().collect();
        topic(number, &those)
    });
    Graph::new(topics.collect()).unwrap()
}

/// Whether one topic builds on another, by trying every way.
fn builds_on(prerequisites: &[BTreeSet<usize>], topic: usize, other: usize) -> bool {
    prerequisites[topic]
        .iter()
        .any(|parent| *parent == other || builds_on(prerequisites, *parent, other))
}

/// The rule, word for word: of the open topics the first with the largest min(|ancestors|, |successors|).
fn next_by_force(prerequisites: &[BTreeSet<usize>], open: &[usize]) -> Option<usize> {
    let score = |topic: usize| {
        let ancestors = open
            .iter()
            .filter(|other| builds_on(prerequisites, topic, **other))
            .count();
        let successors = open
            .iter()
            .filter(|other| builds_on(prerequisites, **other, topic))
            .count();
        ancestors.min(successors)
    };
    let largest = open.iter().map(|topic| score(*topic)).max()?;
    open.iter().copied().find(|topic| score(*topic) == largest)
}

/// Somebody who answers by what they know: these topics and all that they build on.
fn knowing(prerequisites: &[BTreeSet<usize>], topics: &BTreeSet<usize>) -> BTreeSet<usize> {
    let knows = |topic: &usize| {
        topics.iter().any(|known| {
            known == topic || (*known < prerequisites.len() && builds_on(prerequisites, *known, *topic))
        })
    };
    (0..prerequisites.len()).filter(knows).collect()
}

proptest! {
    #[test]
    fn the_start_line_asks_and_concludes_as_the_rule_says(
        prerequisites in any_prerequisites(),
        passes in prop::collection::vec(any::<bool>(), MOST_QUESTIONS),
    ) {
        let graph = graph_of(&prerequisites);
        let mut start_line = StartLine::new(&graph, Goal::FirstSteps);
        let mut open: Vec<_> = (0..prerequisites.len()).collect();
        for pass in passes {
            let expected = next_by_force(&prerequisites, &open);
            prop_assert_eq!(asked(&start_line), expected.map(course));
            let Some(topic) = expected else { break };
            start_line.answer(&answer(topic, if pass { Reply::Alone } else { Reply::Cannot }));
            open.retain(|other| {
                let settled = if pass { builds_on(&prerequisites, topic, *other) } else { builds_on(&prerequisites, *other, topic) };
                *other != topic && !settled
            });
        }
        prop_assert!(next_by_force(&prerequisites, &open).is_none() || start_line.question().is_none());
    }

    #[test]
    fn whoever_answers_truly_gets_what_they_lack(
        prerequisites in any_prerequisites(),
        known in prop::collection::btree_set(0..12_usize, 0..4),
    ) {
        let graph = graph_of(&prerequisites);
        let known = knowing(&prerequisites, &known);
        let mut answers = Vec::new();
        let mut start_line = StartLine::new(&graph, Goal::FirstSteps);
        while let Some(question) = start_line.question() {
            let knows = known.iter().any(|topic| course(*topic) == question.course);
            answers.push(Answer { course: question.course, reply: if knows { Reply::Solved } else { Reply::DontKnow } });
            start_line.answer(&answers[answers.len() - 1]);
        }
        prop_assert!(answers.len() <= MOST_QUESTIONS);
        let asked: BTreeSet<_> = answers.iter().map(|answer| answer.course.clone()).collect();
        prop_assert_eq!(asked.len(), answers.len(), "nobody is asked the same twice");

        let path = start_line.path();
        let on_path: BTreeSet<_> = path.stops.iter().map(|stop| stop.course.clone()).collect();
        for topic in 0..prerequisites.len() {
            let is_known = known.contains(&topic);
            prop_assert!(is_known || on_path.contains(&course(topic)), "what is lacking is on the path");
            let stop = path.stops.iter().find(|stop| stop.course == course(topic));
            prop_assert!(!is_known || stop.is_none_or(|stop| stop.reason == Reason::NotAskedAbout), "what is known is not");
        }
        prop_assert_eq!(StartLine::resume(&graph, Goal::FirstSteps, &answers).path(), path);
    }

    #[test]
    fn a_path_goes_from_what_is_built_on_to_what_builds(prerequisites in any_prerequisites(), replies in prop::collection::vec(any::<bool>(), 0..MOST_QUESTIONS)) {
        let graph = graph_of(&prerequisites);
        let mut start_line = StartLine::new(&graph, Goal::FirstSteps);
        for pass in replies {
            if let Some(course) = asked(&start_line) {
                start_line.answer(&Answer { course, reply: if pass { Reply::CanHelpOthers } else { Reply::WithHelp } });
            }
        }
        let stops = start_line.path().stops;
        let place = |topic: usize| stops.iter().position(|stop| stop.course == course(topic));
        for (topic, those) in prerequisites.iter().enumerate() {
            for earlier in those.iter().filter_map(|parent| place(*parent)) {
                prop_assert!(place(topic).is_none_or(|place| earlier < place));
            }
        }
        for stop in &stops {
            if let Reason::BuildsOn(earlier) = &stop.reason {
                prop_assert!(stops.iter().any(|stop| stop.course == *earlier && stop.reason == Reason::AskedAbout));
            }
        }
    }
}
