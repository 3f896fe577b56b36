use jiff::civil::{date, time};

use super::*;
use crate::recurrence::Exception;
use crate::recurrence::{Recurrence, Repeats};
use crate::schedule::FieldProblem;

fn series(dates: SeriesDates) -> Series {
    Series {
        location: LocationId::parse("bibliotek").unwrap(),
        adviser: AdviserId::parse("it-kursus").unwrap(),
        dates,
    }
}

fn rule(begins: Recurrence) -> SeriesDates {
    SeriesDates::Rule(SeriesRule {
        weekday: 3,
        from: time(10, 0, 0, 0),
        begins,
        times: 4,
        every_weeks: 1,
    })
}

fn every_four_weeks() -> Recurrence {
    Recurrence {
        repeats: Repeats::EveryWeeks {
            weeks: 4,
            anchor: date(2026, 11, 30),
        },
        ..Recurrence::default()
    }
}

fn read(form: &SeriesForm, was: Option<&Series>) -> Result<Series, Vec<(String, Problem)>> {
    let service = ServiceId::parse("it-kursus").unwrap();
    let told = |found: FieldProblem| (found.field, found.problem);
    let edit = form.read(&service, was);
    match edit.map_err(|problems| problems.into_iter().map(told).collect::<Vec<_>>())? {
        ScheduleEdit::Series(_, edit) => match *edit {
            SeriesEdit::Add(series) | SeriesEdit::Change { becomes: series, .. } => Ok(series),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_form_that_nobody_changes_changes_nothing() {
    let otherwise = Recurrence {
        exceptions: vec![Exception {
            date: date(2026, 12, 2),
            hours: None,
        }],
        ..every_four_weeks()
    };
    let within = Recurrence {
        repeats: Repeats::NthOfMonth { nth: -1 },
        valid_from: Some(date(2027, 1, 1)),
        valid_to: Some(date(2027, 6, 30)),
        exceptions: vec![],
    };
    let days = [date(2026, 12, 2), date(2026, 12, 9)].map(|day| day.at(9, 30, 0, 0));
    for dates in [
        SeriesDates::Listed(days.to_vec()),
        rule(Recurrence::default()),
        rule(every_four_weeks()),
        rule(otherwise),
        rule(within),
    ] {
        let series = series(dates);
        assert_eq!(read(&SeriesForm::of(&series), Some(&series)), Ok(series));
    }
}

#[test]
fn dates_are_read_as_people_write_them_in_any_order() {
    let form = SeriesForm {
        listed: "\n9. 12. 2026 kl. 10\r\n2/12/2026 9.30\n2026-12-16T10:00\n".into(),
        ..SeriesForm::of(&series(rule(every_four_weeks())))
    };
    let form = SeriesForm {
        kind: SeriesKind::Listed,
        ..form
    };
    let SeriesDates::Listed(dates) = read(&form, None).unwrap().dates else {
        panic!("it is a list")
    };
    let written: Vec<_> = dates.iter().map(ToString::to_string).collect();
    assert_eq!(
        written,
        [
            "2026-12-02T09:30:00",
            "2026-12-09T10:00:00",
            "2026-12-16T10:00:00"
        ]
    );
}

#[test]
fn what_is_no_date_is_told_with_its_line() {
    for (listed, problem) in [
        ("2-12-2026 kl. 10\n\nonsdag", Problem::NotADateLine(3)),
        ("2-12-2026", Problem::NotADateLine(1)),
        ("2-12-2026 kl. 10.03", Problem::NotADateLine(1)),
        ("31-2-2027 kl. 10", Problem::NotADateLine(1)),
        ("2-12-2026 kl. 10", Problem::NotSoManyDates),
        ("", Problem::NotSoManyDates),
    ] {
        let form = SeriesForm {
            kind: SeriesKind::Listed,
            listed: listed.into(),
            ..SeriesForm::of(&series(rule(every_four_weeks())))
        };
        assert_eq!(
            read(&form, None),
            Err(vec![("listed".into(), problem)]),
            "{listed}"
        );
    }
}

#[test]
fn everything_that_is_wrong_with_a_rule_is_told() {
    let empty = SeriesForm {
        kind: SeriesKind::Rule,
        first_day: "i morgen".into(),
        ..SeriesForm::default()
    };
    let problems = read(&empty, None).unwrap_err();
    let fields: Vec<_> = problems.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "location",
            "adviser",
            "weekday",
            "clock",
            "times",
            "every_weeks",
            "first_day",
            "begins_every"
        ]
    );
}

#[test]
fn weeks_are_counted_from_a_day_and_some_series_begins() {
    let was = series(rule(every_four_weeks()));
    let form = SeriesForm::of(&was);
    // A new one has nothing yet that its weeks could be counted from.
    let problem = |field: &str, problem| Err(vec![(field.to_owned(), problem)]);
    assert_eq!(read(&form, None), problem("first_day", Problem::Missing));
    let from_january = SeriesForm {
        first_day: "6-1-2027".into(),
        ..form.clone()
    };
    let SeriesDates::Rule(rule) = read(&from_january, Some(&was)).unwrap().dates else {
        panic!("it is a rule")
    };
    let anchor = date(2027, 1, 6);
    assert_eq!(rule.begins.repeats, Repeats::EveryWeeks { weeks: 4, anchor });
    let none = SeriesForm {
        last_day: "5-1-2027".into(),
        ..from_january
    };
    assert_eq!(read(&none, Some(&was)), problem("last_day", Problem::NeverBegins));
}
