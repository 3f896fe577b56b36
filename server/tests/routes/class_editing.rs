//! Two teachers at one class, and pupils who are not of it.

use axum::http::StatusCode;
use domain::staff::Role;

use super::classroom::{id_of, make_class, next_month, value_after};
use crate::support::{TestServer, Visitor, on_both_databases};

/// A class that two teach.
async fn shared_class(server: &TestServer) -> (Visitor, Visitor, String) {
    let mut first = server.staff(Role::Teacher).await;
    let second = server.staff(Role::Teacher).await;
    let class = make_class(&mut first, "5", "Ali\nBo").await;
    let username = newest_username(server).await;
    let answer = change(&mut first, &class, "share", &[("username", &username)]).await;
    assert_eq!(answer, StatusCode::FOUND);
    (first, second, class)
}

async fn newest_username(server: &TestServer) -> String {
    let staff = store::staff::all(server.database.read()).await.unwrap();
    let newest = staff.into_iter().max_by_key(|account| account.id).unwrap();
    newest.username
}

async fn change(teacher: &mut Visitor, class: &str, what: &str, fields: &[(&str, &str)]) -> StatusCode {
    let mut all = vec![("locale", "da"), ("class", id_of(class))];
    all.extend(fields);
    let path = format!("/api/classroom/{what}");
    teacher.post(&path, &all).await.status
}

#[tokio::test]
async fn two_teachers_who_change_different_things_take_nothing_back() {
    on_both_databases(|server| async move {
        let (mut first, mut second, class) = shared_class(&server).await;
        // Both have the page open; each sends the form that they changed.
        change(&mut first, &class, "settings", &[("lesson", "90")]).await;
        change(&mut second, &class, "settings", &[("ends_on", &next_month())]).await;
        change(&mut first, &class, "add-pupils", &[("names", "Cilla")]).await;
        change(&mut second, &class, "add-pupils", &[("names", "Dan")]).await;
        let page = first.get(&class).await;
        assert!(page.has("value=\"90\" selected"), "{}", page.body);
        assert!(page.has(&next_month()));
        assert!(page.has("Cilla") && page.has("Dan"));
        let unfit = change(&mut first, &class, "settings", &[("lesson", "7")]).await;
        assert_eq!(unfit, StatusCode::BAD_REQUEST);
    })
    .await;
}

#[tokio::test]
async fn what_a_colleague_has_removed_is_not_found() {
    on_both_databases(|server| async move {
        let (mut first, mut second, class) = shared_class(&server).await;
        let page = first.get(&class).await.body;
        let ali = value_after(&page, "name=\"pupil\" value=\"");
        let pupil = [("pupil", &*ali)];
        assert_eq!(
            change(&mut first, &class, "remove-pupil", &pupil).await,
            StatusCode::FOUND
        );
        for what in ["remove-pupil", "renew-card"] {
            let answer = change(&mut second, &class, what, &pupil).await;
            assert_eq!(answer, StatusCode::NOT_FOUND, "{what}");
        }
        assert!(second.get(&class).await.has("Bo"));
        change(&mut first, &class, "erase", &[]).await;
        let too_late = change(&mut second, &class, "add-pupils", &[("names", "Cilla")]).await;
        assert_eq!(too_late, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_of_another_class_is_neither_removed_nor_given_a_card() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let own = make_class(&mut teacher, "5", "Ali").await;
        let mut other_teacher = server.staff(Role::Teacher).await;
        let other = make_class(&mut other_teacher, "5", "Bo").await;
        let bo = value_after(&other_teacher.get(&other).await.body, "name=\"pupil\" value=\"");
        let before = other_teacher.get(&format!("{other}/kort")).await.body;
        for what in ["remove-pupil", "renew-card"] {
            let answer = change(&mut teacher, &own, what, &[("pupil", &bo)]).await;
            assert_eq!(answer, StatusCode::NOT_FOUND, "{what}");
        }
        for what in ["come", "helped"] {
            change(&mut teacher, &own, what, &[("pupil", &bo)]).await;
        }
        let after = other_teacher.get(&format!("{other}/kort")).await.body;
        let card = |sheet: &str| {
            let words = sheet.split("class=\"ticket__code\"").nth(1).unwrap();
            words.split('<').next().unwrap().to_owned()
        };
        assert_eq!(card(&before), card(&after));
    })
    .await;
}
