//! Pictures in the homework café: who may send and see them, and what is no picture.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use domain::staff::Role;

use crate::cafe::{OWN, ask, open_all_day, take, volunteer};
use crate::support::{Answer, TestServer, Visitor, on_both_databases};

/// Where a browser's own question takes pictures.
const SEND: &str = "/lektier/cafe/rum/billede";

/// As a telephone takes it: lying on its side, with the name of its maker in it.
const PHOTO: &[u8] = include_bytes!("photo.jpg");

/// Sends a file as a form does whose button says `multipart/form-data`.
async fn send(visitor: &mut Visitor, path: &str, (name, file): (&str, &[u8]), typed: &str) -> Answer {
    let head = format!(
        "--x\r\ncontent-disposition: form-data; name=\"locale\"\r\n\r\nda\r\n\
         --x\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\n{typed}\r\n\
         --x\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"{name}\"\r\n\
         content-type: image/png\r\n\r\n"
    );
    let body = [head.as_bytes(), file, b"\r\n--x--\r\n"].concat();
    let headers = [
        (CONTENT_TYPE.as_str(), "multipart/form-data; boundary=x"),
        (CONTENT_LENGTH.as_str(), &*body.len().to_string()),
        ("referer", "http://localhost/"),
    ];
    visitor
        .send(Method::POST, path, Body::from(body.clone()), &headers)
        .await
}

/// Where the first picture of a page is.
fn first_picture(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("/billede/").unwrap();
    let number = rest.split('"').next().unwrap();
    let (before, _) = page.body.split_once("/billede/").unwrap();
    let start = before.rsplit('"').next().unwrap();
    format!("{start}/billede/{number}")
}

async fn asking(server: &TestServer) -> Visitor {
    open_all_day(server).await;
    let mut child = server.visitor();
    ask(&mut child, "Hvad er det på side 12?").await;
    child
}

#[tokio::test]
async fn a_picture_is_seen_by_the_two_and_the_coordinator_and_by_nobody_else() {
    on_both_databases(|server| async move {
        let mut child = asking(&server).await;
        let sent = send(&mut child, SEND, ("opgave.jpg", PHOTO), "").await;
        assert_eq!(sent.leads_to(), OWN);
        let own = first_picture(&child.get(OWN).await);
        let mut helper = volunteer(&server, 30).await;
        let room = take(&mut helper).await;
        let theirs = first_picture(&helper.get(&room).await);
        let mut coordinator = server.staff(Role::Coordinator).await;
        assert_eq!(child.get(&own).await.status, StatusCode::OK);
        assert_eq!(helper.get(&theirs).await.status, StatusCode::OK);
        assert_eq!(coordinator.get(&theirs).await.status, StatusCode::OK);

        let (mut other, mut stranger) = (volunteer(&server, 30).await, server.visitor());
        assert_eq!(other.get(&theirs).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stranger.get(&own).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stranger.get(&theirs).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(
            child.get(&format!("{SEND}/999")).await.status,
            StatusCode::NOT_FOUND
        );
        let into = format!("{room}/billede");
        let photo = ("x.jpg", PHOTO);
        let forged = send(&mut other, &into, photo, "").await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
        let meddling = send(&mut coordinator, &into, photo, "").await;
        assert_eq!(meddling.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn a_picture_is_made_anew_and_kept_nowhere_on_the_way() {
    on_both_databases(|server| async move {
        let mut child = asking(&server).await;
        send(&mut child, SEND, ("opgave.jpg", PHOTO), "").await;
        let path = first_picture(&child.get(OWN).await);
        let picture = child.get(&path).await;
        assert!(String::from_utf8_lossy(PHOTO).contains("Fjordby Kamera"));
        assert!(!picture.has("Fjordby Kamera") && !picture.has("Exif"));
        assert_eq!(picture.headers[CONTENT_TYPE], "image/jpeg");
        assert_eq!(picture.headers[CACHE_CONTROL], "private, no-store");
        assert_eq!(picture.headers["x-content-type-options"], "nosniff");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_picture_is_refused_with_the_reason_and_what_was_typed_stays() {
    on_both_databases(|server| async move {
        let mut child = asking(&server).await;
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        for (name, file, told) in [
            ("tegning.svg", &svg[..], "ikke et billede, vi kan vise"),
            (
                "opgave.png",
                b"#!/bin/sh\necho hej",
                "ikke et billede, vi kan vise",
            ),
            ("", b"", "Vælg et billede først"),
        ] {
            let sent = send(&mut child, SEND, (name, file), "Jeg er nået hertil").await;
            assert_eq!(sent.leads_to(), OWN);
            assert!(child.get(OWN).await.has(told), "{name}");
        }
        let mut helper = volunteer(&server, 30).await;
        take(&mut helper).await;
        assert!(child.get(OWN).await.has("Jeg er nået hertil"));
    })
    .await;
}

#[tokio::test]
async fn a_picture_that_is_too_large_is_refused_before_it_is_read() {
    on_both_databases(|server| async move {
        let mut child = asking(&server).await;
        let headers = [
            (CONTENT_TYPE.as_str(), "multipart/form-data; boundary=x"),
            (CONTENT_LENGTH.as_str(), "104857600"),
            ("referer", "http://localhost/"),
        ];
        let refused = child.send(Method::POST, SEND, Body::empty(), &headers).await;
        assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(refused.has("højst fylde 5 MB"));
        let six_megabytes = vec![0; 6_000_000];
        let refused = send(&mut child, SEND, ("stort.png", &six_megabytes), "").await;
        assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    })
    .await;
}
