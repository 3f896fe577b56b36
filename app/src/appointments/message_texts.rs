//! The words of a message about an appointment: as parts, as plain text, and as an SMS.

use domain::appointments::BookingCode;
use domain::messages::{MessageCode, MessageSection, shortest_that_fits};

use super::mail::{Letter, Occasion};
use crate::server_side::{Site, SmsReplies};
use crate::texts::Texts;

/// The parts of what a mail or a letter says.
pub fn section(
    letter: &Letter<'_>,
    occasion: Occasion,
    code: Option<&BookingCode>,
    site: &Site,
) -> MessageSection {
    let texts = Texts::of(letter.locale);
    let (told, at) = (letter.appointment, letter.entry.slot.wall_time());
    let comes = occasion != Occasion::Cancelled;
    let opening = match occasion {
        Occasion::Confirmed => texts.message_confirmed(),
        Occasion::Moved => texts.message_moved(),
        Occasion::Cancelled => texts.message_cancelled(),
        Occasion::Reminder(_) => texts.message_reminder(),
    };
    MessageSection {
        locale: letter.locale,
        opening: opening.to_owned(),
        facts: vec![
            told.service.clone(),
            letter
                .times()
                .unwrap_or_else(|| format!("{} {}", at.long_date(letter.locale), at.clock(letter.locale))),
            told.location.clone(),
            told.address.clone(),
        ],
        code: code.filter(|_| comes).map(|code| MessageCode {
            label: texts.message_code().to_owned(),
            code: code.to_string(),
        }),
        bring_title: texts.message_bring().to_owned(),
        bring: if comes { told.bring.clone() } else { vec![] },
        closing: closing(letter, occasion, code, site),
        regards: texts.message_regards().to_owned(),
    }
}

fn closing(letter: &Letter<'_>, occasion: Occasion, code: Option<&BookingCode>, site: &Site) -> Vec<String> {
    let texts = Texts::of(letter.locale);
    let questions = texts.message_questions(letter.appointment.phone.as_str());
    if occasion == Occasion::Cancelled {
        return vec![texts.message_again().to_owned(), questions];
    }
    let code_use = code.map(|_| texts.message_code_use().to_owned());
    let manage = site
        .public_address(&letter.locale.path("/tid/afbud"))
        .map(|address| texts.message_manage(address));
    code_use.into_iter().chain(manage).chain([questions]).collect()
}

/// A mail for programs that show plain text.
pub fn mail_text(section: &MessageSection, municipality: &str) -> String {
    let code = section
        .code
        .as_ref()
        .map(|code| format!("{}: {}", code.label, code.code));
    let bring = (!section.bring.is_empty()).then(|| {
        let lines = section.bring.iter().map(|line| format!("\n- {line}"));
        format!("{}:{}", section.bring_title, lines.collect::<String>())
    });
    [section.opening.clone(), section.facts.join("\n")]
        .into_iter()
        .chain(code)
        .chain(bring)
        .chain([
            section.closing.join("\n"),
            format!("{}\n{municipality}\n", section.regards),
        ])
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// The whole message in two parts of an SMS at most. Where names are long, the address goes first, then the service.
pub fn sms_text(letter: &Letter<'_>, occasion: Occasion, code: Option<&BookingCode>, site: &Site) -> String {
    let texts = Texts::of(letter.locale);
    let told = letter.appointment;
    let at = letter.entry.slot.wall_time();
    let first = format!("{} {}", at.day_and_month(letter.locale), at.clock(letter.locale));
    let when = match letter.later.len() {
        0 => first,
        later => texts.series_from_date(later + 1, first),
    };
    let opening = match occasion {
        Occasion::Confirmed => texts.message_sms_confirmed(),
        Occasion::Moved => texts.message_sms_moved(),
        Occasion::Cancelled => texts.message_sms_cancelled(),
        Occasion::Reminder(_) => texts.message_sms_reminder(),
    };
    let end = sms_end(letter, occasion, code, site);
    let way = |service: &str, place: &str| format!("{opening}: {service}{when}. {place}. {end}");
    let service = format!("{}, ", told.service);
    shortest_that_fits([
        way(&service, &format!("{}, {}", told.location, told.address)),
        way(&service, &told.location),
        way("", &told.location),
        way("", ""),
    ])
}

/// The code, and what to do for those who cannot come.
fn sms_end(letter: &Letter<'_>, occasion: Occasion, code: Option<&BookingCode>, site: &Site) -> String {
    let texts = Texts::of(letter.locale);
    let phone = letter.appointment.phone.as_str();
    if occasion == Occasion::Cancelled {
        return texts.message_sms_again(phone);
    }
    let answer = match site.sms_replies {
        SmsReplies::Read => texts.message_sms_reply(phone),
        SmsReplies::Unread => texts.message_sms_call(phone),
    };
    match code {
        Some(code) => format!("{} {answer}", texts.message_sms_code(code)),
        None => answer,
    }
}

#[cfg(test)]
mod tests {
    use domain::appointments::{BookingCode, Reminder, Slot, Way};
    use domain::locale::Locale;
    use domain::messages::LONGEST_SMS;

    use super::super::calendar::CalendarEntry;
    use super::super::mail::Told;
    use super::super::mail_html::mail_html;
    use super::*;

    const OCCASIONS: [Occasion; 4] = [
        Occasion::Confirmed,
        Occasion::Moved,
        Occasion::Cancelled,
        Occasion::Reminder(Reminder::DayBefore),
    ];

    fn told() -> Told {
        Told {
            service: "MitID <til> én & alle".into(),
            minutes: 30,
            location: "Fjordby Borgerservice".into(),
            address: "Havnegade 12, 0999 Fjordby".into(),
            phone: "10 20 30 40".into(),
            bring: vec!["Pas eller kørekort".into()],
        }
    }

    fn with<T>(told: &Told, locale: Locale, then: impl FnOnce(&Letter<'_>) -> T) -> T {
        let slot: Slot = "2026-11-25T09:30Z".parse().unwrap();
        let entry = CalendarEntry {
            id: "id".into(),
            sequence: 0,
            slot,
        };
        then(&Letter {
            appointment: told,
            entry: &entry,
            later: &[],
            municipality: "Fjordby Kommune",
            locale,
        })
    }

    fn code() -> BookingCode {
        BookingCode::from_random([1, 2, 3])
    }

    fn replies_are_read() -> Site {
        Site {
            sms_replies: SmsReplies::Read,
            ..Site::default()
        }
    }

    #[test]
    fn an_sms_says_what_when_where_and_how_to_cancel() {
        let told = told();
        let reminder = Occasion::Reminder(Reminder::DayBefore);
        let text = with(&told, Locale::Da, |letter| {
            sms_text(letter, reminder, Some(&code()), &replies_are_read())
        });
        assert_eq!(
            text,
            format!(
                "Husk din tid: MitID <til> én & alle, onsdag 25. november kl. 10.30. Fjordby Borgerservice, \
                 Havnegade 12, 0999 Fjordby. Kode: {}. Kan du ikke komme? Svar AFLYS, eller ring 10 20 30 40.",
                code()
            )
        );
    }

    #[test]
    fn aflys_is_offered_where_somebody_reads_it() {
        let told = told();
        let text = with(&told, Locale::Da, |letter| {
            sms_text(letter, Occasion::Confirmed, Some(&code()), &Site::default())
        });
        assert!(
            !text.contains("AFLYS") && text.contains("Ring 10 20 30 40"),
            "{text}"
        );
    }

    #[test]
    fn however_long_the_names_are_an_sms_has_two_parts_with_code_and_number() {
        let mut told = told();
        for length in [10, 60, 100, 200] {
            told.service = "s".repeat(length);
            told.location = "l".repeat(length);
            for locale in Locale::ALL {
                for occasion in OCCASIONS {
                    let text = with(&told, locale, |letter| {
                        sms_text(letter, occasion, Some(&code()), &replies_are_read())
                    });
                    assert!(text.chars().count() <= LONGEST_SMS, "{text}");
                    assert!(text.contains("10 20 30 40"), "{text}");
                    let has_code = text.contains(&code().to_string());
                    assert_eq!(has_code, occasion != Occasion::Cancelled, "{text}");
                }
            }
        }
    }

    #[test]
    fn text_and_html_of_a_mail_say_the_same() {
        let told = told();
        for locale in Locale::ALL {
            for occasion in OCCASIONS {
                let section = with(&told, locale, |letter| letter.section(occasion, Some(&code())));
                let text = mail_text(&section, "Fjordby Kommune");
                let html = mail_html(&section, "Fjordby Kommune", "Din tid");
                for part in section.facts.iter().chain(&section.closing).chain(&section.bring) {
                    assert!(text.contains(part), "{part} in {text}");
                    let part = part
                        .replace('&', "&amp;")
                        .replace('<', "&lt;")
                        .replace('>', "&gt;");
                    assert!(html.contains(&part), "{part} in {html}");
                }
                let comes = occasion != Occasion::Cancelled;
                assert_eq!(text.contains(&code().to_string()), comes);
                assert_eq!(html.contains(&code().to_string()), comes);
                assert!(html.contains(&format!("dir=\"{}\"", locale.direction())));
                assert!(!html.contains("<til>") && !html.contains("http"), "{html}");
            }
        }
    }

    #[test]
    fn nobody_is_sent_to_a_place_who_is_rung_up() {
        for (way, instead) in [
            (Way::Telephone, "Vi ringer til dig"),
            (Way::HomeVisit, "Vi kommer hjem til dig"),
        ] {
            let told = told().met(way, Locale::Da);
            let (mail, sms) = with(&told, Locale::Da, |letter| {
                let section = section(letter, Occasion::Confirmed, None, &Site::default());
                let sms = sms_text(letter, Occasion::Confirmed, None, &Site::default());
                (mail_text(&section, ""), sms)
            });
            for text in [mail, sms] {
                assert!(text.contains(instead) && !text.contains("Havnegade"), "{text}");
            }
        }
        let told = told().met(Way::InPerson, Locale::Da);
        assert_eq!(told.address, "Havnegade 12, 0999 Fjordby");
    }

    #[test]
    fn a_mail_leads_to_where_the_time_is_moved() {
        let told = told();
        let site = Site {
            public_url: crate::server_side::PublicUrl::parse("https://fjordby.example").ok(),
            ..Site::default()
        };
        for (locale, path) in [(Locale::Da, "/tid/afbud"), (Locale::Ar, "/ar/tid/afbud")] {
            let section = with(&told, locale, |letter| {
                section(letter, Occasion::Moved, Some(&code()), &site)
            });
            let address = format!("https://fjordby.example{path}");
            let link = format!("<a dir=\"ltr\" href=\"{address}\">{address}</a>");
            let html = mail_html(&section, "Fjordby Kommune", "");
            assert!(html.contains(&link), "{html}");
            assert!(mail_text(&section, "").contains(&address));
        }
    }
}
