//! Numbers, days, and yes or no.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use toml::de::DeValue;

use super::{Entry, Fields, Located};

impl<'a> Fields<'a> {
    /// A whole number that must be there.
    pub(crate) fn number(&mut self, key: &'static str, allowed: RangeInclusive<i64>) -> Option<i64> {
        let entry = self.required(key, &allowed.start().to_string())?;
        let number = match &entry.value {
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        let number = number.filter(|number| allowed.contains(number));
        if number.is_none() {
            self.wrong_type(
                &entry,
                &format!("a whole number, {} to {}", allowed.start(), allowed.end()),
            );
        }
        number
    }

    /// A list of small numbers that must be there, such as `example`.
    pub(crate) fn numbers(
        &mut self,
        key: &'static str,
        example: &str,
        allowed: RangeInclusive<u8>,
    ) -> Option<Located<Vec<u8>>> {
        let entry = self.required(key, example)?;
        let numbers = match &entry.value {
            DeValue::Array(items) => items
                .iter()
                .map(|item| small_number(item.get_ref()).filter(|number| allowed.contains(number)))
                .collect(),
            _ => None,
        };
        if numbers.is_none() {
            let wanted = format!(
                "a list of whole numbers, {} to {}",
                allowed.start(),
                allowed.end()
            );
            self.wrong_type(&entry, &wanted);
        }
        Some(Located {
            value: numbers?,
            at: entry.at,
        })
    }

    /// Whether something is so, which must be said.
    pub(crate) fn required_flag(&mut self, key: &'static str) -> Option<bool> {
        if self.place_of(key).is_none() {
            self.asked.push(key);
            self.missing(key, &format!("{key} = true, or {key} = false"));
            return None;
        }
        Some(self.flag(key))
    }

    /// Whether something is so; not, where it is left out.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        let Some(entry) = self.take(key) else {
            return false;
        };
        if let DeValue::Boolean(flag) = entry.value {
            return flag;
        }
        self.wrong_type(&entry, "true or false, without quotes");
        false
    }

    /// A day of the calendar that must be there.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let entry = self.required(key, "\"2026-11-21\"")?;
        self.as_date(&entry)
    }

    /// A day of the calendar that may be left out.
    pub(crate) fn optional_date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let entry = self.take(key)?;
        self.as_date(&entry)
    }

    fn as_date(&self, entry: &Entry<'a>) -> Option<Located<Date>> {
        let date = match &entry.value {
            DeValue::String(text) => parse_date(text),
            _ => None,
        };
        if date.is_none() {
            self.wrong_type(entry, "a day of the calendar in quotes: \"2026-11-21\"");
        }
        date.map(|value| Located { value, at: entry.at })
    }
}

fn small_number(value: &DeValue) -> Option<u8> {
    match value {
        DeValue::Integer(digits) => u8::from_str_radix(digits.as_str(), digits.radix()).ok(),
        _ => None,
    }
}

/// Only "2026-11-21": the calendar's own parser accepts more ways of writing.
fn parse_date(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|date| date.to_string() == text)
}
