//! How a class has answered: a chart without names, and the table behind it.

use domain::classroom::DiscussionView;
use leptos::prelude::*;

use crate::texts::Texts;
use crate::ui::{BarChart, ChartBar, Table, scale_lines};

/// What stands below the bars, as long answers have no room there.
const LETTERS: [&str; 6] = ["A", "B", "C", "D", "E", "F"];

/// The answers with how many have given each; the answers alone where that is not told yet.
pub fn chart_view(texts: Texts, current: &DiscussionView) -> Option<AnyView> {
    let counts = current.counts.as_ref()?;
    let bars = LETTERS.iter().zip(counts).map(|(letter, count)| ChartBar {
        name: (*letter).to_owned(),
        values: vec![*count],
    });
    let bars: Vec<_> = bars.collect();
    let highest = counts.iter().max().copied().unwrap_or_default();
    let lines = scale_lines(highest, 1).into_iter();
    let lines: Vec<_> = lines.map(|line| (line, line.to_string())).collect();
    let rows = current.answers.iter().zip(LETTERS).zip(counts);
    let rows = rows.map(|((answer, letter), count)| vec![format!("{letter}: {answer}"), count.to_string()]);
    let head = vec![
        texts.discuss_answer().to_owned(),
        texts.discuss_pupils().to_owned(),
    ];
    let all: i64 = counts.iter().sum();
    Some(
        view! {
            <BarChart
                description=texts.discuss_drawing(all)
                legend=vec![texts.discuss_pupils().to_owned()]
                bars=bars
                lines=lines
                across=texts.discuss_answer()
            />
            <Table caption=texts.discuss_answers_of(all) head=head rows=rows.collect() />
        }
        .into_any(),
    )
}
