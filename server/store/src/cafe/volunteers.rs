//! The roster: who helps, with what, and when.

use domain::cafe::{Attest, HelpLanguage, ReadingTool, Shift, Skills};
use domain::homework::Subject;
use domain::ids::{CafeShiftId, StaffId};
use jiff::civil::Date;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::StoreError;
use crate::entities::{cafe_shifts, cafe_volunteers};

/// Somebody on the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volunteer {
    pub id: StaffId,
    pub skills: Skills,
    pub tools: Vec<ReadingTool>,
    pub attest: Option<Attest>,
    /// In how many rooms they have helped.
    pub rooms: i64,
    pub shifts: Vec<WeeklyShift>,
}

/// A shift, by which it can be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeeklyShift {
    pub id: CafeShiftId,
    pub shift: Shift,
}

/// Everybody on the roster.
pub async fn volunteers(connection: &impl ConnectionTrait) -> Result<Vec<Volunteer>, StoreError> {
    let rows = cafe_volunteers::Entity::find()
        .order_by_asc(cafe_volunteers::Column::StaffId)
        .all(connection)
        .await?;
    let shifts = cafe_shifts::Entity::find()
        .order_by_asc(cafe_shifts::Column::Weekday)
        .order_by_asc(cafe_shifts::Column::FromMinute)
        .all(connection)
        .await?;
    rows.into_iter().map(|row| read(row, &shifts)).collect()
}

/// Somebody on the roster, by their account.
pub async fn volunteer(
    connection: &impl ConnectionTrait,
    id: StaffId,
) -> Result<Option<Volunteer>, StoreError> {
    let all = volunteers(connection).await?;
    Ok(all.into_iter().find(|volunteer| volunteer.id == id))
}

/// Puts somebody on the roster, or changes what they help with. `seen` is whether a børneattest was seen, and by whom.
pub async fn save_volunteer(
    connection: &impl ConnectionTrait,
    id: StaffId,
    (skills, tools): (&Skills, &[ReadingTool]),
    seen: Option<(Attest, StaffId)>,
) -> Result<(), StoreError> {
    use cafe_volunteers::Column;
    let row = cafe_volunteers::ActiveModel {
        staff_id: Set(id.0),
        subjects: Set(words(skills.subjects.iter().map(|subject| subject.as_str()))),
        languages: Set(words(skills.languages.iter().map(|language| language.as_str()))),
        tools: Set(words(tools.iter().map(|tool| tool.as_str()))),
        attest_checked_on: Set(seen.map(|(attest, _)| attest.checked_on.to_string())),
        attest_valid_until: Set(seen.map(|(attest, _)| attest.valid_until.to_string())),
        attest_checked_by: Set(seen.map(|(_, by)| by.0)),
        rooms: Set(0),
    };
    let changed = [
        Column::Subjects,
        Column::Languages,
        Column::Tools,
        Column::AttestCheckedOn,
        Column::AttestValidUntil,
        Column::AttestCheckedBy,
    ];
    cafe_volunteers::Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::StaffId)
                .update_columns(changed)
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Gives a volunteer a shift of every week.
pub async fn add_shift(
    connection: &impl ConnectionTrait,
    volunteer: StaffId,
    shift: Shift,
) -> Result<(), StoreError> {
    let (from, to) = shift.minutes();
    let row = cafe_shifts::ActiveModel {
        staff_id: Set(volunteer.0),
        weekday: Set(shift.weekday().into()),
        from_minute: Set(from.into()),
        to_minute: Set(to.into()),
        ..Default::default()
    };
    row.insert(connection).await?;
    Ok(())
}

/// Takes a shift away.
pub async fn remove_shift(connection: &impl ConnectionTrait, id: CafeShiftId) -> Result<(), StoreError> {
    cafe_shifts::Entity::delete_many()
        .filter(cafe_shifts::COLUMN.id.eq(id.0))
        .exec(connection)
        .await?;
    Ok(())
}

fn read(row: cafe_volunteers::Model, shifts: &[cafe_shifts::Model]) -> Result<Volunteer, StoreError> {
    let own = shifts.iter().filter(|shift| shift.staff_id == row.staff_id);
    Ok(Volunteer {
        id: StaffId(row.staff_id),
        skills: Skills {
            subjects: row.subjects.split(' ').filter_map(Subject::parse).collect(),
            languages: row.languages.split(' ').filter_map(HelpLanguage::parse).collect(),
        },
        tools: row.tools.split(' ').filter_map(ReadingTool::parse).collect(),
        attest: attest(&row),
        rooms: row.rooms,
        shifts: own.map(weekly).collect::<Result<_, _>>()?,
    })
}

/// Dates that cannot be read are no attest: rather nobody helps than somebody who may not.
fn attest(row: &cafe_volunteers::Model) -> Option<Attest> {
    let date = |text: &Option<String>| text.as_deref()?.parse::<Date>().ok();
    Some(Attest {
        checked_on: date(&row.attest_checked_on)?,
        valid_until: date(&row.attest_valid_until)?,
    })
}

fn weekly(row: &cafe_shifts::Model) -> Result<WeeklyShift, StoreError> {
    let corrupt = || StoreError::Corrupt {
        table: "cafe_shifts",
        row: row.id,
        problem: "no shift".to_owned(),
    };
    let (weekday, from, to) = (
        i8::try_from(row.weekday).map_err(|_| corrupt())?,
        i16::try_from(row.from_minute).map_err(|_| corrupt())?,
        i16::try_from(row.to_minute).map_err(|_| corrupt())?,
    );
    Ok(WeeklyShift {
        id: CafeShiftId(row.id),
        shift: Shift::new(weekday, from, to).map_err(|_| corrupt())?,
    })
}

fn words<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(" ")
}
