//! Who may move, as laws about any course and any presses.

use proptest::prelude::*;

use super::*;
use crate::ids::LessonId;
use crate::learning::{Criterion, LessonOutline, StepOutline, StepRole};

/// Lessons with so many steps each.
fn course(lessons: &[usize]) -> CourseOutline {
    let lesson = |(number, steps): (usize, &usize)| LessonOutline {
        id: LessonId::parse(&format!("lesson-{number}")).unwrap(),
        criterion: Criterion::Seen,
        steps: (0..*steps).map(|step| outline(number, step)).collect(),
    };
    CourseOutline {
        lessons: lessons.iter().enumerate().map(lesson).collect(),
    }
}

fn outline(lesson: usize, step: usize) -> StepOutline {
    StepOutline {
        id: StepId::parse(&format!("step-{lesson}-{step}")).unwrap(),
        role: StepRole::Reading,
    }
}

/// A course, and a place in it that the helper may have asked about.
fn somewhere() -> impl Strategy<Value = (CourseOutline, Together)> {
    let courses = proptest::collection::vec(1_usize..5, 1..4).prop_map(|lessons| course(&lessons));
    (courses, any::<prop::sample::Index>(), any::<bool>()).prop_map(|(course, index, is_proposed)| {
        let steps: Vec<_> = course.steps().collect();
        let here = index.get(&steps).clone();
        (course, Together { here, is_proposed })
    })
}

fn act() -> impl Strategy<Value = Act> {
    prop::sample::select(vec![Act::Propose, Act::GoOn, Act::NotYet, Act::GoBack, Act::End])
}

/// Where two are after somebody has pressed on the step that is shown; where they were when it was refused or ended.
fn press(course: &CourseOutline, together: &Together, side: Side, act: Act) -> Together {
    match together.after(course, side, act, &together.here.step) {
        Ok(After::Stays(after) | After::Moves(after)) => after,
        Ok(After::Ends) | Err(_) => together.clone(),
    }
}

#[test]
fn an_act_is_sent_under_its_name() {
    for act in [Act::Propose, Act::GoOn, Act::NotYet, Act::GoBack, Act::End] {
        assert_eq!(
            serde_json::to_string(&act).unwrap(),
            format!("\"{}\"", act.as_str())
        );
    }
}

#[test]
fn behind_the_last_step_comes_the_end() {
    let course = course(&[1, 1]);
    let last = Together::at(course.steps().last().unwrap());
    let seen = last.here.step.clone();
    assert_eq!(
        last.after(&course, Side::Citizen, Act::GoOn, &seen),
        Ok(After::Ends)
    );
}

#[test]
fn before_the_first_step_there_is_none() {
    let course = course(&[2]);
    let first = Together::at(course.steps().next().unwrap());
    let seen = first.here.step.clone();
    assert_eq!(
        first.after(&course, Side::Citizen, Act::GoBack, &seen),
        Err(Refusal::AtTheBeginning)
    );
}

proptest! {
    #[test]
    fn whatever_the_helper_does_the_citizens_step_stays(
        (course, together) in somewhere(), acts in proptest::collection::vec(act(), 0..20),
    ) {
        let mut after = together.clone();
        for act in acts {
            after = press(&course, &after, Side::Helper, act);
        }
        prop_assert_eq!(after.here, together.here);
    }

    #[test]
    fn the_citizen_goes_on_whether_or_not_they_were_asked((course, together) in somewhere()) {
        let next = course.neighbours(&together.here.step).1;
        let after = together.after(&course, Side::Citizen, Act::GoOn, &together.here.step);
        prop_assert_eq!(after, Ok(next.map_or(After::Ends, |next| After::Moves(Together::at(next)))));
    }

    #[test]
    fn going_on_and_back_again_leads_where_one_was((course, together) in somewhere()) {
        let on = press(&course, &together, Side::Citizen, Act::GoOn);
        prop_assume!(on.here != together.here);
        prop_assert_eq!(press(&course, &on, Side::Citizen, Act::GoBack).here, together.here);
    }

    #[test]
    fn two_presses_of_one_button_move_one_step((course, together) in somewhere()) {
        let on = press(&course, &together, Side::Citizen, Act::GoOn);
        prop_assume!(on.here != together.here);
        let again = on.after(&course, Side::Citizen, Act::GoOn, &together.here.step);
        prop_assert_eq!(again, Err(Refusal::ElsewhereNow));
    }

    #[test]
    fn a_proposal_is_about_the_step_it_was_made_on((course, together) in somewhere(), act in act()) {
        let after = press(&course, &together, Side::Citizen, act);
        prop_assert!(after.here == together.here || !after.is_proposed);
    }

    #[test]
    fn either_may_end_it_at_any_time((course, together) in somewhere(), old in "[a-z]{3}") {
        let seen = StepId::parse(&old).unwrap();
        for side in Side::ALL {
            prop_assert_eq!(together.after(&course, side, Act::End, &seen), Ok(After::Ends));
        }
    }
}
