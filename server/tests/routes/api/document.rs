use super::get;
use crate::support::TestServer;

#[tokio::test]
async fn the_document_names_every_operation_and_what_it_may_answer() {
    let server = TestServer::on_sqlite().await;
    let document = get(&server, "/openapi.json").await.json;
    assert_eq!(document["openapi"], "3.1.0");
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let answers: Vec<_> = operation["responses"].as_object().unwrap().keys().collect();
            operations.push(format!("{method} {path} {answers:?}"));
        }
    }
    insta::assert_snapshot!(operations.join("\n"), @r#"
    post /api/v1/appointments ["201", "400", "404", "409", "413", "415", "422", "503"]
    post /api/v1/appointments/cancel ["200", "400", "404", "413", "415", "422", "429", "503"]
    post /api/v1/appointments/find ["200", "400", "404", "413", "415", "422", "429", "503"]
    post /api/v1/appointments/move ["200", "400", "404", "409", "413", "415", "422", "429", "503"]
    get /api/v1/free-times ["200", "400", "404", "503"]
    get /api/v1/locations ["200", "503"]
    get /api/v1/services ["200", "503"]
    get /api/v1/staff/appointments ["200", "400", "401", "403", "404", "503"]
    post /api/v1/staff/appointments/{id}/cancel ["200", "400", "401", "403", "404", "503"]
    get /api/v1/staff/schedule ["200", "401", "403", "503"]
    "#);
}

#[tokio::test]
async fn the_page_explains_every_operation_and_every_problem() {
    let server = TestServer::on_sqlite().await;
    let document = get(&server, "/openapi.json").await.json;
    for address in ["/api/v1", "/api/v1/"] {
        let page = server.visitor().get(address).await;
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
        assert!(!page.headers.contains_key("set-cookie") && !page.has("<script"));
        for methods in document["paths"].as_object().unwrap().values() {
            for operation in methods.as_object().unwrap().values() {
                let id = operation["operationId"].as_str().unwrap();
                assert!(page.has(&format!("id=\"{id}\"")), "{id}");
            }
        }
        for code in document["components"]["schemas"]["Reason"]["enum"]
            .as_array()
            .unwrap()
        {
            let code = code.as_str().unwrap();
            assert!(page.has(&format!("id=\"{code}\"")), "{code}");
        }
    }
}
