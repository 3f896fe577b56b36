use domain::ids::CourseId;
use domain::learning::{FilmView, StepRef};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::form::PostForm;
use crate::learning::api::AgreeToFilms;
use crate::learning::step_fields::StepFields;
use crate::loading::query;
use crate::texts::use_texts;
use crate::ui::{Accordion, ButtonKind, LinkButton, SubmitButton};

/// A film: what it says as text first, and the film itself only for those who ask for it, since its provider sees who
/// watches.
#[component]
pub fn FilmCard(course: CourseId, here: StepRef, film: FilmView) -> impl IntoView {
    let texts = use_texts();
    let provider = film.provider;
    let asked_for = film.agreed || query("film").get_untracked() == "vis";
    let player = asked_for.then(|| {
        view! {
            <iframe
                class="film"
                src=provider.embed_address(&film.film)
                title=film.title.clone()
                width="560"
                height="315"
                allowfullscreen=true
            ></iframe>
        }
    });
    let (answer, label) = if film.agreed {
        ("nej", texts.learning_film_revoke(provider.name()))
    } else {
        ("ja", texts.learning_film_remember(provider.name()))
    };
    let show = (!asked_for).then(|| {
        view! { <LinkButton href="?film=vis" label=texts.learning_film_show() kind=ButtonKind::Secondary /> }
    });
    view! {
        <section class="assignment">
            <h2 data-read="">{film.title.clone()}</h2>
            <p>{texts.learning_film_size(film.minutes, provider.name())}</p>
            <p class="meta">{texts.learning_film_captions(film.captions.join(", "))}</p>
            <Accordion summary=texts.learning_film_transcript() open=true>
                <crate::ui::Html html=film.transcript />
            </Accordion>
            {player}
            {show}
            <PostForm action=AgreeToFilms::PATH>
                <StepFields course=course here=here />
                <input type="hidden" name="provider" value=provider.as_str() />
                <input type="hidden" name="agree" value=answer />
                <SubmitButton label=label kind=ButtonKind::Tertiary />
            </PostForm>
        </section>
    }
}
