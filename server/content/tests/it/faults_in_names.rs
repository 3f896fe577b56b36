//! Files: their names, what must be there, and pictures.

use crate::support::{FILES, Folder, GLOSSARY, LESSON, PAGE, PICTURE, SCENARIO};

/// The faults of a sound folder to which a file has been added.
fn with_file(file: &str, text: impl AsRef<[u8]>) -> Vec<String> {
    let folder = Folder::sound();
    folder.write(file, text);
    folder.faults()
}

/// The faults of a sound folder from which a file or folder has been removed.
fn without(file: &str) -> Vec<String> {
    let folder = Folder::sound();
    folder.remove(file);
    folder.faults()
}

const PLAIN: &str = "error: The name is not one of the content folder's. \
    Cure: move it away, or make it <name>.da.md, .en.md or .ar.md, where the name is a-z, 0-9 and '-'.";
const TOML: &str = "error: The name is not one of the content folder's. \
    Cure: move it away, or make it <name>.da.toml, .en.toml or .ar.toml, where the name is a-z, 0-9 and '-'.";
const NUMBERED: &str = "error: The name is not one of the content folder's. \
    Cure: move it away, or make it <two digits>-<name>.da.md, .en.md or .ar.md, where the name is a-z, 0-9 and '-'.";

#[test]
fn names_are_ids_with_a_language() {
    for file in [
        "guides/Dansk.da.md",
        "pages/om.de.md",
        "pages/om.md",
        "guides/noter.txt",
    ] {
        assert_eq!(with_file(file, "+++\n+++\n"), [format!("{file}:1: {PLAIN}")]);
    }
    for file in [
        "courses/post/3-mere.da.md",
        "roles/forælder.da.md",
        "roles/1.da.md",
    ] {
        assert_eq!(with_file(file, "+++\n+++\n"), [format!("{file}:1: {NUMBERED}")]);
    }
    for file in [
        "simulators/Bank.da.toml",
        "simulators/bank.toml",
        "simulators/bank.da.md",
    ] {
        assert_eq!(with_file(file, ""), [format!("{file}:1: {TOML}")]);
    }
    assert_eq!(
        with_file("courses/Mit Id/course.da.md", ""),
        [
            "courses/Mit Id:1: error: The name is not one of the content folder's. \
          Cure: move it away, or make it a folder named with a-z, 0-9 and '-'."
        ]
    );
}

#[test]
fn words_of_our_own_addresses_are_no_ids() {
    let folder = Folder::sound();
    folder.copy_course("genopfrisk");
    let problem = |id: &str, what: &str, cure: &str| {
        format!(
            "1: error: `{id}` is a word of the application's own addresses, so no id of {what}. Cure: {cure}."
        )
    };
    let expected = problem("genopfrisk", "a course", "give the folder another name");
    assert_eq!(folder.faults(), [format!("courses/genopfrisk:{expected}")]);
    let text = "+++\ntitle = \"A\"\nsummary = \"A.\"\n+++\n\nA.\n";
    let expected = problem("tid", "a page", "give the file another name");
    assert_eq!(
        with_file("pages/tid.da.md", text),
        [format!("pages/tid.da.md:{expected}")]
    );
    let expected = problem("lix", "a guide", "give the file another name");
    assert_eq!(
        with_file("guides/lix.da.md", text),
        [format!("guides/lix.da.md:{expected}")]
    );
}

#[test]
fn hidden_files_are_nobodys_content() {
    assert!(with_file("guides/.broeker.da.md.swp", "x").is_empty());
}

#[test]
fn a_strange_folder_is_a_warning() {
    assert_eq!(
        with_file("guide/broeker.da.md", ""),
        [
            "guide:1: warning: The name is not one of the content folder's. Cure: move it away, \
          or make it one of README.md, courses, demo, facts.toml, guides, \
          pages, pictures, roles, simulators, texts, glossary.da.toml, story-questions.da.toml."
        ]
    );
}

#[test]
fn the_danish_original_is_always_there() {
    for file in [PAGE, LESSON, SCENARIO, GLOSSARY, "courses/post/course.da.md"] {
        assert!(without(file).contains(&format!(
            "{file}:1: error: The Danish original is missing. Cure: write it; other languages are translations of it."
        )));
    }
}

#[test]
fn a_course_has_a_cover_and_lessons() {
    let folder = Folder::sound();
    for (file, _) in FILES
        .iter()
        .filter(|(file, _)| file.starts_with("courses/post/0"))
    {
        folder.remove(file);
    }
    assert_eq!(
        folder.faults(),
        ["courses/post:1: error: The course has no lessons. Cure: write one, for example 01-begynd.da.md."]
    );
}

#[test]
fn a_number_and_a_name_stand_once() {
    let text = "+++\ntitle = \"A\"\nsummary = \"A.\"\n+++\n\nA.\n";
    for file in ["roles/02-far.da.md", "roles/03-elev.da.md"] {
        let faults = with_file(file, text);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains(
            "error: The file has the same number or name as another. \
             Cure: give each its own number, and its translations the same."
        ));
    }
}

#[test]
fn a_half_translated_course_is_a_warning() {
    assert_eq!(
        without("courses/post/02-ring.en.md"),
        [
            "courses/post/02-ring.en.md:1: warning: The file is missing, so the whole course is shown in Danish to \
          readers of English. Cure: translate it."
        ]
    );
}

#[test]
fn text_is_utf_8() {
    assert_eq!(
        with_file("pages/om.da.md", b"+++\n+++\n\xc3\xa6 \xe6"),
        ["pages/om.da.md:3: error: The file is not UTF-8 text. Cure: save it again as UTF-8."]
    );
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let faults = without("roles");
    assert!(
        faults[0].starts_with("roles:1: error: The folder cannot be read: "),
        "{faults:?}"
    );
    assert!(faults[0].ends_with(" Cure: see that it exists and may be read."));
}

#[test]
fn drawings_are_sound() {
    let svg = "<svg></svg>";
    let large = format!("<svg>{}</svg>", " ".repeat(10 * 1024));
    for (file, text, expected) in [
        (
            "pictures/Brev.svg",
            svg,
            "1: error: The name is not that of a drawing. Cure: name it with a-z, 0-9 and '-', and .svg.",
        ),
        (
            "pictures/brev.png",
            svg,
            "1: error: The name is not that of a drawing. Cure: name it with a-z, 0-9 and '-', and .svg.",
        ),
        (
            "pictures/a.svg",
            &large,
            "1: error: The drawing is larger than 10 KB. Cure: draw it with fewer points, or round its numbers.",
        ),
        (
            "pictures/a.svg",
            "<p></p>",
            "1: error: The file is not a whole SVG. Cure: begin it with <svg and end it with </svg>.",
        ),
        (
            "pictures/a.svg",
            "<svg>\n<script/></svg>",
            "2: error: The drawing has a script. Cure: remove <script>.",
        ),
        (
            "pictures/a.svg",
            "<svg\n\nonload=\"x\"></svg>",
            "3: error: The drawing has an attribute that runs a script. \
             Cure: remove the attributes that begin with on.",
        ),
    ] {
        assert_eq!(with_file(file, text), [format!("{file}:{expected}")]);
    }
}

#[test]
fn a_huge_drawing_is_refused_by_its_size() {
    let huge = format!("<svg>{}</svg>", " ".repeat(50 * 1024 * 1024));
    assert_eq!(
        with_file("pictures/a.svg", huge),
        ["pictures/a.svg:1: error: The drawing is larger than 10 KB. \
             Cure: draw it with fewer points, or round its numbers."]
    );
}

#[test]
fn a_faulty_drawing_counts_as_missing_where_it_is_used() {
    let faults = Folder::spoilt(PICTURE, "<path", "<script/><path");
    assert!(
        faults.contains(
            &"roles/01-borger.da.md:4: error: There is no sound picture `brev.svg`. \
          Cure: use a name that stands in pictures/, or mend that picture."
                .to_owned()
        )
    );
}
