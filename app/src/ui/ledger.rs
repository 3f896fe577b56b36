use leptos::prelude::*;

/// A line of a calculation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    pub name: String,
    /// With a minus where it is taken away.
    pub amount: String,
    /// Why, in a sentence or two.
    pub note: String,
}

/// A calculation line by line, each with its reason. The last line is what comes of it.
///
/// See <https://designsystem.dk/komponenter/strukturerede-lister/>.
#[component]
pub fn Ledger(
    /// What is calculated. It is a heading of level 3.
    #[prop(into)]
    title: String,
    lines: Vec<LedgerLine>,
) -> impl IntoView {
    let lines = lines.into_iter().map(|line| {
        view! {
            <div class="ledger__line">
                <dt>{line.name}</dt>
                <dd class="ledger__amount">{line.amount}</dd>
                <dd class="ledger__note">{line.note}</dd>
            </div>
        }
    });
    view! {
        <div class="ledger">
            <h3>{title}</h3>
            <dl>{lines.collect_view()}</dl>
        </div>
    }
}
