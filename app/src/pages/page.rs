use domain::pages::TextPage;
use leptos::prelude::*;

use super::api::{info_page, role_page};
use crate::loading::{load_at, named, param};
use crate::reading::ReadAloud;
use crate::texts::use_texts;
use crate::ui::{Breadcrumb, ForeignText, Html, PageTitle, Sources};

/// What one role can do here.
pub(super) fn role_page_of_address() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("role")],
        move |[role]| async move { role_page(named(&role)?, locale).await },
        text_page,
    )
}

/// A page such as help or privacy: whatever `content/pages` has at this address.
pub(super) fn info_page_of_address() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("page")],
        move |[id]| async move { info_page(named(&id)?, locale).await },
        text_page,
    )
}

fn text_page(page: TextPage) -> AnyView {
    let texts = use_texts();
    let foreign = page.locale != texts.locale();
    view! {
        <Breadcrumb items=vec![(texts.nav_home().to_owned(), texts.path("/"))] label=texts.nav_breadcrumb() />
        <article lang=page.locale.tag() dir=page.locale.direction()>
            <PageTitle title=page.title lead=page.summary />
            {foreign.then(|| view! { <ForeignText text=texts.common_danish_only() reader=texts.locale() /> })}
            <ReadAloud locale=page.locale />
            {page
                .picture
                .map(|picture| view! { <img class="lead-picture" src=picture.src alt=picture.alt width="240" height="180" /> })}
            <Html html=page.html />
            <Sources title=texts.common_sources() items=page.sources checked_label=texts.common_checked() />
        </article>
    }
    .into_any()
}
