use domain::classroom::{ReportPage as Report, ReportPart};
use domain::ids::{ClassId, PupilId};
use leptos::prelude::*;

use super::classes_page::class_crumbs;
use super::report_api::report;
use crate::loading::{load_at, named, param, query};
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, PageTitle, Table, TagChoices, TagOption};

/// A report about a class: its pupils, what was given to them, or each question.
pub(super) fn report_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("class"), query("del"), query("elev")],
        move |[class, part, pupil]| async move {
            report(
                ClassId(named(&class)?),
                ReportPart::parse(&part),
                pupil.parse().ok().map(PupilId),
                locale,
            )
            .await
        },
        report_view,
    )
}

fn report_view(page: Report) -> AnyView {
    let texts = use_texts();
    let parts = ReportPart::ALL.map(|part| TagOption {
        label: part_name(texts, part).to_owned(),
        href: texts.path(&address(&page, "", part, page.pupil)),
        selected: part == page.part,
    });
    let everybody = std::iter::once((None, texts.report_everybody().to_owned()));
    let pupils = page.pupils.iter().cloned();
    let pupils = everybody.chain(pupils.map(|(id, name)| (Some(id), name)));
    let pupils = pupils.map(|(id, name)| TagOption {
        label: name,
        href: texts.path(&address(&page, "", page.part, id)),
        selected: id == page.pupil,
    });
    let pupils: Vec<_> = pupils.collect();
    // A file is fetched by the browser itself, and stands outside the addresses of pages.
    let file = format!(
        "{}&sprog={}",
        address(&page, ".csv", page.part, page.pupil),
        texts.locale().tag()
    );
    let table = if page.table.rows.is_empty() {
        view! { <p>{texts.report_nothing()}</p> }.into_any()
    } else {
        let (head, rows) = (page.table.head, page.table.rows);
        view! {
            <Table caption=part_name(texts, page.part) head=head rows=rows />
            <p>
                <a href=file rel="external" download="">{texts.report_download()}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <Breadcrumb items=class_crumbs(texts, Some(&page.class)) label=texts.nav_breadcrumb() />
        <PageTitle title=texts.report_title(page.class.name) lead=texts.report_lead() />
        <TagChoices label=texts.report_part() options=parts.into() />
        <TagChoices label=texts.report_whose() options=pupils />
        {table}
    }
    .into_any()
}

/// Where a part of the report stands.
fn address(page: &Report, file: &str, part: ReportPart, pupil: Option<PupilId>) -> String {
    let pupil = pupil
        .map(|pupil| format!("&elev={}", pupil.0))
        .unwrap_or_default();
    let class = page.class.id.0;
    format!(
        "/personale/klasser/{class}/rapport{file}?del={}{pupil}",
        part.as_str()
    )
}

fn part_name(texts: Texts, part: ReportPart) -> &'static str {
    match part {
        ReportPart::Pupils => texts.report_part_pupils(),
        ReportPart::Assignments => texts.report_part_assignments(),
        ReportPart::Items => texts.report_part_items(),
    }
}
