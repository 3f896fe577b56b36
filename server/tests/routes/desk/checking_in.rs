use axum::http::StatusCode;
use domain::appointments::{Arrangement, Needs, Way};
use domain::free_text::FreeText;

use super::{DESK, adviser, booked, booked_as, check_in, step, value_after};
use crate::support::on_both_databases;

#[tokio::test]
async fn somebody_with_an_appointment_checks_in_at_the_entrance() {
    on_both_databases(|server| async move {
        let code = booked(&server, 1, 0).await;
        let mut staff = adviser(&server).await;
        assert!(staff.get(DESK).await.has("Booket, ikke kommet endnu (1)"));
        let told = check_in(&server, "borgerservice", &code.replace('-', " ").to_uppercase()).await;
        let screen = server.visitor().get(&told).await;
        assert!(screen.has("Du bliver kaldt op som A1."), "{}", screen.body);
        assert!(!screen.has("Birthe"), "no name on a screen that others see");
        let page = |told: &str| told.split('?').next().unwrap().to_owned();
        let again = check_in(&server, "borgerservice", &code).await;
        assert_eq!(page(&again), page(&told), "twice is once");
        let desk = staff.get(DESK).await;
        assert!(desk.has("Birthe Holm") && desk.has("Booket, ikke kommet endnu (0)"));
        for later in [page(&told), format!("{}?til=1", page(&told))] {
            let screen = server.visitor().get(&later).await;
            assert!(
                screen.has("Begynd") && !screen.has("queue-place__number"),
                "whoever goes back there sees nobody's number"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_code_that_is_not_for_here_and_today_is_told_as_such() {
    on_both_databases(|server| async move {
        let (today, later) = (booked(&server, 1, 0).await, booked(&server, 2, 3).await);
        for (location, code, word) in [
            ("borgerservice", "hund", "ikke-en-kode"),
            ("borgerservice", "aborre-aborre-aborre", "ukendt"),
            ("borgerservice", later.as_str(), "en-anden-dag"),
            ("bibliotek", today.as_str(), "et-andet-sted"),
        ] {
            let told = check_in(&server, location, code).await;
            assert_eq!(told, format!("/ankomst/{location}?fejl={word}"));
            assert!(server.visitor().get(&told).await.has("error-summary"), "{word}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_did_not_come_may_come_after_all() {
    on_both_databases(|server| async move {
        booked(&server, 1, 0).await;
        let mut staff = adviser(&server).await;
        let page = staff.get(DESK).await;
        let appointment = value_after(&page.body, "name=\"appointment\" value=\"");
        let fields = [
            ("locale", "da"),
            ("location", "borgerservice"),
            ("appointment", &appointment),
            ("reason", "gave_notice"),
        ];
        staff.post("/api/desk/missed", &fields).await;
        assert!(staff.get(DESK).await.has("Meldte afbud"));
        assert_eq!(step(&mut staff, "return", &[]).await, StatusCode::FOUND);
        assert!(staff.get(DESK).await.has("Venter (1)"));
    })
    .await;
}

#[tokio::test]
async fn whoever_helps_reads_what_was_arranged_before_they_call() {
    on_both_databases(|server| async move {
        let arranged = Arrangement {
            way: Some(Way::InPerson),
            needs: Needs {
                sign_language: true,
                companion: true,
                ..Needs::default()
            },
            note: FreeText::parse("Et brev om boligstøtte").unwrap(),
            address: None,
        };
        let code = booked_as(&server, 1, 0, arranged).await;
        let mut staff = adviser(&server).await;
        let all = "tegnsprog · har en med · “Et brev om boligstøtte”";
        assert!(staff.get(DESK).await.has(all), "before they come");
        check_in(&server, "borgerservice", &code).await;
        let desk = staff.get(DESK).await;
        assert!(desk.has(all) && desk.has("venter på Asta"), "only Asta can sign");
        let day = staff.get("/personale/dag").await;
        assert!(day.has(all), "on the paper of the day too");
    })
    .await;
}
