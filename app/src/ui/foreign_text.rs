use domain::locale::Locale;
use leptos::prelude::*;

/// A text that has not been translated: a line in the reader's language says so, and the text is marked with its own, so
/// that it is read aloud as it should be and runs from its own side.
///
/// See <https://designsystem.dk/komponenter/sprogvaelger/>.
#[component]
pub fn ForeignText(
    /// That the text is in Danish only, said in the page's language.
    #[prop(into)]
    text: String,
    /// The page's language, in which `text` is: it may stand within a text of another.
    reader: Locale,
    /// The language of what stands inside.
    #[prop(default = Locale::Da)]
    lang: Locale,
    /// The untranslated text; without it only the line is shown.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <p class="foreign-note" data-read="" lang=reader.tag() dir=reader.direction()>
            {text}
        </p>
        {children.map(|children| view! { <div lang=lang.tag() dir=lang.direction()>{children()}</div> })}
    }
}
