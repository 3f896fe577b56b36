//! Tables for a spreadsheet, as a Danish one opens them.

/// A table as CSV in UTF-8, with a byte order mark and semicolons, without which a Danish spreadsheet guesses wrongly.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn csv(head: &[String], rows: &[Vec<String>]) -> String {
    let lines = std::iter::once(head)
        .chain(rows.iter().map(Vec::as_slice))
        .map(|cells| {
            cells
                .iter()
                .map(|cell| quoted(cell))
                .collect::<Vec<_>>()
                .join(";")
        });
    let lines: Vec<_> = lines.collect();
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

fn quoted(cell: &str) -> String {
    let safe = if cell.starts_with(['=', '+', '@', '\t']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if safe.contains([';', '"', '\r', '\n']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_break_a_line_is_quoted() {
        let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let text = csv(
            &cells(&["Sted", "Aflyst"]),
            &[cells(&["Fjord; \"by\"", "33,3 %"]), cells(&["=1+1", "0"])],
        );
        assert_eq!(
            text,
            "\u{feff}Sted;Aflyst\r\n\"Fjord; \"\"by\"\"\";33,3 %\r\n'=1+1;0\r\n"
        );
    }
}
