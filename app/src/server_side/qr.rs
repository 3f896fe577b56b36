//! QR codes, drawn on the server: the browser gets a path and no code to make one.

use std::fmt::Write as _;

use domain::pages::QrCode;
use qrcodegen::{QrCode as Modules, QrCodeEcc};

use crate::error::{AppError, AppResult};

/// Modules that stay light around a code, so that it is found: ISO/IEC 18004 asks for four.
const QUIET_ZONE: i32 = 4;

/// A text as a QR code that can still be read where an eighth of it is smudged. It holds some 2,300 bytes.
pub fn qr_code(text: &str) -> AppResult<QrCode> {
    let modules = Modules::encode_text(text, QrCodeEcc::Medium).map_err(|error| {
        tracing::error!(%error, length = text.len(), "a text is too long for a QR code");
        AppError::Internal
    })?;
    Ok(QrCode {
        size: i64::from(modules.size() + 2 * QUIET_ZONE),
        path: path(&modules),
    })
}

/// A box for each stretch of dark modules in a row.
fn path(modules: &Modules) -> String {
    let mut path = String::new();
    for y in 0..modules.size() {
        let mut x = 0;
        while x < modules.size() {
            let dark = (x..modules.size())
                .take_while(|x| modules.get_module(*x, y))
                .count();
            if dark > 0 {
                write!(path, "M{} {}h{dark}v1h-{dark}z", x + QUIET_ZONE, y + QUIET_ZONE)
                    .expect("a string takes everything");
            }
            x += i32::try_from(dark).unwrap_or_default() + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pixels for each module, about as a telephone's camera sees them.
    const PIXELS: usize = 4;

    /// Which modules are dark, read from the path.
    fn drawn(code: &QrCode) -> Vec<Vec<bool>> {
        let size = usize::try_from(code.size).unwrap();
        let mut modules = vec![vec![false; size]; size];
        for stretch in code.path.split('M').skip(1) {
            let (place, length) = stretch.split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let length: usize = length.split('v').next().unwrap().parse().unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            modules[y][x..x + length].fill(true);
        }
        modules
    }

    /// What a reader of QR codes finds in the drawing.
    fn read(code: &QrCode) -> String {
        let modules = drawn(code);
        let side = modules.len() * PIXELS;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if modules[y / PIXELS][x / PIXELS] { 0 } else { 255 }
        });
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1, "one code is found");
        grids[0].decode().unwrap().1
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let address = "https://digital.fjordby.dk/en/laer/digital-post/hvad-er-det/postkassen";
        assert_eq!(read(&qr_code(address).unwrap()), address);
    }

    #[test]
    fn around_the_code_all_is_light() {
        let modules = drawn(&qr_code("fjord-kanel-lampe").unwrap());
        let edge = usize::try_from(QUIET_ZONE).unwrap();
        let inside = edge..modules.len() - edge;
        for (y, row) in modules.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                assert!(!dark || (inside.contains(&x) && inside.contains(&y)), "{x} {y}");
            }
        }
    }

    #[test]
    fn a_text_that_no_code_holds_is_refused() {
        assert_eq!(qr_code(&"a".repeat(3000)), Err(AppError::Internal));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn every_text_is_read_as_it_was_written(text in "[a-zæøå0-9:/.-]{1,80}") {
            prop_assert_eq!(read(&qr_code(&text).unwrap()), text);
        }
    }
}
