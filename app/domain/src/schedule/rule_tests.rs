use jiff::civil::{date, time};

use super::super::fields::Problem;
use super::super::{Begins, RuleForm, ScheduleEdit};
use super::*;
use crate::appointments::Schedule;
use crate::recurrence::{Exception, Repeats};

fn fjordby() -> ScheduleDocument {
    serde_json::from_str(include_str!("../../../../content/demo/fjordby.json")).unwrap()
}

fn library() -> RuleOf {
    RuleOf::Place(LocationId::parse("bibliotek").unwrap())
}

fn every_second_wednesday() -> RuleForm {
    RuleForm {
        weekday: "3".into(),
        hours: "16-19".into(),
        begins_every: "2".into(),
        first_day: "2027-01-06".into(),
        last_day: "30-6-2027".into(),
        exceptions: "20-1-2027\n\n3.2.2027: 17-19".into(),
        ..RuleForm::of_new()
    }
}

fn read(form: &RuleForm) -> Rule {
    match form.read(&library(), None).unwrap() {
        ScheduleEdit::Rule(_, edit) => match *edit {
            RuleEdit::Add(rule) => rule,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn problems(form: &RuleForm) -> Vec<(String, Problem)> {
    let problems = form.read(&library(), None).unwrap_err().into_iter();
    problems.map(|found| (found.field, found.problem)).collect()
}

#[test]
fn a_rule_says_how_often_from_when_to_when_and_which_dates_are_otherwise() {
    let rule = read(&every_second_wednesday());
    assert_eq!(rule.weekday, 3);
    let repeats = Repeats::EveryWeeks {
        weeks: 2,
        anchor: date(2027, 1, 6),
    };
    assert_eq!(rule.when.repeats, repeats);
    assert_eq!(rule.when.valid_to, Some(date(2027, 6, 30)));
    let hours = Hours {
        from: time(17, 0, 0, 0),
        to: time(19, 0, 0, 0),
    };
    assert_eq!(
        rule.when.exceptions,
        [
            Exception {
                date: date(2027, 1, 20),
                hours: None
            },
            Exception {
                date: date(2027, 2, 3),
                hours: Some(hours)
            },
        ]
    );
}

#[test]
fn what_is_shown_of_a_rule_can_be_typed() {
    let last_friday = RuleForm {
        begins: Begins::Last,
        weekday: "5".into(),
        hours: "22-2".into(),
        ..RuleForm::of_new()
    };
    for form in [every_second_wednesday(), last_friday] {
        let rule = read(&form);
        let Ok(ScheduleEdit::Rule(_, edit)) = RuleForm::of(&rule).read(&library(), Some(&rule)) else {
            panic!("{rule:?} can be read");
        };
        let becomes = rule.clone();
        assert_eq!(*edit, RuleEdit::Change { was: rule, becomes });
    }
}

#[test]
fn what_is_wrong_with_a_rule_is_told_at_its_field() {
    let with = |change: fn(&mut RuleForm)| {
        let mut form = every_second_wednesday();
        change(&mut form);
        problems(&form)
    };
    let at = |field: &str, problem| vec![(field.to_owned(), problem)];
    assert_eq!(with(|form| form.hours.clear()), at("hours", Problem::Missing));
    assert_eq!(
        with(|form| form.hours = "hele dagen".into()),
        at("hours", Problem::NotHours)
    );
    assert_eq!(
        with(|form| form.hours = "10-12, 13-15".into()),
        at("hours", Problem::NotOneStretch)
    );
    assert_eq!(
        with(|form| form.weekday = "8".into()),
        at("weekday", Problem::Missing)
    );
    assert_eq!(
        with(|form| form.last_day = "1-1-2027".into()),
        at("last_day", Problem::Backwards)
    );
    for exceptions in ["27-1-2027", "20-1-2027\n20-1-2027", "i julen", "20-1-2027 lukket"] {
        let mut form = every_second_wednesday();
        exceptions.clone_into(&mut form.exceptions);
        let line = i64::from(exceptions.contains('\n')) + 1;
        assert_eq!(problems(&form), at("exceptions", Problem::NotAnException(line)));
    }
}

#[test]
fn a_rule_comes_changes_and_goes_and_the_others_stay() {
    let document = fjordby();
    let before = library().rules(&document);
    let new = read(&every_second_wednesday());
    let edit = |edit: RuleEdit, document: &ScheduleDocument| {
        let changed = ScheduleEdit::Rule(library(), Box::new(edit))
            .apply(document)
            .unwrap();
        assert_eq!(Schedule::try_from(changed.clone()).err(), None);
        changed
    };
    let with = edit(RuleEdit::Add(new.clone()), &document);
    assert_eq!(library().rules(&with).len(), before.len() + 1);
    let mut becomes = new.clone();
    becomes.when.exceptions.clear();
    let change = RuleEdit::Change {
        was: new.clone(),
        becomes: becomes.clone(),
    };
    let changed = edit(change, &with);
    assert!(library().rules(&changed).contains(&becomes));
    let gone = ScheduleEdit::Rule(library(), Box::new(RuleEdit::Remove(new)));
    assert_eq!(gone.apply(&changed), Err(EditProblem::Gone));
    let again = edit(RuleEdit::Remove(becomes), &changed);
    assert_eq!(library().rules(&again), before);
}

#[test]
fn a_shift_changes_at_its_place_alone() {
    let document = fjordby();
    let shifts = document.advisers.iter().flat_map(|adviser| {
        let of = |shift: &Shift| RuleOf::Shifts(adviser.id.clone(), shift.location.clone());
        adviser.shifts.iter().map(of)
    });
    for of in shifts {
        let rules = of.rules(&document);
        let edit = RuleEdit::Change {
            was: rules[0].clone(),
            becomes: rules[0].clone(),
        };
        let changed = ScheduleEdit::Rule(of.clone(), Box::new(edit))
            .apply(&document)
            .unwrap();
        assert_eq!(of.rules(&changed), rules);
        assert_eq!(changed.advisers.len(), document.advisers.len());
        let count = |document: &ScheduleDocument| -> usize {
            document.advisers.iter().map(|adviser| adviser.shifts.len()).sum()
        };
        assert_eq!(count(&changed), count(&document));
    }
}
