//! Places, services and advisers come into the schedule, and go.

use axum::http::StatusCode;
use domain::appointments::Schedule;
use domain::ids::{LocationId, ServiceId};
use domain::staff::Role;
use store::schedules;

use crate::schedule::{book, save};
use crate::support::{TestServer, Visitor, on_both_databases};

/// What is typed into a form, by the fields' names.
type Fields<'a> = &'a [(&'a str, &'a str)];

const PLACE: [(&str, &str); 4] = [
    ("name_da", "Havnens Hus"),
    ("address", "Kajen 1, 0999 Fjordby"),
    ("phone", "99 00 00 01"),
    ("directions_da", "Gå langs vandet."),
];

async fn schedule(server: &TestServer) -> Schedule {
    let current = schedules::load_current(server.database.read()).await.unwrap();
    current.unwrap().1
}

async fn propose(coordinator: &mut Visitor, form: &str, fields: Fields<'_>) -> String {
    let fields = [&[("locale", "da")], fields].concat();
    let answer = coordinator.post(&format!("/api/schedule/{form}"), &fields).await;
    assert!(answer.status.is_redirection(), "{form}: {}", answer.status);
    answer.leads_to().to_owned()
}

#[tokio::test]
async fn what_is_new_is_seen_saved_and_then_written_further_on() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let forms: [(&str, Fields, &str, &str); 3] = [
            ("add-place", &PLACE, "Havnens Hus", "sted/havnens-hus"),
            (
                "add-service",
                &[
                    ("name_da", "Åben rådgivning"),
                    ("summary_da", "Kom ind."),
                    ("duration", "20"),
                ],
                "Åben rådgivning",
                "ydelse/aaben-raadgivning",
            ),
            (
                "add-adviser",
                &[
                    ("name", "Ørn Æbelø"),
                    ("services[]", "mitid"),
                    ("languages", "ar"),
                ],
                "oern-aebeloe",
                "medarbejder/oern-aebeloe",
            ),
        ];
        for (form, fields, told, page) in forms {
            assert_eq!(
                propose(&mut coordinator, form, fields).await,
                "/personale/plan/tjek",
                "{form}"
            );
            let preview = coordinator.get("/personale/plan/tjek").await;
            for text in [told, "ny", "Ingen aftaler bliver ramt"] {
                assert!(preview.has(text), "{form}, {text}: {}", preview.body);
            }
            assert_eq!(save(&mut coordinator, "call").await, "/personale/plan/gemt");
            let path = format!("/personale/plan/{page}");
            assert!(coordinator.get("/personale/plan/gemt").await.has(&path), "{form}");
            assert_eq!(coordinator.get(&path).await.status, StatusCode::OK, "{form}");
        }
        let service = ServiceId::parse("aaben-raadgivning").unwrap();
        assert_eq!(
            schedule(&server)
                .await
                .service(&service)
                .unwrap()
                .duration_minutes,
            20
        );
    })
    .await;
}

#[tokio::test]
async fn an_id_is_never_given_twice() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        propose(&mut coordinator, "add-place", &PLACE).await;
        save(&mut coordinator, "call").await;
        propose(&mut coordinator, "remove-place", &[("location", "havnens-hus")]).await;
        assert_eq!(save(&mut coordinator, "call").await, "/personale/plan/gemt");
        propose(&mut coordinator, "add-place", &PLACE).await;
        save(&mut coordinator, "call").await;
        let schedule = schedule(&server).await;
        let has = |id: &str| schedule.location(&LocationId::parse(id).unwrap()).is_some();
        assert!(has("havnens-hus-2") && !has("havnens-hus"));
    })
    .await;
}

#[tokio::test]
async fn whose_appointment_a_removal_hits_is_seen_and_they_stand_on_the_call_list() {
    on_both_databases(|server| async move {
        book(&server, "medborgerhus", "Åse Bæk", None).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        for (form, fields, why) in [
            (
                "remove-service",
                ("service", "digital-post"),
                "Ydelsen findes ikke mere",
            ),
            (
                "remove-place",
                ("location", "medborgerhus"),
                "Stedet findes ikke mere",
            ),
        ] {
            assert_eq!(
                propose(&mut coordinator, form, &[fields]).await,
                "/personale/plan/tjek",
                "{form}"
            );
            let preview = coordinator.get("/personale/plan/tjek").await;
            for text in ["Åse Bæk", why, "fjernes"] {
                assert!(preview.has(text), "{form}, {text}: {}", preview.body);
            }
        }
        assert_eq!(save(&mut coordinator, "move").await, "/personale/plan/gemt");
        assert!(coordinator.get("/personale/plan/ringeliste").await.has("Åse Bæk"));
        for page in ["/personale/dag", "/personale/uge", "/skranke", "/tid"] {
            assert_eq!(coordinator.get(page).await.status, StatusCode::OK, "{page}");
        }
        let gone = coordinator.get("/personale/plan/sted/medborgerhus").await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_go_is_told_on_its_page() {
    on_both_databases(|server| async move {
        let main = schedule(&server).await.main_location.to_string();
        let mut coordinator = server.staff(Role::Coordinator).await;
        let path = format!("/personale/plan/sted/{main}");
        assert_eq!(
            propose(&mut coordinator, "remove-place", &[("location", &main)]).await,
            path
        );
        let page = coordinator.get(&path).await;
        for text in ["står på alle sider", "href=\"#field-remove\""] {
            assert!(page.has(text), "{text}: {}", page.body);
        }
        let nothing = [("locale", "da"), ("service", "nothing")];
        let gone = coordinator.post("/api/schedule/remove-service", &nothing).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_something_new_is_told_and_what_was_typed_is_kept() {
    on_both_databases(|server| async move {
        let mut coordinator = server.staff(Role::Coordinator).await;
        let service = [("name_da", "Rådgivning"), ("duration", "7")];
        assert_eq!(
            propose(&mut coordinator, "add-service", &service).await,
            "/personale/plan/ny-ydelse"
        );
        let page = coordinator.get("/personale/plan/ny-ydelse").await;
        for text in [
            "value=\"Rådgivning\"",
            "value=\"7\"",
            "Udfyld feltet",
            "kan deles med 5",
        ] {
            assert!(page.has(text), "{text}: {}", page.body);
        }
        let adviser = [("name", "   "), ("languages", "dansk!")];
        assert_eq!(
            propose(&mut coordinator, "add-adviser", &adviser).await,
            "/personale/plan/ny-medarbejder"
        );
        let page = coordinator.get("/personale/plan/ny-medarbejder").await;
        for text in ["Udfyld feltet", "dansk!", "Skriv sprogkoder"] {
            assert!(page.has(text), "{text}: {}", page.body);
        }
        assert_eq!(
            propose(&mut coordinator, "add-place", &[]).await,
            "/personale/plan/nyt-sted"
        );
        let page = coordinator.get("/personale/plan/nyt-sted").await.body;
        assert_eq!(page.matches("form-error-message").count(), 4, "{page}");
    })
    .await;
}
