use domain::desk::DeskPlacesPage as Places;
use leptos::prelude::*;

use super::api::desk_places;
use super::waiting_calls::WaitingCallsLink;
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{Breadcrumb, Card, CardGrid, PageTitle};

/// Which desk?
pub(super) fn places_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || desk_places(locale), places_view)
}

fn places_view(page: Places) -> AnyView {
    let texts = use_texts();
    let crumbs = vec![(texts.staff_home_title().to_owned(), texts.path("/personale"))];
    let places = page.places.into_iter().map(move |place| {
        let href = texts.path(&format!("/skranke/{}", place.id));
        view! { <Card title=place.name href=href text=texts.desk_place_text() /> }
    });
    let support_workers = page.registers_support_workers.then(|| {
        view! {
            <p>
                <a href=texts.path("/skranke/ledsagere")>{texts.support_title()}</a>
            </p>
        }
    });
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.desk_title() lead=texts.desk_choose_place() />
        <CardGrid>{places.collect_view()}</CardGrid>
        {support_workers}
        <WaitingCallsLink />
    }
    .into_any()
}
