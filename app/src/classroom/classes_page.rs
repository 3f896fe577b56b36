use domain::classroom::{ClassRow, ClassesPage as Classes};
use leptos::prelude::*;

use super::pages_api::classes;
use crate::homework::grade_name;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Breadcrumb, LinkButton, PageTitle};

/// A teacher's own classes.
pub(super) fn classes_page() -> impl IntoView {
    let texts = use_texts();
    load(String::new, move || classes(texts.locale()), classes_view)
}

fn classes_view(page: Classes) -> AnyView {
    let texts = use_texts();
    let erased = page.erased.map(|name| {
        view! { <Alert kind=AlertKind::Success>{texts.classroom_erased(name)}</Alert> }
    });
    let nothing = page
        .classes
        .is_empty()
        .then(|| view! { <p>{texts.classroom_none()}</p> });
    let rows = page.classes.into_iter().map(|class| class_line(texts, class));
    view! {
        <Breadcrumb items=crumbs(texts) label=texts.nav_breadcrumb() />
        {erased}
        <PageTitle title=texts.classroom_classes() lead=texts.classroom_classes_lead() />
        {nothing}
        <ul class="desk-rows">{rows.collect_view()}</ul>
        <p>
            <LinkButton href=texts.path("/personale/klasser/ny") label=texts.classroom_new() />
        </p>
    }
    .into_any()
}

fn class_line(texts: Texts, class: ClassRow) -> impl IntoView {
    let href = texts.path(&format!("/personale/klasser/{}", class.id.0));
    view! {
        <li class="desk-row">
            <div class="desk-row__who">
                <p>
                    <a href=href>
                        <strong>{class.name}</strong>
                    </a>
                </p>
                <p class="desk-row__about">
                    {grade_name(texts, class.grade)} " · " {texts.classroom_pupils(class.pupils)} " · "
                    {texts.classroom_ends(class.ends_on)}
                </p>
            </div>
        </li>
    }
}

/// The way back from the pages of a class.
pub(super) fn crumbs(texts: Texts) -> Vec<(String, String)> {
    vec![(texts.staff_home_title().to_owned(), texts.path("/personale"))]
}

/// The same from the pages behind a class's own page.
pub(super) fn class_crumbs(texts: Texts, class: Option<&ClassRow>) -> Vec<(String, String)> {
    let mut items = crumbs(texts);
    items.push((
        texts.classroom_classes().to_owned(),
        texts.path("/personale/klasser"),
    ));
    items.extend(class.map(|class| {
        let path = format!("/personale/klasser/{}", class.id.0);
        (class.name.clone(), texts.path(&path))
    }));
    items
}
