use domain::homework::{CafeOnDay, MyDay, MyWeekPage as Week, PlanEntry, PlanState, WeekChoice};
use domain::time::{month_name, weekday_name};
use leptos::prelude::*;

use super::crumbs::HomeworkCrumbs;
use super::guides_page::subject_name;
use super::my_week_api::my_week;
use crate::loading::{load_at, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, LinkButton, PageTitle, PrintButton, TagChoices, TagOption};

/// The week on one sheet of paper, for the fridge: what is to be done, reading, and where there is help.
pub(super) fn my_week_page() -> impl IntoView {
    let texts = use_texts();
    let fetch = move |[week]: [String; 1]| my_week(WeekChoice::parse(&week), texts.locale());
    view! {
        <HomeworkCrumbs />
        {load_at([query("uge")], fetch, week_view)}
    }
}

fn week_view(week: Week) -> AnyView {
    let texts = use_texts();
    let class = if week.is_full() {
        "my-week is-full"
    } else {
        "my-week"
    };
    let dates = dates_text(texts, &week);
    let weeks = [WeekChoice::This, WeekChoice::Next].map(|choice| TagOption {
        label: choice_name(texts, choice).to_owned(),
        href: texts.path(&format!("/lektier/min-uge?uge={}", choice.as_str())),
        selected: choice == week.choice,
    });
    let days = week.days.into_iter().map(|day| day_view(texts, day));
    view! {
        <PageTitle title=texts.my_week_title() lead=texts.my_week_lead() />
        <div class="my-week__tools">
            <TagChoices label=texts.my_week_which() options=weeks.into() />
            <PrintButton label=texts.my_week_print() />
            <LinkButton
                href=texts.path("/lektier/ugeplan")
                label=texts.my_week_change()
                kind=ButtonKind::Secondary
            />
            <p class="my-week__hint">{texts.my_week_hint()}</p>
        </div>
        <p class="my-week__dates">{dates}</p>
        <ol class=class>{days.collect_view()}</ol>
    }
    .into_any()
}

fn day_view(texts: Texts, day: MyDay) -> AnyView {
    let name = weekday_name(day.weekday, texts.locale());
    let date = format!("{}/{}", day.day, day.month);
    let tasks = day.tasks.into_iter().map(|entry| task_view(texts, entry));
    let cafes = day.cafes.into_iter().map(|cafe| cafe_view(texts, cafe));
    view! {
        <li class="my-week__day">
            <h2>{name} " " <span class="my-week__date">{date}</span></h2>
            <ul class="my-week__tasks">
                {tasks.collect_view()}
                // Room for a task of one's own.
                <li class="my-week__own" aria-hidden="true"></li>
            </ul>
            <div class="my-week__beside">
                {read_view(texts, day.read_minutes)}
                {cafes.collect_view()}
            </div>
        </li>
    }
    .into_any()
}

fn task_view(texts: Texts, entry: PlanEntry) -> impl IntoView {
    let is_done = entry.state == PlanState::Done;
    let subject = entry
        .subject
        .map(|subject| view! { <span class="my-week__subject">{subject_name(texts, subject)}</span> });
    view! {
        <li class:is-done=is_done>
            <span dir="auto">{entry.task.as_str().to_owned()}</span>
            " "
            {subject}
            {is_done.then(|| view! { <span class="sr-only">{texts.week_done()}</span> })}
        </li>
    }
}

/// What has been read, or a line to write it on.
fn read_view(texts: Texts, minutes: i64) -> AnyView {
    if minutes > 0 {
        return view! { <p class="my-week__read is-done">{texts.my_week_read(minutes)}</p> }.into_any();
    }
    view! {
        <p class="my-week__read">
            {texts.my_week_we_read()} " " <span class="my-week__blank" aria-hidden="true"></span> " "
            {texts.my_week_minutes()}
        </p>
    }
    .into_any()
}

fn cafe_view(texts: Texts, cafe: CafeOnDay) -> impl IntoView {
    let place = cafe.place.unwrap_or_else(|| texts.cafe_online().to_owned());
    view! { <p class="my-week__cafe">{texts.my_week_help(cafe.hours, place)}</p> }
}

/// "Uge 48: 23. november til 29. november".
fn dates_text(texts: Texts, week: &Week) -> String {
    let day = |day: Option<&MyDay>| {
        day.map_or_else(String::new, |day| {
            texts.my_week_day(day.day, month_name(day.month, texts.locale()))
        })
    };
    texts.my_week_dates(day(week.days.first()), week.number, day(week.days.last()))
}

fn choice_name(texts: Texts, choice: WeekChoice) -> &'static str {
    match choice {
        WeekChoice::This => texts.my_week_this(),
        WeekChoice::Next => texts.my_week_next(),
    }
}
