use app::offer_free_times;
use app::server_side::{PublicUrl, Site};
use domain::appointments::OFFERS_AT_ONCE;
use domain::count;
use jiff::Timestamp;
use store::{ConnectionTrait, appointments};

use crate::support::{TestServer, Visitor, on_both_databases};

const MINE: &str = "/tid/venteliste/min";
const LOCALE: [(&str, &str); 1] = [("locale", "da")];

async fn join(visitor: &mut Visitor, fields: &[(&str, &str)]) -> String {
    let place = [
        ("service", "fuldmagt"),
        ("location", "borgerservice"),
        ("locale", "da"),
    ];
    let form = [&place[..], fields].concat();
    visitor
        .post("/api/waiting/join", &form)
        .await
        .leads_to()
        .to_owned()
}

async fn joined(visitor: &mut Visitor, name: &str) -> String {
    let form = [
        ("name", name),
        ("email", "ida@example.dk"),
        ("weekdays[]", "1"),
        ("weekdays[]", "2"),
    ];
    assert_eq!(join(visitor, &form).await, MINE);
    code(&visitor.get(MINE).await.body)
}

fn code(page: &str) -> String {
    let (_, ticket) = page
        .split_once("class=\"ticket__code\"")
        .expect("the page has a code");
    let (_, code) = ticket.split_once('>').unwrap();
    code.split('<').next().unwrap().to_owned()
}

async fn offer(server: &TestServer) {
    offer_free_times(&server.context, &Site::default(), Timestamp::now())
        .await
        .unwrap();
}

async fn press(visitor: &mut Visitor, button: &str) -> String {
    let answer = visitor.post(&format!("/api/waiting/{button}"), &LOCALE).await;
    answer.leads_to().to_owned()
}

#[tokio::test]
async fn whoever_waits_is_offered_a_time_and_books_it_once() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let times = visitor.get("/tid/fuldmagt/borgerservice").await;
        assert!(times.has("href=\"/tid/venteliste/fuldmagt/borgerservice\""));
        let code = joined(&mut visitor, "Ida").await;
        assert!(visitor.get(MINE).await.has("Du står på venteliste"));

        offer(&server).await;
        offer(&server).await;
        let page = visitor.get(MINE).await;
        assert!(
            page.has("Der er en tid til dig") && page.has("Vi holder tiden til dig til"),
            "{}",
            page.body
        );
        assert_eq!(
            store::outbox::counts(server.database.read(), Timestamp::now())
                .await
                .unwrap()
                .waiting,
            1,
            "told once"
        );

        assert_eq!(press(&mut visitor, "accept").await, "/tid/kvittering");
        assert_eq!(press(&mut visitor, "accept").await, "/tid/kvittering");
        let ticket = visitor.get("/tid/kvittering").await;
        assert!(
            ticket.has("Din tid er booket") && ticket.has(&code),
            "{}",
            ticket.body
        );
        // The same code finds the booking, and nobody waits any more.
        let find = [("code", code.as_str()), ("name", "Ida"), ("locale", "da")];
        let mut other = server.visitor();
        assert_eq!(
            other.post("/api/waiting/find", &find).await.leads_to(),
            "/tid/venteliste"
        );
        assert_eq!(
            other.post("/api/appointments/find", &find).await.leads_to(),
            "/tid/afbud/tjek"
        );
    })
    .await;
}

#[tokio::test]
async fn an_offer_by_mail_says_the_same_in_text_and_html_and_where_to_answer() {
    on_both_databases(|server| async move {
        joined(&mut server.visitor(), "Ida").await;
        let site = Site {
            public_url: PublicUrl::parse("https://fjordby.example").ok(),
            ..Site::default()
        };
        offer_free_times(&server.context, &site, Timestamp::now())
            .await
            .unwrap();
        let waiting = store::outbox::due(server.database.read(), Timestamp::now(), 5)
            .await
            .unwrap();
        let [mail] = &waiting[..] else { panic!("one mail") };
        let html = mail.body_html.as_ref().expect("it is HTML too");
        assert!(html.contains("<a dir=\"ltr\" href=\"https://fjordby.example/tid/venteliste\">"));
        for said in [
            "Der er en ledig tid til dig.",
            "Læseadgang og fuldmagt",
            "Vi holder tiden til dig til",
        ] {
            assert!(mail.body_text.contains(said), "{}", mail.body_text);
            assert!(html.contains(said), "{html}");
        }
        assert!(mail.body_text.contains("https://fjordby.example/tid/venteliste"));
        assert!(!mail.body_text.contains("Ida"), "{}", mail.body_text);
    })
    .await;
}

async fn sent_by(server: &TestServer, channel: &str) -> u64 {
    let sql = format!("UPDATE outbox SET kind = kind WHERE channel = '{channel}'");
    let write = server.database.write();
    write.execute_unprepared(&sql).await.unwrap().rows_affected()
}

#[tokio::test]
async fn whoever_is_only_rung_up_waits_with_a_number_and_is_told_by_sms() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let place = [
            ("service", "vi-ringer"),
            ("location", "borgerservice"),
            ("locale", "da"),
            ("name", "Ida"),
        ];
        let with_mail = [&place[..], &[("contact", "email"), ("email", "ida@example.dk")]].concat();
        let back = visitor
            .post("/api/waiting/join", &with_mail)
            .await
            .leads_to()
            .to_owned();
        assert_eq!(back, "/tid/venteliste/vi-ringer/borgerservice");
        let form = visitor.get(&back).await;
        assert!(
            form.has("Skriv dit telefonnummer.") && !form.has("name=\"email\""),
            "{}",
            form.body
        );
        let with_number = [&place[..], &[("phone", "20 10 12 34")]].concat();
        assert_eq!(
            visitor.post("/api/waiting/join", &with_number).await.leads_to(),
            MINE
        );
        assert!(visitor.get(MINE).await.has("Vi sender dig en SMS"));

        offer(&server).await;
        assert_eq!(
            (sent_by(&server, "sms").await, sent_by(&server, "email").await),
            (1, 0)
        );
        assert_eq!(press(&mut visitor, "accept").await, "/tid/kvittering");
        assert!(visitor.get("/tid/kvittering").await.has("Din tid er booket"));
    })
    .await;
}

#[tokio::test]
async fn what_somebody_needs_waits_with_them() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let needs = [
            ("service", "fuldmagt"),
            ("location", "borgerservice"),
            ("locale", "da"),
            ("needs[]", "extra_time"),
            ("needs[]", "companion"),
        ];
        visitor.post("/api/appointments/save-needs", &needs).await;
        let form = visitor.get("/tid/venteliste/fuldmagt/borgerservice").await;
        assert!(form.has("minutter"), "{}", form.body);
        let by_sms = [("name", "Ida"), ("contact", "phone"), ("phone", "20101234")];
        assert_eq!(join(&mut visitor, &by_sms).await, MINE);
        offer(&server).await;
        assert_eq!(press(&mut visitor, "accept").await, "/tid/kvittering");
        let longer = "UPDATE appointments SET note = note WHERE needs LIKE '%extra_time%' \
            AND needs LIKE '%companion%' AND contact_kind = 'phone'";
        let booked = server.database.write().execute_unprepared(longer).await.unwrap();
        assert_eq!(booked.rows_affected(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_long_list_leaves_times_for_everybody_else() {
    let server = TestServer::on_sqlite().await;
    for number in 0..OFFERS_AT_ONCE + 2 {
        joined(&mut server.visitor(), &format!("Ida {number}")).await;
    }
    for _ in 0..2 {
        offer(&server).await;
        let offers = appointments::live_offers(server.database.read(), Timestamp::now())
            .await
            .unwrap();
        assert_eq!(count(&offers), OFFERS_AT_ONCE);
    }
    server
        .visitor()
        .first_free_time("fuldmagt", "borgerservice")
        .await;
}

#[tokio::test]
async fn a_declined_time_goes_to_the_next() {
    on_both_databases(|server| async move {
        let (mut first, mut second) = (server.visitor(), server.visitor());
        joined(&mut first, "Ida").await;
        offer(&server).await;
        let offered = first.get(MINE).await.body;
        assert!(offered.contains("Der er en tid til dig"));
        assert_eq!(press(&mut first, "decline").await, MINE);
        assert!(first.get(MINE).await.has("gået videre"));
        joined(&mut second, "Bo").await;
        offer(&server).await;
        let time = |page: &str| {
            let (_, rest) = page.split_once(">Tid<").expect("the time is told");
            rest.split("kl. ")
                .nth(1)
                .unwrap()
                .chars()
                .take(5)
                .collect::<String>()
        };
        assert_eq!(time(&second.get(MINE).await.body), time(&offered));
    })
    .await;
}

#[tokio::test]
async fn an_offer_that_has_run_out_is_not_booked() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    joined(&mut visitor, "Ida").await;
    offer(&server).await;
    let ran_out = "UPDATE waiting_list SET offer_until = 0";
    server.database.write().execute_unprepared(ran_out).await.unwrap();
    assert_eq!(press(&mut visitor, "accept").await, MINE);
    assert!(visitor.get(MINE).await.has("gået videre"));
}

#[tokio::test]
async fn one_finds_ones_place_and_leaves_it() {
    on_both_databases(|server| async move {
        let code = joined(&mut server.visitor(), "Åse Bæk").await;
        let mut visitor = server.visitor();
        let find = |name: &'static str| {
            [
                ("code", code.clone()),
                ("name", name.into()),
                ("locale", "da".into()),
            ]
        };
        let send = async |visitor: &mut Visitor, name| {
            let form = find(name);
            let form: Vec<_> = form
                .iter()
                .map(|(key, value): &(&str, String)| (*key, value.as_str()))
                .collect();
            visitor
                .post("/api/waiting/find", &form)
                .await
                .leads_to()
                .to_owned()
        };
        assert_eq!(send(&mut visitor, "Karl").await, "/tid/venteliste");
        assert!(
            visitor
                .get("/tid/venteliste")
                .await
                .has("Vi kan ikke finde en plads")
        );
        assert_eq!(send(&mut visitor, "aase baek").await, MINE);
        assert_eq!(press(&mut visitor, "leave").await, "/tid/venteliste/slut");
        assert!(visitor.get("/tid/venteliste/slut").await.has("Vi har slettet"));
        assert_eq!(send(&mut visitor, "aase baek").await, "/tid/venteliste");
        assert_eq!(visitor.get(MINE).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_and_what_was_typed_is_kept() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let form = [
        ("name", "0101901234"),
        ("email", "ingen"),
        ("weekdays[]", "3"),
        ("parts[]", "aften"),
    ];
    let back = join(&mut visitor, &form).await;
    assert_eq!(back, "/tid/venteliste/fuldmagt/borgerservice");
    let page = visitor.get(&back).await;
    assert!(page.has("Skriv ikke dit CPR-nummer her") && page.has("Mailadressen ser ikke rigtig ud"));
    assert!(
        page.has("value=\"ingen\"") && page.body.matches("checked").count() >= 2,
        "{}",
        page.body
    );
    for nonsense in [("weekdays[]", "x"), ("parts[]", "nat")] {
        let form = [("name", "Ida"), ("email", "ida@example.dk"), nonsense];
        let place = [
            ("service", "fuldmagt"),
            ("location", "borgerservice"),
            ("locale", "da"),
        ];
        let answer = visitor
            .post("/api/waiting/join", &[&place[..], &form].concat())
            .await;
        assert!(!answer.status.is_server_error(), "{nonsense:?}: {answer:?}");
    }
    // Nobody gives it there.
    let answer = visitor.get("/tid/venteliste/fritagelse/bibliotek").await;
    assert_eq!(answer.status, 404);
}
