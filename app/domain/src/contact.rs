//! How a person is called and reached.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::digits::western_digits;
use crate::white_space::{fold_white_space, without_turning_signs};

/// Why a name, telephone number or mail address was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactError {
    #[error("the name is empty")]
    NameMissing,
    #[error("the name is longer than {} characters", PersonName::LONGEST)]
    NameTooLong,
    #[error("the name holds ten digits, as a CPR number does")]
    NameHasCpr,
    #[error("the telephone number is empty")]
    PhoneMissing,
    #[error("not a telephone number: 8 digits, or + and 6 to 15 digits")]
    PhoneInvalid,
    #[error("the mail address is empty")]
    EmailMissing,
    #[error("not a mail address")]
    EmailInvalid,
}

impl ContactError {
    /// Whether it is the name that something is wrong with.
    pub fn is_about_name(self) -> bool {
        matches!(self, Self::NameMissing | Self::NameTooLong | Self::NameHasCpr)
    }
}

/// What a person wants to be called. Any name will do; nothing is compared with a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// The longest name that is kept, in characters.
    pub const LONGEST: usize = 80;

    /// Trims, and folds white space and control characters to single spaces.
    ///
    /// Ten digits are refused: somebody has typed a CPR number, which we must not store.
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        if typed.len() > Self::LONGEST * 8 {
            return Err(ContactError::NameTooLong);
        }
        let name = fold_white_space(typed);
        if name.is_empty() {
            return Err(ContactError::NameMissing);
        }
        if name.chars().count() > Self::LONGEST {
            return Err(ContactError::NameTooLong);
        }
        if has_ten_digits(&name) {
            return Err(ContactError::NameHasCpr);
        }
        Ok(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether somebody who says `typed` means this name: case and white space aside, and å/aa, æ/ae, ø/oe are the same.
    pub fn is_said_as(&self, typed: &str) -> bool {
        folded(&self.0) == folded(typed)
    }
}

/// Whether a text holds as many digits as a CPR number, which must never be kept, however they are set apart.
fn has_ten_digits(text: &str) -> bool {
    let digits = western_digits(text);
    digits.chars().filter(char::is_ascii_digit).count() >= 10
}

fn folded(name: &str) -> String {
    name.to_lowercase()
        .replace('å', "aa")
        .replace('æ', "ae")
        .replace('ø', "oe")
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect()
}

/// A telephone number: eight digits for Denmark, or `+` and 6 to 15 digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Accepts spaces, dots, hyphens and brackets between the digits. `+45` and `0045` are Denmark.
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let typed = without_turning_signs(typed);
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(ContactError::PhoneMissing);
        }
        let plain: String = western_digits(typed)
            .chars()
            .filter(|character| !matches!(character, ' ' | '.' | '-' | '(' | ')'))
            .collect();
        let international = plain
            .strip_prefix('+')
            .or_else(|| plain.strip_prefix("00"))
            .map(str::to_owned);
        let digits = international.as_deref().unwrap_or(&plain);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ContactError::PhoneInvalid);
        }
        let danish = match &international {
            None => Some(digits),
            Some(digits) => digits.strip_prefix("45"),
        };
        match danish {
            Some(digits) if digits.len() == 8 => Ok(Self(digits.to_owned())),
            None if (6..=15).contains(&digits.len()) => Ok(Self(format!("+{digits}"))),
            _ => Err(ContactError::PhoneInvalid),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A mail address, checked only as far as it can be without sending a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// One `@`, something before it, a dotted host after it, no white space, at most 254 bytes (RFC 5321).
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let typed = without_turning_signs(typed);
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(ContactError::EmailMissing);
        }
        let plausible = typed.len() <= 254
            && !typed
                .chars()
                .any(|character| character.is_whitespace() || character.is_control())
            && typed.split_once('@').is_some_and(|(user, host)| {
                !user.is_empty()
                    && !host.contains('@')
                    && host.contains('.')
                    && host.split('.').all(|label| !label.is_empty())
            });
        plausible
            .then(|| Self(typed.to_owned()))
            .ok_or(ContactError::EmailInvalid)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The one way a person has chosen to be reached. None at all is as good as any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    None,
    Phone(PhoneNumber),
    Email(EmailAddress),
}

/// Which way a person has chosen, before what they typed has been looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactKind {
    Phone,
    Email,
    #[default]
    None,
}

impl ContactKind {
    /// Which way somebody means who types a number or an address in one field.
    pub fn of(typed: &str) -> Self {
        match typed.trim() {
            "" => Self::None,
            address if address.contains('@') => Self::Email,
            _ => Self::Phone,
        }
    }
}

impl Contact {
    /// Looks only at the field that belongs to the chosen way; what stands in the other is dropped.
    pub fn parse(kind: ContactKind, phone: &str, email: &str) -> Result<Self, ContactError> {
        match kind {
            ContactKind::None => Ok(Self::None),
            ContactKind::Phone => PhoneNumber::parse(phone).map(Self::Phone),
            ContactKind::Email => EmailAddress::parse(email).map(Self::Email),
        }
    }

    /// Tells from what is typed which way it is: an address has an `@`, and nothing is none.
    pub fn parse_any(typed: &str) -> Result<Self, ContactError> {
        let (kind, typed) = (ContactKind::of(typed), typed.trim());
        Self::parse(kind, typed, typed)
    }

    /// The way, without the number or address.
    pub fn kind(&self) -> ContactKind {
        match self {
            Self::None => ContactKind::None,
            Self::Phone(_) => ContactKind::Phone,
            Self::Email(_) => ContactKind::Email,
        }
    }

    /// The number or address.
    pub fn value(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::Phone(phone) => Some(phone.as_str()),
            Self::Email(email) => Some(email.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_tidied_and_long_or_numeric_ones_refused() {
        assert_eq!(
            PersonName::parse("  Birthe \t Holm\n").unwrap().as_str(),
            "Birthe Holm"
        );
        for nothing in ["", "\u{0} ", "\u{202e}\u{200f}"] {
            assert_eq!(
                PersonName::parse(nothing),
                Err(ContactError::NameMissing),
                "{nothing:?}"
            );
        }
        assert_eq!(PersonName::parse(&"x".repeat(81)), Err(ContactError::NameTooLong));
        assert_eq!(
            PersonName::parse(&"å".repeat(80))
                .unwrap()
                .as_str()
                .chars()
                .count(),
            80
        );
        assert_eq!(
            PersonName::parse(&"x".repeat(1 << 20)),
            Err(ContactError::NameTooLong)
        );
        for typed in ["010203-1234 Bo", "٠١٠٢٠٣ ١٢٣٤"] {
            assert_eq!(PersonName::parse(typed), Err(ContactError::NameHasCpr), "{typed}");
        }
    }

    #[test]
    fn a_name_is_known_however_it_is_said() {
        let name = PersonName::parse("Åse Bæk-Østergaard").unwrap();
        assert!(name.is_said_as("aase baek oestergaard"));
        assert!(!name.is_said_as("Åse"));
    }

    #[test]
    fn telephone_numbers_are_forgiving() {
        for (typed, number) in [
            ("96 84 84 84", "96848484"),
            ("+45 96848484", "96848484"),
            ("0045 9684-8484", "96848484"),
            ("+46 70 123 45 67", "+46701234567"),
            ("٩٦ ٨٤ ٨٤ ٨٤", "96848484"),
            ("\u{202a}+45 96 84 84 84\u{202c}", "96848484"),
        ] {
            assert_eq!(PhoneNumber::parse(typed).unwrap().as_str(), number);
        }
        for typed in ["1234567", "123456789", "9684848a", "+", "+45 123"] {
            assert_eq!(
                PhoneNumber::parse(typed),
                Err(ContactError::PhoneInvalid),
                "{typed}"
            );
        }
    }

    #[test]
    fn mail_addresses_are_plausible() {
        assert!(EmailAddress::parse(" a.b@c.dk ").is_ok());
        for typed in [
            "a",
            "a@b",
            "a@b@c.dk",
            "a b@c.dk",
            "@c.dk",
            "a@.dk",
            "a\r\nBcc:x@y.dk",
        ] {
            assert_eq!(
                EmailAddress::parse(typed),
                Err(ContactError::EmailInvalid),
                "{typed}"
            );
        }
    }

    #[test]
    fn one_field_is_enough_for_a_number_or_an_address() {
        assert_eq!(Contact::parse_any("  "), Ok(Contact::None));
        for (typed, kind) in [
            ("20 10 12 34", ContactKind::Phone),
            (" bo@example.dk ", ContactKind::Email),
        ] {
            assert_eq!(Contact::parse_any(typed).unwrap().kind(), kind, "{typed}");
        }
        assert_eq!(Contact::parse_any("20 10"), Err(ContactError::PhoneInvalid));
        assert_eq!(Contact::parse_any("bo@"), Err(ContactError::EmailInvalid));
    }

    #[test]
    fn only_the_chosen_way_is_looked_at() {
        assert_eq!(
            Contact::parse(ContactKind::None, "nonsense", "nonsense"),
            Ok(Contact::None)
        );
        assert_eq!(
            Contact::parse(ContactKind::Phone, "", "a@b.dk"),
            Err(ContactError::PhoneMissing)
        );
    }
}
