use domain::learning::question::{ItemView, PlacingKind};
use leptos::prelude::*;

use super::{Answered, FIELD, verdict};
use crate::texts::Texts;
use crate::ui::{PlaceOption, PlaceRow, PlaceRows};

/// A row for each thing to place, with a list of the places.
pub(super) fn fields(
    texts: Texts,
    prompt: String,
    kind: PlacingKind,
    items: Vec<ItemView>,
    targets: &[ItemView],
    answered: &Answered,
) -> impl IntoView + use<> {
    let hint = match kind {
        PlacingKind::Order => texts.question_order_hint(),
        PlacingKind::Match => texts.question_match_hint(),
        PlacingKind::Groups => texts.question_groups_hint(),
    };
    let rows = items.into_iter().map(|item| {
        let id = item.id.as_str();
        let options = targets.iter().map(|target| {
            let value = format!("{id}:{}", target.id);
            PlaceOption {
                chosen: answered.given.contains(&value),
                label: target.text.clone(),
                value,
            }
        });
        PlaceRow {
            nothing: format!("{id}:"),
            options: options.collect(),
            verdict: answered.feedback(id).map(|feedback| verdict(texts, feedback)),
            label: item.text,
        }
    });
    let rows: Vec<_> = rows.collect();
    let error = answered
        .problem
        .map(|_| texts.question_missing_places().to_owned());
    view! {
        <PlaceRows
            legend=prompt
            name=FIELD
            choose=texts.question_place_choose()
            rows=rows
            hint=hint
            error=error
        />
    }
}
