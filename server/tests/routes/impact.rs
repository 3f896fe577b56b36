//! Whom a change of the schedule hits is shown before it is made, whatever it is.

use domain::staff::Role;
use store::schedules;

use crate::schedule::save;
use crate::support::{TestServer, on_both_databases};

/// Books a time of a service on the telephone.
async fn book_by_telephone(server: &TestServer) {
    let mut visitor = server.visitor();
    let place = [
        ("service", "digital-post"),
        ("location", "borgerservice"),
        ("locale", "da"),
    ];
    let needs = [&place[..], &[("way", "telephone")]].concat();
    visitor.post("/api/appointments/save-needs", &needs).await;
    let slot = visitor.first_free_time("digital-post", "borgerservice").await;
    let who = [("slot", &*slot), ("name", "Åse Bæk"), ("phone", "20 10 12 34")];
    let filled = visitor
        .post("/api/appointments/save-details", &[&place[..], &who].concat())
        .await;
    assert_eq!(filled.leads_to(), "/tid/tjek", "{}", filled.body);
    let booked = visitor.post("/api/appointments/book", &[("locale", "da")]).await;
    assert_eq!(booked.leads_to(), "/tid/kvittering");
}

#[tokio::test]
async fn whoever_was_to_be_rung_up_is_not_left_without_a_word() {
    on_both_databases(|server| async move {
        book_by_telephone(&server).await;
        let mut coordinator = server.staff(Role::Coordinator).await;
        let form = [
            ("locale", "da"),
            ("service", "digital-post"),
            ("name_da", "Digital Post"),
            ("summary_da", "Læs din post."),
            ("duration", "30"),
            ("buffer_before", "0"),
            ("buffer_after", "0"),
            ("ways[]", "in_person"),
            ("seats", "1"),
        ];
        let proposed = coordinator.post("/api/schedule/change-service", &form).await;
        assert_eq!(proposed.leads_to(), "/personale/plan/tjek", "{}", proposed.body);
        let preview = coordinator.get("/personale/plan/tjek").await;
        for text in [
            "Åse Bæk",
            "på en måde, som ydelsen ikke gives på mere",
            "Én aftale",
        ] {
            assert!(preview.has(text), "{text}: {}", preview.body);
        }
        // Nobody is moved to a meeting that they have not asked for.
        assert_eq!(save(&mut coordinator, "move").await, "/personale/plan/gemt");
        assert!(coordinator.get("/personale/plan/ringeliste").await.has("Åse Bæk"));
        let version = schedules::current_version(server.database.read()).await.unwrap();
        assert_eq!(version, Some(2));
    })
    .await;
}
