use jiff::civil::{date, datetime, time};

use super::*;
use crate::appointments::ScheduleDocument;
use crate::schedule::{Problem, TypedText};

const TODAY: Date = date(2026, 11, 22);

fn problems(form: &EditForm) -> Vec<(String, Problem)> {
    let problems = form.read(TODAY).unwrap_err();
    problems
        .into_iter()
        .map(|found| (found.field, found.problem))
        .collect()
}

fn closing(date: &str) -> EditForm {
    EditForm::ClosingDay(ClosingDayForm {
        date: date.into(),
        reason: TypedText {
            da: "Personaledag".into(),
            ..TypedText::default()
        },
    })
}

#[test]
fn a_date_is_read_as_browsers_and_people_write_it() {
    for typed in ["2026-12-01", "1.12.2026", "01-12-2026", "1/12/2026"] {
        let Ok(ScheduleEdit::Close(day)) = closing(typed).read(TODAY) else {
            panic!("{typed}")
        };
        assert_eq!(day.date, date(2026, 12, 1), "{typed}");
    }
    for (typed, problem) in [
        ("", Problem::Missing),
        ("i morgen", Problem::NotADate),
        ("31.2.2027", Problem::NotADate),
        ("2026-11-21", Problem::Past),
    ] {
        assert_eq!(
            problems(&closing(typed)),
            [("date".to_owned(), problem)],
            "{typed}"
        );
    }
}

#[test]
fn an_absence_is_whole_days_or_hours() {
    let form = AbsenceForm {
        adviser: "asta".into(),
        first_day: "2026-12-01".into(),
        ..AbsenceForm::default()
    };
    let read = |form: AbsenceForm| match EditForm::Absence(form).read(TODAY) {
        Ok(ScheduleEdit::AddAbsence(_, absence)) => (absence.from, absence.to),
        other => panic!("{other:?}"),
    };
    let midnight = datetime(2026, 12, 2, 0, 0, 0, 0);
    assert_eq!(read(form.clone()), (datetime(2026, 12, 1, 0, 0, 0, 0), midnight));
    let hours = AbsenceForm {
        from: "9".into(),
        to: "12.30".into(),
        ..form.clone()
    };
    assert_eq!(
        read(hours.clone()),
        (
            datetime(2026, 12, 1, 9, 0, 0, 0),
            datetime(2026, 12, 1, 12, 30, 0, 0)
        )
    );
    assert_eq!(
        read(AbsenceForm {
            to: "24".into(),
            ..hours.clone()
        })
        .1,
        midnight
    );
    let backwards = AbsenceForm {
        to: "8".into(),
        ..hours
    };
    assert_eq!(
        problems(&EditForm::Absence(backwards)),
        [("last_day".to_owned(), Problem::Backwards)]
    );
    let nothing = problems(&EditForm::Absence(AbsenceForm::default()));
    assert_eq!(nothing.len(), 2, "{nothing:?}");
}

fn fjordby() -> ScheduleDocument {
    serde_json::from_str(include_str!("../../../../content/demo/fjordby.json")).unwrap()
}

#[test]
fn a_form_that_nobody_has_touched_changes_nothing() {
    let document = fjordby();
    let mut forms = Vec::new();
    for location in &document.locations {
        forms.push(EditForm::Hours(
            location.id.clone(),
            HoursForm::of_location(location),
        ));
        forms.push(EditForm::Place(location.id.clone(), PlaceForm::of(location)));
        let resources = ResourcesForm::of(&document, &location.id);
        forms.push(EditForm::Resources(location.id.clone(), resources));
    }
    for service in &document.services {
        forms.push(EditForm::Service(
            service.id.clone(),
            Box::new(ServiceForm::of(service)),
        ));
    }
    for adviser in &document.advisers {
        forms.push(EditForm::Skills(adviser.id.clone(), SkillsForm::of(adviser)));
    }
    for form in forms {
        let edit = form.read(TODAY).unwrap();
        assert!(edit.apply(&document).unwrap() == document, "{form:?}");
    }
    // Shifts at one place may stand behind those at another afterwards; who works when is the same.
    for adviser in &document.advisers {
        for location in &document.locations {
            let form = HoursForm::of_shifts(adviser, &location.id);
            let edit = EditForm::Shifts(adviser.id.clone(), location.id.clone(), form)
                .read(TODAY)
                .unwrap();
            let changed = edit.apply(&document).unwrap();
            let shifts = &changed
                .advisers
                .iter()
                .find(|other| other.id == adviser.id)
                .unwrap()
                .shifts;
            assert_eq!(shifts.len(), adviser.shifts.len());
            assert!(adviser.shifts.iter().all(|shift| shifts.contains(shift)));
        }
    }
}

#[test]
fn hours_that_are_no_hours_are_told_with_their_day() {
    let location = LocationId::parse("bibliotek").unwrap();
    let form = HoursForm {
        days: vec!["10-12".into(), "lukket".into()],
    };
    assert_eq!(
        problems(&EditForm::Hours(location.clone(), form)),
        [("days[1]".to_owned(), Problem::NotHours)]
    );
    let form = HoursForm {
        days: vec![String::new(), "9-12, 13-15".into()],
    };
    let changed = EditForm::Hours(location, form)
        .read(TODAY)
        .unwrap()
        .apply(&fjordby())
        .unwrap();
    let opens: Vec<_> = changed.locations[1]
        .hours
        .iter()
        .map(|hours| (hours.weekday, hours.opens))
        .collect();
    assert_eq!(opens, [(2, time(9, 0, 0, 0)), (2, time(13, 0, 0, 0))]);
}

#[test]
fn what_has_gone_cannot_be_changed() {
    let document = fjordby();
    let open = ScheduleEdit::Open(date(2026, 12, 24));
    let opened = open.apply(&document).unwrap();
    assert_eq!(opened.closing_days.len() + 1, document.closing_days.len());
    assert_eq!(open.apply(&opened), Err(super::super::edit::EditProblem::Gone));
    let nobody = AdviserId::parse("nobody").unwrap();
    let skills = EditForm::Skills(nobody, SkillsForm::default())
        .read(TODAY)
        .unwrap();
    assert!(skills.apply(&document).is_err());
}
