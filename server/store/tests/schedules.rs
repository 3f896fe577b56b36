use domain::appointments::{Schedule, ScheduleDocument};
use domain::ids::LocationId;
use domain::schedule::UsedIds;
use sea_orm::ConnectionTrait;
use store::{Database, StoreError, schedules};

use crate::support::{now, on_each_database};

#[tokio::test]
async fn the_latest_import_is_current() {
    on_each_database(async |database| {
        assert_eq!(schedules::current_version(database.read()).await.unwrap(), None);
        assert_eq!(schedules::load_current(database.read()).await.unwrap(), None);

        let first = schedules::import(database.write(), &schedule(10), now())
            .await
            .unwrap();
        let second = schedules::import(database.write(), &schedule(20), now())
            .await
            .unwrap();
        assert!(second > first);
        assert_eq!(
            schedules::current_version(database.read()).await.unwrap(),
            Some(second)
        );
        assert_eq!(
            schedules::load_current(database.read()).await.unwrap(),
            Some((second, schedule(20)))
        );
    })
    .await;
}

#[tokio::test]
async fn of_two_who_change_the_same_version_one_does() {
    on_each_database(async |database| {
        let first = schedules::import(database.write(), &schedule(10), now())
            .await
            .unwrap();
        let changes = [20, 30].map(|lead_minutes| {
            let server = Database::clone(&database);
            tokio::spawn(async move {
                let transaction = server.begin().await.unwrap();
                let version = schedules::replace(&transaction, first, &schedule(lead_minutes), now())
                    .await
                    .unwrap();
                transaction.commit().await.unwrap();
                version.map(|version| (version, lead_minutes))
            })
        });
        let mut made = Vec::new();
        for change in changes {
            made.extend(change.await.unwrap());
        }
        let [(version, lead_minutes)] = made[..] else {
            panic!("{made:?}")
        };
        let current = schedules::load_current(database.read()).await.unwrap();
        assert_eq!(current, Some((version, schedule(lead_minutes))));
        assert_eq!(
            schedules::load(database.read(), first).await.unwrap(),
            Some(schedule(10))
        );
    })
    .await;
}

#[tokio::test]
async fn a_document_that_breaks_the_rules_is_told_and_not_used() {
    on_each_database(async |database| {
        schedules::import(database.write(), &schedule(10), now())
            .await
            .unwrap();
        let broken =
            "UPDATE schedule_versions SET document = replace(document, '\"format\":1', '\"format\":9')";
        database.write().execute_unprepared(broken).await.unwrap();
        let error = schedules::load_current(database.read()).await.unwrap_err();
        assert!(matches!(error, StoreError::Corrupt { .. }), "{error}");
        assert!(error.to_string().contains("format"), "{error}");
    })
    .await;
}

#[tokio::test]
async fn an_id_stays_used_when_what_it_stood_for_has_gone() {
    on_each_database(async |database| {
        assert_eq!(
            schedules::used_ids(database.read()).await.unwrap(),
            UsedIds::default()
        );
        let mut document = ScheduleDocument::clone(&schedule(10));
        let mut other = document.locations[0].clone();
        other.id = LocationId::parse("havnen").unwrap();
        document.locations.push(other);
        for version in [Schedule::try_from(document).unwrap(), schedule(20)] {
            schedules::import(database.write(), &version, now())
                .await
                .unwrap();
        }
        let used = ["borgerservice", "havnen"]
            .map(str::to_owned)
            .into_iter()
            .collect();
        assert_eq!(schedules::used_ids(database.read()).await.unwrap(), used);
    })
    .await;
}

pub(crate) fn schedule(lead_minutes: i64) -> Schedule {
    let document: ScheduleDocument = serde_json::from_value(serde_json::json!({
        "format": 1,
        "municipality": {
            "name": "Fjordby Kommune", "phone": "99 00 00 00", "email": "a@fjordby.dk", "address": "Havnegade 12"
        },
        "main_location": "borgerservice",
        "booking": { "lead_minutes": lead_minutes, "horizon_days": 28 },
        "closing_days": [{ "date": "2026-12-24", "reason": { "da": "Juleaftensdag" } }],
        "locations": [{
            "id": "borgerservice", "name": { "da": "Borgerservice" }, "address": "Havnegade 12",
            "phone": "99 00 00 00", "directions": { "da": "Æ ø å" },
            "hours": [{ "weekday": 1, "opens": "10:00", "closes": "15:00" }]
        }],
        "services": [],
        "advisers": []
    }))
    .unwrap();
    Schedule::try_from(document).unwrap()
}
