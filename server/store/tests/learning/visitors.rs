use domain::ids::VisitorId;
use store::{Database, learning};

use crate::support::{
    SECRET, answer, card, code, course, days, lesson, now, number, on_each_database, visitor,
    visitor_with_code,
};

/// Every table with rows about visitors, and the column that says whose they are.
const TABLES: [(&str, &str); 6] = [
    ("visitors", "id"),
    ("step_results", "visitor_id"),
    ("lesson_records", "visitor_id"),
    ("review_cards", "visitor_id"),
    ("recovery_codes", "visitor_id"),
    ("moved_visitors", "now_id"),
];

#[tokio::test]
async fn an_erased_visitor_is_told() {
    on_each_database(async |database| {
        let visitor = visitor(&database).await;
        let touch = async |visitor| {
            learning::touch_visitor(database.write(), visitor, now() + days(1))
                .await
                .unwrap()
        };
        assert!(touch(visitor).await);
        let nobody = VisitorId(visitor.0 + 1);
        assert!(!touch(nobody).await);
        assert!(
            answer(database.write(), nobody, "s1", &["a"], true)
                .await
                .is_err()
        );
        let code = learning::create_code(database.write(), SECRET, nobody, &code(0, 0), now()).await;
        assert!(code.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_visitor_leaves_nothing_and_takes_nothing_of_others() {
    on_each_database(async |database| {
        let [leaving, staying] = [everything(&database, 0).await, everything(&database, 1).await];
        assert!(learning::forget_visitor(database.write(), leaving).await.unwrap());
        assert!(!learning::forget_visitor(database.write(), leaving).await.unwrap());
        for (table, column) in TABLES {
            let rows = async |visitor: VisitorId| {
                let sql = format!(
                    "SELECT count(*) AS number FROM {table} WHERE {column} = {}",
                    visitor.0
                );
                number(&database, &sql).await
            };
            assert_eq!((rows(leaving).await, rows(staying).await), (0, 1), "{table}");
        }
    })
    .await;
}

/// A visitor with one row in each table.
async fn everything(database: &Database, first_word: u32) -> VisitorId {
    let visitor = visitor_with_code(database, &code(first_word, 0), &["s1"]).await;
    learning::save_lesson(database.write(), visitor, &course("kursus"), &lesson("a"))
        .await
        .unwrap();
    learning::add_card(database.write(), visitor, &card("s1"))
        .await
        .unwrap();
    let other_device = self::visitor(database).await;
    learning::redeem(database, SECRET, &code(first_word, 0), Some(other_device), now())
        .await
        .unwrap();
    visitor
}
