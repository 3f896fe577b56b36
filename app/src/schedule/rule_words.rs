//! A rule of opening hours or shifts in a line, as coordinators read it.

use domain::locale::Locale;
use domain::recurrence::{Exception, Hours, Recurrence, Repeats};
use domain::schedule::{Begins, Rule, RuleOf};
use domain::time::{short_date, weekday_name};

use super::series_page::begins_text;
use crate::texts::Texts;
use domain::appointments::ScheduleDocument;

/// The rules of a place or an adviser there, each in a line, in the order of their numbers.
pub fn rule_lines(of: &RuleOf, document: &ScheduleDocument, locale: Locale) -> Vec<String> {
    let rules = of.rules(document);
    rules.iter().map(|rule| rule_text(rule, locale)).collect()
}

/// "onsdag 16-19, hver 2. uge fra 6. januar".
fn rule_text(rule: &Rule, locale: Locale) -> String {
    let hours = rule.hours.stretch().text(locale);
    let day = format!("{} {hours}", weekday_name(rule.weekday, locale));
    format!("{day}, {}", when_text(&rule.when, locale))
}

/// On which dates something comes back: "hver 2. uge fra 6. januar til 30. juni, ikke 20. januar".
pub fn when_text(when: &Recurrence, locale: Locale) -> String {
    let texts = Texts::of(locale);
    let repeats = match when.repeats {
        Repeats::Weekly => texts.plan_rules_weekly().to_owned(),
        Repeats::EveryWeeks { weeks, anchor } => texts.plan_rules_every(short_date(anchor, locale), weeks),
        Repeats::NthOfMonth { .. } => {
            texts.plan_rules_in_month(begins_text(texts, Begins::from_repeats(when.repeats)))
        }
    };
    let from = when
        .valid_from
        .map(|day| texts.plan_series_from(short_date(day, locale)));
    let to = when
        .valid_to
        .map(|day| texts.plan_series_to(short_date(day, locale)));
    let words = [Some(repeats), from, to];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let exceptions = when.exceptions.iter();
    let exceptions = exceptions.map(|exception| exception_text(*exception, locale));
    std::iter::once(words)
        .chain(exceptions)
        .collect::<Vec<_>>()
        .join(", ")
}

fn exception_text(exception: Exception, locale: Locale) -> String {
    let texts = Texts::of(locale);
    let date = short_date(exception.date, locale);
    match exception.hours.map(Hours::stretch) {
        None => texts.plan_rules_not(date),
        Some(hours) => texts.plan_rules_then(date, hours.text(locale)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn a_rule_is_told_with_everything_that_it_says() {
        let rule = Rule {
            weekday: 3,
            hours: Hours {
                from: time(16, 0, 0, 0),
                to: time(19, 0, 0, 0),
            },
            when: Recurrence {
                repeats: Repeats::NthOfMonth { nth: 1 },
                valid_from: Some(date(2027, 1, 1)),
                valid_to: None,
                exceptions: vec![
                    Exception {
                        date: date(2027, 2, 3),
                        hours: None,
                    },
                    Exception {
                        date: date(2027, 3, 3),
                        hours: Some(Hours {
                            from: time(10, 0, 0, 0),
                            to: time(12, 0, 0, 0),
                        }),
                    },
                ],
            },
        };
        let told = rule_text(&rule, Locale::Da);
        for part in [
            "onsdag 16-19",
            "måned",
            "1. januar 2027",
            "ikke 3. februar 2027",
            "3. marts 2027 10-12",
        ] {
            assert!(told.contains(part), "{part} is missing in: {told}");
        }
    }
}
