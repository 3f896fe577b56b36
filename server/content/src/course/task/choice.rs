//! Questions in which something is chosen: `single`, `multiple`, `true_false` and `point`.

use std::collections::BTreeSet;

use domain::ids::OptionId;
use domain::learning::question::{AnswerOption, Area, Choice, ChoiceKind};
use domain::locale::Locale;

use crate::document::Context;
use crate::fields::{Fields, Ids};
use crate::pictures::read_picture;

/// What can be chosen, as files name it.
const OPTIONS: &str = "options";
const SPOTS: &str = "spots";

/// Reads `[[options]]`.
pub(crate) fn read(fields: &mut Fields, kind: ChoiceKind) -> Option<Choice> {
    let options = read_options(fields, OPTIONS, |_| Some(None));
    check(fields, OPTIONS, kind, &options);
    Some(Choice {
        kind,
        options: options.into_iter().collect::<Option<_>>()?,
        picture: None,
    })
}

/// Reads `picture` and `[[spots]]`.
pub(super) fn read_point(context: &Context, fields: &mut Fields) -> Option<Choice> {
    let picture = read_picture(context, fields);
    let spots = read_options(fields, SPOTS, |spot| read_area(spot).map(Some));
    check(fields, SPOTS, ChoiceKind::Single, &spots);
    Some(Choice {
        kind: ChoiceKind::Single,
        options: spots.into_iter().collect::<Option<_>>()?,
        picture: Some(picture?),
    })
}

/// Reads `answer` and the two feedbacks, which make two options.
pub(crate) fn read_true_false(locale: Locale, fields: &mut Fields) -> Option<Choice> {
    let answer = fields.required_flag("answer");
    let said_true = fields.text("feedback_true");
    let said_false = fields.text("feedback_false");
    let answer = answer?;
    let [yes, no] = labels(locale);
    let option = |id: &str, text: &str, feedback: String, correct| {
        Some(AnswerOption {
            id: OptionId::parse(id).ok()?,
            text: text.to_owned(),
            correct,
            feedback,
            area: None,
        })
    };
    Some(Choice {
        kind: ChoiceKind::TrueFalse,
        options: vec![
            option("sandt", yes, said_true?, answer)?,
            option("falsk", no, said_false?, !answer)?,
        ],
        picture: None,
    })
}

/// What the two options are called. They belong to the course's language, as the options of other questions do.
fn labels(locale: Locale) -> [&'static str; 2] {
    match locale {
        Locale::Da => ["Det passer", "Det passer ikke"],
        Locale::En => ["True", "Not true"],
        Locale::Ar => ["صحيح", "غير صحيح"],
    }
}

/// Every option; `None` for one with a fault.
fn read_options(
    fields: &mut Fields,
    key: &'static str,
    area: impl Fn(&mut Fields) -> Option<Option<Area>>,
) -> Vec<Option<AnswerOption>> {
    let mut ids = Ids::default();
    let tables = fields.tables(key, "option");
    tables
        .into_iter()
        .map(|option| read_option(option, &mut ids, &area))
        .collect()
}

fn read_option(
    mut fields: Fields,
    ids: &mut Ids,
    area: impl Fn(&mut Fields) -> Option<Option<Area>>,
) -> Option<AnswerOption> {
    let id = fields.option_id(ids);
    let text = fields.text("text");
    let correct = fields.flag("correct");
    let feedback = fields.text("feedback");
    let area = area(&mut fields);
    fields.finish();
    Some(AnswerOption {
        id: id?,
        text: text?,
        correct,
        feedback: feedback?,
        area: area?,
    })
}

fn read_area(fields: &mut Fields) -> Option<Area> {
    let numbers = fields.numbers("area", "[10, 20, 30, 15]", 0..=100)?;
    let area = match numbers.value[..] {
        [left, top, width, height] => Some(Area {
            left,
            top,
            width,
            height,
        }),
        _ => None,
    };
    let inside = area.filter(|area| {
        let has_size = area.width > 0 && area.height > 0;
        has_size && area.left + area.width <= 100 && area.top + area.height <= 100
    });
    if inside.is_none() {
        fields.faults().error(
            numbers.at,
            "`area` is not a part of the picture",
            "write area = [left, top, width, height] in percent, inside the picture",
        );
    }
    inside
}

fn check(fields: &Fields, key: &str, kind: ChoiceKind, options: &[Option<AnswerOption>]) {
    if options.len() < 2 {
        fields.fault(
            "The question has fewer than two options",
            format!("write [[{key}]] for each answer"),
        );
        return;
    }
    if options.iter().any(Option::is_none) {
        return;
    }
    let texts: BTreeSet<_> = options.iter().flatten().map(|option| &option.text).collect();
    if texts.len() < options.len() {
        fields.fault("Two options say the same", "make them different, or remove one");
    }
    let correct = options.iter().flatten().filter(|option| option.correct).count();
    if correct == 0 {
        fields.fault(
            "The question has no correct option",
            "write correct = true below the right one",
        );
    } else if kind == ChoiceKind::Single && correct > 1 {
        fields.fault("The question has more than one correct option", one_correct(key));
    } else if kind == ChoiceKind::Multiple && correct == options.len() {
        fields.fault(
            "Every option is correct",
            "add one that is not, or ask in another way",
        );
    }
}

/// A place in a picture is always the only one.
fn one_correct(key: &str) -> &'static str {
    if key == SPOTS {
        "keep correct = true on one of them"
    } else {
        "keep correct = true on one of them, or write kind = \"multiple\""
    }
}
