use proptest::prelude::*;
use proptest::sample::select;

use super::{ContactDetail, contact_detail};

use ContactDetail::{Address, Email, Handle, Link, Phone};

#[test]
fn a_way_to_reach_somebody_is_seen_however_it_is_written() {
    for (text, detail) in [
        ("23456789", Phone),
        ("Mit nummer er 23456789", Phone),
        ("23 45 67 89", Phone),
        ("23-45-67-89", Phone),
        ("23.45.67.89", Phone),
        ("2345 6789", Phone),
        ("234 567 89", Phone),
        ("(23) 45 67 89", Phone),
        ("2 7 1 8 2 9 1 8", Phone),
        ("+4523456789", Phone),
        ("+45 23 45 67 89", Phone),
        ("0045 23 45 67 89", Phone),
        ("+46 70 123 45 67", Phone),
        ("٢٣ ٤٥ ٦٧ ٨٩", Phone),
        ("２３４５６７８９", Phone),
        (
            "2\u{200b}3\u{200b}4\u{200b}5\u{200b}6\u{200b}7\u{200b}8\u{200b}9",
            Phone,
        ),
        ("2\u{fe0f}\u{20e3}3\u{fe0f}\u{20e3}4567\u{a0}89", Phone),
        ("②③④⑤⑥⑦⑧⑨", Phone),
        ("2O 3O 6O 1O", Phone),
        ("to fem syv en ni nul tre fire", Phone),
        ("treogtyve femogfyrre syvogtres niogfirs", Phone),
        ("23 femogfyrre 67 niogfirs", Phone),
        ("two five seven one nine zero three four", Phone),
        ("ring 23, 45, 67, 89", Phone),
        ("ring til mig: 23/45 67-89", Phone),
        ("tlf 23\n45\n67\n89", Phone),
        ("Du kan sms'e på 234 56 789 - Mads", Phone),
        ("Call me 2 3 4 5 - 6 7 8 9", Phone),
        ("رقمي 23 45 67 8 9", Phone),
        ("lars@mail.dk", Email),
        ("lars @ mail . dk", Email),
        ("lars (at) skole punktum dk", Email),
        ("lars at skole dot com", Email),
        ("lars snabel-a mail prik dk", Email),
        ("lars på gmail", Email),
        ("lars på g m a i l", Email),
        ("https://discord.gg/abc", Link),
        ("www.eksempel", Link),
        ("se aula.dk", Link),
        ("se min side på Lars.COM/hej.", Link),
        ("lars punktum dk", Link),
        ("@lars_2010", Handle),
        ("skriv til @lars", Handle),
        ("snap: lars", Handle),
        ("Snap = lars.h", Handle),
        ("s n a p : lars", Handle),
        ("min snap er lars", Handle),
        ("my insta is lars", Handle),
        ("hvad er dit snapchat navn?", Handle),
        ("insta lars_2010", Handle),
        ("tilføj mig på Discord", Handle),
        ("kan vi skrive på WhatsApp?", Handle),
        ("Har du TikTok?", Handle),
        ("Jeg bor på Havnegade 12", Address),
        ("min adresse er Strandvejen 3, 2. tv", Address),
    ] {
        assert_eq!(contact_detail(text), Some(detail), "{text}");
    }
}

#[test]
fn homework_is_no_way_to_reach_anybody() {
    for text in [
        "23 45 67 89 + 12",
        "23456789 + 12 = ?",
        "12 + 23456789",
        "23456789 : 3",
        "23456789 - x = 4",
        "12.345.678",
        "23.456.789",
        "23 456 789",
        "23 456 789 kr.",
        "23456789 kr.",
        "3/4",
        "3/4 + 2/3 = 17/12",
        "kl. 14.30",
        "Bussen kører kl. 20.30-21.45",
        "24.12.2026",
        "den 24-12-2026 kl. 20.15",
        "2x + 3 = 11",
        "y = 2x + 45, x = 23",
        "24 36 48 60",
        "20 30 40 50",
        "2 3 4 5 6 7 8 9",
        "2 4 6 8 10 12",
        "to fire seks otte ti tolv",
        "en to tre fire fem seks syv otte",
        "Find gennemsnittet af 23, 45, 67 og 89.",
        "23, 45, 67, 89",
        "x | 2 | 3 | 4\ny | 21 | 45 | 67",
        "23\n45\n67\n89",
        "2345.6789 er et decimaltal",
        "(2, 3) og (4, 5)",
        "(23, 45) og (67, 89)",
        "23 : 45 : 67 : 89",
        "23:45:67:89",
        "89 - 45 - 23 - 12 = 9",
        "½ · 2345 · 6789",
        "1.234,50 kr. og 2.345,75 kr.",
        "Lars har 12 æbler @ 5 kr.",
        "Skriv en stil om Snapchat og Instagram.",
        "Teksten handler om TikTok og børn.",
        "Kanonen sagde bang, og så kom der et snap.",
        "Jeg er færdig.De andre opgaver er lette.",
        "Lars bor på Havnevej 12 og går 3,5 km til skole.",
        "Hvordan staver man til hvordan?",
        "Hvad hedder 'to be' i datid?",
        "a b c d er en firkant",
        "5 dm = 50 cm",
        "f.eks. 3,14 og ca. 22/7",
        "π = 3,14159265",
        "8.500.000 indbyggere",
        "Opgave 4.a og 4.b på side 23-24",
    ] {
        assert_eq!(contact_detail(text), None, "{text}");
    }
}

/// The ways in which people write eight digits.
fn spellings(digits: &str) -> Vec<String> {
    let apart = |lengths: &[usize], sign: &str| {
        let mut rest = digits;
        let mut groups = Vec::new();
        for length in lengths {
            let (group, more) = rest.split_at(*length);
            groups.push(group);
            rest = more;
        }
        groups.join(sign)
    };
    vec![
        digits.to_owned(),
        apart(&[2, 2, 2, 2], " "),
        apart(&[2, 2, 2, 2], "-"),
        apart(&[2, 2, 2, 2], "."),
        apart(&[4, 4], " "),
        apart(&[4, 4], "-"),
        apart(&[3, 3, 2], " "),
        apart(&[1; 8], " "),
        apart(&[1; 8], "-"),
        format!("+45{digits}"),
        format!("+45 {}", apart(&[2, 2, 2, 2], " ")),
        format!("0045{digits}"),
        in_words(digits),
    ]
}

fn in_words(digits: &str) -> String {
    const WORDS: [&str; 10] = [
        "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni",
    ];
    let words: Vec<_> = digits
        .bytes()
        .map(|digit| WORDS[usize::from(digit - b'0')])
        .collect();
    words.join(" ")
}

/// Numbers that grow by the same step are left to the children who learn tables.
fn is_table(digits: &str) -> bool {
    let steps = |length: usize| {
        let numbers: Vec<i64> = (0..8 / length)
            .map(|index| digits[index * length..][..length].parse().unwrap())
            .collect();
        numbers
            .windows(2)
            .map(|pair| pair[1] - pair[0])
            .collect::<Vec<_>>()
    };
    [1, 2]
        .iter()
        .any(|length| steps(*length).windows(2).all(|pair| pair[0] == pair[1]))
}

proptest! {
    #[test]
    fn every_danish_number_is_seen_in_every_spelling(
        first in 2..=9_u32,
        rest in 0..10_000_000_u32,
        (before, after) in select(&[("", ""), ("Hej ", ""), ("", " hilsen Mads"), ("mit: ", "!"), ("Jeg kan ikke 3/4.\n", "\nTak"), ("(", ")")][..]),
    ) {
        let digits = format!("{first}{rest:07}");
        prop_assume!(!is_table(&digits));
        for spelling in spellings(&digits) {
            let text = format!("{before}{spelling}{after}");
            prop_assert_eq!(contact_detail(&text), Some(Phone), "{}", text);
        }
    }

    #[test]
    fn no_sum_is_a_telephone_number(
        numbers in proptest::collection::vec((0..100_000_u32, select(&[" + ", " - ", " · ", " : ", " × ", "+", "*", " / ", " = "][..])), 2..8),
    ) {
        let sum = numbers.iter().fold(String::new(), |sum, (number, sign)| sum + &number.to_string() + sign);
        prop_assert_eq!(contact_detail(&format!("Hvad er {sum}?")), None);
        prop_assert_eq!(contact_detail(&format!("{sum}x")), None);
    }

    #[test]
    fn no_number_with_thousands_or_decimals_is_one(number in 0..1_000_000_000_u64, decimals in 0..100_u32) {
        let mut grouped = String::new();
        for (index, digit) in number.to_string().chars().enumerate() {
            if index > 0 && (number.to_string().len() - index).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        prop_assert_eq!(contact_detail(&format!("Tallet {grouped},{decimals:02}")), None);
        prop_assert_eq!(contact_detail(&format!("{grouped} personer").replace(&number.to_string(), "7")), None);
    }

    #[test]
    fn no_list_with_commas_and_no_table_is_one(numbers in proptest::collection::vec(0..1000_u32, 1..12), step in 1..=12_u32) {
        let written: Vec<_> = numbers.iter().map(ToString::to_string).collect();
        prop_assert_eq!(contact_detail(&written.join(", ")), None);
        prop_assert_eq!(contact_detail(&written.join(" | ")), None);
        let table: Vec<_> = (1..=10).map(|times| (times * step).to_string()).collect();
        prop_assert_eq!(contact_detail(&table.join(" ")), None);
    }

    /// Whatever is typed, it is looked through to its end.
    #[test]
    fn every_text_can_be_looked_through(text in any::<String>()) {
        let _ = contact_detail(&text);
    }

    #[test]
    fn texts_of_digits_and_signs_can_be_looked_through(text in "[0-9 +().,:/x@olæ=-]{0,60}") {
        let _ = contact_detail(&text);
    }
}
