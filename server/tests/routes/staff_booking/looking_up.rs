use super::{adviser, after, book, code};
use crate::support::on_both_databases;

#[tokio::test]
async fn staff_look_a_time_up_by_its_code_move_it_and_cancel_it() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        book(
            &mut staff,
            "mitid",
            &[("name", "Karen"), ("reach", "20 10 12 34")],
        )
        .await;
        let code = code(&staff.get("/skranke/book/kvittering").await.body);
        for (name, leads_to) in [
            ("Bo", "/skranke/book/find"),
            ("karen", "/skranke/book/tid"),
            ("", "/skranke/book/tid"),
        ] {
            let typed = [("locale", "da"), ("code", &*code), ("name", name)];
            assert_eq!(
                staff.post("/api/desk/look-up", &typed).await.leads_to(),
                leads_to,
                "{name:?}"
            );
        }
        let shown = staff.get("/skranke/book/tid").await;
        assert!(shown.has("20101234") && shown.has("Personalet"), "{}", shown.body);
        let times = staff.get("/tid/flyt").await;
        let slot = after(&times.body, "href=\"/tid/flyt/borgerservice/").to_owned();
        let form = [
            ("locale", "da"),
            ("location", "borgerservice"),
            ("slot", &*slot),
            ("sequence", "0"),
        ];
        let moved = staff.post("/api/appointments/move", &form).await;
        assert_eq!(moved.leads_to(), "/skranke/book/tid");
        let cancelled = staff.post("/api/appointments/cancel", &[("locale", "da")]).await;
        assert_eq!(cancelled.leads_to(), "/skranke/book/tid");
        assert!(staff.get("/skranke/book/tid").await.has("Tiden er aflyst."));
        // Whoever sits down at the same computer afterwards sees nothing of it.
        staff.post("/api/staff/sign-out", &[("locale", "da")]).await;
        for page in ["/skranke/book/tid", "/skranke/book/kvittering", "/tid/afbud/tjek"] {
            assert!(!staff.get(page).await.has("Karen"), "{page}");
        }
    })
    .await;
}
