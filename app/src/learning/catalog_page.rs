use domain::ids::RolePageId;
use domain::learning::start_line::Goal;
use domain::learning::{COURSES_ON_A_PAGE, CatalogFilter, CatalogPage as Catalog, CourseCard, LEVELS};
use leptos::prelude::*;

use super::api::catalog;
use super::recommended::{Recommendations, course_card, course_href, how_far};
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Alert, AlertKind, Breadcrumb, ButtonKind, Card, CardGrid, LinkButton, PageTitle, Pagination, TagChoices,
    TagOption, Tint,
};

/// The courses: what is next for you, and all of them, or those that fit a filter.
pub(super) fn catalog_page() -> impl IntoView {
    let texts = use_texts();
    let filters = [query("emne"), query("til"), query("niveau"), query("side")];
    let fetch = move |[goal, audience, level, page]: [String; 4]| {
        catalog(goal, audience, level, page, texts.locale())
    };
    view! {
        <Breadcrumb items=vec![(texts.nav_home().to_owned(), texts.path("/"))] label=texts.nav_breadcrumb() />
        <PageTitle title=texts.learning_title() lead=texts.learning_lead() />
        {load_at(filters, fetch, catalog_view)}
    }
}

fn catalog_view(page: Catalog) -> AnyView {
    let texts = use_texts();
    view! {
        {ways(texts, page.due)}
        <Recommendations title=texts.advice_title() courses=page.recommended />
        <section aria-labelledby="all-courses">
            <h2 id="all-courses">{texts.catalog_all()}</h2>
            {choices(texts, page.audiences, &page.filter)}
            {course_list(texts, page.courses, page.found)}
            {other_pages(texts, &page.filter, page.found)}
        </section>
        <div class="stack">
            <Card
                title=texts.money_catalog()
                href=texts.path("/penge")
                text=texts.money_catalog_line()
                tint=Tint::Moss
            />
        </div>
    }
    .into_any()
}

/// What else there is: a start line for those who are in doubt, exercises, and what is kept of oneself.
fn ways(texts: Texts, due: i64) -> impl IntoView {
    let review = match due {
        0 => texts.review_title().to_owned(),
        due => texts.review_link(due),
    };
    view! {
        <section class="start-card">
            <p>{texts.start_link_lead()}</p>
            <LinkButton href=texts.path("/laer/startlinje") label=texts.start_link() kind=ButtonKind::Secondary />
        </section>
        <ul class="ways">
            <li>
                <a href=texts.path("/oevelser")>{texts.learning_exercises_link()}</a>
            </li>
            <li>
                <a href=texts.path("/laer/genopfrisk")>{review}</a>
            </li>
            <li>
                <a href=texts.path("/ordbog")>{texts.learning_glossary_title()}</a>
            </li>
            <li>
                <a href=texts.path("/laer/gem")>{texts.keep_link()}</a>
            </li>
        </ul>
    }
}

/// What to look for, as links, so that a choice is an address that can be sent to somebody.
fn choices(
    texts: Texts,
    audiences: Vec<(RolePageId, String)>,
    chosen: &CatalogFilter,
) -> impl IntoView + use<> {
    let goals = Goal::ALL.map(|goal| (goal, goal_name(texts, goal).to_owned()));
    let levels = LEVELS.map(|level| (level, level_name(texts, level).to_owned()));
    let goals = options(texts, goals, chosen.goal, |goal| CatalogFilter {
        goal,
        ..chosen.clone()
    });
    let audiences = options(texts, audiences, chosen.audience.clone(), |audience| {
        CatalogFilter {
            audience,
            ..chosen.clone()
        }
    });
    let levels = options(texts, levels, chosen.level, |level| CatalogFilter {
        level,
        ..chosen.clone()
    });
    view! {
        <TagChoices label=texts.catalog_goal() options=goals />
        <details class="more-choices" open=chosen.audience.is_some() || chosen.level.is_some()>
            <summary>{texts.catalog_more()}</summary>
            <TagChoices label=texts.catalog_audience() options=audiences />
            <TagChoices label=texts.catalog_level() options=levels />
        </details>
    }
}

/// "Alle" and every value of one part of the filter, each with the filter that it leads to.
fn options<T: PartialEq + Clone>(
    texts: Texts,
    values: impl IntoIterator<Item = (T, String)>,
    chosen: Option<T>,
    filter: impl Fn(Option<T>) -> CatalogFilter,
) -> Vec<TagOption> {
    let all = (None, texts.catalog_any().to_owned());
    let values = values.into_iter().map(|(value, name)| (Some(value), name));
    let options = std::iter::once(all).chain(values).map(|(value, label)| {
        let selected = value == chosen;
        // Another choice has other pages.
        let filter = CatalogFilter {
            page: 1,
            ..filter(value)
        };
        TagOption {
            label,
            selected,
            href: texts.path(&format!("/laer{}", filter.query())),
        }
    });
    options.collect()
}

fn goal_name(texts: Texts, goal: Goal) -> &'static str {
    match goal {
        Goal::FirstSteps => texts.catalog_first_steps(),
        Goal::Money => texts.catalog_money(),
        Goal::HelpingOthers => texts.catalog_helping(),
    }
}

fn level_name(texts: Texts, level: i64) -> &'static str {
    match level {
        1 => texts.catalog_level_first(),
        2 => texts.catalog_level_second(),
        _ => texts.catalog_level_third(),
    }
}

fn course_list(texts: Texts, courses: Vec<CourseCard>, found: i64) -> AnyView {
    let count = match found {
        0 => return view! { <Alert kind=AlertKind::Info>{texts.catalog_nothing()}</Alert> }.into_any(),
        1 => texts.catalog_found_one().to_owned(),
        count => texts.catalog_found(count),
    };
    let cards = courses.into_iter().map(move |course| {
        let size = texts.learning_size(course.lessons, course.minutes);
        let meta = how_far(texts, &course.progress).unwrap_or(size);
        let href = course_href(texts, &course);
        course_card(course, href, meta)
    });
    view! {
        <p role="status">{count}</p>
        <CardGrid>{cards.collect_view()}</CardGrid>
    }
    .into_any()
}

/// To the courses before and after these, where there are more than a page holds.
fn other_pages(texts: Texts, filter: &CatalogFilter, found: i64) -> Option<impl IntoView + use<>> {
    let last = (found - 1) / COURSES_ON_A_PAGE + 1;
    let to = |page: i64| {
        let filter = CatalogFilter {
            page,
            ..filter.clone()
        };
        let href = texts.path(&format!("/laer{}", filter.query()));
        (1..=last)
            .contains(&page)
            .then(|| (texts.catalog_page(page, last), href))
    };
    let (previous, next) = (to(filter.page - 1), to(filter.page + 1));
    (last > 1).then(|| view! { <Pagination previous=previous next=next label=texts.catalog_pages() /> })
}
