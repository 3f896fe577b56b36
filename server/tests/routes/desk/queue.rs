use std::time::Duration;

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use domain::ids::LocationId;
use domain::staff::{Role, Workplaces};
use futures_util::StreamExt;
use tokio::time::timeout;

use super::{DESK, adviser, employee, give_number, sit, step};
use crate::support::on_both_databases;

#[tokio::test]
async fn only_those_who_serve_a_places_citizens_see_its_desk() {
    on_both_databases(|server| async move {
        let other = Workplaces::Only(vec![LocationId::parse("bibliotek").unwrap()]);
        let mut nobody = server.visitor();
        let mut teacher = employee(&server, Role::Teacher, Workplaces::All).await;
        let mut elsewhere = employee(&server, Role::Adviser, other).await;
        let pages = [DESK, "/skranke/borgerservice/nyt-nummer"];
        for page in pages {
            assert_eq!(nobody.get(page).await.status, StatusCode::UNAUTHORIZED);
            assert_eq!(teacher.get(page).await.status, StatusCode::FORBIDDEN);
            assert_eq!(elsewhere.get(page).await.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(elsewhere.get("/skranke/bibliotek").await.status, StatusCode::OK);
        assert!(
            !elsewhere.get("/skranke").await.has(DESK),
            "only the own places are offered"
        );
        assert_eq!(
            elsewhere.get("/skranke/ledsagere").await.status,
            StatusCode::FORBIDDEN
        );
        let actions = [
            ("/api/desk/call-next", vec![]),
            ("/api/desk/sit", vec![("counter", "1")]),
            ("/api/desk/step", vec![("ticket", "1"), ("step", "call")]),
            ("/api/desk/arrived", vec![("appointment", "1")]),
            ("/api/desk/missed", vec![("appointment", "1")]),
            (
                "/api/desk/give-ticket",
                vec![("key", "00000000000000000000000000000001")],
            ),
        ];
        for (path, more) in actions {
            let fields = [vec![("locale", "da"), ("location", "borgerservice")], more].concat();
            assert_eq!(
                nobody.post(path, &fields).await.status,
                StatusCode::UNAUTHORIZED,
                "{path}"
            );
            assert_eq!(
                elsewhere.post(path, &fields).await.status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_press_that_changes_nothing_says_so() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        give_number(&mut staff, "walk_in", "").await;
        // Nobody has begun with them: there is nothing to end.
        assert_eq!(step(&mut staff, "finish", &[]).await, StatusCode::FOUND);
        assert!(
            staff
                .get(&format!("{DESK}?besked=ikke-nu"))
                .await
                .has("En kollega kom først")
        );
        // Frede helps with other things than MitID.
        let fields = [
            ("locale", "da"),
            ("location", "borgerservice"),
            ("counter", "4"),
            ("adviser", "frede"),
        ];
        staff.post("/api/desk/sit", &fields).await;
        let fields = [("locale", "da"), ("location", "borgerservice")];
        let told = staff
            .post("/api/desk/call-next", &fields)
            .await
            .leads_to()
            .to_owned();
        assert_eq!(told, format!("{DESK}?besked=ingen"));
        assert!(staff.get(&told).await.has("ingen i køen, som du kan kalde"));
    })
    .await;
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        give_number(&mut staff, "walk_in", "").await;
        assert_eq!(
            step(&mut staff, "call", &[]).await,
            StatusCode::CONFLICT,
            "nobody sits anywhere yet"
        );
        assert_eq!(step(&mut staff, "dance", &[]).await, StatusCode::BAD_REQUEST);
        assert_eq!(
            step(&mut staff, "pass_on", &[("adviser", "../x")]).await,
            StatusCode::BAD_REQUEST
        );
        sit(&mut staff, "").await;
        assert!(staff.get(DESK).await.has("Skriv et kort navn"));
        assert_eq!(
            staff.get("/skranke/findes-ikke").await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn pages_are_told_that_the_queue_has_changed() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let response = server.open("/api/desk/borgerservice/events").await;
        assert_eq!(response.headers()[CONTENT_TYPE], "text/event-stream");
        assert!(
            !response.headers().contains_key("content-encoding"),
            "it must not be held back"
        );
        let mut events = response.into_body().into_data_stream();
        give_number(&mut staff, "walk_in", "").await;
        let event = timeout(Duration::from_secs(10), events.next()).await.unwrap();
        assert_eq!(event.unwrap().unwrap(), "data: changed\n\n");
    })
    .await;
}
