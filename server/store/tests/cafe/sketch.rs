use std::time::Duration;

use domain::cafe::{Figure, FigureKind, MOST_MARKS, TakeBack, read_strokes};
use domain::homework::Subject;
use domain::ids::CafeQuestionId;
use store::Database;
use store::cafe::{
    CafeChange, RoomOutcome, Sender, SketchOutcome, changes, draw, draw_figure, relay_changes, sketch,
    take_back, volunteers, with_sketch,
};
use tokio::time::timeout;

use super::{asked, minutes_later, take, volunteer};
use crate::support::{Kind, TestDatabase, now, on_each_database};

/// A room that was opened just now.
async fn room(database: &Database) -> CafeQuestionId {
    let helper = volunteer(database, 1).await;
    let id = asked(database, 1, Subject::Matematik, now()).await;
    take(database, helper, now()).await;
    id
}

async fn drawn(database: &Database, id: CafeQuestionId, sender: Sender, strokes: &str) -> SketchOutcome {
    let strokes = read_strokes(strokes).unwrap();
    draw(database, id, sender, strokes, minutes_later(1))
        .await
        .unwrap()
}

/// What both see, in order.
async fn seen(database: &TestDatabase, id: CafeQuestionId) -> Vec<String> {
    let sent = sketch(database.read(), id).await.unwrap();
    let seen = sent.into_iter().filter(|sent| !sent.taken_back);
    seen.map(|sent| sent.mark.to_string()).collect()
}

#[tokio::test]
async fn both_draw_while_the_room_is_open_and_nobody_afterwards() {
    on_each_database(async |database| {
        let id = room(&database).await;
        let outcome = drawn(&database, id, Sender::Asker, "blue 1,2 3,4;red 5,6").await;
        assert_eq!(outcome, SketchOutcome::Drawn);
        drawn(&database, id, Sender::Volunteer, "green 7,8").await;
        assert_eq!(
            seen(&database, id).await,
            ["blue 1,2 3,4", "red 5,6", "green 7,8"]
        );
        let roster = volunteers(database.read()).await.unwrap();
        assert_eq!(roster[0].rooms, 1, "whoever draws has helped");
        let late = read_strokes("red 1,1").unwrap();
        let late = draw(&database, id, Sender::Asker, late, minutes_later(16))
            .await
            .unwrap();
        assert_eq!(late, SketchOutcome::NotNow);
        let nowhere = drawn(&database, CafeQuestionId(999), Sender::Asker, "red 1,1").await;
        assert_eq!(nowhere, SketchOutcome::NotNow);
    })
    .await;
}

#[tokio::test]
async fn everybody_takes_back_their_own_and_it_stays_in_the_log() {
    on_each_database(async |database| {
        let id = room(&database).await;
        drawn(&database, id, Sender::Asker, "red 1,1;red 2,2").await;
        drawn(&database, id, Sender::Volunteer, "blue 3,3").await;
        let back = async |sender, what| {
            take_back(&database, id, sender, what, minutes_later(1))
                .await
                .unwrap()
        };
        assert_eq!(back(Sender::Asker, TakeBack::Last).await, RoomOutcome::Done);
        assert_eq!(seen(&database, id).await, ["red 1,1", "blue 3,3"]);
        back(Sender::Asker, TakeBack::All).await;
        back(Sender::Asker, TakeBack::Last).await;
        assert_eq!(seen(&database, id).await, ["blue 3,3"]);
        assert_eq!(sketch(database.read(), id).await.unwrap().len(), 3);
        let with = with_sketch(database.read(), [id, CafeQuestionId(999)])
            .await
            .unwrap();
        assert_eq!(with, [id]);
        let late = take_back(&database, id, Sender::Volunteer, TakeBack::All, minutes_later(16)).await;
        assert_eq!(late.unwrap(), RoomOutcome::NotNow);
    })
    .await;
}

#[tokio::test]
async fn figures_have_a_place_each_until_there_is_none() {
    on_each_database(async |database| {
        let id = room(&database).await;
        let bar = Figure::read(FigureKind::FractionBar, ["3", "4", ""]).unwrap();
        let add = async || {
            draw_figure(&database, id, Sender::Volunteer, bar, minutes_later(1))
                .await
                .unwrap()
        };
        for _ in 0..3 {
            assert_eq!(add().await, SketchOutcome::Drawn);
        }
        assert_eq!(add().await, SketchOutcome::NoPlace);
        take_back(&database, id, Sender::Volunteer, TakeBack::Last, minutes_later(1))
            .await
            .unwrap();
        assert_eq!(add().await, SketchOutcome::Drawn, "its place is free again");
        assert_eq!(seen(&database, id).await[2], "fraction_bar 2 3 4");
    })
    .await;
}

#[tokio::test]
async fn a_paper_is_full_with_what_was_taken_back() {
    on_each_database(async |database| {
        let id = room(&database).await;
        let fifty = vec!["red 1,1"; 50].join(";");
        for _ in 0..MOST_MARKS / 50 {
            assert_eq!(
                drawn(&database, id, Sender::Asker, &fifty).await,
                SketchOutcome::Drawn
            );
        }
        take_back(&database, id, Sender::Asker, TakeBack::All, minutes_later(1))
            .await
            .unwrap();
        assert!(seen(&database, id).await.is_empty());
        let more = drawn(&database, id, Sender::Asker, "red 1,1").await;
        assert_eq!(more, SketchOutcome::Full);
    })
    .await;
}

#[tokio::test]
async fn another_server_is_told_of_what_is_drawn() {
    on_each_database(async |database| {
        if database.kind == Kind::Sqlite {
            return;
        }
        let id = room(&database).await;
        let other = database.open_again().await;
        let mut news = changes(&other);
        let server = Database::clone(&other);
        let relay = tokio::spawn(async move { relay_changes(&server).await });
        // The other server may still be on its way to listening: it is told until it hears.
        let mut tries = 0;
        let heard = loop {
            tries += 1;
            drawn(&database, id, Sender::Asker, "red 1,1").await;
            if let Ok(heard) = timeout(Duration::from_millis(200), news.recv()).await {
                break heard.unwrap();
            }
            assert!(tries < 50, "nothing was heard");
        };
        assert_eq!(heard, CafeChange::Room(id));
        assert!(!sketch(other.read(), id).await.unwrap().is_empty());
        relay.abort();
    })
    .await;
}
