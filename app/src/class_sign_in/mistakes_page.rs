use domain::classroom::{Mistake, MistakesPage as Mistakes};
use leptos::prelude::*;

use super::mistakes_api::mistakes;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, LinkButton, PageTitle};

/// What a pupil has answered wrongly, with the explanation, and the way to try again.
pub(super) fn mistakes_page() -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![(texts.pupil_today().to_owned(), texts.path("/klasse/i-dag"))];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        {load(String::new, move || mistakes(texts.locale()), mistakes_view)}
    }
}

fn mistakes_view(page: Mistakes) -> AnyView {
    let texts = use_texts();
    let lead = if page.mistakes.is_empty() {
        texts.today_no_mistakes()
    } else {
        texts.today_mistakes_lead()
    };
    let rows = page
        .mistakes
        .into_iter()
        .map(|mistake| mistake_view(texts, mistake));
    view! {
        <PageTitle title=texts.today_mistakes() lead=lead />
        <ul class="today">{rows.collect_view()}</ul>
        <p>
            <a href=texts.path("/klasse/i-dag")>{texts.today_back()}</a>
        </p>
    }
    .into_any()
}

fn mistake_view(texts: Texts, mistake: Mistake) -> impl IntoView {
    let seen = mistake.seen;
    let path = format!("/laer/{}/{}/{}", seen.course, seen.here.lesson, seen.here.step);
    let said = seen.given.feedback.into_iter();
    let said = said.filter(|feedback| !feedback.text.is_empty());
    let said = said.map(|feedback| view! { <p data-read="">{feedback.text}</p> });
    view! {
        <li class="today__item">
            <p class="meta">{mistake.course_title} " · " {mistake.step_title}</p>
            <h2 class="today__title" data-read="">{seen.prompt}</h2>
            {said.collect_view()}
            <LinkButton href=texts.path(&path) label=texts.today_try_again() />
        </li>
    }
}
