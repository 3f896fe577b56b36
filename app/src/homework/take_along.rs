use domain::pages::QrCode as Code;
use leptos::prelude::*;

use crate::texts::use_texts;
use crate::ui::{Accordion, PrintButton, QrCode};

/// A guide on paper, or on the telephone that is at hand when the homework is.
#[component]
pub(super) fn TakeAlong(
    /// Leads to the same text on another device.
    address: String,
    code: Code,
) -> impl IntoView {
    let texts = use_texts();
    view! {
        <section class="take-along" lang=texts.locale().tag() dir=texts.locale().direction()>
            <h2 data-read="">{texts.guide_take_along()}</h2>
            <PrintButton label=texts.guide_print() />
            <Accordion summary=texts.guide_phone()>
                <p data-read="">{texts.guide_scan()}</p>
                <QrCode code=code alt=texts.guide_code() />
                <p data-read="">{texts.guide_copy()}</p>
                <p class="take-along__address" dir="ltr">{address}</p>
            </Accordion>
        </section>
    }
}
