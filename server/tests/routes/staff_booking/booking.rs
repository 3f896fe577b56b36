use super::{KEY, TIME, adviser, after, book, booked, code, count, send};
use crate::support::on_both_databases;

#[tokio::test]
async fn a_name_and_a_press_book_the_first_time() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let first = server.visitor().first_free_time("mitid", "borgerservice").await;
        let page = staff.get("/skranke/book?sted=borgerservice&q=mit").await;
        assert!(
            page.has("Få MitID</h2>") || page.has("Få MitID<!></h2>"),
            "{}",
            page.body
        );
        assert!(after(&page.body, TIME) <= &*first, "staff need no lead time");
        assert_eq!(
            book(&mut staff, "mitid", &[("name", "Karen Holm")]).await,
            "/skranke/book/kvittering"
        );
        let ticket = staff.get("/skranke/book/kvittering").await;
        assert!(
            ticket.has("Karen Holm") && ticket.has("Personalet"),
            "{}",
            ticket.body
        );
        assert_eq!(
            booked(&server, "booked_by IS NOT NULL AND name = 'Karen Holm'").await,
            1
        );
        // The citizen can use the code like any other.
        let find = [
            ("locale", "da"),
            ("code", &*code(&ticket.body)),
            ("name", "karen holm"),
        ];
        let found = server.visitor().post("/api/appointments/find", &find).await;
        assert_eq!(found.leads_to(), "/tid/afbud/tjek");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_reached_by_nothing_else_gets_a_letter_and_whoever_wishes_one() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        for (name, reach, wish, in_pile) in [
            ("Karen Holm", "", "when_nothing_else", 1),
            ("Åse Bæk", "20 10 12 34", "when_nothing_else", 1),
            ("Bo Friis", "20 10 12 35", "always", 2),
            ("Ib Lund", "", "never", 2),
        ] {
            let typed = [("name", name), ("reach", reach), ("letter", wish)];
            assert_eq!(
                book(&mut staff, "mitid", &typed).await,
                "/skranke/book/kvittering"
            );
            let receipt = staff.get("/skranke/book/kvittering").await;
            let has_letter = wish == "always" || (wish != "never" && reach.is_empty());
            assert_eq!(receipt.has("ligger i bunken til print"), has_letter, "{name}");
            assert_eq!(
                count(&server, "outbox", "channel = 'letter'").await,
                in_pile,
                "{name}"
            );
        }
        // The address is written afterwards, from a link on the receipt; the letter stays one.
        book(&mut staff, "mitid", &[("name", "Per Krog")]).await;
        let receipt = staff.get("/skranke/book/kvittering").await;
        let form = after(&receipt.body, "href=\"/skranke/breve/ny/").to_owned();
        let address = [
            ("locale", "da"),
            ("appointment", &*form),
            ("street", "Havnegade 12"),
            ("city", "0999 Fjordby"),
        ];
        staff.post("/api/messages/write-letter", &address).await;
        let receipt = staff.get("/skranke/book/kvittering").await;
        assert!(receipt.has("Det skal med posten."), "{}", receipt.body);
        assert_eq!(count(&server, "outbox", "channel = 'letter'").await, 3);
    })
    .await;
}

#[tokio::test]
async fn two_presses_book_once_and_show_the_same_ticket() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let page = staff.get("/skranke/book?sted=borgerservice&ydelse=mitid").await;
        let (key, slot) = (after(&page.body, KEY), after(&page.body, TIME));
        let mut codes = Vec::new();
        for _ in 0..2 {
            let leads_to = send(&mut staff, "mitid", key, slot, &[("name", "Karen")]).await;
            assert_eq!(leads_to, "/skranke/book/kvittering");
            codes.push(code(&staff.get(&leads_to).await.body));
        }
        assert_eq!(codes[0], codes[1]);
        assert_eq!(booked(&server, "1 = 1").await, 1);
    })
    .await;
}

#[tokio::test]
async fn somebody_who_may_have_a_time_already_is_shown_first() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let form = "/skranke/book?sted=borgerservice&ydelse=mitid";
        book(
            &mut staff,
            "mitid",
            &[("name", "Åse Bæk"), ("reach", "20 10 12 34")],
        )
        .await;
        for typed in [
            [("name", "aase baek"), ("reach", "")],
            [("name", "Fru Bæk"), ("reach", "+45 20101234")],
        ] {
            assert_eq!(book(&mut staff, "mitid", &typed).await, form);
            let page = staff.get(form).await;
            assert!(
                page.has("Er det den samme?") && page.has("Åse Bæk, 20101234"),
                "{}",
                page.body
            );
            assert!(
                page.has(&format!("value=\"{}\"", typed[0].1)),
                "what was typed is kept"
            );
        }
        assert_eq!(booked(&server, "1 = 1").await, 1);
        let anyway = [
            ("name", "Fru Bæk"),
            ("reach", "20101234"),
            ("press", "book_anyway"),
        ];
        assert_eq!(
            book(&mut staff, "mitid", &anyway).await,
            "/skranke/book/kvittering"
        );
        assert_eq!(
            book(&mut staff, "mitid", &[("name", "Ib")]).await,
            "/skranke/book/kvittering"
        );
        assert_eq!(booked(&server, "1 = 1").await, 3);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_and_nothing_is_lost() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let typed = [
            ("name", ""),
            ("reach", "20 10"),
            ("note", "Født 010203-1234"),
            ("needs[]", "extra_time"),
        ];
        let form = book(&mut staff, "mitid", &typed).await;
        assert_eq!(form, "/skranke/book?sted=borgerservice&ydelse=mitid");
        let page = staff.get(&form).await;
        for said in [
            "Skriv, hvad vi skal kalde dig.",
            "Telefonnummeret ser ikke rigtigt ud",
            "CPR-nummer",
            "value=\"20 10\"",
            "Født xxxxxx-xxxx",
        ] {
            assert!(page.has(said), "{said}: {}", page.body);
        }
        // Only the times that fit, and the form as it was.
        let typed = [("name", "Karen"), ("needs[]", "extra_time"), ("press", "times")];
        let form = book(&mut staff, "mitid", &typed).await;
        let page = staff.get(&form).await;
        assert!(
            page.has("value=\"Karen\"") && !page.has("Der mangler noget"),
            "{}",
            page.body
        );
        book(
            &mut staff,
            "mitid",
            &[("name", "Karen"), ("needs[]", "extra_time")],
        )
        .await;
        assert_eq!(booked(&server, "ends_at - starts_at = 70 * 60").await, 1);
        let refused = [
            ("locale", "da"),
            ("service", "mitid"),
            ("location", "borgerservice"),
            ("key", "x"),
            ("name", "Bo"),
        ];
        assert!(
            !staff
                .post("/api/desk/book", &refused)
                .await
                .status
                .is_server_error()
        );
        assert_eq!(booked(&server, "1 = 1").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_home_visit_is_booked_with_its_address() {
    on_both_databases(|server| async move {
        let mut staff = adviser(&server).await;
        let page = "/skranke/book?sted=borgerservice&ydelse=hjemmebesoeg";
        let nowhere = book(&mut staff, "hjemmebesoeg", &[("name", "Åse Bæk")]).await;
        assert_eq!(nowhere, page);
        let told = staff.get(page).await;
        for text in ["Skriv, hvor vi skal komme hen.", "Åse Bæk"] {
            assert!(told.has(text), "{text}: {}", told.body);
        }
        let typed = [("name", "Åse Bæk"), ("address", "Kajen 1, 0999 Fjordby")];
        let booked = book(&mut staff, "hjemmebesoeg", &typed).await;
        assert_eq!(booked, "/skranke/book/kvittering");
        let receipt = staff.get(&booked).await;
        assert!(receipt.has("Kajen 1, 0999 Fjordby"), "{}", receipt.body);
    })
    .await;
}
