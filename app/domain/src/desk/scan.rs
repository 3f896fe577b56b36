//! What stands in the kiosk's field when somebody has typed their code, or held it under a reader.

use crate::appointments::BookingCode;
use crate::word_code::InvalidCode;

/// The booking's code in what was typed or read. A reader types the whole text of a QR code, which may be an address with
/// the code at its end.
pub fn booking_code(typed: &str) -> Result<BookingCode, InvalidCode> {
    let last = typed.trim().rsplit(['/', '=', '#']).next().unwrap_or_default();
    BookingCode::parse(typed).or_else(|_| BookingCode::parse(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_typed_or_read() {
        let code = BookingCode::from_random([1, 2, 3]);
        for typed in [
            code.to_string(),
            code.to_string().replace('-', " "),
            format!("https://fjordby.dk/tid/{code}"),
            format!("https://fjordby.dk/tid?kode={code}\n"),
        ] {
            assert_eq!(booking_code(&typed), Ok(code.clone()), "{typed}");
        }
        for typed in ["", "https://fjordby.dk/tid", "hund"] {
            assert_eq!(booking_code(typed), Err(InvalidCode), "{typed}");
        }
    }
}
