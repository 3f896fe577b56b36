use store::secrets;

use crate::support::on_each_database;

#[tokio::test]
async fn all_servers_get_the_same_secret() {
    on_each_database(async |database| {
        let servers = [database.open_again().await, database.open_again().await];
        let asking: Vec<_> = (0..8)
            .map(|number| {
                let server = servers[number % 2].clone();
                tokio::spawn(async move {
                    secrets::get_or_create(server.write(), "codes", &format!("offered by {number}")).await
                })
            })
            .collect();
        let mut answers = Vec::new();
        for answer in asking {
            answers.push(answer.await.unwrap().unwrap());
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "{answers:?}");
        let other = secrets::get_or_create(database.write(), "other", "mine")
            .await
            .unwrap();
        assert_eq!(other, "mine");
    })
    .await;
}
