use domain::classroom::DiscussionForm;
use domain::ids::{ClassId, DiscussionId};
use store::classroom::{
    answer_question, close_question, erase_class, latest_question, own_answer, put_question,
};

use super::class;
use crate::support::{TestDatabase, now, on_each_database};

async fn put(database: &TestDatabase, class: ClassId) -> DiscussionId {
    let form = DiscussionForm {
        question: "Hvad ville du gøre?".to_owned(),
        answers: "Svare\nSlette\nSpørge".to_owned(),
    };
    let question = form.read().unwrap();
    put_question(database, class, &question, now()).await.unwrap();
    latest_question(database.read(), class).await.unwrap().unwrap().id
}

async fn counts(database: &TestDatabase, class: ClassId) -> (Vec<i64>, bool) {
    let latest = latest_question(database.read(), class).await.unwrap().unwrap();
    (latest.counts.unwrap(), latest.is_open)
}

#[tokio::test]
async fn a_class_answers_and_only_numbers_are_left() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali\nBo").await;
        let id = made.class.id;
        let [ali, bo] = [0, 1].map(|place| made.pupils[place].id);
        let question = put(&database, id).await;
        let answer = async |pupil, choice| {
            let given = answer_question(&database, (id, pupil), question, choice).await;
            given.unwrap()
        };
        assert!(answer(ali, 0).await && answer(bo, 2).await);
        assert!(answer(ali, 2).await, "somebody may change their mind");
        assert_eq!(counts(&database, id).await, (vec![0, 0, 2], true));
        assert!(!answer(ali, 3).await && !answer(ali, -1).await, "a forged answer");
        let own = own_answer(database.read(), question, ali).await.unwrap();
        assert_eq!(own, Some(2));
        for _ in 0..2 {
            close_question(&database, id, now()).await.unwrap();
            assert_eq!(counts(&database, id).await, (vec![0, 0, 2], false));
        }
        assert!(!answer(ali, 0).await, "it is closed");
        let own = own_answer(database.read(), question, ali).await.unwrap();
        assert_eq!(own, None, "nobody's answer is kept");
    })
    .await;
}

#[tokio::test]
async fn a_question_is_its_class_s_own_and_the_next_one_closes_it() {
    on_each_database(async |database| {
        let made = class(&database, 5, "Ali").await;
        let other = class(&database, 6, "Clara").await;
        let (id, clara) = (made.class.id, other.pupils[0].id);
        let question = put(&database, id).await;
        let foreign = answer_question(&database, (other.class.id, clara), question, 0).await;
        assert!(!foreign.unwrap());
        let next = put(&database, id).await;
        assert_ne!(question, next);
        let ali = made.pupils[0].id;
        let late = answer_question(&database, (id, ali), question, 0).await;
        assert!(!late.unwrap(), "the first one is closed");
        erase_class(&database, id).await.unwrap();
        assert_eq!(latest_question(database.read(), id).await.unwrap(), None);
    })
    .await;
}
