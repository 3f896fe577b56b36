use domain::cafe::{Ink, PAPER_HEIGHT, PAPER_WIDTH, SketchPage, SketchTools};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::figure_forms::figure_forms;
use super::pen::{Pen, dry};
use super::sketch_api::TakeBackMarks;
use crate::form::PostForm;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, Choice, ChoiceGroup, ChoiceKind, SubmitButton};

/// What both see. Where a script runs, it also tells the pen what has arrived.
pub(super) fn drawing_view(page: SketchPage) -> AnyView {
    if !page.shown {
        return ().into_any();
    }
    let texts = use_texts();
    dry();
    let full = page
        .is_full
        .then(|| view! { <Alert kind=AlertKind::Info>{texts.sketch_full()}</Alert> });
    view! {
        <h2 class="cafe-sketch__title">{texts.sketch_title()}</h2>
        <svg
            class="cafe-paper"
            viewBox=paper()
            role="img"
            aria-label=page.said.join(" ")
            direction="ltr"
            inner_html=page.drawing
        />
        <div class="cafe-sketch__full">{full}</div>
    }
    .into_any()
}

/// The pen, the figures, and taking back.
pub(super) fn tools_view(page: SketchTools) -> AnyView {
    if !page.may_draw {
        return ().into_any();
    }
    let texts = use_texts();
    view! {
        <Pen room=page.room.clone() />
        <div class="cafe-tools">
            <p class="cafe-tools__without-script">{texts.sketch_without_script()}</p>
            <div class="cafe-inks cafe-grades">{inks(texts)}</div>
            <div class="cafe-steps">
                {take_back(&page.room, ("last", texts.sketch_take_back()))}
                {take_back(&page.room, ("all", texts.sketch_clear()))}
            </div>
            {figure_forms(texts, page)}
            <p class="cafe-tools__seen">{texts.sketch_seen_by()}</p>
        </div>
    }
    .into_any()
}

/// The paper's own units, from its upper left corner.
pub(super) fn paper() -> String {
    format!("0 0 {PAPER_WIDTH} {PAPER_HEIGHT}")
}

fn inks(texts: Texts) -> impl IntoView {
    let name = |ink| match ink {
        Ink::Black => texts.sketch_black(),
        Ink::Blue => texts.sketch_blue(),
        Ink::Green => texts.sketch_green(),
        Ink::Red => texts.sketch_red(),
    };
    let options = Ink::ALL.map(|ink| Choice {
        value: ink.as_str().to_owned(),
        label: name(ink).to_owned(),
        checked: ink == Ink::default(),
        ..Choice::default()
    });
    view! {
        <ChoiceGroup legend=texts.sketch_ink() name="ink" kind=ChoiceKind::Radio options=options.into() />
    }
}

fn take_back(room: &str, (what, label): (&'static str, &'static str)) -> impl IntoView + use<> {
    let room = room.to_owned();
    view! {
        <PostForm action=TakeBackMarks::PATH>
            <input type="hidden" name="room" value=room />
            <input type="hidden" name="what" value=what />
            <SubmitButton label=label kind=ButtonKind::Secondary />
        </PostForm>
    }
}
