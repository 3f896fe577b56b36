use domain::drills::{ClockTime, Drawing};
use leptos::prelude::*;

use crate::texts::Texts;

/// The highest number on the axes of a coordinate system.
const HIGHEST: i64 = 9;

/// What is drawn beside a question, with its description for those who do not see it.
pub(super) fn drawing(texts: Texts, drawing: Drawing) -> AnyView {
    match drawing {
        Drawing::Clock(time) => clock(texts, time).into_any(),
        Drawing::Point { x, y, lowest } => plane(texts, x, y, lowest).into_any(),
    }
}

/// A clock with hands, 100 by 100 with its middle at the origin.
fn clock(texts: Texts, time: ClockTime) -> impl IntoView {
    let (short, long) = time.hands();
    let half_degrees = |angle: i64| format!("rotate({}.{})", angle / 2, angle % 2 * 5);
    let numbers = (1..=12).map(|hour: i64| {
        let (x, y) = place_of_hour(hour);
        view! { <text x=x y=y>{hour}</text> }
    });
    let marks = (0..60).map(|minute: i64| {
        let class = if minute % 5 == 0 {
            "clock__mark clock__mark--five"
        } else {
            "clock__mark"
        };
        view! { <line class=class y1="-48" y2="-45" transform=format!("rotate({})", minute * 6)></line> }
    });
    view! {
        <svg class="clock" viewBox="-50 -50 100 100" width="220" height="220" role="img" aria-label=told(texts, time)>
            <circle class="clock__face" r="49"></circle>
            {marks.collect_view()}
            {numbers.collect_view()}
            <line class="clock__hand clock__hand--short" y1="4" y2="-22" transform=half_degrees(short)></line>
            <line class="clock__hand" y1="6" y2="-41" transform=half_degrees(long)></line>
            <circle class="clock__middle" r="2.5"></circle>
        </svg>
    }
}

/// Where the number of an hour stands: 36 from the middle, by sine and cosine of its angle in hundredths.
fn place_of_hour(hour: i64) -> (String, String) {
    const SINES: [i64; 12] = [0, 50, 87, 100, 87, 50, 0, -50, -87, -100, -87, -50];
    let sine = |hour: i64| {
        SINES
            .into_iter()
            .cycle()
            .nth(usize::try_from(hour).unwrap_or(0))
            .unwrap_or(0)
    };
    let scaled = |sine: i64| format!("{}", sine * 36 / 100);
    (scaled(sine(hour)), scaled(-sine(hour + 3)))
}

fn told(texts: Texts, time: ClockTime) -> String {
    let hour = (time.hour() + 11) % 12 + 1;
    match time.minute() {
        0 => texts.drills_clock_full(hour),
        minute => texts.drills_clock(hour, minute, hour % 12 + 1),
    }
}

/// A coordinate system with a point, ten units to a square.
fn plane(texts: Texts, x: i64, y: i64, lowest: i64) -> impl IntoView {
    let (start, end) = (lowest * 10, HIGHEST * 10);
    let lines: Vec<_> = (lowest..=HIGHEST)
        .map(|at| format!("M{start} {at}0H{end}M{at}0 {start}V{end}"))
        .collect();
    // Upwards is downwards in a drawing, so the middle is turned over.
    let labels = (lowest..=HIGHEST).filter(|at| *at != 0 && at % 2 == 0).map(|at| {
        let number = at.to_string().replace('-', "−");
        view! {
            <text x=at * 10 y="9">{number.clone()}</text>
            <text x="-7" y=-at * 10 + 3>{number}</text>
        }
    });
    let (margin, size) = (start - 14, end - start + 26);
    let view_box = format!("{margin} {} {size} {size}", -end - 12);
    let axes = format!("M{start} 0H{}M0 {}V{}", end + 4, -start, -end - 4);
    let signed = |number: i64| number.to_string().replace('-', "−");
    view! {
        <svg
            class="plane"
            viewBox=view_box
            width="380"
            height="380"
            role="img"
            aria-label=texts.drills_plane(signed(x), signed(y))
        >
            <path class="plane__grid" d=lines.concat() transform="scale(1 -1)"></path>
            <path class="plane__axes" d=axes></path>
            {labels.collect_view()}
            <text class="plane__name" x=end + 6 y="9">"x"</text>
            <text class="plane__name" x="-6" y=-end - 4>"y"</text>
            <circle class="plane__point" cx=x * 10 cy=-y * 10 r="4"></circle>
        </svg>
    }
}
