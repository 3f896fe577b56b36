use leptos::prelude::*;

use crate::texts::use_texts;
use crate::ui::{Breadcrumb, Tint};

/// The way back from a page that stands right behind the second door.
#[component]
pub(super) fn HomeworkCrumbs() -> impl IntoView {
    let texts = use_texts();
    let items = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_homework().to_owned(), texts.path("/lektier")),
    ];
    view! { <Breadcrumb items=items label=texts.nav_breadcrumb() tint=Tint::Plum /> }
}
