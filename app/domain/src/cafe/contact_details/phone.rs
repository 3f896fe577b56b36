//! Telephone numbers among sums.
//!
//! A Danish number has eight digits and begins with 2 to 9 (Digitaliseringsstyrelsen, Den Danske Nummerplan). What tells it
//! from a sum is how it is grouped, and that nothing is reckoned with it.

use super::number_words::with_figures;

/// Digits of a Danish number.
const DANISH: usize = 8;
/// Digits of a number with its country, which begins with a plus.
const INTERNATIONAL: std::ops::RangeInclusive<usize> = 9..=15;
/// Steps of the tables that children learn: "24 36 48 60" is the table of twelve.
const LARGEST_STEP: i64 = 12;
/// What stands between two digits at most where somebody says that they want to be rung.
const LONGEST_GAP: usize = 4;

/// Words by which somebody asks to be rung or written to.
const ASKING: [&str; 24] = [
    "ring",
    "ringe",
    "ringer",
    "ringes",
    "tlf",
    "tlfnr",
    "telefon",
    "telefonnummer",
    "mobil",
    "mobilnummer",
    "mobilnr",
    "sms",
    "sms'e",
    "whatsapp",
    "imessage",
    "facetime",
    "viber",
    "telegram",
    "phone",
    "call",
    "اتصل",
    "رقمي",
    "هاتف",
    "جوال",
];
/// "mit nummer".
const OWN: [&str; 8] = ["mit", "min", "dit", "din", "my", "your", "hans", "hendes"];
const NUMBER: [&str; 5] = ["nummer", "nr", "number", "num", "tal"];
/// What is counted or measured is no telephone.
const UNITS: [&str; 16] = [
    "kr", "kroner", "øre", "cm", "mm", "m", "km", "dm", "g", "kg", "l", "dl", "ml", "cl", "euro", "procent",
];

/// Whether a folded text holds a telephone number, in figures, in words, or in both.
pub(super) fn has_phone(text: &str, words: &[&str]) -> bool {
    let asks = asks_to_be_rung(words);
    let text = with_figure_letters(text);
    let spoken = with_figures(&text);
    [Some(text), spoken]
        .into_iter()
        .flatten()
        .any(|text| holds_number(&text, asks))
}

fn asks_to_be_rung(words: &[&str]) -> bool {
    let owns = |pair: &[&str]| OWN.contains(&pair[0]) && NUMBER[..4].contains(&pair[1]);
    words.iter().any(|word| ASKING.contains(word)) || words.windows(2).any(owns)
}

/// "2O 3l" as "20 31": letters that stand in for digits, beside digits.
fn with_figure_letters(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_figure = |index: Option<usize>| {
        index
            .and_then(|index| letters.get(index))
            .is_some_and(char::is_ascii_digit)
    };
    let figure = |(index, letter): (usize, &char)| {
        let beside = is_figure(index.checked_sub(1)) || is_figure(Some(index + 1));
        let alone = |offset: Option<usize>| {
            offset
                .and_then(|offset| letters.get(offset))
                .is_none_or(|other| !other.is_alphabetic() || matches!(other, 'o' | 'l' | 'i'))
        };
        match letter {
            'o' if beside && alone(index.checked_sub(1)) && alone(Some(index + 1)) => '0',
            'l' | 'i' if is_figure(index.checked_sub(1)) && is_figure(Some(index + 1)) => '1',
            other => *other,
        }
    };
    letters.iter().enumerate().map(figure).collect()
}

/// Digits that stand together, and where.
#[derive(Debug, Clone, Copy)]
struct Group {
    begin: usize,
    end: usize,
}

fn holds_number(text: &str, asks: bool) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let groups = groups_of_digits(&letters);
    (0..groups.len()).any(|first| {
        is_international(&letters, &groups[first..])
            || begins_danish(&letters, &groups, first)
            || asks && begins_hidden(&letters, &groups, first)
    })
}

fn groups_of_digits(letters: &[char]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for index in (0..letters.len()).filter(|index| letters[*index].is_ascii_digit()) {
        match groups.last_mut() {
            Some(group) if group.end == index => group.end += 1,
            _ => groups.push(Group {
                begin: index,
                end: index + 1,
            }),
        }
    }
    groups
}

/// "+45 23 45 67 89", where the plus adds nothing to anything; or with 00.
fn is_international(letters: &[char], groups: &[Group]) -> bool {
    let begin = groups[0].begin;
    let has_plus = begin > 0 && letters[begin - 1] == '+' && !is_operand_before(letters, begin - 1);
    let has_zeros = letters[begin..].starts_with(&['0', '0']);
    let mut end = groups[0].end;
    let mut digits = end - begin;
    for group in &groups[1..] {
        if separator(&letters[end..group.begin]).is_none() {
            break;
        }
        digits += group.end - group.begin;
        end = group.end;
    }
    (has_plus || has_zeros && digits > 10) && INTERNATIONAL.contains(&digits)
}

/// Whether a run of groups that begins here, and is no part of a longer one, is written as a Danish number.
fn begins_danish(letters: &[char], groups: &[Group], first: usize) -> bool {
    let gap = |index: usize| separator(&letters[groups[index].end..groups[index + 1].begin]);
    if first > 0 && gap(first - 1).is_some() {
        return false;
    }
    let last = (first..groups.len() - 1)
        .find(|index| gap(*index).is_none())
        .unwrap_or(groups.len() - 1);
    let run = &groups[first..=last];
    let lengths: Vec<_> = run.iter().map(|group| group.end - group.begin).collect();
    let signs: Vec<_> = (first..last).filter_map(gap).collect();
    lengths.iter().sum::<usize>() == DANISH
        && !matches!(letters[run[0].begin], '0' | '1')
        && signs.windows(2).all(|pair| pair[0] == pair[1])
        && is_grouped_as_phone(&lengths, signs.first().copied())
        && !is_table(letters, run)
        && !is_date(letters, run)
        && !is_reckoned_with(letters, run[0].begin, run[run.len() - 1].end)
}

/// What may stand between the groups of a number: one sign, or spaces. A minus in a sum has spaces about it.
fn separator(gap: &[char]) -> Option<char> {
    match gap {
        [sign @ ('-' | '.' | '/' | '_' | ' ' | '\'')] => Some(*sign),
        [' ', ' ', rest @ ..] if rest.iter().all(|letter| *letter == ' ') => Some(' '),
        // "(23) 45 67 89"
        [')', ' '] | [')'] => Some(' '),
        _ => None,
    }
}

/// Whether digits are grouped as people group telephone numbers, and not by thousands or as a decimal number.
fn is_grouped_as_phone(lengths: &[usize], sign: Option<char>) -> bool {
    match lengths {
        [4, 4] | [2, 6] | [6, 2] => sign != Some('.') && sign != Some('/'),
        [8] | [3, 3, 2] | [2, 2, 4] => true,
        _ => lengths.len() >= 4 && lengths.iter().all(|length| *length <= 2),
    }
}

/// Numbers that grow or shrink by the same small step are a table.
fn is_table(letters: &[char], run: &[Group]) -> bool {
    let numbers: Vec<_> = run.iter().map(|group| value(letters, *group)).collect();
    let steps: Vec<_> = numbers.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.len() >= 3 && steps.windows(2).all(|pair| pair[0] == pair[1]) && steps[0].abs() <= LARGEST_STEP
}

/// "24.12.2026".
fn is_date(letters: &[char], run: &[Group]) -> bool {
    let [day, month, year] = run else {
        return false;
    };
    let [day, month, year] = [day, month, year].map(|group| value(letters, *group));
    (1..=31).contains(&day) && (1..=12).contains(&month) && (1000..=2100).contains(&year)
}

fn value(letters: &[char], group: Group) -> i64 {
    let digits: String = letters[group.begin..group.end].iter().collect();
    digits.parse().unwrap_or(i64::MAX)
}

/// Whether something is done with a number: a sign of reckoning beside it, a decimal part, or a unit behind it.
fn is_reckoned_with(letters: &[char], begin: usize, end: usize) -> bool {
    let after = letters[end..].iter().copied().skip_while(|letter| *letter == ' ');
    let rest: Vec<char> = after.collect();
    let word: String = rest.iter().take_while(|letter| letter.is_alphabetic()).collect();
    let is_decimal = matches!(rest[..], [',', digit, ..] if digit.is_ascii_digit());
    is_decimal || UNITS.contains(&&*word) || is_sign_before(before(letters, begin)) || is_sign_after(&rest)
}

/// The last sign before a place, spaces aside.
fn before(letters: &[char], place: usize) -> Option<char> {
    letters[..place]
        .iter()
        .rev()
        .copied()
        .find(|letter| *letter != ' ')
}

/// Whether a number, a bracket or a variable stands before a place, so that a plus there adds.
fn is_operand_before(letters: &[char], place: usize) -> bool {
    let mut earlier = letters[..place].iter().rev().skip_while(|letter| **letter == ' ');
    match earlier.next() {
        Some(letter) if letter.is_alphabetic() => {
            !earlier.next().is_some_and(|letter| letter.is_alphabetic())
        }
        Some(letter) => letter.is_ascii_digit() || *letter == ')',
        None => false,
    }
}

fn is_sign_before(sign: Option<char>) -> bool {
    matches!(
        sign,
        Some('+' | '*' | '·' | '×' | '÷' | '<' | '>' | '^' | '√' | '-' | '=' | ',')
    )
}

/// A sign of reckoning, and then something to reckon with. "- ring til mig" is none.
fn is_sign_after(rest: &[char]) -> bool {
    match rest {
        ['=' | '<' | '>' | '%' | '²' | '³' | '^', ..] => true,
        ['+' | '-' | '*' | '·' | '×' | '÷' | ':' | '/' | 'x', more @ ..] => {
            let more: Vec<_> = more.iter().skip_while(|letter| **letter == ' ').collect();
            let is_variable = more.len() == 1 || more.get(1).is_some_and(|letter| !letter.is_alphabetic());
            more.first().is_some_and(|letter| {
                letter.is_ascii_digit() || **letter == '(' || letter.is_alphabetic() && is_variable
            })
        }
        _ => false,
    }
}

/// Where somebody asks to be rung: eight digits with little between them, however they are grouped.
fn begins_hidden(letters: &[char], groups: &[Group], first: usize) -> bool {
    let mut digits = 0;
    let mut end = groups[first].begin;
    for group in &groups[first..] {
        let gap = &letters[end..group.begin];
        if gap.len() > LONGEST_GAP || gap.iter().any(|letter| letter.is_alphanumeric()) {
            break;
        }
        digits += group.end - group.begin;
        end = group.end;
    }
    digits >= DANISH && !matches!(letters[groups[first].begin], '0' | '1')
}
