//! The paper of a room: who draws, who sees it, and what is no drawing.

use axum::http::StatusCode;
use domain::staff::Role;

use crate::cafe::{OWN, ask, number, open_all_day, take, volunteer};
use crate::support::{Answer, TestServer, Visitor, on_both_databases};

async fn draw(visitor: &mut Visitor, room: &str, strokes: &str) -> StatusCode {
    let fields = [("room", room), ("strokes", strokes)];
    visitor.post("/api/cafe/draw", &fields).await.status
}

async fn add(visitor: &mut Visitor, figure: &str, numbers: &[(&str, &str)]) -> Answer {
    let fields = [&[("locale", "da"), ("room", "")], numbers].concat();
    visitor.post(&format!("/api/cafe/add-{figure}"), &fields).await
}

/// A child and the volunteer who has taken their question, with the room's path.
async fn room(server: &TestServer) -> (Visitor, Visitor, String) {
    open_all_day(server).await;
    let (mut child, mut helper) = (server.visitor(), volunteer(server, 30).await);
    ask(&mut child, "Hvad er 3/4 + 1/2?").await;
    let room = take(&mut helper).await;
    (child, helper, room)
}

#[tokio::test]
async fn what_one_draws_the_other_sees() {
    on_both_databases(|server| async move {
        let (mut child, mut helper, room) = room(&server).await;
        assert!(child.get(OWN).await.has("Papiret er tomt."));
        assert!(
            !draw(&mut child, "", "blue 10,20 30,40;red 1,1")
                .await
                .is_client_error()
        );
        let page = helper.get(&room).await;
        assert!(page.has("points=\"10,20 30,40\"") && page.has("Spørgeren: 2 streger."));
        draw(&mut helper, number(&room), "green 5,5").await;
        assert!(child.get(OWN).await.has("Den frivillige: 1 streg."));

        let mut coordinator = server.staff(Role::Coordinator).await;
        assert!(
            coordinator
                .get("/personale/cafe/log")
                .await
                .has("Der er en tegning")
        );
        let back = [("locale", "da"), ("room", ""), ("what", "all")];
        child.post("/api/cafe/take-back", &back).await;
        assert!(!helper.get(&room).await.has("points=\"10,20 30,40\""));
        let path = format!("/personale/cafe/log/{}", number(&room));
        let log = coordinator.get(&path).await;
        assert!(log.has("points=\"10,20 30,40\"") && log.has("is-taken-back"));
        assert!(!log.has("Fortryd min sidste streg"));
    })
    .await;
}

#[tokio::test]
async fn a_figure_is_drawn_without_a_script_or_refused_with_the_reason() {
    on_both_databases(|server| async move {
        let (mut child, mut helper, room) = room(&server).await;
        let drawn = add(&mut child, "fraction-bar", &[("filled", "3"), ("parts", "4")]).await;
        assert_eq!(drawn.leads_to(), OWN);
        assert!(helper.get(&room).await.has("En brøk: 3 af 4 dele er farvet."));
        add(&mut child, "squares", &[("rows", "3"), ("columns", "10000")]).await;
        let page = child.get(OWN).await;
        assert!(page.has("Skriv fra 1 til 12 rækker og felter.") && page.has("10000"));
        add(
            &mut child,
            "number-line",
            &[("from", "-5"), ("to", "5"), ("mark", "2")],
        )
        .await;
        let page = child.get(OWN).await;
        assert!(page.has("En tallinje fra −5 til 5 med mærke ved 2."));
        assert!(!page.has("Skriv fra 1 til 12"), "what was wrong is forgotten");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_drawing_or_somebody_elses_is_refused() {
    on_both_databases(|server| async move {
        let (mut child, mut helper, room) = room(&server).await;
        let endless = format!("red{}", " 1,1".repeat(10_000));
        for strokes in [
            "",
            "red -1,5",
            "red 801,1",
            "red 1,x",
            "<script>alert(1)</script>",
            &endless,
        ] {
            let status = draw(&mut child, "", strokes).await;
            assert_eq!(status, StatusCode::BAD_REQUEST, "{strokes}");
        }
        let mut other = volunteer(&server, 30).await;
        for forged in [number(&room), "999", "-1", "x"] {
            let status = draw(&mut other, forged, "red 1,1").await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{forged}");
        }
        assert_eq!(
            draw(&mut child, number(&room), "red 1,1").await,
            StatusCode::UNAUTHORIZED
        );
        let mut coordinator = server.staff(Role::Coordinator).await;
        let meddling = draw(&mut coordinator, number(&room), "red 1,1").await;
        assert_eq!(meddling, StatusCode::FORBIDDEN);
        assert!(helper.get(&room).await.has("Papiret er tomt."));
    })
    .await;
}
