use domain::learning::question::Area;
use leptos::prelude::*;

/// A picture whose places can be pressed: each is a label of a field in the list that stands beside it, so that pressing
/// one chooses it there, with a keyboard and without JavaScript as well.
///
/// Pictures are four wide and three high.
#[component]
pub fn SpotPicture(
    src: String,
    alt: String,
    /// The fields' ids and where their places are.
    spots: Vec<(String, Area)>,
) -> impl IntoView {
    let spots = spots.into_iter().zip(1..).map(|((id, area), number)| {
        // A picture that is four wide and three high is drawn on 100 by 75.
        let down = |percent: u8| f32::from(percent) * 0.75;
        let (x, y) = (f32::from(area.left), down(area.top));
        view! {
            <label class="spot" for=id aria-hidden="true">
                <svg viewBox="0 0 100 75" focusable="false">
                    <rect x=x y=y width=f32::from(area.width) height=down(area.height) rx="1.5"></rect>
                    <circle cx=x + 5.0 cy=y + 5.0 r="4"></circle>
                    <text x=x + 5.0 y=y + 6.9 text-anchor="middle">{number}</text>
                </svg>
            </label>
        }
    });
    view! {
        <div class="spot-picture">
            <img src=src alt=alt width="400" height="300" />
            {spots.collect_view()}
        </div>
    }
}
