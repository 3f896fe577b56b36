//! Questions in which something is typed: `text` and `number`.

use domain::learning::question::{
    KnownMistake, Number, NumberKey, Spelling, TextKey, Verdict, WrittenFeedback, normalised,
};

use crate::fields::{Fields, Located, every};

/// Reads `accepted`, `exact`, the feedback and `[[known]]` mistakes.
pub(super) fn read_text(fields: &mut Fields) -> Option<TextKey> {
    let accepted = fields.texts("accepted");
    let exact = fields.flag("exact");
    let verdict = read_verdict(fields);
    let known = read_known(fields, |_, answer| Some(answer.value));
    let accepted = accepted?;
    if let Some(empty) = accepted.iter().find(|text| normalised(&text.value).is_empty()) {
        let problem = format!("`{}` has no letters", empty.value);
        fields
            .faults()
            .error(empty.at, problem, "write a word or a number that people can type");
    }
    Some(TextKey {
        accepted: accepted.into_iter().map(|text| text.value).collect(),
        spelling: if exact {
            Spelling::Exact
        } else {
            Spelling::Forgiving
        },
        feedback: WrittenFeedback {
            verdict: verdict?,
            known: known?,
        },
    })
}

/// Reads `answer`, `tolerance`, `unit`, the feedback and `[[known]]` mistakes.
pub(super) fn read_number(fields: &mut Fields) -> Option<NumberKey> {
    let answer = fields
        .located_text("answer")
        .and_then(|answer| number(fields, answer));
    let tolerance = match fields.optional_text("tolerance") {
        Some(tolerance) => number(fields, tolerance),
        None => Some(Number::ZERO),
    };
    let unit = fields.optional_text("unit");
    let verdict = read_verdict(fields);
    let known = read_known(fields, number);
    Some(NumberKey {
        answer: answer?,
        tolerance: tolerance?,
        unit: unit.map(|unit| unit.value),
        feedback: WrittenFeedback {
            verdict: verdict?,
            known: known?,
        },
    })
}

/// Reads `right` and `wrong`.
pub(super) fn read_verdict(fields: &mut Fields) -> Option<Verdict> {
    let right = fields.text("right");
    let wrong = fields.text("wrong");
    Some(Verdict {
        right: right?,
        wrong: wrong?,
    })
}

fn read_known<T>(
    fields: &mut Fields,
    parse: impl Fn(&Fields, Located<String>) -> Option<T>,
) -> Option<Vec<KnownMistake<T>>> {
    let tables = fields.tables("known", "known mistake");
    every(tables.into_iter().map(|mut known| {
        let answers = known.texts("answers");
        let feedback = known.text("feedback");
        let answers =
            answers.and_then(|answers| every(answers.into_iter().map(|answer| parse(&known, answer))));
        known.finish();
        Some(KnownMistake {
            answers: answers?,
            feedback: feedback?,
        })
    }))
}

fn number(fields: &Fields, text: Located<String>) -> Option<Number> {
    let number = Number::parse(&text.value);
    if number.is_none() {
        let problem = format!("`{}` is not a number", text.value);
        fields
            .faults()
            .error(text.at, problem, "write it as Danes do, in quotes: \"1.234,50\"");
    }
    number
}
