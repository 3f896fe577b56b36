//! What a coordinator says of hours, booking, access, what is kept and what a place has, each in a form of its own.

use axum::http::StatusCode;
use domain::appointments::{KeptShares, Schedule};
use domain::ids::{LocationId, ServiceId};
use domain::recurrence::Repeats;
use domain::staff::Role;
use store::schedules;

use crate::schedule::{book, date_of, save};
use crate::support::{TestServer, Visitor, on_both_databases};

/// What is typed into a form, by the fields' names.
type Fields<'a> = &'a [(&'a str, &'a str)];

const LIBRARY: (&str, &str) = ("location", "bibliotek");

async fn in_force(server: &TestServer) -> (i64, Schedule) {
    let current = schedules::load_current(server.database.read()).await.unwrap();
    current.unwrap()
}

async fn propose(coordinator: &mut Visitor, form: &str, fields: Fields<'_>) -> String {
    let fields = [&[("locale", "da")], fields].concat();
    let answer = coordinator.post(&format!("/api/schedule/{form}"), &fields).await;
    assert!(
        answer.status.is_redirection(),
        "{form}: {} {}",
        answer.status,
        answer.body
    );
    answer.leads_to().to_owned()
}

/// Proposes, looks at the preview, and saves.
async fn change(coordinator: &mut Visitor, form: &str, fields: Fields<'_>, told: &str) {
    assert_eq!(
        propose(coordinator, form, fields).await,
        "/personale/plan/tjek",
        "{form}"
    );
    let preview = coordinator.get("/personale/plan/tjek").await;
    assert!(preview.has(told), "{form}: {told} is not in {}", preview.body);
    assert_eq!(save(coordinator, "call").await, "/personale/plan/gemt", "{form}");
}

fn library() -> LocationId {
    LocationId::parse("bibliotek").unwrap()
}

#[tokio::test]
async fn an_evening_every_second_week_comes_changes_and_goes() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let before = in_force(&server)
            .await
            .1
            .location(&library())
            .unwrap()
            .hours
            .len();
        let version = in_force(&server).await.0.to_string();
        let evening = [
            LIBRARY,
            ("version", &*version),
            ("weekday", "3"),
            ("hours", "19-21"),
            ("begins", "every_weeks"),
            ("begins_every", "2"),
            ("first_day", "2030-01-09"),
            ("last_day", "26-6-2030"),
            ("exceptions", "23-1-2030"),
        ];
        change(
            &mut coordinator,
            "change-rule",
            &evening,
            "Åbningstider: fra ingenting til",
        )
        .await;
        let (version, schedule) = in_force(&server).await;
        let hours = &schedule.location(&library()).unwrap().hours;
        assert_eq!(hours.len(), before + 1);
        let index = hours.iter().position(|hours| !hours.when.is_plain()).unwrap();
        assert!(matches!(
            hours[index].when.repeats,
            Repeats::EveryWeeks { weeks: 2, .. }
        ));
        assert_eq!(hours[index].when.exceptions.len(), 1);

        let page = coordinator.get("/personale/plan/sted/bibliotek").await;
        let told = "onsdag 19-21, hver 2. uge";
        assert!(page.has(told) && page.has("ikke 23. januar"), "{}", page.body);
        let number = (index + 1).to_string();
        let form = coordinator
            .get(&format!("/personale/plan/sted/bibliotek/tid/{number}"))
            .await;
        assert!(
            form.has("19-21") && form.has("2030-06-26") && form.has("23-1-2030"),
            "{}",
            form.body
        );

        let version = version.to_string();
        let which = [LIBRARY, ("version", &*version), ("number", &*number)];
        change(&mut coordinator, "remove-rule", &which, "til ingenting").await;
        let hours = in_force(&server)
            .await
            .1
            .location(&library())
            .unwrap()
            .hours
            .len();
        assert_eq!(hours, before);
    })
    .await;
}

#[tokio::test]
async fn a_date_on_which_a_place_is_closed_shows_whom_it_hits() {
    on_both_databases(|server| async move {
        let slot = book(&server, "medborgerhus", "Åse Bæk", None).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        let (version, schedule) = in_force(&server).await;
        let day: jiff::civil::Date = date_of(&slot).parse().unwrap();
        let house = LocationId::parse("medborgerhus").unwrap();
        let hours = &schedule.location(&house).unwrap().hours;
        let weekday = day.weekday().to_monday_one_offset();
        let index = hours.iter().position(|hours| hours.weekday == weekday).unwrap();
        let (number, version) = ((index + 1).to_string(), version.to_string());
        let form = coordinator
            .get(&format!("/personale/plan/sted/medborgerhus/tid/{number}"))
            .await;
        let typed = form.body.split("name=\"hours\"").nth(1).unwrap();
        let typed = typed.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
        let (weekday, date) = (weekday.to_string(), day.to_string());
        let fields = [
            ("location", "medborgerhus"),
            ("version", &*version),
            ("number", &*number),
            ("weekday", &*weekday),
            ("hours", typed),
            ("begins", "every_weeks"),
            ("begins_every", "1"),
            ("exceptions", &*date),
        ];
        assert_eq!(
            propose(&mut coordinator, "change-rule", &fields).await,
            "/personale/plan/tjek"
        );
        let preview = coordinator.get("/personale/plan/tjek").await;
        assert!(
            preview.has("Åse Bæk") && preview.has("Stedet er lukket"),
            "{}",
            preview.body
        );
    })
    .await;
}

#[tokio::test]
async fn what_holds_for_all_is_said_in_one_form() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let fields = [
            ("name", "Fjordby Kommune"),
            ("phone", "99 00 00 00"),
            ("email", "hjaelp@fjordby.example"),
            ("address", "Havnegade 12, 0999 Fjordby"),
            ("main_location", "bibliotek"),
            ("lead", "120"),
            ("horizon", "30"),
        ];
        change(&mut coordinator, "change-general", &fields, "fra 60 til 120").await;
        let (_, schedule) = in_force(&server).await;
        assert_eq!(schedule.booking.lead_minutes, 120);
        assert_eq!(schedule.booking.horizon_days, 30);
        assert_eq!(schedule.main_location, library());
    })
    .await;
}

#[tokio::test]
async fn access_and_what_is_kept_are_a_place_s_own() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let kept = [LIBRARY, ("walk_ins", "20"), ("staff", "10"), ("accompanied", "")];
        change(&mut coordinator, "change-kept", &kept, "Tid, der holdes fri").await;
        let place = [
            LIBRARY,
            ("name_da", "Fjordby Bibliotek"),
            ("address", "Torvet 1, 0999 Fjordby"),
            ("phone", "99 00 00 20"),
            ("directions_da", "Over for kirken."),
        ];
        change(&mut coordinator, "change-place", &place, "uden trin").await;
        let (_, schedule) = in_force(&server).await;
        let found = schedule.location(&library()).unwrap();
        assert!(!found.step_free, "an empty box says that there are steps");
        let expected = KeptShares {
            walk_ins: 20,
            staff: 10,
            accompanied: 0,
        };
        assert_eq!(found.kept, expected);
    })
    .await;
}

#[tokio::test]
async fn when_a_service_can_be_booked_its_drawing_and_its_check_list_are_said() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let fields = [
            ("service", "digital-post"),
            ("start_every", "15"),
            ("lead", "1440"),
            ("horizon", ""),
            ("picture", "tid-telefon.svg"),
            ("check_da", "Se pas\nSpørg om fuldmagt"),
        ];
        change(
            &mut coordinator,
            "change-service-rules",
            &fields,
            "tid-telefon.svg",
        )
        .await;
        let (_, schedule) = in_force(&server).await;
        let service = schedule
            .service(&ServiceId::parse("digital-post").unwrap())
            .unwrap();
        assert_eq!(
            (service.start_every_minutes, service.lead_minutes),
            (15, Some(1440))
        );
        assert_eq!(
            (service.picture.as_str(), service.check_list.len()),
            ("tid-telefon.svg", 2)
        );
        let page = coordinator.get("/personale/plan/ydelse/digital-post").await;
        assert!(
            page.has("/pictures/tid-mitid.svg"),
            "other drawings can be chosen"
        );
    })
    .await;
}

#[tokio::test]
async fn a_place_gets_a_room_uses_it_and_loses_it() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let new = [LIBRARY, ("resource_da", "Teleslynge"), ("count", "2")];
        change(&mut coordinator, "add-resource", &new, "Teleslynge").await;
        let (_, schedule) = in_force(&server).await;
        let added = schedule
            .resources
            .iter()
            .find(|found| found.name.da == "Teleslynge")
            .unwrap();
        assert_eq!((added.kind.as_str(), added.count), ("teleslynge", 2));

        let again = [
            LIBRARY,
            ("resource_da", "Slynge"),
            ("kind", "teleslynge"),
            ("count", "1"),
        ];
        assert_eq!(
            propose(&mut coordinator, "add-resource", &again).await,
            "/personale/plan/sted/bibliotek"
        );
        let page = coordinator.get("/personale/plan/sted/bibliotek").await;
        assert!(page.has("Stedet har det i forvejen"), "{}", page.body);

        let gone = [LIBRARY, ("resource", added.id.as_str())];
        change(&mut coordinator, "remove-resource", &gone, "fjernes").await;
        let (_, schedule) = in_force(&server).await;
        assert!(
            schedule
                .resources
                .iter()
                .all(|found| found.name.da != "Teleslynge")
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_form_and_kept() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let forms: [(&str, Fields, &str, &[&str]); 6] = [
            (
                "change-kept",
                &[LIBRARY, ("walk_ins", "70"), ("staff", "40")],
                "sted/bibliotek",
                &["højst være 100", "value=\"70\""],
            ),
            (
                "add-resource",
                &[LIBRARY, ("count", "mange")],
                "sted/bibliotek",
                &["Udfyld feltet", "mange"],
            ),
            (
                "change-rule",
                &[
                    LIBRARY,
                    ("version", "1"),
                    ("weekday", "3"),
                    ("hours", "hele dagen"),
                    ("begins", "first"),
                ],
                "sted/bibliotek/ny-tid",
                &["Skriv tider som 10-15", "hele dagen"],
            ),
            (
                "change-rule",
                &[
                    ("adviser", "celine"),
                    LIBRARY,
                    ("version", "1"),
                    ("weekday", "3"),
                    ("hours", "16-19"),
                    ("begins", "first"),
                    ("exceptions", "7-1-2030"),
                ],
                "medarbejder/celine/bibliotek/ny-tid",
                &["Linje 1: Skriv en dato", "7-1-2030"],
            ),
            (
                "change-general",
                &[
                    ("name", "Fjordby"),
                    ("phone", "1"),
                    ("email", "a@b"),
                    ("address", "Torvet"),
                    ("main_location", "bibliotek"),
                    ("lead", "snart"),
                    ("horizon", "400"),
                ],
                "faelles",
                &["inden for grænserne", "snart", "400"],
            ),
            (
                "change-service-rules",
                &[
                    ("service", "mitid"),
                    ("start_every", "7"),
                    ("picture", "tid-mitid.svg"),
                ],
                "ydelse/mitid",
                &["kan deles med 5", "value=\"7\""],
            ),
        ];
        for (form, fields, page, told) in forms {
            let path = format!("/personale/plan/{page}");
            assert_eq!(propose(&mut coordinator, form, fields).await, path, "{form}");
            let shown = coordinator.get(&path).await;
            assert_eq!(shown.status, StatusCode::OK, "{form}");
            for text in told {
                assert!(shown.has(text), "{form}, {text}: {}", shown.body);
            }
        }
    })
    .await;
}
