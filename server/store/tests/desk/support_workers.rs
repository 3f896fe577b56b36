use domain::contact::PersonName;
use domain::desk::SupportCode;
use store::desk::{add_support_worker, recognise, remove_support_worker, support_workers};

use crate::support::{SECRET, TestDatabase, now, on_each_database};

async fn add(database: &TestDatabase, name: &str, code: &SupportCode) -> bool {
    let [name, organisation] = [name, "Værestedet Ankeret"].map(|text| PersonName::parse(text).unwrap());
    add_support_worker(database.write(), SECRET, (&name, &organisation), code, now())
        .await
        .unwrap()
}

#[tokio::test]
async fn a_support_worker_is_known_by_a_code_word_until_they_are_removed() {
    on_each_database(async |database| {
        let [mine, other] = [[1, 2], [3, 4]].map(SupportCode::from_random);
        let known = async |code| recognise(database.write(), SECRET, code, now()).await.unwrap();
        assert!(add(&database, "Mette Krog", &mine).await);
        assert!(!add(&database, "Ole Krog", &mine).await, "the code is taken");
        assert!(known(&mine).await);
        assert!(!known(&other).await);

        let workers = support_workers(database.read()).await.unwrap();
        let names: Vec<_> = workers.iter().map(|worker| worker.name.as_str()).collect();
        assert_eq!(names, ["Mette Krog"]);
        remove_support_worker(database.write(), workers[0].id)
            .await
            .unwrap();
        assert!(!known(&mine).await);
    })
    .await;
}
