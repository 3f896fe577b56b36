use axum::http::StatusCode;
use domain::messages::{Channel, LONGEST_SMS};
use domain::staff::{Role, Workplaces};
use jiff::Timestamp;
use store::outbox;

use super::{DESK, adviser, call_next, employee, give_number, sit, step};
use crate::support::on_both_databases;

#[tokio::test]
async fn somebody_walks_in_is_called_helped_and_goes_home() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let mut citizen = server.visitor();
        let page = format!("/nummer/{}", give_number(&mut staff, "walk_in", "").await);
        assert!(citizen.get(&page).await.has("Du er den næste."));
        sit(&mut staff, "Skranke 2").await;
        call_next(&mut staff).await;
        // Pressed once more, it calls nobody else.
        call_next(&mut staff).await;
        assert!(citizen.get(&page).await.has("Det er din tur. Gå til: Skranke 2"));
        assert!(citizen.get("/skaerm/borgerservice").await.has("B1"));
        assert_eq!(step(&mut staff, "start", &[]).await, StatusCode::FOUND);
        assert_eq!(
            step(&mut staff, "finish", &[("outcome", "referred")]).await,
            StatusCode::FOUND
        );
        assert!(staff.get(DESK).await.has("Vist videre til andre"));
        assert!(citizen.get(&page).await.has("Du har fået hjælp"));
        assert_eq!(
            citizen
                .get("/nummer/00000000000000000000000000000000")
                .await
                .status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(citizen.get("/nummer/1").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_support_worker_is_known_by_a_code_word() {
    on_both_databases(|server| async move {
        let mut coordinator = employee(&server, Role::Coordinator, Workplaces::All).await;
        let fields = [
            ("locale", "da"),
            ("name", "Mette Krog"),
            ("organisation", "Ankeret"),
        ];
        coordinator.post("/api/desk/add-support-worker", &fields).await;
        let page = coordinator.get("/skranke/ledsagere").await;
        let shown = page.body.split("class=\"ticket__code\"").nth(1).unwrap();
        let code = shown.split('>').nth(1).unwrap().split('<').next().unwrap();
        let key = give_number(&mut coordinator, "accompanied", code).await;
        assert!(
            coordinator
                .get(&format!("{DESK}/nummer/{key}"))
                .await
                .has("bopælsattest")
        );
        assert!(coordinator.get(DESK).await.has("Sammen med en ledsager"));
        // Not so much as a letter of it is on the citizen's own page.
        let own = server.visitor().get(&format!("/nummer/{key}")).await;
        assert!(own.has("B1") && !own.has("ledsager"));

        assert_eq!(
            give_number(&mut coordinator, "accompanied", "hund-kat").await,
            "nyt-nummer"
        );
        assert!(
            coordinator
                .get(&format!("{DESK}/nyt-nummer"))
                .await
                .has("Ingen ledsager har det kodeord")
        );
    })
    .await;
}

#[tokio::test]
async fn a_number_is_sent_as_an_sms_once_and_what_is_no_telephone_is_told() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let key = give_number(&mut staff, "walk_in", "").await;
        let page = format!("{DESK}/nummer/{key}");
        for (typed, says) in [
            ("20 10", "Skriv et telefonnummer med 8 cifre"),
            ("20 10 12 34", "er på vej til 20 10 12 34"),
            ("+45 20101234", "er på vej til +45 20101234"),
        ] {
            let fields = [
                ("locale", "da"),
                ("location", "borgerservice"),
                ("key", &key),
                ("phone", typed),
            ];
            let told = staff.post("/api/desk/text-ticket", &fields).await;
            assert_eq!(told.leads_to(), page);
            assert!(staff.get(&page).await.has(says), "{typed}");
        }
        let sent = outbox::due(server.database.read(), Timestamp::now(), 9)
            .await
            .unwrap();
        assert_eq!(sent.len(), 1, "one telephone gets one");
        let (sms, address) = (&sent[0], format!("/nummer/{key}"));
        assert_eq!((sms.channel, sms.recipient.as_str()), (Channel::Sms, "20101234"));
        assert!(
            sms.body_text
                .starts_with("Dit nummer er B1. Fjordby Borgerservice. "),
            "{}",
            sms.body_text
        );
        assert!(
            sms.body_text.contains("entetid") && sms.body_text.ends_with(&address),
            "{}",
            sms.body_text
        );
        assert!(sms.body_text.chars().count() <= LONGEST_SMS);

        let other = give_number(&mut staff, "walk_in", "").await;
        let page = staff.get(&format!("{DESK}/nummer/{other}")).await;
        assert!(!page.has("20101234"), "the next number has another telephone");
    })
    .await;
}
