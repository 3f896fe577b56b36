use domain::classroom::WayIn;
use leptos::prelude::*;

use crate::texts::Texts;
use crate::ui::QrCode;

/// How pupils come in, as it can be shown on a board.
pub(super) fn way_in_view(texts: Texts, way_in: WayIn) -> impl IntoView {
    let code = way_in.code.replace('-', " ");
    view! {
        <section class="class-way-in">
            <div>
                <h2>{texts.classroom_way_in()}</h2>
                <p>{texts.classroom_way_in_text()} " " <span dir="ltr">{way_in.address}</span></p>
                <p class="ticket__code" translate="no" dir="ltr">{code}</p>
            </div>
            <QrCode code=way_in.qr_code alt=texts.classroom_card_qr() />
        </section>
    }
}
