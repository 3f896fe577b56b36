use domain::homework::{AddressedGuide, GuideSection};
use domain::learning::Reading;
use leptos::prelude::*;

use super::api::guide;
use super::crumbs::HomeworkCrumbs;
use super::guides_page::guide_meta;
use super::take_along::TakeAlong;
use crate::loading::{load_at, named, param, query};
use crate::reading::{ReadAloud, TextChoice};
use crate::texts::use_texts;
use crate::ui::{ForeignText, Html, PageTitle, Sources, SpeechBubbles};

/// One guide: how school does it now, three questions to ask, and a five-minute activity.
pub(super) fn guide_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("guide"), query("tekst")],
        move |[id, text]| async move { guide(named(&id)?, Reading::from_address(&text), locale).await },
        guide_view,
    )
}

fn guide_view(page: AddressedGuide) -> AnyView {
    let texts = use_texts();
    let guide = page.guide;
    let foreign = guide.card.locale != texts.locale();
    let meta = guide_meta(texts, &guide.card);
    // A guide seldom says anything beside the questions.
    let has_more = !guide.ask.html.is_empty();
    let minutes = texts.homework_minutes(guide.card.minutes);
    view! {
        <HomeworkCrumbs />
        <article class="guide" lang=guide.card.locale.tag() dir=guide.card.locale.direction()>
            <PageTitle title=guide.card.title lead=guide.card.summary />
            <p class="meta">{meta}</p>
            {foreign.then(|| view! { <ForeignText text=texts.common_danish_only() reader=texts.locale() /> })}
            <ReadAloud locale=guide.card.locale />
            {guide.reading.map(|chosen| view! { <TextChoice chosen=chosen /> })}
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
                {has_more.then(|| view! { <Html html=guide.ask.html /> })}
                <SpeechBubbles items=guide.questions />
            </section>
            <section class="activity-card">
                <h2 data-read="">{guide.activity.title}</h2>
                <p class="meta" data-read="">{minutes}</p>
                <Html html=guide.activity.html />
            </section>
            <Section section=guide.words />
            <Section section=guide.pitfalls />
            <Section section=guide.stop />
            <TakeAlong address=page.address code=page.code />
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
