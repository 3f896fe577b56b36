use axum::http::StatusCode;
use domain::ids::LocationId;
use domain::staff::{Role, Workplaces};

use super::{adviser, book, booked, code, signed_in};
use crate::support::on_both_databases;

#[tokio::test]
async fn only_those_who_serve_citizens_book_for_them() {
    on_both_databases(|server| async move {
        let pages = ["/skranke/book", "/skranke/book/find"];
        for page in pages {
            assert_eq!(
                server.visitor().get(page).await.status,
                StatusCode::UNAUTHORIZED,
                "{page}"
            );
        }
        let mut teacher = signed_in(&server, Role::Teacher, Workplaces::All).await;
        for page in pages {
            assert_eq!(teacher.get(page).await.status, StatusCode::FORBIDDEN, "{page}");
        }
        let key = "0".repeat(32);
        let form = [
            ("locale", "da"),
            ("service", "mitid"),
            ("location", "borgerservice"),
            ("key", &*key),
            ("slot", "2026-11-25T09:30Z"),
            ("name", "Bo"),
        ];
        for visitor in [&mut server.visitor(), &mut teacher] {
            visitor.post("/api/desk/book", &form).await;
            visitor
                .post(
                    "/api/desk/look-up",
                    &[("locale", "da"), ("code", "fjord-kanel-lampe")],
                )
                .await;
        }
        assert_eq!(booked(&server, "1 = 1").await, 0);
    })
    .await;
}

#[tokio::test]
async fn staff_see_and_book_at_their_own_places() {
    on_both_databases(|server| async move {
        let mut everywhere = adviser(&server).await;
        book(&mut everywhere, "mitid", &[("name", "Karen")]).await;
        let code = code(&everywhere.get("/skranke/book/kvittering").await.body);
        let library = LocationId::parse("bibliotek").unwrap();
        let mut librarian = signed_in(&server, Role::Adviser, Workplaces::Only(vec![library])).await;
        let page = librarian.get("/skranke/book?sted=borgerservice").await;
        assert!(page.has("name=\"location\" value=\"bibliotek\"") && !page.has("Fjordby Borgerservice"));
        let key = "0".repeat(32);
        let form = [
            ("locale", "da"),
            ("service", "mitid"),
            ("location", "borgerservice"),
            ("key", &*key),
            ("name", "Bo"),
        ];
        librarian.post("/api/desk/book", &form).await;
        assert_eq!(booked(&server, "1 = 1").await, 1);
        let look_up = [("locale", "da"), ("code", &*code)];
        assert_eq!(
            librarian.post("/api/desk/look-up", &look_up).await.leads_to(),
            "/skranke/book/find"
        );
        assert!(
            librarian
                .get("/skranke/book/find")
                .await
                .has("Der er ingen tid med den kode")
        );
    })
    .await;
}
