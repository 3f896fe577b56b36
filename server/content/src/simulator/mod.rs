//! `simulators/<scenario>.<locale>.toml`: pretend services to practise on.

mod check;

use domain::ids::{OptionId, ScenarioId};
use domain::learning::simulator::{Action, Frame, Input, Look, Scenario, ScenarioKind, Screen};
use domain::learning::{ExercisePage, ScenarioCard, SimulatorView};
use domain::locale::Locale;

use crate::document::{Context, Document};
use crate::fault::FileFaults;
use crate::fields::{Fields, Ids, Located, every};
use crate::library::Library;
use crate::markdown::{Html, check_pieces, check_without_words, parse_text};
use crate::pictures::read_picture;
use crate::search::Searchable;
use crate::source::SourceFile;
use crate::translated::Translated;

const FRAMES: [(&str, Frame); 6] = [
    ("computer", Frame::Computer),
    ("phone", Frame::Phone),
    ("sms", Frame::Sms),
    ("mail", Frame::Mail),
    ("call", Frame::Call),
    ("app", Frame::App),
];
const LOOKS: [(&str, Look); 3] = [("row", Look::Row), ("button", Look::Button), ("link", Look::Link)];
const KINDS: [(&str, ScenarioKind); 5] = [
    ("inbox", ScenarioKind::Inbox),
    ("mitid", ScenarioKind::Mitid),
    ("phishing", ScenarioKind::Phishing),
    ("website", ScenarioKind::Website),
    ("bank", ScenarioKind::Bank),
];

/// A scenario without faults, in all its languages.
pub(crate) struct Simulator {
    pub(crate) id: ScenarioId,
    pub(crate) text: Translated<Scenario>,
}

impl Library {
    /// Every scenario, as a list shows them.
    pub fn scenario_cards(&self, locale: Locale) -> Vec<ScenarioCard> {
        let cards = self.simulators.iter().map(|simulator| {
            let (locale, scenario) = simulator.text.get(locale);
            ScenarioCard {
                id: simulator.id.clone(),
                title: scenario.title.clone(),
                summary: scenario.summary.clone(),
                kind: scenario.kind,
                minutes: scenario.minutes,
                picture: scenario.picture.clone(),
                locale,
            }
        });
        cards.collect()
    }

    /// A scenario with its key, to follow a path by. Never send it on.
    pub fn scenario(&self, id: &ScenarioId, locale: Locale) -> Option<(Locale, &Scenario)> {
        let simulator = self.simulators.iter().find(|simulator| simulator.id == *id)?;
        Some(simulator.text.get(locale))
    }

    /// The page of an exercise by itself, for somebody who has come this far in it.
    pub fn exercise_page(&self, id: &ScenarioId, locale: Locale, path: &[String]) -> Option<ExercisePage> {
        let (locale, scenario) = self.scenario(id, locale)?;
        Some(ExercisePage {
            id: id.clone(),
            simulator: scenario.view(locale, path)?,
        })
    }

    /// What somebody sees who has come this far in a scenario.
    pub(crate) fn simulator_view(
        &self,
        id: &ScenarioId,
        locale: Locale,
        path: &[String],
    ) -> Option<SimulatorView> {
        let (locale, scenario) = self.scenario(id, locale)?;
        scenario.view(locale, path)
    }
}

impl Simulator {
    /// What a search may find it by.
    pub(crate) fn searchable(&self) -> impl Iterator<Item = Searchable> {
        self.text.all().map(|(locale, scenario)| Searchable {
            locale,
            title: scenario.title.clone(),
            summary: scenario.summary.clone(),
            keywords: Vec::new(),
            body: scenario.task.clone(),
        })
    }
}

impl Document for Scenario {
    fn read(context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        check_without_words(source, faults);
        let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "scenario")?;
        let title = fields.text("title");
        let summary = fields.text("summary");
        let kind = fields.one_of("kind", &KINDS);
        let minutes = fields.number("minutes", 1..=30);
        let task = fields.text("task");
        let learned = fields.text("learned");
        let picture = read_picture(context, &mut fields);
        let start = fields.located_text("start");
        let mut ids = Ids::default();
        let tables = fields.tables("screens", "screen");
        let screens = tables
            .into_iter()
            .map(|screen| read_screen(context, source, screen, &mut ids));
        let screens = every(screens);
        fields.finish();
        let screens = begin_with(start?, screens?, faults)?;
        if !faults.has_errors() {
            check::check(&ids, &screens, faults);
        }
        Some(Self {
            title: title?,
            summary: summary?,
            kind: kind?,
            minutes: minutes?,
            task: task?,
            learned: learned?,
            picture: picture?,
            screens,
        })
    }

    fn compare(&self, original: &Self, faults: &FileFaults) {
        let shape = |scenario: &Self| {
            let screens = scenario.screens.iter().map(|screen| {
                let actions = screen
                    .actions
                    .iter()
                    .map(|action| (action.id.clone(), action.to.clone(), action.mistake));
                let input = screen.input.as_ref().map(|input| input.to.clone());
                (screen.id.clone(), screen.goal, input, actions.collect::<Vec<_>>())
            });
            screens.collect::<Vec<_>>()
        };
        if shape(self) != shape(original) {
            faults.error(
                0,
                "The screens and actions are not those of the Danish scenario",
                "give them the same ids in the same order, leading to the same screens",
            );
        }
    }
}

/// The start stands first.
fn begin_with(start: Located<String>, mut screens: Vec<Screen>, faults: &FileFaults) -> Option<Vec<Screen>> {
    let first = screens
        .iter()
        .position(|screen| screen.id.as_str() == start.value);
    let Some(first) = first else {
        faults.error(
            start.at,
            format!("There is no screen `{}`", start.value),
            "write the id of the screen where it begins",
        );
        return None;
    };
    screens[..=first].rotate_right(1);
    Some(screens)
}

fn read_screen(context: &Context, source: &SourceFile, mut fields: Fields, ids: &mut Ids) -> Option<Screen> {
    let id = fields.option_id(ids);
    let frame = fields.one_of("frame", &FRAMES);
    let address = fields.optional_text("address");
    let title = fields.text("title");
    let text = fields.optional_text("text");
    let html = text.map(|text| render(context, source, &text, &fields));
    let goal = fields.flag("goal");
    let input = fields.table("input", "input").map(read_input);
    let mut action_ids = Ids::default();
    let tables = fields.tables("actions", "action");
    let actions = every(
        tables
            .into_iter()
            .map(|action| read_action(action, &mut action_ids)),
    );
    fields.finish();
    Some(Screen {
        id: id?,
        frame: frame?,
        address: address.map(|address| address.value),
        title: title?,
        html: html.unwrap_or_default(),
        actions: actions?,
        input: match input {
            Some(input) => Some(input?),
            None => None,
        },
        goal,
    })
}

/// A screen's text. It has no place for the municipality's words, since its senders are invented.
fn render(context: &Context, source: &SourceFile, text: &Located<String>, fields: &Fields) -> String {
    let pieces = parse_text(&text.value, source.place_of(text));
    check_pieces(context, source.locale, &pieces, fields.faults());
    Html::render(&pieces, context.pictures).plain(source.locale)
}

fn read_input(mut fields: Fields) -> Option<Input> {
    let label = fields.text("label");
    let unit = fields.optional_text("unit");
    let accepted = fields.texts("accepted");
    let to = read_screen_id(&mut fields);
    let wrong = fields.text("wrong");
    fields.finish();
    Some(Input {
        label: label?,
        unit: unit.map(|unit| unit.value),
        accepted: accepted?.into_iter().map(|text| text.value).collect(),
        to: to?,
        wrong: wrong?,
    })
}

fn read_action(mut fields: Fields, ids: &mut Ids) -> Option<Action> {
    let id = fields.option_id(ids);
    let look = fields.one_of("look", &LOOKS);
    let label = fields.text("label");
    let detail = fields.optional_text("detail");
    let to = if fields.place_of("to").is_some() {
        Some(read_screen_id(&mut fields)?)
    } else {
        fields.know("to");
        None
    };
    let mistake = fields.flag("mistake") || to.is_none();
    let feedback = fields.optional_text("feedback");
    if to.is_none() && feedback.is_none() {
        fields.fault(
            "The action leads nowhere and says nothing",
            "write `to`, or `feedback` that tells why it is a mistake",
        );
    }
    if to.is_some() && mistake && feedback.is_none() {
        fields.fault(
            "The mistake is not explained",
            "write `feedback` that tells why it is one",
        );
    }
    fields.finish();
    Some(Action {
        id: id?,
        look: look?,
        label: label?,
        detail: detail.map(|text| text.value),
        to,
        mistake,
        feedback: feedback.map(|text| text.value),
    })
}

/// Reads `to`. Whether there is such a screen is checked when all are known.
fn read_screen_id(fields: &mut Fields) -> Option<OptionId> {
    let to = fields.located_text("to")?;
    let id = OptionId::parse(&to.value);
    if id.is_err() {
        fields
            .faults()
            .error(to.at, "`to` is not an id", "write the id of a screen");
    }
    id.ok()
}
