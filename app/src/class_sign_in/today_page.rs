use domain::classroom::PupilBand;
use leptos::prelude::*;

use crate::loading::load;
use crate::pupil_band::pupil_band;
use crate::texts::use_texts;
use crate::ui::{Card, CardGrid, LinkButton, PageTitle, Tint};

/// What a pupil has today.
pub(super) fn today_page() -> impl IntoView {
    load(String::new, pupil_band, today_view)
}

fn today_view(band: Option<PupilBand>) -> AnyView {
    let texts = use_texts();
    let Some(band) = band else {
        return view! {
            <PageTitle title=texts.pupil_today() lead=texts.pupil_nobody() />
            <p>
                <LinkButton href=texts.path("/klasse") label=texts.pupil_sign_in() />
            </p>
        }
        .into_any();
    };
    view! {
        <PageTitle title=texts.pupil_hello(band.name) lead=texts.pupil_today_lead() />
        <CardGrid>
            <Card
                title=texts.pupil_learn()
                href=texts.path("/laer")
                text=texts.pupil_learn_text()
                tint=Tint::Fjord
            />
            <Card
                title=texts.pupil_practise()
                href=texts.path("/lektier/oev")
                text=texts.pupil_practise_text()
                tint=Tint::Plum
            />
        </CardGrid>
        <p class="meta">
            <a href=texts.path("/laer/gem")>{texts.pupil_take_along()}</a>
        </p>
    }
    .into_any()
}
