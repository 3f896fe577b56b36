//! A mail for programs that show HTML: one column, the reader's own font size, and no colours, so that it is as readable
//! on a dark screen as on a light one. It loads nothing, so nobody is told that it was opened.

use domain::messages::MessageSection;

/// Styles stand on the elements: many mail programs leave a style sheet out.
const BODY: &str =
    "margin:0;padding:24px 16px;font-family:'IBM Plex Sans',Arial,sans-serif;font-size:18px;line-height:1.5";
const COLUMN: &str = "max-width:34em";
const OPENING: &str = "margin:0 0 16px;font-size:24px;line-height:1.3";
const BOX: &str = "margin:0 0 16px;padding:16px;border:2px solid;border-radius:8px";
const CODE: &str = "font-size:22px;font-weight:bold";
const PARAGRAPH: &str = "margin:0 0 16px";

/// The whole document. Everything in it is escaped; addresses become links.
pub fn mail_html(section: &MessageSection, municipality: &str, title: &str) -> String {
    let (lang, direction) = (section.locale.tag(), section.locale.direction());
    let title = escaped(title);
    let parts = [
        format!("<h1 style=\"{OPENING}\">{}</h1>", escaped(&section.opening)),
        facts(section),
        code(section),
        bring(section),
        section.closing.iter().map(|line| paragraph(line)).collect(),
        format!(
            "<p style=\"{PARAGRAPH}\">{}<br>{}</p>",
            escaped(&section.regards),
            escaped(municipality)
        ),
    ];
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title></head>\n\
         <body style=\"{BODY}\"><div dir=\"{direction}\" style=\"{COLUMN}\">\n{}\n</div></body></html>\n",
        parts.join("\n")
    )
}

/// With what, when and where; the time stands out.
fn facts(section: &MessageSection) -> String {
    let lines = section.facts.iter().enumerate().map(|(position, line)| {
        let line = escaped(line);
        if position == TIME {
            format!("<strong>{line}</strong>")
        } else {
            line
        }
    });
    format!(
        "<p style=\"{BOX}\">{}</p>",
        lines.collect::<Vec<_>>().join("<br>")
    )
}

/// Where the time stands among the facts.
const TIME: usize = 1;

fn code(section: &MessageSection) -> String {
    section.code.as_ref().map_or_else(String::new, |code| {
        format!(
            "<p style=\"{PARAGRAPH}\">{}:<br><span dir=\"ltr\" style=\"{CODE}\">{}</span></p>",
            escaped(&code.label),
            escaped(&code.code)
        )
    })
}

fn bring(section: &MessageSection) -> String {
    if section.bring.is_empty() {
        return String::new();
    }
    let lines = section
        .bring
        .iter()
        .map(|line| format!("<li>{}</li>", escaped(line)));
    format!(
        "<p style=\"margin:0\">{}:</p><ul style=\"{PARAGRAPH}\">{}</ul>",
        escaped(&section.bring_title),
        lines.collect::<String>()
    )
}

/// A line; an address in it can be pressed.
fn paragraph(line: &str) -> String {
    let words = line.split(' ').map(|word| {
        // In languages from the right an address is set apart by signs that are no part of it.
        let address = word.trim_matches(|sign| matches!(sign, '\u{2068}' | '\u{2069}'));
        let is_address = ["https://", "http://"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        if is_address {
            let address = escaped(address);
            format!("<a dir=\"ltr\" href=\"{address}\">{address}</a>")
        } else {
            escaped(word)
        }
    });
    format!(
        "<p style=\"{PARAGRAPH}\">{}</p>",
        words.collect::<Vec<_>>().join(" ")
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
