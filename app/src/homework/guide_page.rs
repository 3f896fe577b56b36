use domain::homework::{GuidePage as Guide, GuideSection};
use domain::ids::GuideId;
use leptos::prelude::*;

use super::api::guide;
use super::guides_page::guide_meta;
use crate::error::AppError;
use crate::loading::{load, param};
use crate::reading::ReadAloud;
use crate::texts::use_texts;
use crate::ui::{Breadcrumb, ForeignText, Html, PageTitle, Sources, SpeechBubbles, Tint};

/// One guide: how school does it now, three questions to ask, and a five-minute activity.
pub(super) fn guide_page() -> impl IntoView {
    let locale = use_texts().locale();
    let id = param("guide");
    let fetch = move || async move {
        guide(
            GuideId::parse(&id.get_untracked()).map_err(|_| AppError::NotFound)?,
            locale,
        )
        .await
    };
    load(move || id.get(), fetch, guide_view)
}

fn guide_view(guide: Guide) -> AnyView {
    let texts = use_texts();
    let foreign = guide.card.locale != texts.locale();
    let meta = guide_meta(texts, &guide.card);
    let minutes = texts.homework_minutes(guide.card.minutes);
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_homework().to_owned(), texts.path("/lektier")),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() tint=Tint::Plum />
        <article class="guide" lang=guide.card.locale.tag() dir=guide.card.locale.direction()>
            <PageTitle title=guide.card.title lead=guide.card.summary />
            <p class="meta">{meta}</p>
            {foreign.then(|| view! { <ForeignText text=texts.common_danish_only() reader=texts.locale() /> })}
            <ReadAloud locale=guide.card.locale />
            <img
                class="lead-picture"
                src=guide.card.picture.src
                alt=guide.card.picture.alt
                width="240"
                height="180"
            />
            <Html html=guide.intro_html />
            <Section section=guide.now />
            <section class="ask">
                <h2 data-read="">{guide.ask.title}</h2>
                <SpeechBubbles items=guide.questions />
            </section>
            <section class="activity-card">
                <h2 data-read="">{guide.activity.title}</h2>
                <p class="meta">{minutes}</p>
                <Html html=guide.activity.html />
            </section>
            <Section section=guide.words />
            <Section section=guide.pitfalls />
            <Section section=guide.stop />
            <p class="meta">{texts.common_owner(guide.owner, guide.revised)}</p>
            <Sources title=texts.common_sources() items=guide.sources checked_label=texts.common_checked() />
        </article>
    }
    .into_any()
}

#[component]
fn Section(section: GuideSection) -> impl IntoView {
    view! {
        <section>
            <h2 data-read="">{section.title}</h2>
            <Html html=section.html />
        </section>
    }
}
