use serde::{Deserialize, Serialize};

use crate::cpr::hide_cpr;
use crate::locale::LocalizedText;
use crate::white_space::fold_white_space;

/// A text as it is typed in each language; empty where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedText {
    pub da: String,
    #[serde(default)]
    pub en: String,
    #[serde(default)]
    pub ar: String,
}

impl TypedText {
    /// As it comes from the fields of a form. What looks like a CPR number stands on no page, so it is not kept until then either.
    pub fn new(da: String, en: String, ar: String) -> Self {
        let [da, en, ar] = [da, en, ar].map(|text| hide_cpr(&text));
        Self { da, en, ar }
    }

    /// The text, or `None` without the Danish one.
    pub fn read(&self) -> Option<LocalizedText> {
        Some(LocalizedText {
            da: tidy(&self.da)?,
            en: tidy(&self.en),
            ar: tidy(&self.ar),
        })
    }

    /// A text on each line of the Danish, with the same line of the others.
    pub fn read_lines(&self) -> Vec<LocalizedText> {
        let lines = |text: &str| -> Vec<_> { text.lines().map(tidy).collect() };
        let (da, en, ar) = (lines(&self.da), lines(&self.en), lines(&self.ar));
        let line = |lines: &[Option<String>], index: usize| lines.get(index).cloned().flatten();
        da.iter()
            .enumerate()
            .filter_map(|(index, text)| {
                Some(LocalizedText {
                    da: text.clone()?,
                    en: line(&en, index),
                    ar: line(&ar, index),
                })
            })
            .collect()
    }

    /// The texts as they are typed, a line each.
    pub fn of_lines(texts: &[LocalizedText]) -> Self {
        let lines = |text: fn(&LocalizedText) -> &str| texts.iter().map(text).collect::<Vec<_>>().join("\n");
        Self {
            da: lines(|text| &text.da),
            en: lines(|text| text.en.as_deref().unwrap_or_default())
                .trim_end()
                .to_owned(),
            ar: lines(|text| text.ar.as_deref().unwrap_or_default())
                .trim_end()
                .to_owned(),
        }
    }
}

impl From<&LocalizedText> for TypedText {
    fn from(text: &LocalizedText) -> Self {
        Self {
            da: text.da.clone(),
            en: text.en.clone().unwrap_or_default(),
            ar: text.ar.clone().unwrap_or_default(),
        }
    }
}

/// Without the white space around it; `None` when nothing is left.
fn tidy(text: &str) -> Option<String> {
    let text = fold_white_space(text);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_translations() {
        let typed = TypedText {
            da: "Pas\r\n\nTelefon ".into(),
            en: "Passport\n\nPhone".into(),
            ar: String::new(),
        };
        let lines = typed.read_lines();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[1].da, "Telefon");
        assert_eq!(lines[1].en.as_deref(), Some("Phone"));
        assert_eq!(lines[1].ar, None);
        assert_eq!(TypedText::of_lines(&lines).da, "Pas\nTelefon");
        assert_eq!(
            TypedText {
                da: " ".into(),
                ..typed
            }
            .read(),
            None
        );
    }
}
