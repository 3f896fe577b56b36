use leptos::prelude::*;

use super::field_set::field_id;

/// A search: a plain form that asks the server, so it works before and without JavaScript.
///
/// See <https://designsystem.dk/komponenter/search/>.
#[component]
pub fn SearchField(
    /// Address of the page that shows what was found.
    #[prop(into)]
    action: String,
    /// The parameter's name in the address.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    #[prop(into)] button_label: String,
    /// What was searched for last.
    #[prop(optional, into)]
    value: String,
    /// Whether one writes here as soon as the page is there. Only where everybody who opens the page comes to do that.
    #[prop(optional)]
    autofocus: bool,
    /// What goes with it unseen: hidden fields.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = field_id(&name);
    view! {
        <form class="form-group search" role="search" method="get" action=action>
            {children.map(|children| children())}
            <label class="form-label" for=id.clone()>{label}</label>
            <div class="search__line">
                <input
                    class="form-input"
                    type="search"
                    id=id
                    name=name
                    value=value
                    autocomplete="off"
                    autofocus=autofocus
                />
                <button class="button button-primary button-search" type="submit">{button_label}</button>
            </div>
        </form>
    }
}
