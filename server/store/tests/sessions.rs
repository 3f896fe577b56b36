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

#[tokio::test]
async fn what_a_session_holds_is_changed_if_nobody_has_written_meanwhile() {
    on_each_database(async |database| {
        let (read, write) = (database.read(), database.write());
        let ends = (now() + days(1)).as_second();
        for (id, data) in [("a", "{\"typed\":1}"), ("b", "{}")] {
            assert!(sessions::create(write, id, data, ends).await.unwrap());
        }
        let found = sessions::with_word(read, "typed").await.unwrap();
        assert_eq!(found, [("a".to_owned(), "{\"typed\":1}".to_owned())]);
        assert!(!sessions::replace(write, "a", ("{}", "[]")).await.unwrap());
        assert!(sessions::replace(write, "a", (&found[0].1, "{}")).await.unwrap());
        assert_eq!(sessions::with_word(read, "typed").await.unwrap(), []);
    })
    .await;
}
