use domain::ids::{PageId, RolePageId};
use domain::pages::TextPage;
use leptos::prelude::*;

use super::api::{info_page, role_page};
use crate::error::AppError;
use crate::loading::{param, when_loaded};
use crate::texts::use_texts;
use crate::ui::{Breadcrumb, ForeignText, Html, PageTitle, Sources};

/// What one role can do here.
#[component]
pub fn RolePage() -> impl IntoView {
    let locale = use_texts().locale();
    let role = param("role");
    let page = Resource::new(
        move || role.get(),
        move |id| async move { role_page(RolePageId::parse(&id).map_err(|_| AppError::NotFound)?, locale).await },
    );
    when_loaded(page, text_page)
}

/// A page such as help or privacy.
#[component]
pub fn InfoPage(
    /// The page's id in `content/pages`.
    id: &'static str,
) -> impl IntoView {
    let locale = use_texts().locale();
    let page = Resource::new(
        || (),
        move |()| async move { info_page(PageId::parse(id).map_err(|_| AppError::NotFound)?, locale).await },
    );
    when_loaded(page, text_page)
}

fn text_page(page: TextPage) -> impl IntoView {
    let texts = use_texts();
    let foreign = page.locale != texts.locale();
    view! {
        <Breadcrumb items=vec![(texts.nav_home().to_owned(), texts.path("/"))] label=texts.nav_breadcrumb() />
        <article lang=page.locale.tag()>
            <PageTitle title=page.title lead=page.summary />
            {foreign.then(|| view! { <ForeignText text=texts.common_danish_only() /> })}
            {page
                .picture
                .map(|picture| view! { <img class="lead-picture" src=picture.src alt=picture.alt width="240" height="180" /> })}
            <Html html=page.html />
            <Sources title=texts.common_sources() items=page.sources checked_label=texts.common_checked() />
        </article>
    }
}
