use store::sessions;

use crate::support::{days, now, on_each_database};

#[tokio::test]
async fn a_session_is_made_changed_and_deleted() {
    on_each_database(async |database| {
        let later = (now() + days(1)).as_second();
        let connection = database.write();
        assert!(sessions::create(connection, "a", "{}", later).await.unwrap());
        sessions::save(connection, "a", "{\"x\":1}", later).await.unwrap();
        sessions::save(connection, "b", "new", later).await.unwrap();
        assert_eq!(load(&database, "a").await.as_deref(), Some("{\"x\":1}"));
        assert_eq!(load(&database, "b").await.as_deref(), Some("new"));

        sessions::delete(connection, "a").await.unwrap();
        sessions::delete(connection, "a").await.unwrap();
        assert_eq!(load(&database, "a").await, None);
    })
    .await;
}

#[tokio::test]
async fn an_id_that_exists_is_refused_and_kept() {
    on_each_database(async |database| {
        let later = (now() + days(1)).as_second();
        assert!(
            sessions::create(database.write(), "a", "first", later)
                .await
                .unwrap()
        );
        assert!(
            !sessions::create(database.write(), "a", "second", later)
                .await
                .unwrap()
        );
        assert_eq!(load(&database, "a").await.as_deref(), Some("first"));
    })
    .await;
}

#[tokio::test]
async fn an_expired_session_is_not_found_and_can_be_swept() {
    on_each_database(async |database| {
        for (id, expires) in [("old", now()), ("new", now() + days(1))] {
            sessions::save(database.write(), id, "data", expires.as_second())
                .await
                .unwrap();
        }
        assert_eq!(load(&database, "old").await, None);
        assert_eq!(
            sessions::delete_expired(database.write(), now()).await.unwrap(),
            1
        );
        assert!(load(&database, "new").await.is_some());
    })
    .await;
}

async fn load(database: &store::Database, id: &str) -> Option<String> {
    sessions::load(database.read(), id, now()).await.unwrap()
}
