//! Questions in which things get a place: `order`, `match` and `groups`.

use std::collections::BTreeSet;

use domain::ids::{OptionId, StepId};
use domain::learning::question::{Item, Placing, PlacingKind, Target, mixed};

use super::written::read_verdict;
use crate::fields::{Fields, Ids, every};

const LETTERS: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

/// Reads `[[items]]`, which are written in the right order.
pub(super) fn read_order(fields: &mut Fields, step: &StepId) -> Option<Placing> {
    let mut ids = Ids::default();
    let tables = fields.tables("items", "item");
    let texts = tables.into_iter().map(|mut item| {
        let id = item.option_id(&mut ids);
        let text = item.text("text");
        item.finish();
        Some((id?, text?))
    });
    let texts = every(texts);
    let verdict = read_verdict(fields);
    let texts = texts?;
    check_size(fields, texts.len(), 3)?;
    let place = |number: usize| OptionId::parse(&(number + 1).to_string()).ok();
    let targets: Option<Vec<_>> = (0..texts.len())
        .map(|number| {
            Some(Target {
                id: place(number)?,
                text: format!("{}.", number + 1),
            })
        })
        .collect();
    let items: Option<Vec<_>> = texts
        .into_iter()
        .enumerate()
        .map(|(number, (id, text))| {
            Some(Item {
                id,
                text,
                target: place(number)?,
                feedback: None,
            })
        })
        .collect();
    Some(Placing {
        kind: PlacingKind::Order,
        items: mixed(step.as_str(), items?),
        targets: targets?,
        verdict: Some(verdict?),
    })
}

/// Reads `[[pairs]]`. The right halves are mixed and named by letters, so that no id tells where one belongs.
pub(super) fn read_match(fields: &mut Fields, step: &StepId) -> Option<Placing> {
    let mut ids = Ids::default();
    let tables = fields.tables("pairs", "pair");
    let pairs = tables.into_iter().map(|mut pair| {
        let id = pair.option_id(&mut ids);
        let left = pair.text("left");
        let right = pair.text("right");
        let feedback = pair.text("feedback");
        pair.finish();
        Some((id?, left?, right?, feedback?))
    });
    let pairs = every(pairs)?;
    check_size(fields, pairs.len(), 3)?;
    let halves: Vec<_> = pairs.iter().map(|(_, _, right, _)| right.clone()).collect();
    check_differ(fields, "left", pairs.iter().map(|(_, left, _, _)| left));
    check_differ(fields, "right", halves.iter());
    let shown = mixed(step.as_str(), (0..pairs.len()).collect());
    let letter = |number: usize| OptionId::parse(LETTERS.get(number)?).ok();
    let targets: Option<Vec<_>> = shown
        .iter()
        .enumerate()
        .map(|(place, pair)| {
            Some(Target {
                id: letter(place)?,
                text: halves[*pair].clone(),
            })
        })
        .collect();
    let items: Option<Vec<_>> = pairs
        .into_iter()
        .enumerate()
        .map(|(number, (id, text, _, feedback))| {
            let place = shown.iter().position(|pair| *pair == number)?;
            Some(Item {
                id,
                text,
                target: letter(place)?,
                feedback: Some(feedback),
            })
        })
        .collect();
    Some(Placing {
        kind: PlacingKind::Match,
        items: items?,
        targets: targets?,
        verdict: None,
    })
}

/// Reads `[[groups]]` and `[[items]]`. The items are mixed, since authors write them group by group.
pub(super) fn read_groups(fields: &mut Fields, step: &StepId) -> Option<Placing> {
    let mut group_ids = Ids::default();
    let tables = fields.tables("groups", "group");
    let groups = tables.into_iter().map(|mut group| {
        let id = group.option_id(&mut group_ids);
        let text = group.text("text");
        group.finish();
        Some(Target { id: id?, text: text? })
    });
    let groups = every(groups);
    let mut ids = Ids::default();
    let tables = fields.tables("items", "item");
    let items = every(
        tables
            .into_iter()
            .map(|item| read_item(item, &mut ids, &group_ids)),
    );
    let (groups, items) = (groups?, items?);
    check_size(fields, items.len(), 3)?;
    if !(2..=4).contains(&groups.len()) {
        fields.fault(
            "The question has not two to four groups",
            "write a [[groups]] for each",
        );
    }
    Some(Placing {
        kind: PlacingKind::Groups,
        items: mixed(step.as_str(), items),
        targets: groups,
        verdict: None,
    })
}

fn read_item(mut fields: Fields, ids: &mut Ids, groups: &Ids) -> Option<Item> {
    let id = fields.option_id(ids);
    let text = fields.text("text");
    let group = fields.located_text("group");
    let feedback = fields.text("feedback");
    let group = group.and_then(|group| {
        let known = OptionId::parse(&group.value).ok().filter(|id| groups.has(id));
        if known.is_none() {
            let problem = format!("There is no group `{}`", group.value);
            fields
                .faults()
                .error(group.at, problem, "use the id of one of the [[groups]]");
        }
        known
    });
    fields.finish();
    Some(Item {
        id: id?,
        text: text?,
        target: group?,
        feedback: Some(feedback?),
    })
}

fn check_size(fields: &Fields, size: usize, least: usize) -> Option<()> {
    let fits = (least..=LETTERS.len()).contains(&size);
    if !fits {
        fields.fault(
            format!("The question has {size} things to place"),
            format!("write {least} to {}", LETTERS.len()),
        );
    }
    fits.then_some(())
}

fn check_differ<'a>(fields: &Fields, key: &str, halves: impl ExactSizeIterator<Item = &'a String>) {
    let size = halves.len();
    let different: BTreeSet<_> = halves.collect();
    if different.len() < size {
        fields.fault(
            format!("Two pairs have the same `{key}`"),
            "make them different, or use kind = \"groups\"",
        );
    }
}
