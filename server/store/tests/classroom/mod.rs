//! Classes, and the pupils in them.

mod assigning;
mod classes;
mod discussing;
mod ending;
mod joining;
mod live;

use domain::classroom::{ClassForm, SignInCode};
use domain::ids::{ClassId, StaffId};
use domain::staff::{Role, Workplaces};
use domain::time::date_in_denmark;
use store::classroom::{Class, Device, JoinOutcome, Joined, Pupil, class_of, join, make_class, pupils};
use store::staff::{NewStaff, add};

use crate::support::{SECRET, TestDatabase, now};

/// A class and who teaches it.
pub(crate) struct TestClass {
    pub(crate) class: Class,
    pub(crate) teacher: StaffId,
    pub(crate) pupils: Vec<Pupil>,
}

pub(crate) async fn teacher(database: &TestDatabase, username: &str) -> StaffId {
    let newcomer = NewStaff {
        username,
        display_name: "Lone",
        password_hash: "",
        role: Role::Teacher,
        workplaces: Workplaces::All,
    };
    add(database.write(), newcomer, now()).await.unwrap().unwrap()
}

/// A class of a grade, with a teacher of its own.
pub(crate) async fn class(database: &TestDatabase, grade: i64, names: &str) -> TestClass {
    let form = ClassForm {
        name: format!("{grade}.b"),
        grade: grade.to_string(),
        names: names.to_owned(),
        ..ClassForm::empty(date_in_denmark(now()))
    };
    let new = form.read(date_in_denmark(now())).unwrap();
    let teacher = teacher(database, &format!("teacher-{grade}-{}", names.len())).await;
    let id = make_class(database, SECRET, teacher, &new, now()).await.unwrap();
    again(database, teacher, id).await
}

/// The class as it is now.
pub(crate) async fn again(database: &TestDatabase, teacher: StaffId, id: ClassId) -> TestClass {
    TestClass {
        class: class_of(database.read(), teacher, id).await.unwrap().unwrap(),
        teacher,
        pupils: pupils(database.read(), id).await.unwrap(),
    }
}

impl TestClass {
    /// What stands on the card of the pupil at a place of the list.
    pub(crate) fn card(&self, place: usize) -> SignInCode {
        self.pupils[place].code(SECRET, self.class.sign_in())
    }

    /// Signs the pupil at a place of the list in, on a new device.
    pub(crate) async fn join(&self, database: &TestDatabase, place: usize) -> Joined {
        match try_card(database, self.class.id, &self.card(place), Device::New).await {
            JoinOutcome::Joined(joined) => joined,
            other => panic!("{other:?}"),
        }
    }
}

pub(crate) async fn try_card(
    database: &TestDatabase,
    class: ClassId,
    card: &SignInCode,
    device: Device,
) -> JoinOutcome {
    join(database, SECRET, (class, card), device, now())
        .await
        .unwrap()
}
