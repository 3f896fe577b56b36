//! `startlinje demo load`

use anyhow::anyhow;
use app::password;
use domain::cafe::{Attest, HelpLanguage, ReadingTool, Shift, Skills};
use domain::classroom::ClassForm;
use domain::homework::Subject;
use domain::staff::{Role, Workplaces};
use domain::time::date_in_denmark;
use jiff::{Timestamp, ToSpan};
use store::classroom::{classes_of, make_class};
use store::staff::{self, NewStaff};
use store::{Database, cafe, schedules};

use super::migrate::connect_and_migrate;
use super::schedule;
use super::serve::code_key;
use crate::config::Config;

/// The password of every demonstration sign-in. It is printed in the README, so never load the demonstration in earnest.
pub const PASSWORD: &str = "fjordby-demo";

/// Username, name and role of the demonstration's sign-ins: invented people.
const STAFF: [(&str, &str, Role); 5] = [
    ("adviser", "Asta Servicekonsulent", Role::Adviser),
    ("coordinator", "Karl Koordinator", Role::Coordinator),
    ("teacher", "Lone Lærer", Role::Teacher),
    (VOLUNTEER, "Viggo Frivillig", Role::Volunteer),
    ("admin", "Ada Administrator", Role::Admin),
];

/// Who helps in the homework café.
const VOLUNTEER: &str = "volunteer";

/// The pupils of the demonstration's class.
const PUPILS: &str = "Ali\nBertha\nCarl\nFatima\nEmma";

/// Loads the invented municipality and its staff. What is there already stays as it is.
pub async fn load(config: &Config) -> anyhow::Result<()> {
    let schedule = schedule::read(&config.content.join("demo/fjordby.json"))?;
    let database = connect_and_migrate(config).await?;
    if schedules::current_version(database.read()).await?.is_none() {
        schedules::import(database.write(), &schedule, Timestamp::now()).await?;
    }
    for (username, display_name, role) in STAFF {
        add_if_missing(&database, username, display_name, role).await?;
    }
    add_class_if_missing(&database).await?;
    add_volunteer_if_missing(&database).await?;
    tracing::info!("the demonstration is loaded");
    Ok(())
}

/// A small class of the demonstration's teacher.
async fn add_class_if_missing(database: &Database) -> anyhow::Result<()> {
    let Some(teacher) = staff::find_by_username(database.read(), "teacher").await? else {
        return Ok(());
    };
    if !classes_of(database.read(), teacher.id).await?.is_empty() {
        return Ok(());
    }
    let form = ClassForm {
        name: "1.b".to_owned(),
        grade: "1".to_owned(),
        names: PUPILS.to_owned(),
        ..ClassForm::empty(date_in_denmark(Timestamp::now()))
    };
    let class = form
        .read(date_in_denmark(Timestamp::now()))
        .map_err(|problems| anyhow!("the demonstration's class: {problems:?}"))?;
    let key = code_key(database).await?;
    make_class(database, &key, teacher.id, &class, Timestamp::now()).await?;
    Ok(())
}

/// Puts the invented volunteer on the homework café's roster, on shift whenever it may be open.
async fn add_volunteer_if_missing(database: &Database) -> anyhow::Result<()> {
    let Some(account) = staff::find_by_username(database.read(), VOLUNTEER).await? else {
        return Ok(());
    };
    if cafe::volunteer(database.read(), account.id).await?.is_some() {
        return Ok(());
    }
    let today = date_in_denmark(Timestamp::now());
    let attest = Attest {
        checked_on: today,
        valid_until: today.checked_add(1.year())?,
    };
    let skills = Skills {
        subjects: Subject::ALL.into(),
        languages: vec![HelpLanguage::Danish, HelpLanguage::English],
    };
    let knows = (&skills, &[ReadingTool::CdOrd][..]);
    cafe::save_volunteer(database.write(), account.id, knows, Some((attest, account.id))).await?;
    for weekday in 1..=7 {
        cafe::add_shift(database.write(), account.id, Shift::new(weekday, 0, 24 * 60)?).await?;
    }
    Ok(())
}

async fn add_if_missing(
    database: &Database,
    username: &str,
    display_name: &str,
    role: Role,
) -> anyhow::Result<()> {
    if staff::find_by_username(database.read(), username)
        .await?
        .is_some()
    {
        return Ok(());
    }
    let password_hash = password::hash(PASSWORD)?;
    let newcomer = NewStaff {
        username,
        display_name,
        password_hash: &password_hash,
        role,
        workplaces: Workplaces::All,
    };
    staff::add(database.write(), newcomer, Timestamp::now()).await?;
    Ok(())
}
