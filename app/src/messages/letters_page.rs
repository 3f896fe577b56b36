use domain::messages::{BatchView, LettersPage as View, QueuedLetter};
use domain::time::WallTime;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::counts::DeskCrumbs;
use super::letter_api::{PrintLetters, letters};
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, PageTitle, SubmitButton, Table};

/// The pile of letters.
pub(super) fn letters_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || letters(locale), letters_view)
}

fn letters_view(page: View) -> AnyView {
    let texts = use_texts();
    let taken = page.nothing_left && page.queued.is_empty();
    view! {
        <DeskCrumbs />
        <PageTitle title=texts.letters_title() lead=texts.letters_lead() />
        {taken.then(|| view! { <Alert kind=AlertKind::Info>{texts.letters_taken()}</Alert> })}
        {pile(texts, page.queued)}
        {printed(texts, page.printed)}
    }
    .into_any()
}

fn pile(texts: Texts, queued: Vec<QueuedLetter>) -> AnyView {
    if queued.is_empty() {
        return view! { <p>{texts.letters_none()}</p> }.into_any();
    }
    let label = match queued.len() {
        1 => texts.letters_print_one().to_owned(),
        several => texts.letters_print_all(several),
    };
    let head = [
        texts.letters_name(),
        texts.letters_about(),
        texts.letters_time(),
        texts.letters_way(),
    ];
    let rows = queued.into_iter().map(|letter| row(texts, letter));
    view! {
        <PostForm action=PrintLetters::PATH>
            <SubmitButton label=label />
        </PostForm>
        <Table
            caption=texts.letters_caption()
            head=head.into_iter().map(str::to_owned).collect()
            rows=rows.collect()
        />
    }
    .into_any()
}

fn row(texts: Texts, letter: QueuedLetter) -> Vec<String> {
    let way = if letter.posted {
        texts.letters_posted()
    } else {
        texts.letters_handed_over()
    };
    vec![
        letter.name,
        format!("{}, {}", letter.service, letter.location),
        moment(texts, letter.at),
        way.to_owned(),
    ]
}

fn printed(texts: Texts, batches: Vec<BatchView>) -> Option<impl IntoView> {
    let any = !batches.is_empty();
    let rows = batches.into_iter().map(move |batch| {
        let href = texts.path(&format!("/skranke/breve/print/{}", batch.id));
        let label = texts.letters_batch(batch.letters, moment(texts, batch.printed_at));
        view! {
            <li>
                <a href=href>{label}</a>
            </li>
        }
    });
    any.then(|| {
        view! {
            <section>
                <h2>{texts.letters_printed()}</h2>
                <ul class="plain-list">{rows.collect_view()}</ul>
            </section>
        }
    })
}

/// "onsdag 25. november kl. 10.30".
pub(super) fn moment(texts: Texts, at: WallTime) -> String {
    let locale = texts.locale();
    format!("{} {}", at.day_and_month(locale), at.clock(locale))
}
