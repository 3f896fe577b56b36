//! Whether a scenario can be walked through: nothing leads astray, and nobody gets stuck.

use std::collections::BTreeSet;

use domain::ids::OptionId;
use domain::learning::simulator::Screen;

use crate::fault::FileFaults;
use crate::fields::Ids;

/// Parts of the labels that no field may have: nobody shall learn to type such things into a page.
const SECRETS: [&str; 5] = ["kode", "code", "password", "cpr", "personnummer"];
/// A secret too, but only as a word by itself.
const PIN: &str = "pin";

/// Notes every screen that is missing, cannot be reached or leads to no goal, and every field for a secret.
/// `ids` are those of the screens, with their places.
pub(super) fn check(ids: &Ids, screens: &[Screen], faults: &FileFaults) {
    let checker = Checker { ids, screens, faults };
    checker.fields();
    checker.targets();
    // Ways that lead nowhere would make faults of all that is behind them.
    if !faults.has_errors() {
        checker.ways();
    }
}

struct Checker<'a> {
    ids: &'a Ids,
    screens: &'a [Screen],
    faults: &'a FileFaults,
}

impl Checker<'_> {
    fn fields(&self) {
        for screen in self.screens.iter().filter(|screen| asks_for_a_secret(screen)) {
            let problem = format!("`{}` has a field for a secret", screen.id);
            self.fault(screen, problem, "ask for something harmless, such as an amount");
        }
    }

    fn targets(&self) {
        for screen in self.screens {
            for to in leads_to(screen).filter(|to| !self.ids.has(to)) {
                let problem = format!("`{}` leads to `{to}`, which is no screen", screen.id);
                self.fault(screen, problem, "write the id of a screen");
            }
        }
    }

    fn ways(&self) {
        let goals = self.screens.iter().filter(|screen| screen.goal);
        let goals: BTreeSet<_> = goals.map(|screen| &screen.id).collect();
        if goals.is_empty() {
            let cure = "write goal = true on its last screen";
            self.faults.error(0, "The scenario has no end", cure);
            return;
        }
        let reached = reachable(self.screens, self.screens.first().map(|screen| &screen.id));
        for screen in self.screens {
            if !reached.contains(&screen.id) {
                let problem = format!("Nothing leads to the screen `{}`", screen.id);
                self.fault(screen, problem, "let an action lead there, or remove it");
            }
            if reachable(self.screens, Some(&screen.id)).is_disjoint(&goals) {
                let problem = format!("No way leads from `{}` to the end", screen.id);
                self.fault(screen, problem, "add an action that leads on or back");
            }
        }
    }

    fn fault(&self, screen: &Screen, problem: String, cure: &str) {
        let at = self.ids.place(&screen.id).unwrap_or(0);
        self.faults.error(at, problem, cure);
    }
}

fn leads_to(screen: &Screen) -> impl Iterator<Item = &OptionId> {
    let actions = screen.actions.iter().filter_map(|action| action.to.as_ref());
    actions.chain(screen.input.as_ref().map(|input| &input.to))
}

fn asks_for_a_secret(screen: &Screen) -> bool {
    let label = screen.input.as_ref().map(|input| input.label.to_lowercase());
    label.is_some_and(|label| {
        let mut words = label.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| word == PIN) || SECRETS.iter().any(|secret| label.contains(secret))
    })
}

/// Every screen that can be come to from one, with itself.
fn reachable<'a>(screens: &'a [Screen], from: Option<&'a OptionId>) -> BTreeSet<&'a OptionId> {
    let mut reached = BTreeSet::new();
    let mut left: Vec<_> = from.into_iter().collect();
    while let Some(id) = left.pop() {
        if reached.insert(id) {
            let screen = screens.iter().find(|screen| screen.id == *id);
            left.extend(screen.into_iter().flat_map(leads_to));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use domain::learning::simulator::{Frame, Input};

    use super::*;

    fn with_field(label: &str) -> Screen {
        let id = OptionId::parse("a").unwrap();
        Screen {
            id: id.clone(),
            frame: Frame::App,
            address: None,
            title: String::new(),
            html: String::new(),
            actions: Vec::new(),
            input: Some(Input {
                label: label.to_owned(),
                unit: None,
                accepted: Vec::new(),
                to: id,
                wrong: String::new(),
            }),
            goal: false,
        }
    }

    #[test]
    fn secrets_are_known_by_what_their_field_is_called() {
        for label in [
            "Adgangskode",
            "Din kode",
            "PIN",
            "Pin-kode:",
            "CPR-nummer",
            "Personnummer",
            "Your code",
            "Password",
        ] {
            assert!(asks_for_a_secret(&with_field(label)), "{label}");
        }
        for label in ["Beløb", "Hvor mange gæster?", "Spinat", "Postnummer", "Amount"] {
            assert!(!asks_for_a_secret(&with_field(label)), "{label}");
        }
    }
}
