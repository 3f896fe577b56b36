//! The end of a class, and what a pupil takes along.

use domain::staff::Role;
use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use store::retention::erase_expired;

use super::classroom::{id_of, make_class, pupil_by_words};
use crate::support::{TestServer, Visitor, on_both_databases};

const STEP: [(&str, &str); 3] = [
    ("course", "digital-post"),
    ("step", "hvem-skriver"),
    ("locale", "da"),
];
const COURSE: &str = "/laer/digital-post";
/// Stands on the page of a course that somebody has begun.
const BEGUN: &str = "Fortsæt, hvor du slap";
const TODAY: &str = "/klasse/i-dag";

/// A class that ends in so many days.
async fn class_ending_in(teacher: &mut Visitor, days: i64) -> String {
    let class = make_class(teacher, "5", "Ali").await;
    let last_day = date_in_denmark(Timestamp::now()).saturating_add(days.days());
    let fields = [
        ("locale", "da"),
        ("class", id_of(&class)),
        ("lesson", "45"),
        ("ends_on", &*last_day.to_string()),
    ];
    assert_eq!(
        teacher.post("/api/classroom/settings", &fields).await.leads_to(),
        class
    );
    class
}

async fn days_pass(server: &TestServer, days: i64) {
    let then = Timestamp::now() + jiff::SignedDuration::from_hours(24 * days);
    erase_expired(server.database.write(), then).await.unwrap();
}

#[tokio::test]
async fn a_pupil_is_told_in_time_and_takes_the_progress_along() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = class_ending_in(&mut teacher, 5).await;
        let mut pupil = pupil_by_words(&server, &mut teacher, &class).await;
        pupil.post("/api/learning/advance", &STEP).await;
        assert!(pupil.get(TODAY).await.has("Vil du beholde det?"));
        let code = pupil.recovery_code().await;
        let today = pupil.get(TODAY).await;
        assert!(today.has("stadig dit") && !today.has("Vil du beholde det?"));

        days_pass(&server, 7).await;
        assert!(!pupil.get(TODAY).await.has("Ali"));
        let mut at_home = server.visitor();
        at_home.redeem(&code).await;
        assert!(at_home.get(COURSE).await.has(BEGUN));
    })
    .await;
}

#[tokio::test]
async fn without_a_code_nothing_is_left_of_a_pupil() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = class_ending_in(&mut teacher, 5).await;
        let mut pupil = pupil_by_words(&server, &mut teacher, &class).await;
        pupil.post("/api/learning/advance", &STEP).await;
        days_pass(&server, 7).await;
        assert!(!pupil.get(COURSE).await.has(BEGUN));
        assert!(pupil.get(TODAY).await.has("Ingen er logget ind her."));
    })
    .await;
}

#[tokio::test]
async fn nobody_is_told_of_an_end_that_is_far_away() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let far = class_ending_in(&mut teacher, 30).await;
        let mut pupil = pupil_by_words(&server, &mut teacher, &far).await;
        assert!(!pupil.get(TODAY).await.has("Klassen slutter"));
        assert!(!teacher.get(&far).await.has("Klassen slutter"));
        let near = class_ending_in(&mut teacher, 14).await;
        assert!(teacher.get(&near).await.has("Klassen slutter"));
    })
    .await;
}
