use domain::cafe::{CafeFilter, CafePlace, CafeView, HelpLanguage, SeatKind};
use domain::homework::Subject;
use domain::time::weekday_name;
use leptos::prelude::*;

use super::words::{language_names, subject_names};
use crate::homework::subject_name;
use crate::texts::Texts;
use crate::ui::{ButtonKind, LabelledSelect, ResultCount, SubmitButton, SummaryList};

/// What can be looked for, as it is called in the address, in the order in which `CafeFilter` reads it.
pub(super) const WISHES: [&str; 5] = ["sted", "sprog", "fag", "dag", "booking"];

/// Value and text of each choice, and the value that is chosen.
type Choices = (Vec<(String, String)>, String);

/// Finds a café. The form is the browser's own: what is looked for stands in the address.
pub(super) fn finder_view(
    texts: Texts,
    filter: CafeFilter,
    places: Vec<(String, String)>,
    cafes: Vec<CafeView>,
) -> impl IntoView {
    let is_filtered = filter != CafeFilter::default();
    let count = match cafes.len() {
        0 => texts.cafefind_none().to_owned(),
        1 => texts.cafefind_one().to_owned(),
        count => texts.cafefind_count(count),
    };
    let all = is_filtered.then(|| {
        view! {
            <p>
                <a href=texts.path("/lektier/cafe")>{texts.cafefind_clear()}</a>
            </p>
        }
    });
    let found = cafes.into_iter().map(|cafe| found_cafe(texts, cafe));
    view! {
        <h2>{texts.cafefind_title()}</h2>
        {wishes_form(texts, &filter, places)}
        <ResultCount text=count />
        {all}
        <div class="cafe-tables">{found.collect_view()}</div>
    }
}

fn wishes_form(texts: Texts, filter: &CafeFilter, places: Vec<(String, String)>) -> impl IntoView + use<> {
    let wishes = [
        (texts.cafe_where(), place_choices(texts, filter, places)),
        (texts.cafefind_language(), language_choices(texts, filter)),
        (texts.homework_subject(), subject_choices(texts, filter)),
        (texts.cafefind_day(), day_choices(texts, filter)),
        (texts.cafefind_seat(), seat_choices(texts, filter)),
    ];
    let selects = WISHES
        .into_iter()
        .zip(wishes)
        .map(|(name, (label, (options, chosen)))| {
            view! { <LabelledSelect name=name label=label options=options selected=chosen /> }
        });
    let selects = selects.collect_view();
    view! {
        <form class="cafe-finder" method="get" action=texts.path("/lektier/cafe")>
            {selects} <SubmitButton label=texts.cafefind_show() kind=ButtonKind::Secondary />
        </form>
    }
}

fn place_choices(texts: Texts, filter: &CafeFilter, places: Vec<(String, String)>) -> Choices {
    let online = (
        CafePlace::Online.as_str().to_owned(),
        texts.cafefind_online().to_owned(),
    );
    let chosen = filter.place.as_ref().map_or("", CafePlace::as_str);
    choices(
        texts.cafefind_any_place(),
        std::iter::once(online).chain(places),
        chosen,
    )
}

fn language_choices(texts: Texts, filter: &CafeFilter) -> Choices {
    let options =
        HelpLanguage::ALL.map(|language| (language.as_str().to_owned(), language.own_name().to_owned()));
    let chosen = filter.language.map_or("", HelpLanguage::as_str);
    choices(texts.cafefind_any_language(), options, chosen)
}

fn subject_choices(texts: Texts, filter: &CafeFilter) -> Choices {
    let options = Subject::ALL.map(|subject| {
        (
            subject.as_str().to_owned(),
            subject_name(texts, subject).to_owned(),
        )
    });
    let chosen = filter.subject.map_or("", Subject::as_str);
    choices(texts.homework_all_subjects(), options, chosen)
}

fn day_choices(texts: Texts, filter: &CafeFilter) -> Choices {
    let days = (1..=7).map(|day| (day.to_string(), weekday_name(day, texts.locale()).to_owned()));
    let chosen = filter.weekday.map(|day| day.to_string()).unwrap_or_default();
    choices(texts.cafefind_any_day(), days, &chosen)
}

fn seat_choices(texts: Texts, filter: &CafeFilter) -> Choices {
    let label = |seat| match seat {
        SeatKind::Booked => texts.cafefind_booked(),
        SeatKind::JustCome => texts.cafefind_not_booked(),
    };
    let options = SeatKind::ALL.map(|seat| (seat.as_str().to_owned(), label(seat).to_owned()));
    let chosen = filter.seat.map_or("", SeatKind::as_str);
    choices(texts.cafefind_any_seat(), options, chosen)
}

/// The choices below the one that nothing is looked for.
fn choices(any: &str, options: impl IntoIterator<Item = (String, String)>, chosen: &str) -> Choices {
    let any = (String::new(), any.to_owned());
    let options = std::iter::once(any).chain(options).collect();
    (options, chosen.to_owned())
}

/// A café: online or at a table.
fn found_cafe(texts: Texts, cafe: CafeView) -> impl IntoView {
    let (name, address) = match cafe.place {
        Some(site) => (site.name, Some((texts.cafe_where().to_owned(), site.address))),
        None => (texts.cafe_online().to_owned(), None),
    };
    let about = [
        (texts.cafe_when().to_owned(), cafe.hours.join(", ")),
        (
            texts.cafe_subjects().to_owned(),
            subject_names(texts, &cafe.subjects),
        ),
        (texts.cafe_languages().to_owned(), language_names(&cafe.languages)),
    ];
    let way_in = match (&address, cafe.booked_as) {
        (_, Some(service)) => {
            let href = texts.path(&format!("/tid/{service}"));
            view! { <a href=href>{texts.cafe_book()}</a> }.into_any()
        }
        (Some(_), None) => view! { {texts.cafe_just_come()} }.into_any(),
        (None, None) => {
            view! { <a href=texts.path("/lektier/cafe/spoerg")>{texts.cafefind_write()}</a> }.into_any()
        }
    };
    view! {
        <section class="cafe-table">
            <h3>{name}</h3>
            <SummaryList items=address.into_iter().chain(about).collect() />
            <p>{way_in}</p>
        </section>
    }
}
