use leptos::prelude::*;

/// Whom a table's caption is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaptionFor {
    #[default]
    Everybody,
    /// Those who have the page read aloud: a heading close above says the same to those who see it.
    Hearing,
}

impl CaptionFor {
    fn class(self) -> Option<&'static str> {
        (self == Self::Hearing).then_some("sr-only")
    }
}

/// Figures or facts to compare. The first cell of a row says what the row is about; a column of figures stands right.
///
/// A wide table is scrolled sideways within its own frame, also with the keyboard.
/// See <https://designsystem.dk/komponenter/tabeller/>.
#[component]
pub fn Table(
    #[prop(into)] caption: String,
    #[prop(optional)] caption_for: CaptionFor,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let classes: Vec<_> = (0..head.len())
        .map(|column| column_class(&rows, column))
        .collect();
    let head = head.into_iter().zip(classes.clone()).map(|(cell, class)| {
        view! { <th scope="col" class=class>{cell}</th> }
    });
    let rows = rows
        .into_iter()
        .map(|row| view! { <Row cells=row classes=classes.clone() /> });
    view! {
        <div class="table--responsive-scroll" role="region" aria-label=caption.clone() tabindex="0">
            <table class="table">
                <caption class=caption_for.class()>{caption.clone()}</caption>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(cells: Vec<String>, classes: Vec<Option<&'static str>>) -> impl IntoView {
    let cells = cells
        .into_iter()
        .zip(classes)
        .enumerate()
        .map(|(column, (cell, class))| {
            if column == 0 {
                view! { <th scope="row">{cell}</th> }.into_any()
            } else {
                view! { <td class=class>{cell}</td> }.into_any()
            }
        });
    view! { <tr>{cells.collect_view()}</tr> }
}

fn column_class(rows: &[Vec<String>], column: usize) -> Option<&'static str> {
    let all_figures = column > 0
        && rows
            .iter()
            .filter_map(|row| row.get(column))
            .all(|cell| is_figure(cell));
    (all_figures && !rows.is_empty()).then_some("is-figure")
}

/// Whether a cell is a number, perhaps of kroner or per cent.
fn is_figure(cell: &str) -> bool {
    let number = cell.trim_end_matches("kr.").trim_end_matches('%').trim();
    number.contains(|sign: char| sign.is_ascii_digit())
        && number
            .chars()
            .all(|sign| sign.is_ascii_digit() || " .,-−\u{a0}".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::is_figure;

    #[test]
    fn amounts_are_figures() {
        for cell in ["12", "1.234,50 kr.", "−3 %", "10 000"] {
            assert!(is_figure(cell), "{cell}");
        }
        for cell in ["", "-", "5. klasse", "kr."] {
            assert!(!is_figure(cell), "{cell}");
        }
    }
}
