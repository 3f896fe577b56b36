use domain::classroom::{PupilRow, SheetPage, SignInKind};
use domain::ids::{ClassId, PupilId};
use leptos::prelude::*;

use super::classes_page::class_crumbs;
use super::pages_api::cards;
use crate::loading::{load_at, named, param, query};
use crate::sign_in_pictures::CardCode;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, PageTitle, PrintButton, QrCode};

/// The cards of a class, to be printed and cut out.
pub(super) fn cards_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("class"), query("elev")],
        move |[class, pupil]| async move {
            cards(ClassId(named(&class)?), pupil.parse().ok().map(PupilId), locale).await
        },
        cards_view,
    )
}

fn cards_view(sheet: SheetPage) -> AnyView {
    let texts = use_texts();
    let how = match sheet.sign_in {
        SignInKind::Pictures => texts.classroom_card_pictures(),
        SignInKind::Words => texts.classroom_card_words(),
    };
    let pupils = sheet.pupils.clone();
    let cards = pupils.into_iter().map(|pupil| card(texts, &sheet, pupil, how));
    view! {
        <Breadcrumb items=class_crumbs(texts, Some(&sheet.class)) label=texts.nav_breadcrumb() />
        <PageTitle title=texts.classroom_cards_of(&sheet.class.name) />
        <div class="handout-tools">
            <p>{texts.classroom_cards_how()}</p>
            <PrintButton label=texts.classroom_cards_print() />
        </div>
        <div class="class-cards">{cards.collect_view()}</div>
    }
    .into_any()
}

fn card(texts: Texts, sheet: &SheetPage, pupil: PupilRow, how: &'static str) -> impl IntoView + use<> {
    let address = sheet.way_in.address.clone();
    let class_code = sheet.way_in.code.replace('-', " ");
    let qr_code = sheet.way_in.qr_code.clone();
    view! {
        <section class="class-card">
            <h2 class="class-card__name" dir="auto">{pupil.name}</h2>
            <QrCode code=qr_code alt=texts.classroom_card_qr() />
            <div class="class-card__steps">
                <p>{texts.classroom_card_address()} " " <span dir="ltr">{address}</span></p>
                <p>{texts.classroom_card_class()} " " <strong translate="no" dir="ltr">{class_code}</strong></p>
                <p>{how}</p>
            </div>
            {pupil.code.map(|code| view! { <CardCode code=code texts=texts /> })}
        </section>
    }
}
