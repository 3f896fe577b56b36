//! How long an SMS may be.

/// Two parts of an SMS in the usual alphabet, 153 characters each (3GPP TS 23.040). More parts cost more and arrive apart.
pub const LONGEST_SMS: usize = 306;

/// The first of some ways to say it that is no longer than an SMS may be, the fullest first. Where none is, the last one
/// without its end.
pub fn shortest_that_fits(ways: impl IntoIterator<Item = String>) -> String {
    let mut last = String::new();
    for way in ways {
        if way.chars().count() <= LONGEST_SMS {
            return way;
        }
        last = way;
    }
    last.chars().take(LONGEST_SMS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_much_is_said_as_there_is_room_for() {
        let [long, short] = ["x".repeat(307), "å".repeat(306)];
        assert_eq!(shortest_that_fits([short.clone(), "y".into()]), short);
        assert_eq!(shortest_that_fits([long.clone(), short.clone()]), short);
        assert_eq!(shortest_that_fits([long.clone(), long]).len(), LONGEST_SMS);
        assert_eq!(shortest_that_fits([]), "");
    }
}
