//! The money tools without JavaScript: the form's address shows the result.

use axum::http::StatusCode;

use crate::support::{Answer, TestServer, on_both_databases};

/// The page that a form leads to, as people read it: without the marks that the browser's half needs.
async fn page(server: &TestServer, path: &str) -> (Answer, String) {
    let answer = server.visitor().get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    let text = answer.body.replace("<!>", "").replace('\u{a0}', " ");
    (answer, text)
}

#[tokio::test]
async fn a_loan_is_counted_from_its_address_and_nothing_is_kept() {
    on_both_databases(|server| async move {
        let path = "/penge/laan?beloeb=10.000&rente=12&maaneder=12&oprettelse=500&gebyr=30";
        let (answer, text) = page(&server, path).await;
        assert!(text.contains("Du betaler 962,92 kr. om måneden"), "{text}");
        assert!(text.contains("31,32 %"), "ÅOP: {text}");
        assert!(
            text.contains("value=\"10.000\""),
            "what was typed is kept: {text}"
        );
        assert!(!answer.headers.contains_key("set-cookie"), "nothing is kept");
    })
    .await;
}

#[tokio::test]
async fn a_loan_that_is_too_dear_is_told_to_be() {
    let server = TestServer::on_sqlite().await;
    let (_, text) = page(&server, "/penge/laan?beloeb=1.000&rente=20&maaneder=3&gebyr=50").await;
    assert!(text.contains("ÅOP er over 35 %"), "{text}");
    let (_, text) = page(
        &server,
        "/en/penge/laan?beloeb=1.000&rente=20&maaneder=3&gebyr=50",
    )
    .await;
    assert!(text.contains("The ÅOP is above 35 %"), "{text}");
}

#[tokio::test]
async fn bad_input_is_told_at_its_field_and_kept() {
    let server = TestServer::on_sqlite().await;
    let (_, text) = page(&server, "/penge/laan?beloeb=mange+%3Cb%3E&rente=&maaneder=400").await;
    assert!(text.contains("value=\"mange &lt;b&gt;\""), "{text}");
    assert!(
        text.contains("href=\"#field-beloeb\""),
        "the summary leads to the field: {text}"
    );
    for problem in [
        "Skriv et tal, for eksempel 1.234,50.",
        "Skriv et tal.",
        "Skriv 360 eller mindre.",
    ] {
        assert_eq!(
            text.matches(problem).count(),
            2,
            "{problem} at the field and in the summary: {text}"
        );
    }
    assert!(text.contains("Udfyld felterne"), "there is no result: {text}");
}

#[tokio::test]
async fn a_form_that_has_not_been_sent_has_no_errors() {
    let server = TestServer::on_sqlite().await;
    for tool in ["budget", "loenseddel", "laan", "opsparing", "abonnementer"] {
        let (_, text) = page(&server, &format!("/penge/{tool}")).await;
        assert!(
            !text.contains("form-error-message") && !text.contains("error-summary"),
            "{tool}"
        );
        assert!(text.contains("Udfyld felterne"), "{tool}");
    }
}

#[tokio::test]
async fn every_tool_shows_its_result() {
    let server = TestServer::on_sqlite().await;
    for (path, result) in [
        (
            "/penge/budget?indkomst=14.500&bolig=4.200&mad=600&mad-hver=uge",
            "Du har 7.700 kr. tilbage om måneden.",
        ),
        (
            "/penge/budget?indkomst=1.000&bolig=1.500",
            "Du mangler 500 kr. om måneden.",
        ),
        (
            "/penge/loenseddel?loen=30.000&pension=1.000&traekprocent=38&fradrag=6.000",
            "Du får 18.822 kr. udbetalt. Der går 10.178 kr. til skat og AM-bidrag.",
        ),
        (
            "/penge/opsparing?start=10.000&rente=5&aar=3",
            "Når der er gået 3 år, har du 11.576,25 kr. på kontoen. 1.576,25 kr. af dem er renter.",
        ),
        (
            "/penge/abonnementer?navn-1=Film&pris-1=99&pris-2=1.200&hver-2=aar",
            "Det bliver 199 kr. om måneden og 2.388 kr. om året.",
        ),
    ] {
        let (_, text) = page(&server, path).await;
        assert!(text.contains(result), "{path}: {text}");
    }
}

#[tokio::test]
async fn the_rates_are_those_of_the_content() {
    let server = TestServer::on_sqlite().await;
    let (_, text) = page(&server, "/penge/loenseddel?loen=30.000").await;
    assert!(text.contains("8 % af 30.000 kr."), "{text}");
    assert!(text.contains("12,01 % til staten og 25 % til kommunen"), "{text}");
    assert!(text.contains("skm.dk"), "with their source: {text}");
}

#[tokio::test]
async fn a_tool_is_found_by_a_search() {
    let server = TestServer::on_sqlite().await;
    let (_, text) = page(&server, "/soeg?q=budget").await;
    assert!(text.contains("href=\"/penge/budget\""), "{text}");
    let (_, text) = page(&server, "/laer").await;
    assert!(text.contains("href=\"/penge\""), "{text}");
}
