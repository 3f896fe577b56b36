//! Reports about a class.

use domain::classroom::{ReportPage, ReportPart};
use domain::ids::{ClassId, PupilId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::{class_row, own_class},
    super::report::{Asked, Report},
    crate::server_side::{context, session},
    crate::texts::Texts,
    domain::count,
};

/// A report about a class, or about one pupil of it. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", name = LoadReport, endpoint = "classroom/report", input = GetUrl)]
pub async fn report(
    class: ClassId,
    #[server(default)] part: ReportPart,
    pupil: Option<PupilId>,
    locale: Locale,
) -> Result<Reply<ReportPage>, AppError> {
    let own = own_class(&session().await?, class).await?;
    let context = context();
    let asked = Asked { class, part, pupil };
    let report = Report::read(&context, asked).await?;
    let named = report.pupils.iter();
    let named = named.map(|(pupil, _)| (pupil.id, pupil.name.as_str().to_owned()));
    Reply::of(&ReportPage {
        class: class_row(&own, count(&report.pupils), locale),
        part,
        pupil,
        pupils: named.collect(),
        table: report.table(&context, asked, Texts::of(locale)).await?,
    })
}
