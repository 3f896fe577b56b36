use leptos::prelude::*;

use super::choice_group::{Verdict, VerdictLine, choice_id};
use super::field_set::FieldSet;

/// A thing to place, and where it can go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    pub label: String,
    /// The value that is sent while nothing has been chosen.
    pub nothing: String,
    pub options: Vec<PlaceOption>,
    pub verdict: Option<Verdict>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceOption {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// Things to put in order, to match or to sort: a row for each, with a list of the places.
///
/// See <https://designsystem.dk/komponenter/dropdown/>.
#[component]
pub fn PlaceRows(
    /// The question.
    #[prop(into)]
    legend: String,
    #[prop(into)] name: String,
    /// Stands in a list in which nothing has been chosen.
    #[prop(into)]
    choose: String,
    rows: Vec<PlaceRow>,
    #[prop(optional, into)] hint: String,
    #[prop(optional_no_strip, into)] error: Option<String>,
) -> impl IntoView {
    let field = name.clone();
    let rows = rows.into_iter().enumerate().map(move |(index, row)| {
        let id = choice_id(&field, index);
        // The places are the same in every row: to hear them once is enough.
        let read = (index == 0).then_some("");
        view! { <Row id=id name=field.clone() choose=choose.clone() row=row read=read /> }
    });
    view! {
        <FieldSet legend=legend name=name hint=hint error=error>
            {rows.collect_view()}
        </FieldSet>
    }
}

#[component]
fn Row(
    id: String,
    name: String,
    choose: String,
    row: PlaceRow,
    /// Marks the places to be read aloud.
    #[prop(optional_no_strip)]
    read: Option<&'static str>,
) -> impl IntoView {
    let class = match &row.verdict {
        Some(Verdict { correct: true, .. }) => "place-row is-correct",
        Some(_) => "place-row is-not-yet",
        None => "place-row",
    };
    let verdict_id = format!("{id}-verdict");
    let described_by = row.verdict.is_some().then(|| verdict_id.clone());
    let options = row.options.into_iter().map(|option| {
        view! { <option value=option.value selected=option.chosen>{option.label}</option> }
    });
    view! {
        <div class=class>
            <label class="form-label" for=id.clone() data-read="">{row.label}</label>
            <select class="form-select" id=id name=name aria-describedby=described_by data-read=read>
                <option value=row.nothing>{choose}</option>
                {options.collect_view()}
            </select>
            {row.verdict.map(|verdict| view! { <VerdictLine id=verdict_id verdict=verdict /> })}
        </div>
    }
}
