//! What the pages get.

use std::collections::HashMap;

use content::Library;
use domain::homework::{Grade, GuideFilter, Subject};
use domain::ids::CourseId;
use domain::learning::{LessonState, StepRecord};
use domain::locale::Locale;

use crate::support::{COVER, Folder, GUIDE, answered, fjordby, guide_reader, id, reader, work};

fn sound() -> Library {
    Folder::sound().load().library
}

fn done(step: &str) -> StepRecord {
    StepRecord {
        done: true,
        ..StepRecord::untouched(id(step))
    }
}

#[test]
fn a_bad_course_does_not_stop_a_good_one() {
    let folder = Folder::sound();
    folder.copy_course("mitid");
    folder.replace("courses/mitid/01-brev.en.md", "minutes = 4", "minutes = \"4\"");
    let loaded = folder.load();
    assert_eq!(loaded.faults.len(), 1);
    let cards = loaded.library.course_cards(Locale::Da, &HashMap::new());
    assert_eq!(
        cards.iter().map(|card| card.id.as_str()).collect::<Vec<_>>(),
        ["post"]
    );
    assert!(loaded.library.outline(&id("mitid")).is_none());
}

#[test]
fn a_bad_guide_page_or_role_is_left_out_alone() {
    let folder = Folder::sound();
    folder.replace(GUIDE, "minutes = 5", "");
    folder.replace("pages/hjaelp.en.md", "{{phone}}", "<br>");
    folder.replace("roles/02-elev.da.md", "Du kan", "# Du kan");
    let library = folder.load().library;
    assert!(library.guide_cards(Locale::Da, GuideFilter::default()).is_empty());
    assert!(library.page(&id("hjaelp"), Locale::Da, &fjordby()).is_none());
    let roles = library.role_cards(Locale::Da);
    assert_eq!(
        roles.iter().map(|role| role.id.as_str()).collect::<Vec<_>>(),
        ["borger"]
    );
    assert_eq!(library.course_cards(Locale::Da, &HashMap::new()).len(), 1);
}

#[test]
fn a_page_keeps_the_ids_of_its_headings() {
    let page = sound().page(&id("hjaelp"), Locale::Da, &fjordby()).unwrap();
    assert_eq!(
        page.html,
        "<p>Ring på 99\u{a0}00\u{a0}00\u{a0}00, eller skriv til \
         <a href=\"mailto:hej@fjordby.example\">hej@fjordby.example</a>.</p>\n\
         <h2 id=\"papir\">Få det på papir</h2>\n\
         <p>Vi sender brevet til dig. Se <a href=\"/\">forsiden</a>.</p>\n"
    );
}

#[test]
fn what_is_not_translated_is_danish_with_the_readers_links() {
    let folder = Folder::sound();
    folder.remove("courses/post/01-brev.en.md");
    let library = folder.load().library;
    let fjordby = fjordby();
    let page = library
        .step_page(
            &id("post"),
            &id("ring"),
            &id("ring"),
            reader(&fjordby, Locale::En),
        )
        .unwrap();
    assert_eq!((page.locale, page.title.as_str()), (Locale::Da, "Ring i stedet"));
    assert_eq!(
        page.text.html(),
        "<p>Du kan altid <a href=\"/en/hjaelp#papir\">få det på papir</a>.</p>\n"
    );
    let course = library
        .course_page(&id("post"), Locale::En, work(&[]), &fjordby)
        .unwrap();
    assert_eq!(
        (course.card.locale, course.revised.as_str()),
        (Locale::Da, "21. november 2026")
    );
    assert!(course.html.contains("href=\"/en/tid\""), "{}", course.html);
    let guide = library
        .guide_page(&id("broeker"), guide_reader(&fjordby, Locale::En))
        .unwrap();
    assert_eq!(guide.card.locale, Locale::Da);
    let role = library.role_page(&id("borger"), Locale::En, &fjordby).unwrap();
    assert_eq!(
        (role.locale, role.sources[0].checked_on.as_str()),
        (Locale::Da, "1. november 2026")
    );
}

#[test]
fn what_is_translated_is_in_the_readers_language() {
    let library = sound();
    let fjordby = fjordby();
    let page = library
        .step_page(
            &id("post"),
            &id("ring"),
            &id("ring"),
            reader(&fjordby, Locale::En),
        )
        .unwrap();
    assert_eq!(
        (page.locale, page.course_title.as_str()),
        (Locale::En, "Digital letters")
    );
    let course = library
        .course_page(&id("post"), Locale::En, work(&[]), &fjordby)
        .unwrap();
    assert_eq!(
        (course.card.locale, course.revised.as_str()),
        (Locale::En, "21 November 2026")
    );
    assert_eq!(
        library.page(&id("hjaelp"), Locale::En, &fjordby).unwrap().locale,
        Locale::En
    );
}

#[test]
fn cards_carry_progress_and_the_sum_of_minutes() {
    let records = HashMap::from([(id::<CourseId>("post"), vec![done("postkasse"), done("mere")])]);
    let card = sound().course_cards(Locale::Da, &records).remove(0);
    assert_eq!(
        (
            card.minutes,
            card.lessons,
            card.progress.done,
            card.progress.total
        ),
        (16, 3, 1, 14)
    );
    let page = sound()
        .course_page(&id("post"), Locale::Da, work(&records[&card.id]), &fjordby())
        .unwrap();
    let states: Vec<_> = page.lessons.iter().map(|lesson| lesson.state).collect();
    assert_eq!(
        states,
        [
            LessonState::Practise,
            LessonState::NotStarted,
            LessonState::NotStarted
        ]
    );
    assert_eq!(page.lessons[1].first.step, id("ring"));
}

#[test]
fn courses_are_shown_easiest_first_then_by_title() {
    let folder = Folder::sound();
    for (name, level, title) in [("b", "2", "Æble"), ("a", "2", "Ål"), ("z", "1", "Aa")] {
        folder.copy_course(name);
        let cover = COVER.replace("/post/", &format!("/{name}/"));
        folder.replace(&cover, "level = 1", &format!("level = {level}"));
        folder.replace(&cover, "Digital Post", title);
    }
    let cards = folder.load().library.course_cards(Locale::Da, &HashMap::new());
    let ids: Vec<_> = cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(ids, ["z", "post", "b", "a"]);
}

#[test]
fn a_lesson_is_ready_by_its_own_criterion() {
    let ready = |records: &[StepRecord]| {
        let page = sound()
            .finished_page(&id("post"), Locale::Da, work(records), &HashMap::new())
            .unwrap();
        let states = page.lessons.iter().map(|lesson| lesson.state);
        states
            .map(|state| state == LessonState::Ready)
            .collect::<Vec<_>>()
    };
    assert_eq!(ready(&[]), [false; 3]);
    assert_eq!(
        ready(&[answered("se-efter", &["dato", "navn"], true)]),
        [true, false, false],
        "one of two"
    );
    assert_eq!(
        ready(&[answered("mere", &["sandt"], true)]),
        [false; 3],
        "what deepens is not counted"
    );
    assert_eq!(ready(&[done("ring")]), [false, true, false], "there are no tasks");
    let tasks = [
        "passer", "ordet", "tallet", "foerst", "par", "bunker", "peg", "leg",
    ];
    let all = tasks.map(|step| answered(step, &[], true));
    assert_eq!(ready(&all), [false, false, true]);
    assert_eq!(ready(&all[1..]), [false; 3]);
}

#[test]
fn a_guide_is_six_sections_and_three_questions() {
    let page = sound()
        .guide_page(&id("broeker"), guide_reader(&fjordby(), Locale::Da))
        .unwrap();
    assert_eq!(page.intro_html, "<p>En kort indledning.</p>\n");
    assert_eq!(
        (page.ask.title.as_str(), page.ask.html.as_str()),
        ("Spørg", "<p>Vælg et af dem:</p>\n")
    );
    assert_eq!(
        page.questions,
        [
            "Hvad er det hele?",
            "Kan du tegne det?",
            "Er det mere end en halv?"
        ]
    );
    assert!(page.activity.html.starts_with("<ol>"));
    assert_eq!(
        page.stop.html,
        "<p>Stop, når I gætter. Se <a href=\"/lektier\">Lektier</a>.</p>\n"
    );
}

#[test]
fn guides_are_found_by_filter_and_shown_by_subject_then_grade() {
    let folder = Folder::sound();
    let copy = |name: &str, subject: &str, from: &str| {
        let text = include_str!("../fixture/guides/broeker.da.md");
        let text = text.replace("matematik", subject).replace("grade_from = 4", from);
        folder.write(&format!("guides/{name}.da.md"), text);
    };
    copy("a", "skole", "grade_from = 0");
    copy("b", "matematik", "grade_from = 2");
    copy("c", "dansk", "grade_from = 6");
    let library = folder.load().library;
    let found = |filter| {
        let cards = library.guide_cards(Locale::Da, filter);
        cards.iter().map(|card| card.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found(GuideFilter::default()), ["c", "b", "broeker", "a"]);
    let maths = GuideFilter {
        subject: Some(Subject::Matematik),
        grade: Grade::new(3),
        ..GuideFilter::default()
    };
    assert_eq!(found(maths), ["b"]);
}

#[test]
fn guides_in_the_parents_own_language_come_first() {
    let folder = Folder::sound();
    let text = include_str!("../fixture/guides/broeker.da.md");
    for file in ["skole.da", "skole.en"] {
        folder.write(&format!("guides/{file}.md"), text.replace("matematik", "skole"));
    }
    let library = folder.load().library;
    let order = |locale| {
        let cards = library.guide_cards(locale, GuideFilter::default());
        cards.iter().map(|card| card.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(order(Locale::Da), ["broeker", "skole"]);
    assert_eq!(order(Locale::En), ["skole", "broeker"]);
    let english = GuideFilter {
        language: Some(Locale::En),
        ..GuideFilter::default()
    };
    let cards = library.guide_cards(Locale::Da, english);
    assert_eq!(cards.len(), 1, "those that are translated alone");
    assert_eq!(cards[0].locale, Locale::En);
}

#[test]
fn drawings_are_addressed_by_what_is_in_them() {
    let library = sound();
    let picture = library.picture("brev.svg").unwrap();
    let view = library.picture_view("brev.svg", "Et brev");
    assert_eq!(view.src, format!("/pictures/brev.svg?v={}", picture.hash));
    assert!(picture.bytes.starts_with(b"<svg"));
    assert!(library.picture("../secret.svg").is_none());
}
