use leptos::prelude::*;

/// The few signs that are drawn, all with one pen: a round line two units wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconShape {
    Check,
    /// Forward in the reading direction: look again, try once more.
    Onward,
    Info,
    Warning,
    Search,
    Phone,
    Clock,
    Place,
    Letter,
    Help,
    Sound,
    Pause,
    Stop,
}

impl IconShape {
    fn path(self) -> &'static str {
        match self {
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Onward => "M5 12h14M13 6l6 6-6 6",
            Self::Info => "M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5M12 7.5v.01",
            Self::Warning => "M12 4L2.5 20h19zM12 10v4.5M12 17.2v.01",
            Self::Search => "M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5",
            Self::Phone => {
                "M5 4h4l1.5 5-2.5 1.5a12 12 0 005.5 5.5L15 13.5l5 1.5v4a1.5 1.5 0 01-1.5 1.5C10.5 20 4 13.5 3.5 5.5A1.5 1.5 0 015 4z"
            }
            Self::Clock => "M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3.5 2",
            Self::Place => {
                "M12 21s-7-6.5-7-11.5a7 7 0 0114 0C19 14.5 12 21 12 21zM12 12a2.5 2.5 0 100-5 2.5 2.5 0 000 5z"
            }
            Self::Letter => "M3 6h18v12.5H3zM3 6.5l9 7 9-7",
            Self::Sound => "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 010 6M18 6.5a8 8 0 010 11",
            Self::Pause => "M8.5 5v14M15.5 5v14",
            Self::Stop => "M6.5 6.5h11v11h-11z",
            Self::Help => {
                "M12 21a9 9 0 100-18 9 9 0 000 18zM9.5 9.5a2.5 2.5 0 113.7 2.2c-.8.5-1.2 1-1.2 1.8M12 16.5v.01"
            }
        }
    }
}

/// A sign beside words that say the same, so a screen reader passes over it.
///
/// See <https://designsystem.dk/design/ikoner/>.
#[component]
pub fn Icon(shape: IconShape) -> impl IntoView {
    view! {
        <svg class="icon-svg" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path
                d=shape.path()
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linecap="round"
                stroke-linejoin="round"
            ></path>
        </svg>
    }
}
