use leptos::prelude::*;

/// With more dots than this one cannot be told from the next on a phone.
const MOST_DOTS: i64 = 12;

/// How far one has come: the mark's line, with a dot for each part. It is filled up to the amber dot, "you are here".
///
/// See <https://designsystem.dk/komponenter/trinindikatorer/>.
#[component]
pub fn ProgressLine(
    /// How many parts are done. The dot after them is where one is.
    done: i64,
    total: i64,
    /// The same in words: "2 af 5 lektioner". Stands above the line.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <div class="progress-line">
            <p class="progress-line__label">{label}</p>
            <Line done=done total=total />
        </div>
    }
}

/// Which of a form's questions one is at.
///
/// See <https://designsystem.dk/komponenter/trinindikatorer/>.
#[component]
pub fn StepIndicator(
    /// The first question is 1.
    current: i64,
    total: i64,
    /// The same in words: "Trin 2 af 4".
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <div class="progress-line step-indicator">
            <p class="progress-line__label step-subheading">{label}</p>
            <Line done=current - 1 total=total />
        </div>
    }
}

/// The drawing. Lengths are parts of the width, so it fits every screen without a line of script or inline style.
#[component]
fn Line(done: i64, total: i64) -> impl IntoView {
    let total = total.max(1);
    let done = done.clamp(0, total);
    let here = if total > MOST_DOTS {
        percent(done, total)
    } else {
        percent(done.min(total - 1), total - 1)
    };
    let dots = (0..total).filter(|_| total <= MOST_DOTS).map(|index| {
        let class = if index < done { "is-done" } else { "is-ahead" };
        view! { <circle class=class cx=percent(index, total - 1) cy="50%" r="7"></circle> }
    });
    let finished = done == total;
    view! {
        <svg class="progress-line__drawing" width="100%" height="28" aria-hidden="true" focusable="false">
            <line class="is-ahead" x1="0%" y1="50%" x2="100%" y2="50%"></line>
            <line class="is-done" x1="0%" y1="50%" x2=here.clone() y2="50%"></line>
            {dots.collect_view()}
            {(!finished).then(|| view! { <circle class="is-here" cx=here cy="50%" r="10"></circle> })}
        </svg>
    }
}

/// `part` of `whole` as a length; a line of one dot has it at its beginning.
fn percent(part: i64, whole: i64) -> String {
    let tenths = if whole > 0 { part * 1000 / whole } else { 0 };
    format!("{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn lengths_are_parts_of_the_width() {
        assert_eq!(percent(0, 4), "0.0%");
        assert_eq!(percent(1, 3), "33.3%");
        assert_eq!(percent(4, 4), "100.0%");
        assert_eq!(percent(0, 0), "0.0%");
    }
}
