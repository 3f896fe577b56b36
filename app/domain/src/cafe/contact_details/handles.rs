//! Mail addresses, links, names on other services, and where people live.

/// Mail services by name: nobody's homework needs them.
const MAIL_SERVICES: [&str; 8] = [
    "gmail",
    "hotmail",
    "icloud",
    "yahoo",
    "protonmail",
    "snabel",
    "snabela",
    "googlemail",
];
/// Endings of hosts that are no Danish or English words, which people put after a full stop without a space.
const ENDINGS: [&str; 14] = [
    "dk", "com", "net", "org", "gg", "eu", "uk", "tv", "info", "ly", "xyz", "link", "io", "chat",
];
/// How the dot of a host is said.
const DOTS: [&str; 5] = ["punktum", "prik", "dot", "punkt", "نقطة"];
/// Services on which people write to each other.
const SERVICES: [&str; 29] = [
    "snap",
    "snapchat",
    "sn4p",
    "snapper",
    "insta",
    "instagram",
    "1nsta",
    "ig",
    "tiktok",
    "discord",
    "messenger",
    "whatsapp",
    "telegram",
    "viber",
    "facebook",
    "fb",
    "kik",
    "skype",
    "facetime",
    "roblox",
    "steam",
    "imo",
    "wechat",
    "zoom",
    "teams",
    "signal",
    "snapnavn",
    "سناب",
    "واتساب",
];
/// Whose it is.
const OWN: [&str; 11] = [
    "min", "mit", "mine", "my", "din", "dit", "your", "jeres", "vores", "our", "har",
];
/// What one asks somebody to do there.
const ASKING: [&str; 22] = [
    "add", "adde", "tilføj", "follow", "følg", "skriv", "skrive", "write", "text", "dm", "pm", "find",
    "ring", "ringe", "call", "kontakt", "contact", "snapper", "ses", "chat", "chatte", "mødes",
];
/// That it is there, and not about it.
const THERE: [&str; 7] = ["på", "on", "via", "i", "in", "over", "mig"];
/// Words between a service and the name on it.
const BETWEEN: [&str; 9] = [
    "er",
    "is",
    "hedder",
    "navn",
    "name",
    "bruger",
    "brugernavn",
    "username",
    "som",
];
/// How near an asking word must stand to the service.
const NEAR: usize = 4;
/// Endings of streets' names.
const STREETS: [&str; 10] = [
    "gade",
    "vej",
    "vejen",
    "gaden",
    "allé",
    "alle",
    "stræde",
    "torv",
    "boulevard",
    "plads",
];

/// `navn@mail.dk`, and what is said instead of its signs.
pub(super) fn has_email(text: &str, words: &[&str]) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let says_at = ["(at)", "[at]", "{at}", "(a)", "<at>"]
        .iter()
        .any(|at| text.contains(at));
    let spells_host = words.iter().enumerate().any(|(index, word)| {
        *word == "at"
            && words[index + 1..]
                .iter()
                .take(NEAR)
                .any(|word| DOTS.contains(word))
    });
    is_at_host(&letters) || says_at || spells_host || words.iter().any(|word| MAIL_SERVICES.contains(word))
}

/// An @ between a name and a host with an ending.
fn is_at_host(letters: &[char]) -> bool {
    let is_at = |index: &usize| letters[*index] == '@';
    (0..letters.len()).filter(is_at).any(|at| {
        let name = letters[..at].iter().rev().find(|letter| **letter != ' ');
        let host: Vec<_> = letters[at + 1..]
            .iter()
            .filter(|letter| **letter != ' ')
            .take(40)
            .collect();
        name.is_some_and(|letter| letter.is_alphanumeric())
            && host.first().is_some_and(|letter| letter.is_alphabetic())
            && host.contains(&&'.')
    })
}

/// An address of the web, whether or not it can be pressed.
pub(super) fn has_link(text: &str, words: &[&str]) -> bool {
    let has_scheme = ["http", "www.", "://", "hxxp"]
        .iter()
        .any(|begin| text.contains(begin));
    let spells_dot = words
        .windows(2)
        .any(|pair| DOTS.contains(&pair[0]) && ENDINGS.contains(&pair[1]));
    has_scheme || spells_dot || text.split_whitespace().any(is_host)
}

/// "aula.dk", with or without a path behind it.
fn is_host(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or_default();
    let host = host.trim_matches(|letter: char| !letter.is_alphanumeric());
    host.rsplit_once('.').is_some_and(|(name, ending)| {
        ENDINGS.contains(&ending) && name.chars().any(char::is_alphabetic) && !name.ends_with('.')
    })
}

/// `@navn`, "min snap er navn", "tilføj mig på Discord". To write about such a service is no way to reach anybody.
pub(super) fn has_handle(text: &str, words: &[&str]) -> bool {
    has_at_name(text) || has_named_service(text) || (0..words.len()).any(|index| is_own_service(words, index))
}

/// An @ before letters.
fn has_at_name(text: &str) -> bool {
    text.split('@')
        .skip(1)
        .any(|after| after.starts_with(char::is_alphabetic))
}

/// "snap: navn".
fn has_named_service(text: &str) -> bool {
    SERVICES.iter().any(|service| {
        text.match_indices(service).any(|(index, _)| {
            let (before, after) = (&text[..index], &text[index + service.len()..]);
            let begins = !before.ends_with(char::is_alphanumeric);
            let sign = after.trim_start();
            begins && sign.starts_with([':', '=', '→', '>']) && sign.contains(char::is_alphanumeric)
        })
    })
}

/// A service that is somebody's own, on which somebody is asked for something, or behind which a name with figures stands.
fn is_own_service(words: &[&str], index: usize) -> bool {
    if !SERVICES.contains(&words[index]) {
        return false;
    }
    let earlier = &words[index.saturating_sub(NEAR)..index];
    let is_own = earlier.iter().rev().take(2).any(|word| OWN.contains(word));
    let is_there = earlier.last().is_some_and(|word| THERE.contains(word));
    let is_asked = is_there && earlier.iter().any(|word| ASKING.contains(word));
    let name = words[index + 1..].iter().find(|word| !BETWEEN.contains(word));
    is_own || is_asked || name.is_some_and(|name| is_user_name(name))
}

/// Letters with figures or `_` among them.
fn is_user_name(word: &str) -> bool {
    let has_sign = word.contains(|letter: char| letter == '_' || letter.is_ascii_digit());
    has_sign && word.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
}

/// "Jeg bor på Havnegade 12": somebody's own street with a number. Where somebody in a sum lives is nobody's business.
pub(super) fn has_address(words: &[&str]) -> bool {
    let is_own = |pair: &[&str]| {
        matches!(
            pair,
            ["jeg" | "vi", "bor"]
                | ["min" | "vores" | "my", "adresse" | "address"]
                | ["kom", "hjem"]
                | ["i", "live"]
        )
    };
    let is_street = |pair: &[&str]| {
        STREETS.iter().any(|ending| pair[0].ends_with(ending))
            && pair[1].starts_with(|letter: char| letter.is_ascii_digit())
    };
    words.windows(2).any(is_own) && words.windows(2).any(is_street)
}
