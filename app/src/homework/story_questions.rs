use domain::homework::{StoryAge, StoryMoment, StoryQuestion};
use leptos::prelude::*;

use crate::texts::{Texts, use_texts};
use crate::ui::{TagChoices, TagOption};

/// What to ask about a story, by the child's age, before, while and after it is read.
#[component]
pub(super) fn StoryQuestions(age: StoryAge, questions: Vec<StoryQuestion>) -> impl IntoView {
    let texts = use_texts();
    let ages = StoryAge::ALL.map(|other| TagOption {
        label: age_name(texts, other).to_owned(),
        href: texts.path(&format!("/lektier/laes?alder={}", other.as_str())),
        selected: other == age,
    });
    let moments = StoryMoment::ALL.map(|moment| {
        let asked = questions.iter().filter(|question| question.moment == moment);
        let items = asked.map(|question| view! { <li data-read="">{question.text.clone()}</li> });
        view! {
            <section class="story-questions__moment">
                <h3 data-read="">{moment_name(texts, moment)}</h3>
                <ul>{items.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <section class="story-questions">
            <h2 data-read="">{texts.companion_ask_title()}</h2>
            <p data-read="">{texts.companion_ask_lead()}</p>
            <TagChoices label=texts.companion_age() options=ages.into() />
            <div class="story-questions__moments">{moments.into_iter().collect_view()}</div>
        </section>
    }
}

fn age_name(texts: Texts, age: StoryAge) -> &'static str {
    match age {
        StoryAge::From3To5 => texts.companion_age_small(),
        StoryAge::From6To9 => texts.companion_age_early(),
        StoryAge::From10To13 => texts.companion_age_older(),
    }
}

fn moment_name(texts: Texts, moment: StoryMoment) -> &'static str {
    match moment {
        StoryMoment::Before => texts.companion_before(),
        StoryMoment::While => texts.companion_while(),
        StoryMoment::After => texts.companion_after(),
    }
}
