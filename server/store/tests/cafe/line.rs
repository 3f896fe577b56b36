use domain::cafe::{HelpLanguage, Skills};
use domain::homework::Subject;
use store::ByCode;
use store::cafe::{TakeOutcome, find_by_code, line, take_next, withdraw};

use super::{asked, code, minutes_later, take, volunteer};
use crate::support::{SECRET, now, on_each_database};

#[tokio::test]
async fn a_volunteer_takes_the_oldest_that_fits() {
    on_each_database(async |database| {
        let helper = volunteer(&database, 1).await;
        asked(&database, 1, Subject::Engelsk, now()).await;
        let oldest = asked(&database, 2, Subject::Matematik, minutes_later(1)).await;
        asked(&database, 3, Subject::Matematik, minutes_later(2)).await;
        let skills = Skills {
            subjects: vec![Subject::Matematik],
            languages: vec![HelpLanguage::Danish],
        };
        let taken = take_next(&database, helper, &skills, minutes_later(3))
            .await
            .unwrap();
        assert_eq!(taken, TakeOutcome::Taken(oldest));
        let again = take_next(&database, helper, &skills, minutes_later(4))
            .await
            .unwrap();
        assert_eq!(again, TakeOutcome::HasRoom(oldest), "one room at a time");
        assert_eq!(line(database.read(), now()).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_nobody_answered_in_time_waits_again_where_it_stood() {
    on_each_database(async |database| {
        let (first, second) = (volunteer(&database, 1).await, volunteer(&database, 2).await);
        let question = asked(&database, 1, Subject::Dansk, now()).await;
        asked(&database, 2, Subject::Dansk, minutes_later(1)).await;
        assert_eq!(
            take(&database, first, minutes_later(2)).await,
            TakeOutcome::Taken(question)
        );
        let waiting = async |minute| line(database.read(), minutes_later(minute)).await.unwrap();
        assert_eq!(waiting(16).await.len(), 1);
        assert_eq!(waiting(17).await[0].id, question, "also before somebody takes it");
        assert_eq!(
            take(&database, second, minutes_later(20)).await,
            TakeOutcome::Taken(question)
        );
    })
    .await;
}

#[tokio::test]
async fn who_is_not_on_the_roster_takes_nothing() {
    on_each_database(async |database| {
        asked(&database, 1, Subject::Dansk, now()).await;
        let stranger = domain::ids::StaffId(999);
        assert_eq!(take(&database, stranger, now()).await, TakeOutcome::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_question_is_found_by_its_code_and_withdrawn_while_it_waits() {
    on_each_database(async |database| {
        let id = asked(&database, 1, Subject::Dansk, now()).await;
        let found = find_by_code(&database, SECRET, &code(1), now()).await.unwrap();
        assert!(matches!(found, ByCode::Found(question) if question.id == id));
        let other = find_by_code(&database, SECRET, &code(2), now()).await.unwrap();
        assert_eq!(other, ByCode::Unknown);
        assert!(withdraw(&database, id, now()).await.unwrap());
        let gone = find_by_code(&database, SECRET, &code(1), now()).await.unwrap();
        assert_eq!(gone, ByCode::Unknown);
    })
    .await;
}

#[tokio::test]
async fn guesses_at_codes_come_to_an_end() {
    on_each_database(async |database| {
        asked(&database, 1, Subject::Dansk, now()).await;
        let wrong = domain::cafe::QuestionCode::from_random([1, 900, 900]);
        for _ in 0..store::GUESSES_A_DAY {
            find_by_code(&database, SECRET, &wrong, now()).await.unwrap();
        }
        let right = find_by_code(&database, SECRET, &code(1), now()).await.unwrap();
        assert_eq!(right, ByCode::TooManyGuesses);
    })
    .await;
}
