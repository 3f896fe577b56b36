use domain::messages::{LetterSheet, LettersToPrint, MessageSection};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::counts::DeskCrumbs;
use super::letter_api::{PutBack, printed_letters};
use crate::form::PostForm;
use crate::loading::{load_at, param};
use crate::texts::use_texts;
use crate::ui::{ButtonKind, PageTitle, PrintButton, SubmitButton};

/// Letters that were taken out of the pile together, a sheet each.
pub(super) fn print_page() -> impl IntoView {
    load_at([param("batch")], |[batch]| printed_letters(batch), sheets_view)
}

fn sheets_view(page: LettersToPrint) -> AnyView {
    let texts = use_texts();
    let sheets = page.sheets.into_iter().map(sheet);
    view! {
        <div class="letter-tools">
            <DeskCrumbs />
            <PageTitle title=texts.letters_sheets_title() lead=texts.letters_sheets_lead() />
            <PrintButton label=texts.letters_sheets_print() />
            <PostForm action=PutBack::PATH>
                <input type="hidden" name="batch" value=page.batch />
                <SubmitButton label=texts.letters_put_back() kind=ButtonKind::Secondary />
            </PostForm>
            <p>
                <a href=texts.path("/skranke/breve")>{texts.letters_back()}</a>
            </p>
        </div>
        {sheets.collect_view()}
    }
    .into_any()
}

/// One letter. Its name and address stand where an envelope has its window.
fn sheet(sheet: LetterSheet) -> impl IntoView {
    let recipient = sheet
        .recipient
        .into_iter()
        .map(|line| view! { <span>{line}</span> });
    let municipality = sheet.municipality;
    let sections = sheet
        .sections
        .into_iter()
        .map(|said| section(said, municipality.clone()));
    view! {
        <article class="letter-sheet" lang="da" dir="ltr">
            <div class="letter-sheet__window">
                <p class="letter-sheet__sender">{sheet.sender}</p>
                <p class="letter-sheet__recipient">{recipient.collect_view()}</p>
            </div>
            <p class="letter-sheet__date">{sheet.date}</p>
            {sections.collect_view()}
        </article>
    }
}

fn section(said: MessageSection, municipality: String) -> impl IntoView {
    let facts = said.facts.into_iter().map(|line| view! { <span>{line}</span> });
    let code = said.code.map(|code| {
        view! {
            <p>
                {code.label} ": " <strong class="letter-sheet__code" dir="ltr">{code.code}</strong>
            </p>
        }
    });
    let bring = (!said.bring.is_empty()).then(|| {
        view! {
            <p>{said.bring_title} ": " {said.bring.join(" · ")}</p>
        }
    });
    let closing = said.closing.join(" ");
    let regards = (!said.regards.is_empty()).then(|| {
        view! {
            <p>{said.regards} ", " {municipality}</p>
        }
    });
    view! {
        <section lang=said.locale.tag() dir=said.locale.direction()>
            <h2>{said.opening}</h2>
            <p class="letter-sheet__facts">{facts.collect_view()}</p>
            {code}
            {bring}
            <p>{closing}</p>
            {regards}
        </section>
    }
}
