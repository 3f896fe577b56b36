use crate::support::{TestServer, Visitor, on_both_databases};

/// Where the first time of a page leads: what its button sends.
fn choice(page: &str, name: &str) -> String {
    let value = format!("name=\"{name}\" value=\"");
    let (_, rest) = page
        .split_once(&value)
        .unwrap_or_else(|| panic!("no {name}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// The first day of the month that leads on.
fn first_day(page: &str) -> String {
    let links = page.split("href=\"").filter_map(|rest| rest.split('"').next());
    let mut days = links.filter(|link| link.contains("?fra="));
    days.next().expect("a day is free").to_owned()
}

async fn month(visitor: &mut Visitor, query: &str) -> String {
    let page = visitor
        .get(&format!("/tid/vi-ringer/borgerservice/maaned{query}"))
        .await;
    assert!(page.status.is_success());
    page.body
}

#[tokio::test]
async fn a_day_of_the_month_leads_to_its_times() {
    on_both_databases(|server| async move {
        let mut visitor = server.visitor();
        let next = month(&mut visitor, "").await;
        assert!(
            next.contains("<caption>") && next.contains("rel=\"next\""),
            "{next}"
        );
        let day = first_day(&next);
        assert!(day.starts_with("/tid/vi-ringer/borgerservice?fra="), "{day}");
        let times = visitor.get(&day).await.body;
        let (_, date) = day.split_once('=').unwrap();
        assert!(choice(&times, "slot").starts_with(date), "{times}");
    })
    .await;
}

#[tokio::test]
async fn a_month_that_cannot_be_booked_is_the_nearest_that_can() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let this_month = month(&mut visitor, "").await;
    for query in ["?m=1999-01", "?m=nonsense", "?m="] {
        assert_eq!(
            first_day(&month(&mut visitor, query).await),
            first_day(&this_month),
            "{query}"
        );
    }
    let last = month(&mut visitor, "?m=9999-12").await;
    assert!(
        last.contains("rel=\"prev\"") && !last.contains("rel=\"next\""),
        "{last}"
    );
    assert_eq!(visitor.get("/tid/vi-ringer/bibliotek/maaned").await.status, 404);
}

#[tokio::test]
async fn a_part_of_the_day_shows_its_times_alone() {
    let server = TestServer::on_sqlite().await;
    let mut visitor = server.visitor();
    let hour_of = |slot: &str| {
        let slot: domain::appointments::Slot = slot.parse().unwrap();
        slot.wall_time().hour
    };
    for page in ["/tid/mitid/borgerservice", "/tid/mitid/foerst"] {
        for (part, hours) in [("formiddag", 0..12), ("eftermiddag", 12..17)] {
            let body = visitor.get(&format!("{page}?del={part}")).await.body;
            let buttons = body.split("<button").filter(|button| button.contains("time-row"));
            assert_ne!(buttons.clone().count(), 0, "{body}");
            for button in buttons {
                let value = button
                    .split("value=\"")
                    .nth(1)
                    .unwrap()
                    .split('"')
                    .next()
                    .unwrap();
                let slot = value.split('/').next_back().unwrap();
                assert!(hours.contains(&hour_of(slot)), "{value} in {part}");
            }
        }
        let night = visitor.get(&format!("{page}?del=nat")).await.body;
        assert!(
            night.contains("aria-current=\"true\" class=\"tag tag--link\">Hele dagen"),
            "{night}"
        );
    }
    let evening = visitor.get("/tid/vi-ringer/borgerservice?del=aften").await.body;
    assert!(evening.contains("på det tidspunkt af dagen"), "{evening}");
}

#[tokio::test]
async fn the_first_time_at_any_place_is_held() {
    on_both_databases(|server| async move {
        let (mut visitor, mut other) = (server.visitor(), server.visitor());
        let page = visitor.get("/tid/mitid/foerst").await.body;
        let choice = choice(&page, "choice");
        let form = [
            ("service", "mitid"),
            ("choice", choice.as_str()),
            ("locale", "da"),
        ];
        let held = visitor.post("/api/appointments/hold-first", &form).await;
        assert_eq!(held.leads_to(), format!("/tid/mitid/{choice}"));
        assert!(visitor.get(held.leads_to()).await.has("Vi holder tiden til dig"));

        // The address of a time that cannot be had leads back to the times, which say so.
        let gone = choice.split_once('/').unwrap().0.to_owned() + "/2026-01-05T09:00Z";
        let form = [("service", "mitid"), ("choice", gone.as_str()), ("locale", "da")];
        let refused = other.post("/api/appointments/hold-first", &form).await;
        assert_eq!(refused.leads_to(), "/tid/mitid/foerst");
        assert!(other.get("/tid/mitid/foerst").await.has("lige blevet taget"));
    })
    .await;
}

#[tokio::test]
async fn a_choice_that_is_none_is_refused() {
    let server = TestServer::on_sqlite().await;
    for choice in [
        "",
        "bibliotek",
        "bibliotek/",
        "BIB/2026-11-25T09:30Z",
        "bibliotek/i-morgen",
    ] {
        let form = [("service", "mitid"), ("choice", choice), ("locale", "da")];
        let answer = server.visitor().post("/api/appointments/hold-first", &form).await;
        assert!(
            !answer.status.is_server_error() && !answer.has("Vi holder"),
            "{choice}: {answer:?}"
        );
    }
}
