//! A class as it is kept, and what its teachers change of it.

use domain::classroom::{ClassCode, ClassName, LessonMinutes, SignInKind};
use domain::homework::Grade;
use domain::ids::{ClassId, StaffId};
use jiff::civil::Date;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::codes::class_code;
use crate::StoreError;
use crate::entities::classes::{COLUMN, Column, Entity, Model};
use crate::entities::{class_teachers, pupils};

/// A class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    pub id: ClassId,
    pub name: ClassName,
    pub grade: Grade,
    pub lesson: LessonMinutes,
    /// The last day.
    pub ends_on: Date,
    pub(super) code_number: i64,
}

impl Class {
    /// What its pupils type, or scan.
    pub fn code(&self, secret: &str) -> ClassCode {
        class_code(secret, self.id, self.code_number)
    }

    /// By what its pupils sign in.
    pub fn sign_in(&self) -> SignInKind {
        SignInKind::of(self.grade)
    }
}

/// A teacher's classes by name, with the number of pupils.
pub async fn classes_of(
    connection: &impl ConnectionTrait,
    teacher: StaffId,
) -> Result<Vec<(Class, i64)>, StoreError> {
    let counts: Vec<(i64, i64)> = pupils::Entity::find()
        .select_only()
        .column(pupils::Column::ClassId)
        .column_as(pupils::Column::Id.count(), "pupils")
        .filter(pupils::Column::ClassId.in_subquery(taught_by(teacher)))
        .group_by(pupils::Column::ClassId)
        .into_tuple()
        .all(connection)
        .await?;
    let classes = Entity::find()
        .filter(Column::Id.in_subquery(taught_by(teacher)))
        .order_by_asc(Column::Grade)
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    classes
        .into_iter()
        .map(|row| {
            let count = counts.iter().find(|(class, _)| *class == row.id);
            let pupils = count.map_or(0, |(_, pupils)| *pupils);
            Ok((Class::try_from(row)?, pupils))
        })
        .collect()
}

/// A class that somebody teaches; `None` where there is none, or it is another's.
pub async fn class_of(
    connection: &impl ConnectionTrait,
    teacher: StaffId,
    class: ClassId,
) -> Result<Option<Class>, StoreError> {
    let row = Entity::find_by_id(class.0)
        .filter(Column::Id.in_subquery(taught_by(teacher)))
        .one(connection)
        .await?;
    row.map(Class::try_from).transpose()
}

/// Changes how long a lesson is, for whoever signs in from now on.
pub async fn set_lesson(
    connection: &impl ConnectionTrait,
    class: ClassId,
    lesson: LessonMinutes,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::LessonMinutes, Expr::value(lesson.number()))
        .filter(COLUMN.id.eq(class.0))
        .exec(connection)
        .await?;
    Ok(())
}

/// Changes the last day.
pub async fn set_last_day(
    connection: &impl ConnectionTrait,
    class: ClassId,
    ends_on: Date,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::EndsOn, Expr::value(ends_on.to_string()))
        .filter(COLUMN.id.eq(class.0))
        .exec(connection)
        .await?;
    Ok(())
}

fn taught_by(teacher: StaffId) -> SelectStatement {
    Query::select()
        .column(class_teachers::Column::ClassId)
        .from(class_teachers::Entity)
        .and_where(class_teachers::Column::StaffId.eq(teacher.0))
        .to_owned()
}

impl TryFrom<Model> for Class {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let corrupt = |column: &str| StoreError::Corrupt {
            table: "classes",
            row: row.id,
            problem: column.to_owned(),
        };
        Ok(Self {
            id: ClassId(row.id),
            name: ClassName::parse(&row.name).ok_or_else(|| corrupt("name"))?,
            grade: Grade::new(row.grade).ok_or_else(|| corrupt("grade"))?,
            lesson: LessonMinutes::new(row.lesson_minutes).ok_or_else(|| corrupt("lesson_minutes"))?,
            ends_on: row.ends_on.parse().map_err(|_| corrupt("ends_on"))?,
            code_number: row.code_number,
        })
    }
}
