//! The days of a place, figures, who saw whom, and calendars.

use app::keep_offers_of_today;
use axum::http::StatusCode;
use domain::ids::LocationId;
use domain::locale::Locale;
use domain::staff::{Role, Workplaces};
use domain::time::narrow_date;
use jiff::Timestamp;

use crate::schedule::{book, date_of};
use crate::support::{TestServer, Visitor, on_both_databases};

#[tokio::test]
async fn somebody_sees_who_comes_to_their_own_places_only() {
    on_both_databases(|server| async move {
        let slot = book(&server, "medborgerhus", "Åse Bæk", None).await;
        let only = |id| Workplaces::Only(vec![LocationId::parse(id).unwrap()]);
        let mut here = server.staff_at(Role::Adviser, only("medborgerhus")).await;
        let mut elsewhere = server.staff_at(Role::Adviser, only("bibliotek")).await;
        for view in ["dag", "uge"] {
            let path = format!("/personale/{view}?dato={}", date_of(&slot));
            assert!(here.get(&path).await.has("Åse Bæk"), "{view}");
            assert!(!elsewhere.get(&path).await.has("Åse Bæk"), "{view}");
            let other = format!("{path}&sted=medborgerhus");
            assert!(!elsewhere.get(&other).await.has("Åse Bæk"), "{view}");
        }
        // Who saw her is known, by number.
        let log = server.staff(Role::Admin).await.get("/personale/adgang").await;
        assert!(log.has("Dagens tider") && log.has("Ugens tider"), "{}", log.body);
        assert!(!log.has("Åse"), "no names");
    })
    .await;
}

#[tokio::test]
async fn each_page_is_for_those_whose_work_it_is() {
    on_both_databases(|server| async move {
        const ALL: [Role; 5] = Role::ALL;
        for (path, allowed) in [
            ("/personale/dag", [true, true, false, false, true]),
            ("/personale/uge", [true, true, false, false, true]),
            ("/personale/tal", [false, true, false, false, true]),
            ("/personale/tal.csv", [false, true, false, false, true]),
            ("/personale/kalendere", [true, true, false, false, true]),
            ("/personale/adgang", [false, false, false, false, true]),
        ] {
            assert_eq!(
                server.visitor().get(path).await.status,
                StatusCode::UNAUTHORIZED,
                "{path}"
            );
            for (role, allowed) in ALL.into_iter().zip(allowed) {
                let expected = if allowed {
                    StatusCode::OK
                } else {
                    StatusCode::FORBIDDEN
                };
                assert_eq!(
                    server.staff(role).await.get(path).await.status,
                    expected,
                    "{role:?} {path}"
                );
            }
        }
    })
    .await;
}

/// The cells of the last table of a page, row by row.
fn cells(page: &str) -> Vec<Vec<String>> {
    let table = page.rsplit("<table").next().unwrap();
    let texts = |row: &str| {
        let cells = row
            .split("</t")
            .filter(|cell| cell.contains("<th") || cell.contains("<td"));
        let text = |cell: &str| {
            let start = cell.rfind("<t").unwrap();
            let text = &cell[start + cell[start..].find('>').unwrap() + 1..];
            text.replace("<!>", "")
        };
        cells.map(text).collect::<Vec<_>>()
    };
    table
        .split("</tr>")
        .map(texts)
        .filter(|row| !row.is_empty())
        .collect()
}

#[tokio::test]
async fn the_spreadsheet_says_what_the_screen_says() {
    on_both_databases(|server| async move {
        book(&server, "medborgerhus", "Åse Bæk", None).await;
        book(&server, "bibliotek", "Bo Dam", None).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        let screen = cells(&coordinator.get("/personale/tal").await.body);
        let sheet = coordinator.get("/personale/tal.csv").await;
        let text = sheet.body.strip_prefix('\u{feff}').unwrap();
        let lines: Vec<Vec<_>> = text
            .lines()
            .map(|line| line.split(';').map(str::to_owned).collect())
            .collect();
        assert_eq!(screen.len(), 3, "{screen:?}");
        assert_eq!(lines[0], screen[0]);
        for (line, row) in lines.iter().zip(&screen).skip(1) {
            assert_eq!(line[1..], row[1..]);
            let week = line[0].parse().unwrap();
            assert_eq!(
                row[0],
                narrow_date(week, Locale::Da),
                "the same week, written for people"
            );
        }
        assert!(text.contains("0,0"), "{text}");
        assert!(!text.contains("Åse"), "no names");
        let desk = coordinator.get("/personale/tal.csv?del=skranke&uger=53").await;
        assert!(desk.has("Ventetid i minutter"), "{}", desk.body);
    })
    .await;
}

#[tokio::test]
async fn how_soon_a_time_could_be_had_stays_when_the_times_are_booked() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let nothing = coordinator.get("/personale/tal").await;
        assert!(nothing.has("Der er ingen tal endnu.") && !nothing.has("Hver dag noteres"));
        for _ in 0..2 {
            keep_offers_of_today(&server.context, Timestamp::now())
                .await
                .unwrap();
        }
        let csv = coordinator.get("/personale/tal.csv?del=udbud").await.body;
        assert!(coordinator.get("/personale/tal").await.has("Hver dag noteres"));
        let rows: Vec<_> = csv.trim_end().split("\r\n").skip(1).collect();
        // A row for each service and place, with one day.
        assert!(rows.len() > 10, "{csv}");
        assert!(rows.iter().all(|row| row.split(';').nth(3) == Some("1")), "{csv}");
        assert!(rows.iter().any(|row| row.ends_with(";1;1;100,0")), "{csv}");
    })
    .await;
}

async fn make_address(coordinator: &mut Visitor) -> String {
    let fields = [("locale", "da"), ("adviser", "david")];
    let made = coordinator.post("/api/oversight/make-calendar", &fields).await;
    assert_eq!(made.leads_to(), "/personale/kalendere");
    let page = coordinator.get("/personale/kalendere").await.body;
    let address = page.split("/kalender/").nth(1).unwrap();
    format!("/kalender/{}", address.split('<').next().unwrap())
}

#[tokio::test]
async fn a_calendar_is_read_by_its_address_until_that_is_taken_away() {
    on_both_databases(|server| async move {
        book(&server, "medborgerhus", "Åse Bæk", None).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        let first = make_address(&mut coordinator).await;
        let second = make_address(&mut coordinator).await;
        let mut reader = server.visitor();
        assert_eq!(reader.get(&first).await.status, StatusCode::NOT_FOUND);
        let calendar = reader.get(&second).await;
        assert_eq!(calendar.status, StatusCode::OK);
        assert!(
            calendar.has("BEGIN:VCALENDAR") && !calendar.has("Åse"),
            "{}",
            calendar.body
        );
        let log = server.staff(Role::Admin).await.get("/personale/adgang").await;
        assert!(log.has("Kalender: David"), "{}", log.body);
        let fields = [("locale", "da"), ("adviser", "david")];
        coordinator.post("/api/oversight/revoke-calendar", &fields).await;
        assert_eq!(reader.get(&second).await.status, StatusCode::NOT_FOUND);
        assert_eq!(reader.get("/kalender/.ics").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_an_adviser_opens_what_is_theirs() {
    on_both_databases(|server| async move {
        let slot = book(&server, "medborgerhus", "Åse Bæk", None).await;
        let schedule = store::schedules::load_current(server.database.read())
            .await
            .unwrap();
        let (_, schedule) = schedule.unwrap();
        let booked =
            store::appointments::booked_between(server.database.read(), Timestamp::now()..Timestamp::MAX);
        let helper = booked.await.unwrap()[0].adviser.clone();
        let other = schedule
            .advisers
            .iter()
            .find(|adviser| adviser.id != helper)
            .unwrap();
        let mut adviser = server.staff(Role::Adviser).await;
        let day = format!("/personale/dag?dato={}", date_of(&slot));
        assert!(
            adviser.get(&day).await.has("Åse Bæk"),
            "who is no adviser sees everybody's"
        );
        let calendars = adviser.get("/personale/kalendere").await;
        assert!(!calendars.has("class=\"edit-row\""), "no calendar is theirs");

        link_everybody(&server, &other.id).await;
        assert!(!adviser.get(&day).await.has("Åse Bæk"));
        assert!(
            adviser
                .get(&format!("{day}&medarbejder=alle"))
                .await
                .has("Åse Bæk")
        );
        let hers = [("locale", "da"), ("adviser", helper.as_str())];
        let refused = adviser.post("/api/oversight/make-calendar", &hers).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);

        link_everybody(&server, &helper).await;
        assert!(adviser.get(&day).await.has("Åse Bæk"));
        let made = adviser.post("/api/oversight/make-calendar", &hers).await;
        assert_eq!(made.leads_to(), "/personale/kalendere");
        let page = adviser.get("/personale/kalendere").await;
        assert!(
            page.has(helper.as_str()) && !page.has(other.id.as_str()),
            "{}",
            page.body
        );
        let desk = adviser.get("/skranke/medborgerhus").await;
        let option = format!("value=\"{helper}\" selected");
        assert!(desk.has(&option), "{option}: {}", desk.body);
    })
    .await;
}

async fn link_everybody(server: &TestServer, adviser: &domain::ids::AdviserId) {
    for account in store::staff::all(server.database.read()).await.unwrap() {
        let linked = store::staff::set_adviser(server.database.write(), &account.username, Some(adviser));
        assert!(linked.await.unwrap());
    }
}
