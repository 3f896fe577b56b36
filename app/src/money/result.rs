//! What stands around a tool and its result.

use domain::money::{Amount, Tool};
use domain::pages::Source;
use leptos::prelude::*;

use super::overview_page::tool_title;
use crate::texts::{Texts, use_texts};
use crate::ui::{Accordion, Breadcrumb, PageTitle, Sources, Table, Tint, scale_lines};

/// From this many øre on a drawing's figures are told in millions.
const MILLION: i64 = 100_000_000;

/// The head of a tool's page: the way back, the title, and what to do.
pub fn tool_head(tool: Tool, lead: &'static str) -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.money_nav().to_owned(), texts.path("/penge")),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() tint=Tint::Moss />
        <PageTitle title=tool_title(texts, tool) lead=lead />
        <p class="meta">{texts.money_not_saved()}</p>
    }
}

/// The result of a tool, or how to get one. It is told anew whenever it changes; the drawings and tables below are not.
#[component]
pub fn ToolResult<T>(
    value: Memo<Option<T>>,
    /// The result in a sentence.
    sentence: fn(Texts, &T) -> String,
    /// What stands below it.
    details: impl Fn(&T) -> AnyView + Send + 'static,
) -> impl IntoView
where
    T: PartialEq + Send + Sync + 'static,
{
    let texts = use_texts();
    let told = move || value.with(|value| value.as_ref().map(|value| sentence(texts, value)));
    let told = move || told().unwrap_or_else(|| texts.money_fill_in().to_owned());
    let details = move || value.with(|value| value.as_ref().map(&details));
    view! {
        <section class="tool__result" aria-labelledby="result">
            <h2 id="result">{texts.money_result()}</h2>
            <p class="tool__sentence" role="status">{told}</p>
            {details}
        </section>
    }
}

/// The figures behind a drawing, folded away.
pub fn figures(
    texts: Texts,
    caption: &'static str,
    head: &[&'static str],
    rows: Vec<Vec<String>>,
) -> impl IntoView + use<> {
    let head = head.iter().map(|&column| column.to_owned()).collect();
    view! {
        <Accordion summary=texts.money_table()>
            <Table caption=caption head=head rows=rows />
        </Accordion>
    }
}

/// How a tool counts, and where its rates come from.
pub fn explanation(texts: Texts, text: &'static str, sources: Vec<Source>) -> impl IntoView {
    view! {
        <Accordion summary=texts.money_how()>
            <p>{text}</p>
            <Sources title=texts.money_rates() items=sources checked_label=texts.common_checked() />
        </Accordion>
    }
}

/// Lines across a drawing of amounts up to the highest, and what they say.
pub fn amount_lines(texts: Texts, highest: Amount) -> Vec<(i64, String)> {
    let lines = scale_lines(highest.ore(), Amount::from_kroner(1).ore());
    let in_millions = lines.last().is_some_and(|last| *last >= 2 * MILLION);
    let text = |line: i64| {
        if in_millions {
            texts.money_millions(millions(line))
        } else {
            number(Amount::from_ore(line))
        }
    };
    lines.into_iter().map(|line| (line, text(line))).collect()
}

/// Øre as millions of kroner: "1,5".
fn millions(ore: i64) -> String {
    let millions = number(Amount::from_ore(ore).part(1, 1_000_000));
    if millions.contains(',') {
        millions.trim_end_matches('0').to_owned()
    } else {
        millions
    }
}

/// An amount without its currency.
fn number(amount: Amount) -> String {
    amount.to_string().trim_end_matches("\u{a0}kr.").to_owned()
}
