//! Reports about a class, and the pupils' own mistakes, as browsers without JavaScript meet them.

use axum::http::StatusCode;
use domain::staff::Role;

use super::classroom::{make_class, pupil_by_words, value_after};
use crate::support::{Visitor, on_both_databases};

/// The table of a page, row by row.
fn table(page: &str) -> Vec<Vec<String>> {
    let table = page.split("<table").nth(1).unwrap_or_default();
    let table = table.split("</table>").next().unwrap_or_default();
    let rows = table.split("<tr").skip(1);
    rows.map(|row| {
        let row = row.split("</tr>").next().unwrap_or_default();
        let cells = row.split("<t").skip(1);
        let texts = cells.filter_map(|cell| cell.split_once('>')).map(|(_, rest)| {
            let text = rest.split("</t").next().unwrap_or_default();
            // An empty cell is written as a space.
            let text = text.split("<!>").collect::<String>().trim().to_owned();
            text.replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
        });
        texts.collect()
    })
    .collect()
}

/// The rows of a CSV without quoted cells.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    let lines = text.trim_end_matches("\r\n").split("\r\n");
    lines
        .map(|line| line.split(';').map(str::to_owned).collect())
        .collect()
}

async fn answer(pupil: &mut Visitor, given: &str) {
    let fields = [
        ("course", "digital-post"),
        ("lesson", "hvad-er-det"),
        ("step", "postkassen"),
        ("locale", "da"),
        ("given[0]", given),
    ];
    pupil.post("/api/learning/answer", &fields).await;
}

#[tokio::test]
async fn the_spreadsheet_has_the_rows_of_the_screen() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali\nBo").await;
        let mut ali = pupil_by_words(&server, &mut teacher, &class).await;
        answer(&mut ali, "noeglekort").await;
        answer(&mut ali, "mitid").await;
        for part in ["elever", "opgaver", "trin"] {
            let page = teacher.get(&format!("{class}/rapport?del={part}")).await.body;
            let file = teacher
                .get(&format!("{class}/rapport.csv?del={part}&sprog=da"))
                .await;
            assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
            let (shown, kept) = (table(&page), cells(&file.body));
            if part == "opgaver" {
                assert_eq!((shown.len(), kept.len()), (0, 1), "nothing was given");
            } else {
                assert!(shown.len() > 1, "{part}");
                assert_eq!(shown, kept, "{part}");
            }
        }
        let file = teacher.get(&format!("{class}/rapport.csv")).await.body;
        let rows = cells(&file);
        assert_eq!(rows[1], ["Ali", "0", "0", "0", "1", "0", "0,0", "0"]);
        assert_eq!(rows[2], ["Bo", "0", "0", "0", "0", "0", "", "0"]);
    })
    .await;
}

#[tokio::test]
async fn a_report_is_the_teacher_s_own_and_of_own_pupils() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali").await;
        let mut other = server.staff(Role::Teacher).await;
        let foreign = make_class(&mut other, "5", "Bo").await;
        let theirs = value_after(&other.get(&foreign).await.body, "name=\"pupil\" value=\"");
        let mut pupil = pupil_by_words(&server, &mut teacher, &class).await;
        for page in ["rapport", "rapport.csv"] {
            let page = format!("{class}/{page}");
            assert_eq!(teacher.get(&page).await.status, StatusCode::OK);
            assert_eq!(other.get(&page).await.status, StatusCode::NOT_FOUND);
            assert_eq!(pupil.get(&page).await.status, StatusCode::UNAUTHORIZED);
            let forged = format!("{page}?elev={theirs}");
            assert_eq!(teacher.get(&forged).await.status, StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn a_pupil_sees_the_own_mistakes_until_they_are_put_right() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali").await;
        let mut pupil = pupil_by_words(&server, &mut teacher, &class).await;
        let page = "/klasse/fejl";
        answer(&mut pupil, "noeglekort").await;
        let shown = pupil.get(page).await;
        assert!(shown.has("Nøglekortet virkede engang"), "with the explanation");
        assert!(shown.has("href=\"/laer/digital-post/hvad-er-det/postkassen\""));
        answer(&mut pupil, "mitid").await;
        assert!(pupil.get(page).await.has("ingen forkerte svar"));
        answer(&mut pupil, "mailkode").await;
        let stranger = server.visitor().get(page).await;
        assert!(stranger.has("ingen forkerte svar"), "another sees nothing of it");
    })
    .await;
}
