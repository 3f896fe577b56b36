use super::*;
use crate::locale::Locale;

fn id(text: &str) -> OptionId {
    OptionId::parse(text).unwrap()
}

fn screen(name: &str, actions: &[(&str, Option<&str>)]) -> Screen {
    let action = |(name, to): &(&str, Option<&str>)| Action {
        id: id(name),
        look: Look::Button,
        label: (*name).to_owned(),
        detail: None,
        to: to.map(id),
        mistake: to.is_none(),
        feedback: to.is_none().then(|| format!("not {name}")),
    };
    Screen {
        id: id(name),
        frame: Frame::Computer,
        address: None,
        title: name.to_owned(),
        html: String::new(),
        actions: actions.iter().map(action).collect(),
        input: None,
        goal: name == "end",
    }
}

fn scenario() -> Scenario {
    let mut amount = screen("amount", &[("back", Some("inbox"))]);
    amount.input = Some(Input {
        label: "Amount".into(),
        unit: None,
        accepted: vec!["1.250".into()],
        to: id("end"),
        wrong: "look again".into(),
    });
    Scenario {
        title: "Pay".into(),
        summary: String::new(),
        kind: ScenarioKind::Bank,
        minutes: 3,
        task: "Pay the bill".into(),
        learned: "You paid".into(),
        picture: Picture {
            src: String::new(),
            alt: String::new(),
        },
        screens: vec![
            screen("inbox", &[("open", Some("amount")), ("delete", None)]),
            amount,
            screen("end", &[]),
        ],
    }
}

fn path(steps: &[&str]) -> Vec<String> {
    steps.iter().map(ToString::to_string).collect()
}

#[test]
fn mistakes_stay_and_are_counted() {
    let scenario = scenario();
    let here = scenario.replay(&path(&["delete", "delete"])).unwrap();
    assert_eq!((here.screen.title.as_str(), here.mistakes), ("inbox", 2));
    assert_eq!(here.feedback, Some("not delete"));
    let here = scenario.replay(&path(&["delete", "open"])).unwrap();
    assert_eq!(
        (here.screen.title.as_str(), here.mistakes, here.mistaken),
        ("amount", 1, false)
    );
}

#[test]
fn a_field_leads_on_with_the_right_value_only() {
    let scenario = scenario();
    let wrong = scenario.replay(&path(&["open", "=125"])).unwrap();
    assert_eq!((wrong.screen.goal, wrong.feedback), (false, Some("look again")));
    assert!(
        scenario
            .replay(&path(&["open", "=125", "=1250,00"]))
            .unwrap()
            .screen
            .goal
    );
    assert_eq!(Input::step("  1250 ").unwrap(), "=1250");
    assert_eq!(Input::step(" "), Err(InvalidAnswer::Missing));
}

#[test]
fn a_forged_or_endless_path_is_refused() {
    let scenario = scenario();
    for forged in [
        &["end"][..],
        &["open", "open"],
        &["=1250"],
        &["open", "=1250", "open"],
    ] {
        assert_eq!(scenario.replay(&path(forged)), Err(NoSuchPath), "{forged:?}");
    }
    let endless = vec!["delete".to_owned(); MAX_PATH + 1];
    assert_eq!(scenario.replay(&endless), Err(NoSuchPath));
    assert!(!scenario.view(Locale::Da, &endless).unwrap().begun);
}

#[test]
fn the_view_does_not_tell_what_is_right() {
    let json = serde_json::to_string(&scenario().view(Locale::Da, &path(&["open"]))).unwrap();
    for key in ["look again", "1.250", "You paid", "\"to\""] {
        assert!(!json.contains(key), "{key} in {json}");
    }
    let end = scenario().view(Locale::Da, &path(&["open", "=1250"])).unwrap();
    assert_eq!(end.learned.as_deref(), Some("You paid"));
}
