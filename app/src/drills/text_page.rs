use domain::drills::{TextCard, TextPage as Page, TextQuestion, TextScore, TextVerdict};
use domain::ids::TextId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::drill_page::crumbs;
use super::texts_api::{AnswerReadingText, reading_text};
use super::texts_page::TEXTS_PATH;
use crate::form::PostForm;
use crate::homework::grade_name;
use crate::loading::{load_at, named, param};
use crate::reading::ReadAloud;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Alert, AlertKind, Breadcrumb, ButtonKind, Choice, ChoiceGroup, ChoiceKind, LinkButton, PageTitle,
    PrintButton, SubmitButton, Tint, Verdict,
};

/// A short text, and the questions that show whether it was understood.
pub(super) fn text_page() -> impl IntoView {
    load_at(
        [param("text")],
        |[id]| async move { reading_text(named(&id)?).await },
        text_view,
    )
}

/// Where a text is read.
pub(super) fn text_path(id: &TextId) -> String {
    format!("{TEXTS_PATH}/{id}")
}

/// "4. klasse · LIX 18": for whom it is, and how hard.
pub(super) fn text_meta(texts: Texts, card: &TextCard) -> String {
    format!(
        "{} · {}",
        grade_name(texts, card.grade()),
        texts.understand_lix(card.lix)
    )
}

fn text_view(page: Page) -> AnyView {
    let texts = use_texts();
    let locale = page.card.locale;
    let mut way = crumbs(texts);
    way.push((texts.understand_title().to_owned(), texts.path(TEXTS_PATH)));
    let paragraphs = page.paragraphs.into_iter();
    let paragraphs = paragraphs
        .map(|text| view! { <p data-read="">{text}</p> })
        .collect_view();
    let (score, next) = (page.score, page.next);
    view! {
        <Breadcrumb items=way label=texts.nav_breadcrumb() tint=Tint::Plum />
        <div class="reading-text">
            <PageTitle title=page.card.title.clone() />
            <p class="meta">
                {texts.drills_level(page.card.level.number())} " · " {text_meta(texts, &page.card)}
            </p>
            <ReadAloud locale=locale />
            <article lang=locale.tag() dir=locale.direction()>{paragraphs}</article>
            <h2>{texts.understand_questions()}</h2>
            {questions(texts, &page.card, page.questions, score)}
            {onward(texts, score, next)}
        </div>
    }
    .into_any()
}

/// All questions in one form: whoever reads may answer in any order, and look at the text in between.
fn questions(
    texts: Texts,
    card: &TextCard,
    questions: Vec<TextQuestion>,
    score: Option<TextScore>,
) -> impl IntoView + use<> {
    let (id, locale) = (card.id.to_string(), card.locale);
    let groups = questions.into_iter().enumerate();
    let groups = groups
        .map(|(index, question)| question_view(texts, index, question, score))
        .collect_view();
    let label = match score {
        None => texts.understand_check(),
        Some(_) => texts.drills_check_again(),
    };
    view! {
        <PostForm action=AnswerReadingText::PATH class="reading-text__questions">
            <input type="hidden" name="id" value=id />
            <div lang=locale.tag() dir=locale.direction()>{groups}</div>
            {score.map(|score| score_view(texts, score))}
            <SubmitButton label=label />
        </PostForm>
    }
}

fn question_view(
    texts: Texts,
    index: usize,
    question: TextQuestion,
    score: Option<TextScore>,
) -> impl IntoView {
    let is_missing = score.is_some() && question.verdict.is_none();
    let verdict = question.verdict.map(|verdict| said(texts, verdict));
    let given = question.given;
    let options = question.options.into_iter().map(|option| {
        let checked = option.id.as_str() == given;
        Choice {
            value: option.id.to_string(),
            label: option.text,
            hint: None,
            checked,
            verdict: verdict.clone().filter(|_| checked),
        }
    });
    view! {
        <ChoiceGroup
            legend=question.prompt
            name=format!("answers[q{index}]")
            kind=ChoiceKind::Radio
            options=options.collect()
            error=is_missing.then(|| texts.understand_choose().to_owned())
        />
    }
}

/// A right answer is shown with the words of the text that say so.
fn said(texts: Texts, verdict: TextVerdict) -> Verdict {
    let sign = if verdict.correct {
        texts.question_right()
    } else {
        texts.question_not_quite()
    };
    let text = if verdict.correct {
        format!("{} {}", verdict.feedback, texts.understand_quote(verdict.quote))
    } else {
        verdict.feedback
    };
    Verdict {
        correct: verdict.correct,
        sign: sign.to_owned(),
        text,
    }
}

fn score_view(texts: Texts, score: TextScore) -> impl IntoView {
    let (kind, text) = if score.is_full() {
        (AlertKind::Success, texts.understand_all_right().to_owned())
    } else {
        (
            AlertKind::Info,
            texts.understand_some_right(score.questions, score.right),
        )
    };
    view! { <Alert kind=kind>{text}</Alert> }
}

/// The next text, paper, and all texts.
fn onward(texts: Texts, score: Option<TextScore>, next: Option<TextCard>) -> impl IntoView {
    let kind = match score {
        Some(score) if score.is_full() => ButtonKind::Primary,
        _ => ButtonKind::Secondary,
    };
    let next = next.map(|next| {
        let href = texts.path(&text_path(&next.id));
        view! { <LinkButton href=href label=texts.understand_next(next.title) kind=kind /> }
    });
    view! {
        <div class="reading-text__onward">
            {next}
            <PrintButton label=texts.understand_print() />
            <p>
                <a href=texts.path(TEXTS_PATH)>{texts.understand_all()}</a>
            </p>
        </div>
    }
}
