//! The homework café: who may help, running it, and what may not be done.

use axum::http::StatusCode;
use domain::staff::Role;
use store::cafe;

use crate::cafe::{OWN, ask, close, latest_account, number, open_all_day, take, volunteer, write};
use crate::support::{Visitor, on_both_databases};

async fn step(visitor: &mut Visitor, room: &str, step: &str) -> StatusCode {
    let fields = [("locale", "da"), ("room", room), ("step", step)];
    visitor.post("/api/cafe/step", &fields).await.status
}

#[tokio::test]
async fn a_volunteer_without_an_attest_or_off_shift_takes_nothing() {
    on_both_databases(|server| async move {
        open_all_day(&server).await;
        ask(&mut server.visitor(), "Hvad er 7 · 8?").await;
        let mut expired = volunteer(&server, -1).await;
        assert!(expired.get("/personale/cafe").await.has("børneattest mangler"));
        assert_eq!(take(&mut expired).await, "/personale/cafe");
        let mut unknown = server.staff(Role::Volunteer).await;
        assert_eq!(take(&mut unknown).await, "/personale/cafe");
        assert!(unknown.get("/personale/cafe").await.has("ikke på vagtlisten"));
        let mut off_shift = volunteer(&server, 30).await;
        let id = latest_account(&server).await;
        let roster = cafe::volunteers(server.database.read()).await.unwrap();
        for shift in &roster.iter().find(|own| own.id == id).unwrap().shifts {
            cafe::remove_shift(server.database.write(), shift.id)
                .await
                .unwrap();
        }
        assert_eq!(take(&mut off_shift).await, "/personale/cafe");
        assert!(off_shift.get("/personale/cafe").await.has("Du har ikke vagt nu"));
        close(&server).await;
        let mut late = volunteer(&server, 30).await;
        assert_eq!(take(&mut late).await, "/personale/cafe");
        assert!(late.get("/personale/cafe").await.has("Caféen er lukket"));
        let rooms = cafe::recent(server.database.read()).await.unwrap();
        assert!(
            rooms.iter().all(|question| question.room.is_none()),
            "nobody took it"
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_finds_somebody_elses_room() {
    on_both_databases(|server| async move {
        open_all_day(&server).await;
        let mut child = server.visitor();
        ask(&mut child, "Hvad er 7 · 8?").await;
        let mut helper = volunteer(&server, 30).await;
        let room = take(&mut helper).await;
        let mut other = volunteer(&server, 30).await;
        for path in [&*room, "/personale/cafe/rum/999", "/personale/cafe/rum/x"] {
            assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let forged = write(&mut other, number(&room), "Hej", "send").await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
        assert_eq!(
            write(&mut child, number(&room), "Hej", "send").await.status,
            StatusCode::UNAUTHORIZED
        );
        assert_eq!(server.visitor().get(OWN).await.status, StatusCode::NOT_FOUND);
        assert_eq!(step(&mut other, "-1", "end").await, StatusCode::NOT_FOUND);
        assert_eq!(
            other.get("/personale/cafe/log").await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(
            other.get("/personale/cafe/frivillige").await.status,
            StatusCode::FORBIDDEN
        );
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_sees_what_was_reported_and_ends_the_room() {
    on_both_databases(|server| async move {
        open_all_day(&server).await;
        let (mut child, mut helper) = (server.visitor(), volunteer(&server, 30).await);
        ask(&mut child, "Hvad er 7 · 8?").await;
        let room = take(&mut helper).await;
        child
            .post("/api/cafe/report", &[("locale", "da"), ("room", "")])
            .await;
        assert!(child.get(OWN).await.has("En voksen fra kommunen ser på samtalen"));

        let mut coordinator = server.staff(Role::Coordinator).await;
        let log = coordinator.get("/personale/cafe/log").await;
        assert!(log.has("Se på den") && log.has("I gang"));
        let seen = coordinator
            .get(&format!("/personale/cafe/log/{}", number(&room)))
            .await;
        assert!(seen.has("Hvad er 7 · 8?"));
        let meddling = write(&mut coordinator, number(&room), "Hej", "send").await;
        assert_eq!(meddling.status, StatusCode::FORBIDDEN);
        assert!(
            step(&mut coordinator, number(&room), "end")
                .await
                .is_redirection()
        );
        assert!(child.get(OWN).await.has("Samtalen er slut."));
        write(&mut helper, number(&room), "Et ord mere", "send").await;
        assert!(
            !child.get(OWN).await.has("Et ord mere"),
            "nobody writes in a room that is over"
        );
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_keeps_the_roster() {
    on_both_databases(|server| async move {
        let mut helper = server.staff(Role::Volunteer).await;
        let id = latest_account(&server).await.0.to_string();
        let mut coordinator = server.staff(Role::Coordinator).await;
        let fields = [
            ("locale", "da"),
            ("volunteer", &*id),
            ("subjects[]", "matematik"),
            ("languages[]", "da"),
            ("languages[]", "ar"),
            ("attest_until", "2999-12-31"),
        ];
        coordinator.post("/api/cafe/save-volunteer", &fields).await;
        let shift = [
            ("locale", "da"),
            ("volunteer", &*id),
            ("weekday", "2"),
            ("from", "16:00"),
            ("to", "18:00"),
        ];
        coordinator.post("/api/cafe/add-shift", &shift).await;
        let page = coordinator.get("/personale/cafe/frivillige").await;
        assert!(page.has("gælder til 31. december 2999") && page.has("tirsdag 16-18"));
        assert!(helper.get("/personale/cafe").await.has("tirsdag 16-18"));
        let backwards = [
            ("locale", "da"),
            ("volunteer", &*id),
            ("weekday", "2"),
            ("from", "18:00"),
            ("to", "16:00"),
        ];
        coordinator.post("/api/cafe/add-shift", &backwards).await;
        assert!(
            coordinator
                .get("/personale/cafe/frivillige")
                .await
                .has("En vagt slutter efter")
        );
        let refused = helper.post("/api/cafe/save-volunteer", &fields).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    })
    .await;
}
