//! Steps: their two texts, their tasks, what is said to answers, and the help that is asked for.

use content::{Library, StepReader};
use domain::learning::question::{AnswerKey, AnswerView, ItemView};
use domain::learning::{
    AnswerAttempt, AnswerProblem, AssignmentView, CalculatorView, FilmProvider, FilmView, HelpView, NextHelp,
    Reading, StepPage, StepRecord, StepText, TaskView, Term,
};
use domain::locale::Locale;
use domain::municipality::Municipality;

use crate::support::{Folder, LESSON, TASKS, TASKS_EN, answered, fjordby, id, reader};

fn sound() -> Library {
    Folder::sound().load().library
}

/// A step of the sound course, wherever it stands.
fn step(library: &Library, step: &str, reader: StepReader) -> StepPage {
    let course = id("post");
    let mut places = library.outline(&course).unwrap().steps();
    let place = places
        .find(|place| place.step.as_str() == step)
        .expect("the step is there");
    library
        .step_page(&course, &place.lesson, &place.step, reader)
        .unwrap()
}

fn danish_step(library: &Library, name: &str) -> StepPage {
    step(library, name, reader(&fjordby(), Locale::Da))
}

#[test]
fn a_step_becomes_html() {
    assert_eq!(
        danish_step(&sound(), "postkasse").text,
        StepText::Ordinary(
            "<p>Her ligger dine breve hos Fjordby &amp; Omegn.</p>\n\
             <figure><img src=\"/pictures/brev.svg?v=6ddfa7d6\" alt=\"Et brev i en kuvert\" width=\"240\" \
             height=\"180\" loading=\"lazy\"></figure>\n\
             <div class=\"note\" role=\"note\">\n\
             <p><strong>Pas på her.</strong> Følg aldrig et link.</p>\n\
             </div>\n"
                .into()
        )
    );
    assert_eq!(
        danish_step(&sound(), "se-efter").text.html(),
        "<h3>Først</h3>\n\
         <blockquote>\n<p>Et almindeligt citat.</p>\n</blockquote>\n\
         <p>Læs mere på <a href=\"https://www.borger.dk/\" rel=\"noopener\">borger.dk</a>.</p>\n"
    );
}

#[test]
fn a_step_can_be_read_in_very_short_sentences() {
    let (library, fjordby) = (sound(), fjordby());
    let easy = |name, locale| {
        let reader = StepReader {
            reading: Reading::Easy,
            ..reader(&fjordby, locale)
        };
        step(&library, name, reader).text
    };
    assert_eq!(
        easy("postkasse", Locale::Da),
        StepText::Easy(
            "<p>Her er dine breve. Har du en <a href=\"/ordbog#fuldmagt\">fuldmagt</a>?</p>\n".into()
        )
    );
    assert_eq!(
        easy("se-efter", Locale::En),
        StepText::Only("<p>Look for <a href=\"/en/hjaelp#papir\">help</a>.</p>\n".into()),
        "it has no twin"
    );
}

#[test]
fn a_step_brings_the_words_that_either_text_explains() {
    let (library, fjordby) = (sound(), fjordby());
    let terms = |name, locale| step(&library, name, reader(&fjordby, locale)).terms;
    assert_eq!(
        terms("postkasse", Locale::Da),
        [Term {
            id: "fuldmagt".into(),
            term: "fuldmagt".into(),
            text: "Du må gøre noget for en anden.".into(),
            danish: None,
        }]
    );
    assert_eq!(
        terms("postkasse", Locale::En),
        [Term {
            id: "fuldmagt".into(),
            term: "power of attorney".into(),
            text: "You may do something for somebody else.".into(),
            danish: Some("fuldmagt".into()),
        }]
    );
    assert!(terms("se-efter", Locale::Da).is_empty());
}

#[test]
fn the_glossary_is_whole_in_every_language() {
    let terms = sound().glossary(Locale::En).into_iter();
    let terms: Vec<_> = terms.map(|term| (term.term, term.danish)).collect();
    assert_eq!(
        terms,
        [
            ("power of attorney".into(), Some("fuldmagt".into())),
            ("bisidder".into(), None),
        ]
    );
}

#[test]
fn a_step_knows_its_place() {
    let library = sound();
    let page = danish_step(&library, "se-efter");
    assert_eq!(
        (page.lesson_number, page.lessons, page.step_number, page.steps),
        (1, 3, 2, 3)
    );
    assert_eq!(page.previous.map(|place| place.step), Some(id("postkasse")));
    assert_eq!(page.next.map(|place| place.step), Some(id("mere")));
    let more = danish_step(&library, "mere");
    assert!(more.deepening && !danish_step(&library, "postkasse").deepening);
    assert_eq!(more.next.map(|place| place.lesson), Some(id("ring")));
    assert_eq!(danish_step(&library, "film").next, None);
    let wrong_lesson = library.step_page(
        &id("post"),
        &id("ring"),
        &id("postkasse"),
        reader(&fjordby(), Locale::Da),
    );
    assert!(wrong_lesson.is_none());
}

#[test]
fn the_key_is_there_for_grading() {
    let library = sound();
    let question = library
        .question(&id("post"), &id("postkasse"), Locale::En)
        .unwrap();
    assert_eq!(question.prompt, "What opens it?");
    assert!(matches!(&question.key, AnswerKey::Choice(choice) if choice.options[0].correct));
    assert!(library.question(&id("post"), &id("ring"), Locale::Da).is_none());
    assert!(library.question(&id("post"), &id("leg"), Locale::Da).is_none());
    assert_eq!(
        library.scenario_of(&id("post"), &id("leg")),
        Some(&id("indbakke"))
    );
    assert_eq!(library.scenario_of(&id("post"), &id("ordet")), None);
}

/// Step, what was answered, whether it is right, and what is said.
type Answer<'a> = (&'a str, &'a [&'a str], bool, &'a [&'a str]);

/// The places of pairs are named in the order in which they are shown: see [`shown_places`].
const ANSWERS: &[Answer] = &[
    (
        "postkasse",
        &["nemid"],
        false,
        &["Det er forklaringen paa nemid."],
    ),
    (
        "se-efter",
        &["navn"],
        false,
        &["Det er forklaringen paa navn. Ring 99 00 00 00."],
    ),
    ("passer", &["sandt"], true, &["Det er forklaringen paa sandt."]),
    ("passer", &["falsk"], false, &["Det er forklaringen paa falsk."]),
    (
        "ordet",
        &["Adresse linje"],
        true,
        &["Ja. Det er forklaringen paa ordet."],
    ),
    ("ordet", &["Menu"], false, &["Det er forklaringen paa en menu."]),
    (
        "ordet",
        &["kuvert"],
        false,
        &["Det er forklaringen, når ordet er galt."],
    ),
    (
        "tallet",
        &["1235 kr"],
        true,
        &["Ja. Det er forklaringen paa tallet."],
    ),
    (
        "tallet",
        &["1432"],
        false,
        &["Det er forklaringen paa byttede tal."],
    ),
    (
        "tallet",
        &["1235,01"],
        false,
        &["Det er forklaringen, når tallet er galt."],
    ),
    (
        "foerst",
        &["log-ind:1", "aabn:2", "svar:3"],
        true,
        &["Ja. Det er forklaringen paa orden."],
    ),
    (
        "foerst",
        &["log-ind:1", "aabn:3", "svar:2"],
        false,
        &["Det er forklaringen paa uorden."],
    ),
    (
        "par",
        &["sms:Telefon", "mail:Computer", "papir:Kasse"],
        true,
        &[
            "Det er forklaringen paa sms.",
            "Det er forklaringen paa mail.",
            "Det er forklaringen paa papir.",
        ],
    ),
    (
        "par",
        &["sms:Telefon", "mail:Kasse", "papir:Computer"],
        false,
        &[
            "Det er forklaringen paa sms.",
            "Det er forklaringen paa mail.",
            "Det er forklaringen paa papir.",
        ],
    ),
    ("peg", &["oeverst"], true, &["Det er forklaringen paa oeverst."]),
];

#[test]
fn an_answer_of_each_kind_gets_its_feedback_and_no_other() {
    let (library, fjordby) = (sound(), fjordby());
    for (name, given, correct, expected) in ANSWERS {
        let given = shown_places(&danish_step(&library, name), given);
        let given: Vec<_> = given.iter().map(String::as_str).collect();
        let page = answer(&library, name, &given, &fjordby);
        let answer = page.given.expect("the answer can be graded");
        let said = answer.feedback.iter().map(|feedback| feedback.text.as_str());
        let said: Vec<_> = said.filter(|text| !text.is_empty()).collect();
        assert_eq!(
            (answer.correct, &said[..], &answer.given[..]),
            (*correct, *expected, &given.map_to_owned()[..]),
            "{name}"
        );
    }
}

#[test]
fn sorted_things_are_judged_one_by_one() {
    let (library, fjordby) = (sound(), fjordby());
    let page = answer(
        &library,
        "bunker",
        &["skat:falsk", "by:falsk", "arv:falsk"],
        &fjordby,
    );
    let answer = page.given.unwrap();
    assert!(!answer.correct);
    let wrong = answer.feedback.iter().filter(|feedback| !feedback.correct);
    assert_eq!(
        wrong.map(|feedback| feedback.text.as_str()).collect::<Vec<_>>(),
        ["Det er forklaringen paa by."]
    );
}

#[test]
fn some_of_what_is_right_is_said_to_be_incomplete() {
    let (library, fjordby) = (sound(), fjordby());
    let given = |given: &[&str]| answer(&library, "se-efter", given, &fjordby).given.unwrap();
    assert!(given(&["navn"]).incomplete);
    assert!(!given(&["navn", "farve"]).incomplete);
    assert!(given(&["navn", "dato"]).correct);
}

#[test]
fn an_answer_that_the_task_no_longer_has_is_as_none() {
    let (library, fjordby) = (sound(), fjordby());
    for (name, given) in [
        ("se-efter", "removed"),
        ("passer", "maaske"),
        ("tallet", "mange"),
        ("foerst", "log-ind:1"),
        ("par", "sms:z"),
        ("ring", "navn"),
        ("leg", "removed"),
        ("film", "x"),
    ] {
        assert_eq!(answer(&library, name, &[given], &fjordby).given, None, "{name}");
    }
    let page = answer(&library, "leg", &["removed"], &fjordby);
    assert!(matches!(page.task, Some(TaskView::Simulator(view)) if !view.begun));
}

#[test]
fn what_could_not_be_graded_need_not_be_typed_again() {
    let (library, fjordby) = (sound(), fjordby());
    let attempt = AnswerAttempt {
        given: vec!["mange".into()],
        problem: AnswerProblem::NotANumber,
    };
    let reader = StepReader {
        attempt: Some(&attempt),
        ..reader(&fjordby, Locale::Da)
    };
    let page = step(&library, "tallet", reader);
    assert_eq!((page.attempt, page.given), (Some(attempt.clone()), None));
}

fn answer(library: &Library, name: &str, given: &[&str], fjordby: &Municipality) -> StepPage {
    let record = answered(name, given, false);
    let reader = StepReader {
        record: Some(&record),
        ..reader(fjordby, Locale::Da)
    };
    step(library, name, reader)
}

/// An answer to pairs with the ids of their places, where a test names them by their texts.
fn shown_places(page: &StepPage, given: &[&str]) -> Vec<String> {
    let (_, targets) = placed(page).unwrap_or_default();
    let place = |answer: &&str| {
        let (item, text) = answer.split_once(':')?;
        let target = targets.iter().find(|target| target.text == text)?;
        Some(format!("{item}:{}", target.id))
    };
    let given = given
        .iter()
        .map(|answer| place(answer).unwrap_or_else(|| (*answer).to_owned()));
    given.collect()
}

/// The things to place, and the places, as a step shows them.
fn placed(page: &StepPage) -> Option<(Vec<ItemView>, Vec<ItemView>)> {
    match &page.task {
        Some(TaskView::Question(question)) => match &question.answer {
            AnswerView::Placing { items, targets, .. } => Some((items.clone(), targets.clone())),
            _ => None,
        },
        _ => None,
    }
}

#[test]
fn nothing_is_mixed_into_the_order_in_which_it_is_written() {
    let texts = |views: Vec<ItemView>| views.into_iter().map(|view| view.text).collect::<Vec<_>>();
    for number in 0..20 {
        let folder = Folder::sound();
        for (file, name) in [TASKS, TASKS_EN]
            .into_iter()
            .flat_map(|file| ["foerst", "par", "bunker"].map(|name| (file, name)))
        {
            folder.replace(file, &format!("{{#{name}}}"), &format!("{{#{name}-{number}}}"));
        }
        let library = folder.load().library;
        let shown = |name: &str| placed(&danish_step(&library, &format!("{name}-{number}"))).unwrap();
        assert_ne!(texts(shown("foerst").0), ["Log ind", "Åbn det", "Svar"]);
        assert_ne!(texts(shown("par").1), ["Telefon", "Computer", "Kasse"]);
        assert_ne!(
            texts(shown("bunker").0),
            ["Et link i en sms", "Et svar fra byen", "En arv fra en fremmed"]
        );
    }
}

#[test]
fn hints_are_given_one_by_one_and_the_way_at_last() {
    let (library, fjordby) = (sound(), fjordby());
    let hints = ["Et vink: Det er din nøgle.", "Et vink mere: Ring 99 00 00 00."];
    let how = Some("Sådan gør du: Se efter nøglen.".to_owned());
    for (shown, expected, show_how, next) in [
        (0, &hints[..0], &None, Some(NextHelp::Hint)),
        (1, &hints[..1], &None, Some(NextHelp::Hint)),
        (2, &hints[..], &None, Some(NextHelp::ShowHow)),
        (3, &hints[..], &how, None),
        (9, &hints[..], &how, None),
    ] {
        let help = help(&library, "postkasse", shown, &fjordby);
        assert_eq!(
            (&help.hints[..], &help.show_how, help.next),
            (&expected.map_to_owned()[..], show_how, next),
            "{shown} shown"
        );
    }
    assert_eq!(help(&library, "passer", 1, &fjordby).next, None);
    assert_eq!(help(&library, "se-efter", 0, &fjordby).next, None);
    assert_eq!(help(&library, "leg", 0, &fjordby).next, None);
}

#[test]
fn the_way_can_be_shown_where_there_are_no_hints() {
    let folder = Folder::sound();
    folder.replace(LESSON, "hints = [\"Et vink: Det er din nøgle.\", ", "# ");
    let (library, fjordby) = (folder.load().library, fjordby());
    assert_eq!(
        help(&library, "postkasse", 0, &fjordby).next,
        Some(NextHelp::ShowHow)
    );
    assert!(help(&library, "postkasse", 1, &fjordby).show_how.is_some());
}

fn help(library: &Library, name: &str, shown: i64, fjordby: &Municipality) -> HelpView {
    let record = StepRecord {
        hints: shown,
        ..StepRecord::untouched(id(name))
    };
    let reader = StepReader {
        record: Some(&record),
        ..reader(fjordby, Locale::Da)
    };
    step(library, name, reader).help
}

#[test]
fn a_film_is_shown_to_those_who_agreed_and_can_always_be_read() {
    let (library, fjordby) = (sound(), fjordby());
    let film = |film_providers| {
        let reader = StepReader {
            film_providers,
            ..reader(&fjordby, Locale::Da)
        };
        step(&library, "film", reader).task
    };
    let expected = |agreed| {
        Some(TaskView::Film(FilmView {
            title: "Film fra Fjordby & Omegn".into(),
            provider: FilmProvider::Youtube,
            film: "dQw4w9WgXcQ".into(),
            minutes: 3,
            captions: vec!["da".into()],
            transcript: "<p><strong>Stemme:</strong> Se her.</p>\n<p>Ring 99\u{a0}00\u{a0}00\u{a0}00.</p>\n"
                .into(),
            agreed,
        }))
    };
    assert_eq!(film(&[]), expected(false));
    assert_eq!(film(&[FilmProvider::Vimeo]), expected(false));
    assert_eq!(film(&FilmProvider::ALL), expected(true));
}

#[test]
fn other_tasks_say_what_to_do_with_every_word_filled_in() {
    let library = sound();
    assert_eq!(
        danish_step(&library, "tal").task,
        Some(TaskView::Calculator(CalculatorView {
            prompt: "Prøv selv, eller ring 99 00 00 00.".into(),
            path: "/penge/budget".into(),
        }))
    );
    assert_eq!(
        danish_step(&library, "selv").task,
        Some(TaskView::Assignment(AssignmentView {
            prompt: "Prøv det hjemme hos Fjordby & Omegn.".into(),
            items: vec!["Find den.".into(), "Ring 99 00 00 00.".into()],
        }))
    );
    assert_eq!(danish_step(&library, "ring").task, None);
}

/// Owned texts from literals.
trait MapToOwned {
    fn map_to_owned(&self) -> Vec<String>;
}

impl MapToOwned for [&str] {
    fn map_to_owned(&self) -> Vec<String> {
        self.iter().map(ToString::to_string).collect()
    }
}
