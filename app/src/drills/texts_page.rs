use domain::drills::{Level, TextCard, TextsPage as Texts};
use domain::homework::Subject;
use leptos::prelude::*;

use super::drill_page::crumbs;
use super::text_page::{text_meta, text_path};
use super::texts_api::reading_texts;
use crate::homework::subject_name;
use crate::loading::load;
use crate::texts::{Texts as Catalogue, use_texts};
use crate::ui::{Breadcrumb, PageTitle, Tint};

/// Where all texts stand.
pub(super) const TEXTS_PATH: &str = "/lektier/oev/laesning";

/// The subjects that have texts.
const SUBJECTS: [Subject; 2] = [Subject::Dansk, Subject::Engelsk];

/// Short texts to read and understand, by subject and level.
pub(super) fn texts_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        <Breadcrumb items=crumbs(texts) label=texts.nav_breadcrumb() tint=Tint::Plum />
        <PageTitle title=texts.understand_title() lead=texts.understand_lead() />
        {load(String::new, reading_texts, texts_view)}
    }
}

fn texts_view(page: Texts) -> AnyView {
    let texts = use_texts();
    let subjects = SUBJECTS.map(|subject| {
        let levels = Level::ALL.map(|level| {
            let fits = |card: &&TextCard| card.subject() == subject && card.level == level;
            let cards: Vec<_> = page.texts.iter().filter(fits).cloned().collect();
            level_view(texts, level, cards)
        });
        view! {
            <section>
                <h2>{subject_name(texts, subject)}</h2>
                <div class="drill-cards">{levels.into_iter().collect_view()}</div>
            </section>
        }
    });
    subjects.into_iter().collect_view().into_any()
}

/// The texts of a level; nothing where there are none.
fn level_view(texts: Catalogue, level: Level, cards: Vec<TextCard>) -> Option<impl IntoView> {
    let name = texts.drills_level(level.number());
    let has_some = !cards.is_empty();
    let links = cards
        .into_iter()
        .map(|card| text_link(texts, card))
        .collect_view();
    has_some.then(|| {
        view! {
            <section class="drill-card tint-plum">
                <h3 class="drill-card__title">{name.clone()}</h3>
                <ul class="drill-levels" aria-label=name>
                    {links}
                </ul>
            </section>
        }
    })
}

fn text_link(texts: Catalogue, card: TextCard) -> impl IntoView {
    let meta = text_meta(texts, &card);
    let understood = card.understood.then(|| texts.understand_done());
    view! {
        <li>
            <a class="drill-level" href=texts.path(&text_path(&card.id))>
                <strong lang=card.locale.tag()>{card.title}</strong>
                " "
                <span>{meta} {understood.map(|done| format!(" · {done}"))}</span>
            </a>
        </li>
    }
}
