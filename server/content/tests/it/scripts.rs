//! What helpers are told beside a lesson, and what may be wrong with it.

use domain::learning::StepRef;
use domain::locale::Locale;
use domain::tutor::StepScript;

use crate::support::{Folder, id};

const FILE: &str = "courses/post/helper/01-brev.da.toml";
const SCRIPT: &str = r#"[[steps]]
id = "postkasse"
ask = ["Hvad ser du?"]
misunderstood = ["Mange tror noget andet."]
hands_off = "Det er den andens brev."
look_away = "Kig væk ved koden."
checks = ["Åbne postkassen"]

[[steps]]
id = "se-efter"
ask = ["Hvad leder du efter?"]

[[steps]]
id = "mere"
ask = ["Vil du vide mere?"]
"#;

fn folder() -> Folder {
    let folder = Folder::sound();
    folder.write(FILE, SCRIPT);
    folder
}

fn step(name: &str) -> StepRef {
    StepRef {
        lesson: id("brev"),
        step: id(name),
    }
}

#[test]
fn a_helper_is_told_what_belongs_to_the_step() {
    let loaded = folder().load();
    assert_eq!(loaded.faults, []);
    let found = loaded
        .library
        .step_script(&id("post"), &step("postkasse"), Locale::En);
    let expected = StepScript {
        ask: vec!["Hvad ser du?".into()],
        misunderstood: vec!["Mange tror noget andet.".into()],
        hands_off: Some("Det er den andens brev.".into()),
        look_away: Some("Kig væk ved koden.".into()),
        checks: vec!["Åbne postkassen".into()],
    };
    assert_eq!(found, Some((Locale::Da, expected)));
}

#[test]
fn without_a_script_nothing_is_told() {
    let library = Folder::sound().load().library;
    assert_eq!(
        library.step_script(&id("post"), &step("postkasse"), Locale::Da),
        None
    );
}

#[test]
fn a_course_is_scripted_when_every_lesson_is() {
    let folder = folder();
    assert!(folder.load().library.scripted_courses(Locale::Da).is_empty());
    for lesson in ["02-ring", "03-oev"] {
        folder.remove(&format!("courses/post/{lesson}.da.md"));
        folder.remove(&format!("courses/post/{lesson}.en.md"));
    }
    let scripted = folder.load().library.scripted_courses(Locale::Da);
    assert_eq!(
        scripted
            .iter()
            .map(|course| course.id.as_str())
            .collect::<Vec<_>>(),
        ["post"]
    );
}

#[test]
fn every_fault_of_a_script_is_told_with_its_line() {
    let rows = [
        (
            "id = \"se-efter\"",
            "id = \"se-nu\"",
            vec![
                "10: error: The lesson has no step `se-nu`. Cure: write the id of one of its steps.",
                "1: error: The helper is told nothing at the step `se-efter`. Cure: write [[steps]] with its id and what to ask.",
            ],
        ),
        (
            "ask = [\"Hvad leder du efter?\"]",
            "ask = []",
            vec!["11: error: `ask` is empty. Cure: give it at least one text."],
        ),
        (
            "ask = [\"Hvad leder du efter?\"]\n",
            "",
            vec!["9: error: `ask` is missing from the step. Cure: write ask = [\"…\"]."],
        ),
        (
            "hands_off",
            "hands",
            vec![
                "5: error: `hands` is not a key of the step. Cure: remove it, or use one of id, ask, misunderstood, hands_off, look_away, checks.",
            ],
        ),
        (
            "Åbne postkassen",
            "Ring {{phone}}",
            vec![
                "7: error: Words in {{ }} are not filled in here. Cure: write what it is about without them.",
            ],
        ),
    ];
    for (old, new, expected) in rows {
        let folder = folder();
        folder.replace(FILE, old, new);
        let expected: Vec<_> = expected.iter().map(|fault| format!("{FILE}:{fault}")).collect();
        assert_eq!(folder.faults(), expected, "{old:?} as {new:?}");
    }
}

#[test]
fn a_script_of_no_lesson_is_a_fault() {
    let folder = folder();
    folder.write("courses/post/helper/09-vaek.da.toml", SCRIPT);
    assert_eq!(
        folder.faults(),
        [
            "courses/post/helper/09-vaek.da.toml:1: error: The course has no lesson of this name. Cure: give the file the number and the name of the lesson it is about."
        ]
    );
}

#[test]
fn a_translated_script_is_made_as_its_original() {
    let folder = folder();
    folder.write(
        "courses/post/helper/01-brev.en.toml",
        SCRIPT.replace("checks =", "misunderstood ="),
    );
    assert_eq!(folder.faults().len(), 1, "{:#?}", folder.faults());
    folder.write(
        "courses/post/helper/01-brev.en.toml",
        SCRIPT.replace("Hvad ser du?", "What do you see?"),
    );
    assert_eq!(folder.faults(), [""; 0]);
}
