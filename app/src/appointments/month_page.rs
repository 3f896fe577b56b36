use domain::appointments::{DayTimes, MonthDay, MonthLink, MonthPage as Month, MonthWeek, PartOfDay};
use domain::locale::Locale;
use domain::time::{WallTime, month_name, short_weekday_name, weekday_name};
use leptos::prelude::*;

use super::find_api::month_of_times;
use super::part_choices::{PartChoices, address, part_query};
use super::summary::{BookingHead, Chosen};
use crate::loading::{load_at, named, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{
    ButtonKind, CalendarDay, CalendarWeek, LinkButton, MonthCalendar, PageTitle, Pagination, ResultCount,
    remember_first_results,
};

/// A month of a place, to choose a day from.
pub(super) fn month_page() -> impl IntoView {
    remember_first_results();
    let locale = use_texts().locale();
    load_at(
        [param("service"), param("location"), query("m"), query("del")],
        move |[service, location, wanted, part]| async move {
            month_of_times(
                named(&service)?,
                named(&location)?,
                Some(wanted),
                Some(part),
                locale,
            )
            .await
        },
        month_view,
    )
}

fn month_view(page: Month) -> AnyView {
    let texts = use_texts();
    let list = texts.path(&format!("/tid/{}/{}", page.service.id, page.location.id));
    let path = format!("{list}/maaned");
    let name = month_and_year(page.month, texts.locale());
    let found = days_found(texts, &page.weeks, &name);
    let shown = format!("m={:04}-{:02}", page.month.year, page.month.month);
    let to = |link: MonthLink| {
        let query = std::iter::once(format!("m={}", link.address)).chain(page.part.map(part_query));
        (month_and_year(link.first, texts.locale()), address(&path, query))
    };
    let weekdays = (1..=7).map(|day| {
        let names = [
            short_weekday_name(day, texts.locale()),
            weekday_name(day, texts.locale()),
        ];
        names.map(str::to_owned).into()
    });
    let weeks = page.weeks.into_iter().map(|week| CalendarWeek {
        number: week.number.to_string(),
        days: week
            .days
            .map(|day| day.map(|day| calendar_day(texts, day, &list, page.part)))
            .into(),
    });
    view! {
        <BookingHead question=4 />
        <PageTitle title=texts.times_month_title() />
        <PartChoices chosen=page.part path=path.clone() query=Some(shown) />
        <ResultCount text=found />
        <MonthCalendar
            caption=name
            week_label=texts.times_week()
            weekdays=weekdays.collect()
            weeks=weeks.collect()
        />
        <Pagination previous=page.previous.map(to) next=page.next.map(to) label=texts.times_other_months() />
        <LinkButton href=list label=texts.times_by_list() kind=ButtonKind::Tertiary />
        <Chosen service=page.service location=Some(page.location) />
    }
    .into_any()
}

fn days_found(texts: Texts, weeks: &[MonthWeek], month: &str) -> String {
    let days = weeks.iter().flat_map(|week| &week.days).flatten();
    match days.filter(|day| matches!(day.times, DayTimes::Free(_))).count() {
        0 => texts.times_days_none(month),
        1 => texts.times_days_one(month),
        count => texts.times_days_found(count, month),
    }
}

fn calendar_day(texts: Texts, day: MonthDay, list: &str, part: Option<PartOfDay>) -> CalendarDay {
    let MonthDay { day, times } = day;
    let note = match times {
        DayTimes::Free(1) => texts.times_day_one().to_owned(),
        DayTimes::Free(count) => texts.times_day_free(count),
        DayTimes::NoneFree => texts.times_day_none().to_owned(),
        DayTimes::Closed => texts.times_day_closed().to_owned(),
        DayTimes::NotBookable => String::new(),
    };
    let address = || {
        let from = format!("fra={:04}-{:02}-{:02}", day.year, day.month, day.day);
        address(list, std::iter::once(from).chain(part.map(part_query)))
    };
    let date = day.day_and_month(texts.locale());
    CalendarDay {
        number: day.day.to_string(),
        spoken: if note.is_empty() {
            date
        } else {
            format!("{date}: {note}")
        },
        href: matches!(times, DayTimes::Free(_)).then(address),
        note,
    }
}

/// "december 2026".
fn month_and_year(month: WallTime, locale: Locale) -> String {
    format!("{} {}", month_name(month.month, locale), month.year)
}
