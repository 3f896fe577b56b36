//! What a teacher gives a class to do, as browsers without JavaScript meet it.

use axum::http::StatusCode;
use domain::drills::{Drill, DrillKind, Level, Seed, exercise};
use domain::staff::Role;

use super::classroom::{id_of, make_class, next_month, pupil_by_words, value_after};
use crate::support::{Visitor, on_both_databases};

async fn give(teacher: &mut Visitor, class: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let due = next_month();
    let from = domain::time::date_in_denmark(jiff::Timestamp::now()).to_string();
    let mut all = vec![("locale", "da"), ("class", id_of(class))];
    all.extend([("to", "alle"), ("from", &*from), ("due", &*due)]);
    all.retain(|(name, _)| fields.iter().all(|(own, _)| own != name));
    all.extend(fields);
    let answer = teacher.post("/api/classroom/assign", &all).await;
    let led_to = answer
        .headers
        .get("location")
        .map(|to| to.to_str().unwrap().to_owned());
    (answer.status, led_to.unwrap_or_default())
}

async fn solve(pupil: &mut Visitor, seed: u32) {
    let drill = Drill {
        kind: DrillKind::Addition,
        level: Level::First,
    };
    let answer = exercise(drill, Seed::new(seed)).answer.written().remove(0);
    let seed = seed.to_string();
    let form = [
        ("kind", "plus"),
        ("level", "1"),
        ("seed", &*seed),
        ("locale", "da"),
        ("given[0]", &*answer),
    ];
    pupil.post("/api/drills/answer", &form).await;
}

const FIVE: [(&str, &str); 3] = [("kind", "plus"), ("level", "1"), ("count", "5")];

#[tokio::test]
async fn what_a_class_is_given_counts_itself() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali\nBo").await;
        let mut pupil = pupil_by_words(&server, &mut teacher, &class).await;
        assert!(
            pupil
                .get("/klasse/i-dag")
                .await
                .has("Du har ingen opgaver lige nu.")
        );
        let page = format!("{class}/opgaver");
        let (_, led_to) = give(&mut teacher, &class, &FIVE).await;
        assert_eq!(led_to, page);
        let lessons = [("course", "digital-post"), ("lessons[0]", "hvad-er-det")];
        give(&mut teacher, &class, &lessons).await;
        let today = pupil.get("/klasse/i-dag").await;
        assert!(today.has("5 opgaver: Plus, niveau 1") && today.has("0 af 5"));
        assert!(today.has("href=\"/laer/digital-post/hvad-er-det/"));

        for seed in 1..=4 {
            solve(&mut pupil, seed).await;
        }
        solve(&mut pupil, 4).await;
        assert!(
            pupil.get("/klasse/i-dag").await.has("4 af 5"),
            "each exercise once"
        );
        assert!(teacher.get(&page).await.has("0 af 2 elever er færdige"));
        solve(&mut pupil, 5).await;
        assert!(pupil.get("/klasse/i-dag").await.has("Det er du færdig med"));
        assert!(teacher.get(&page).await.has("1 af 2 elever er færdige"));
    })
    .await;
}

#[tokio::test]
async fn what_is_given_to_a_group_is_for_its_pupils_alone() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali\nBo").await;
        let mut ali = pupil_by_words(&server, &mut teacher, &class).await;
        let form = teacher.get(&format!("{class}/grupper/ny")).await.body;
        let seat = value_after(&form, "name=\"members[]\" value=\"");
        let id = id_of(&class);
        let members = [
            ("locale", "da"),
            ("class", id),
            ("name", "De blå"),
            ("members[0]", &*seat),
        ];
        teacher.post("/api/classroom/save-group", &members).await;
        let page = teacher.get(&format!("{class}/opgaver")).await.body;
        let group = page.split("/grupper/").nth(1).unwrap();
        let group = group.split('"').next().unwrap().to_owned();
        let to = format!("gruppe-{group}");
        give(&mut teacher, &class, &[FIVE.as_slice(), &[("to", &*to)]].concat()).await;
        assert!(ali.get("/klasse/i-dag").await.has("0 af 5"));
        let nobody = [
            ("locale", "da"),
            ("class", id),
            ("group", &*group),
            ("name", "De røde"),
        ];
        teacher.post("/api/classroom/save-group", &nobody).await;
        assert!(
            ali.get("/klasse/i-dag")
                .await
                .has("Du har ingen opgaver lige nu.")
        );
        let unfit = [
            ("locale", "da"),
            ("class", id),
            ("group", &*group),
            ("name", "010203-1234"),
        ];
        let led_to = teacher.post("/api/classroom/save-group", &unfit).await;
        let form = teacher.get(led_to.leads_to()).await;
        assert!(form.has("højst 40 tegn") && !form.has("010203"));
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_said_and_what_is_forged_is_refused() {
    on_both_databases(|server| async move {
        let mut teacher = server.staff(Role::Teacher).await;
        let class = make_class(&mut teacher, "5", "Ali").await;
        let mut other = server.staff(Role::Teacher).await;
        let foreign = make_class(&mut other, "5", "Bo").await;
        let theirs = other.get(&foreign).await.body;
        let theirs = format!("elev-{}", value_after(&theirs, "name=\"pupil\" value=\""));

        let (_, form) = give(&mut teacher, &class, &[("course", "digital-post")]).await;
        assert_eq!(form, format!("{class}/opgaver/ny?kursus=digital-post"));
        assert!(teacher.get(&form).await.has("Vælg mindst en lektion."));
        let past = [FIVE.as_slice(), &[("due", "2020-01-01")]].concat();
        let (_, form) = give(&mut teacher, &class, &past).await;
        assert!(teacher.get(&form).await.has("Vælg en sidste dag"));

        let to_theirs = [FIVE.as_slice(), &[("to", &*theirs)]].concat();
        let (status, _) = give(&mut teacher, &class, &to_theirs).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "another's pupil");
        let (status, _) = give(&mut other, &class, &FIVE).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "another's class");
        let no_lesson = [("course", "digital-post"), ("lessons[0]", "findes-ikke")];
        let (status, _) = give(&mut teacher, &class, &no_lesson).await;
        assert_ne!(status, StatusCode::FOUND, "a lesson that is not there");
        assert!(
            teacher
                .get(&format!("{class}/opgaver"))
                .await
                .has("ingen opgaver endnu")
        );
    })
    .await;
}
