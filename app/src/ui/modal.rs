use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlDialogElement;

use super::button::ButtonKind;

/// A question that has to be answered before the page goes on. The native `<dialog>` keeps the focus inside and closes on
/// Escape; its close button works without JavaScript.
///
/// See <https://designsystem.dk/komponenter/modal/>.
#[component]
pub fn Modal(
    /// The id that a [`ModalButton`] opens.
    #[prop(into)]
    id: String,
    #[prop(into)] title: String,
    #[prop(into)] close_label: String,
    children: Children,
) -> impl IntoView {
    let heading_id = format!("{id}-heading");
    view! {
        <dialog class="fds-modal" id=id aria-labelledby=heading_id>
            <div class="modal-header">
                <h2 class="modal-title" id=heading_id.clone()>{title}</h2>
                <form method="dialog">
                    <button class="modal-close" type="submit">{close_label}</button>
                </form>
            </div>
            <div class="modal-body">{children()}</div>
        </dialog>
    }
}

/// Opens a [`Modal`]. Without JavaScript the browsers that know `command` open it themselves.
///
/// See <https://designsystem.dk/komponenter/modal/>.
#[component]
pub fn ModalButton(
    #[prop(into)] modal_id: String,
    #[prop(into)] label: String,
    #[prop(default = ButtonKind::Secondary)] kind: ButtonKind,
) -> impl IntoView {
    let target = modal_id.clone();
    let open = move |_| {
        let dialog = document()
            .get_element_by_id(&target)
            .and_then(|element| element.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
            // It only fails for a dialog that has been taken out of the page, and then there is nothing to open.
            let _ = dialog.show_modal();
        }
    };
    html::button()
        .r#type("button")
        .class(kind.class())
        .attr("command", "show-modal")
        .attr("commandfor", modal_id)
        .on(leptos::ev::click, open)
        .child(label)
}
