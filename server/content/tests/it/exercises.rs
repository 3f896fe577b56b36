//! Scenarios: by themselves, on a step, and in a list.

use content::{Library, StepReader};
use domain::learning::simulator::{Look, ScenarioKind};
use domain::learning::{SimulatorView, TaskView};
use domain::locale::Locale;

use crate::support::{Folder, SCENARIO_EN, answered, fjordby, id, reader};

fn sound() -> Library {
    Folder::sound().load().library
}

fn view(library: &Library, locale: Locale, path: &[&str]) -> SimulatorView {
    let path: Vec<_> = path.iter().map(ToString::to_string).collect();
    let page = library.exercise_page(&id("indbakke"), locale, &path);
    page.expect("the exercise is there").simulator
}

#[test]
fn an_exercise_is_listed_with_what_it_is() {
    let card = sound().scenario_cards(Locale::En).remove(0);
    assert_eq!(
        (card.title.as_str(), card.kind, card.minutes, card.locale),
        ("Practise with an inbox", ScenarioKind::Inbox, 2, Locale::En)
    );
    assert_eq!(card.picture.src, "/pictures/brev.svg?v=6ddfa7d6");
}

#[test]
fn an_exercise_begins_at_its_start() {
    let library = sound();
    let begun = view(&library, Locale::Da, &[]);
    assert_eq!(begun.screen.html, "<p>Du har <strong>to</strong> nye.</p>\n");
    let looks: Vec<_> = begun.screen.actions.iter().map(|action| action.look).collect();
    assert_eq!(looks, [Look::Row, Look::Button]);
    assert!(!begun.begun && begun.feedback.is_none() && begun.learned.is_none());
    assert!(library.exercise_page(&id("removed"), Locale::Da, &[]).is_none());
}

#[test]
fn the_start_need_not_stand_first() {
    let folder = Folder::sound();
    for file in ["simulators/indbakke.da.toml", SCENARIO_EN] {
        folder.replace(file, "start = \"indbakke\"", "start = \"antal\"");
    }
    let loaded = folder.load();
    assert_eq!(loaded.faults, []);
    assert_eq!(
        view(&loaded.library, Locale::Da, &[]).screen.title,
        "Hvor mange kommer?"
    );
}

#[test]
fn a_mistake_stays_and_the_right_way_leads_to_what_was_learned() {
    let library = sound();
    let mistaken = view(&library, Locale::Da, &["slet"]);
    assert_eq!(
        (mistaken.screen.title.as_str(), mistaken.mistaken),
        ("Indbakke", true)
    );
    let wrong = view(&library, Locale::Da, &["slet", "kommunen", "=8"]);
    assert_eq!(
        (wrong.screen.title.as_str(), wrong.feedback.as_deref()),
        (
            "Hvor mange kommer?",
            Some("Det er forklaringen, når antallet er galt.")
        )
    );
    let done = view(&library, Locale::Da, &["slet", "kommunen", "=8", "=7007"]);
    assert_eq!(done.learned.as_deref(), Some("Det er forklaringen til sidst."));
    assert!(!done.mistaken && done.begun);
}

#[test]
fn a_step_goes_on_where_its_exercise_was_left() {
    let (library, fjordby) = (sound(), fjordby());
    let record = answered("leg", &["kommunen"], false);
    let reader = StepReader {
        record: Some(&record),
        ..reader(&fjordby, Locale::En)
    };
    let page = library.step_page(&id("post"), &id("oev"), &id("leg"), reader);
    let Some(TaskView::Simulator(view)) = page.unwrap().task else {
        panic!("the step has an exercise");
    };
    assert_eq!(
        (view.screen.title.as_str(), view.screen.actions.len()),
        ("How many are coming?", 1)
    );
    assert!(view.screen.input.is_some() && view.begun);
}

#[test]
fn an_exercise_in_a_lesson_says_its_own_language() {
    let folder = Folder::sound();
    folder.remove(SCENARIO_EN);
    let (library, fjordby) = (folder.load().library, fjordby());
    let page = library.step_page(&id("post"), &id("oev"), &id("leg"), reader(&fjordby, Locale::En));
    let page = page.unwrap();
    let Some(TaskView::Simulator(view)) = page.task else {
        panic!("the step has an exercise");
    };
    assert_eq!((page.locale, view.locale), (Locale::En, Locale::Da));
}

#[test]
fn an_exercise_with_a_fault_is_left_out_with_the_course_that_practises_it() {
    let folder = Folder::sound();
    folder.replace(SCENARIO_EN, "minutes = 2", "minutes = 0");
    let loaded = folder.load();
    let faults: Vec<_> = loaded.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "courses/post/03-oev.da.md:191: error: The scenario `indbakke` that is practised here has a fault. \
             Cure: mend simulators/indbakke.*.toml; the course is left out until then.",
            "simulators/indbakke.en.toml:4: error: `minutes` is not what it should be. Cure: make it a whole number, 1 to 30.",
        ]
    );
    assert!(loaded.library.scenario_cards(Locale::Da).is_empty());
    assert!(loaded.library.outline(&id("post")).is_none());
}

#[test]
fn an_exercise_can_be_searched_for() {
    let hits = sound().search("indbakke", Locale::Da, &[]).hits;
    assert_eq!(
        hits.into_iter().map(|hit| hit.path).collect::<Vec<_>>(),
        ["/oevelser/indbakke"]
    );
}
